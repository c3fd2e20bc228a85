# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Move a workshop from step to step."""

from django.db import transaction

from scenarios.announce import announce
from workshops import rules
from workshops.enums import Act, Phase
from workshops.journal import record
from workshops.models import Workshop
from workshops.rules import Standing
from workshops.services.insist import insist


@transaction.atomic
def move_phase(*, who: Standing, workshop: Workshop, phase: Phase) -> Workshop:
    """Start another phase; what anybody may do follows at once."""
    insist(rules.can_move_phase(who))
    previous = workshop.phase
    workshop.phase = phase
    workshop.save(update_fields=["phase"])
    record(
        workshop=workshop,
        act=Act.PHASE_MOVED,
        actor=who.person,
        capacity=who.capacity(),
        data={"from": previous, "to": phase.value},
    )
    announce(workshop.topic)
    return workshop
