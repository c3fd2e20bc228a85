# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fix what the council agrees before it votes."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from scenarios.announce import announce
from workshops import rules
from workshops.enums import Act
from workshops.errors import AgreementsError
from workshops.journal import record
from workshops.models import Agreements, Workshop
from workshops.rules import Standing
from workshops.services.insist import insist

CHANGEABLE = (
    "report_year",
    "broad_share",
    "majority_share",
    "response_share",
    "useful_share",
    "useful_variants",
    "frame_bn",
    "frame_year",
    "frame_is_structural",
    "frame_source",
    "absent_groups",
)


@transaction.atomic
def change_agreements(*, who: Standing, workshop: Workshop, values: dict[str, Any]) -> Agreements:
    """Change the agreements that are not locked yet; after a lock this begins the next version."""
    latest = workshop.agreements.select_for_update().first()
    insist(rules.can_lock_agreements(who, workshop))
    if latest is None:
        raise AgreementsError(_("This workshop has no agreements yet."))
    if latest.is_locked:
        latest.pk, latest._state.adding = Agreements().pk, True  # noqa: SLF001 -- Django's documented way to copy a row
        latest.version, latest.locked_at, latest.locked_by = latest.version + 1, None, None
    for field, value in values.items():
        if field in CHANGEABLE:
            setattr(latest, field, value)
    latest.save()
    record(
        workshop=workshop,
        act=Act.AGREEMENTS_CHANGED,
        actor=who.person,
        capacity=who.capacity(),
        subject=f"version {latest.version}",
        data={field: value for field, value in values.items() if field in CHANGEABLE},
    )
    return latest


@transaction.atomic
def lock_agreements(*, who: Standing, workshop: Workshop) -> Agreements:
    """Lock the latest agreements: from now on a round may open under them, and they never change."""
    insist(rules.can_lock_agreements(who, workshop))
    latest = workshop.agreements.select_for_update().first()
    if latest is None:
        raise AgreementsError(_("This workshop has no agreements yet."))
    if latest.is_locked:
        raise AgreementsError(_("These agreements are locked already; a change begins a new version."))
    latest.locked_at, latest.locked_by = timezone.now(), who.person
    latest.save(update_fields=["locked_at", "locked_by"])
    record(
        workshop=workshop,
        act=Act.AGREEMENTS_LOCKED,
        actor=who.person,
        capacity=who.capacity(),
        subject=f"version {latest.version}",
        data={field: getattr(latest, field) for field in CHANGEABLE},
    )
    announce(workshop.topic)
    return latest
