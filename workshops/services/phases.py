# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Move a workshop from step to step."""

from django.db import transaction
from django.utils.translation import gettext as _

from scenarios.announce import announce
from workshops import rules
from workshops.enums import Act, Phase
from workshops.errors import WrongPhaseError
from workshops.journal import record
from workshops.models import Workshop
from workshops.rules import Standing
from workshops.services.insist import insist


@transaction.atomic
def move_phase(*, who: Standing, workshop: Workshop, phase: Phase) -> Workshop:
    """Start another phase; what anybody may do follows at once. Asked twice it is done once."""
    insist(rules.can_move_phase(who))
    workshop = Workshop.objects.select_for_update().get(pk=workshop.pk)
    previous = workshop.phase
    if previous == phase:
        return workshop
    if workshop.rounds.open().exists():
        raise WrongPhaseError(_("A round is open. Close it before you move to another phase."))
    workshop.phase = phase
    workshop.save(update_fields=["phase"])
    record(
        workshop=workshop,
        act=Act.PHASE_MOVED,
        actor=who.person,
        capacity=who.capacity(),
        data={"from": previous, "to": phase.value},
        is_locked=True,
    )
    announce(workshop.topic)
    return workshop
