# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fix what the council agrees before it votes."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from scenarios.announce import announce
from workshops import rules
from workshops.enums import Act, ProposalState
from workshops.errors import AgreementsError
from workshops.jobs.contests import ask_contests
from workshops.journal import record
from workshops.models import Agreements, Workshop
from workshops.rules import Standing
from workshops.services.insist import insist
from workshops.services.proposals import project_proposal

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
    "frame_status",
    "absent_groups",
)
TEXTS = ("frame_source", "absent_groups")


@transaction.atomic
def change_agreements(*, who: Standing, workshop: Workshop, values: dict[str, Any]) -> Agreements:
    """Change the agreements that are not locked yet; after a lock this begins the next version."""
    latest = agreements_to_change(who=who, workshop=workshop)
    changes = {field: value for field, value in values.items() if field in CHANGEABLE and latest.said(field) != value}
    if not changes:
        return latest
    begin_next_version(latest)
    for field, value in changes.items():
        _set(latest, field, value)
    latest.save()
    record_on(Act.AGREEMENTS_CHANGED, who, latest, changes)
    if "report_year" in changes:
        project_again(workshop)
    return latest


def agreements_to_change(*, who: Standing, workshop: Workshop) -> Agreements:
    """Return the newest version, for who may change it and when no round is open under it."""
    insist(rules.can_change_agreements(who, workshop))
    latest = _latest(workshop)
    if workshop.rounds.open().exists():
        raise AgreementsError(_("A round is open under these agreements. They can change once it is closed."))
    return latest


def begin_next_version(latest: Agreements) -> None:
    """Make of a locked version the next, still to be stored; what is not locked changes in place."""
    if latest.is_locked:
        latest.pk, latest._state.adding = Agreements().pk, True  # noqa: SLF001 -- Django's documented way to copy a row
        latest.version, latest.locked_at, latest.locked_by = latest.version + 1, None, None


def project_again(workshop: Workshop) -> None:
    """Ask anew what every proposal does, by the year and the yardsticks of now; what was computed before is found again."""
    for proposal in workshop.proposals.exclude(state=ProposalState.WITHDRAWN).select_related("reform_revision"):
        project_proposal(proposal)


@transaction.atomic
def lock_agreements(*, who: Standing, workshop: Workshop) -> Agreements:
    """Lock the latest agreements: from now on a round may open under them, and they never change."""
    insist(who.is_facilitator)
    latest = _latest(workshop)
    if latest.is_locked:
        raise AgreementsError(_("These agreements are locked already; a change begins a new version."))
    insist(rules.can_lock_agreements(who, workshop, latest))
    is_measured_otherwise = take_up_yardsticks(latest)
    latest.locked_at, latest.locked_by = timezone.now(), who.person
    latest.save(update_fields=["locked_at", "locked_by", "yardsticks"])
    agreed = {field: getattr(latest, field) for field in CHANGEABLE}
    record_on(Act.AGREEMENTS_LOCKED, who, latest, agreed | {"sides": _sides(workshop)})
    if is_measured_otherwise:
        project_again(workshop)
    ask_contests(workshop)  # they may have locked another year
    return latest


def take_up_yardsticks(agreements: Agreements) -> bool:
    """Have every side measure by what these agreements name, write down what each measures by, and say if one changed."""
    sides = list(agreements.workshop.constituencies.all())
    changed = [side for side in sides if agreements.yardsticks.get(side.key, "") not in {"", str(side.yardstick_id)}]
    for side in changed:
        side.yardstick_id = UUID(agreements.yardsticks[side.key])
        side.save(update_fields=["yardstick"])
    agreements.yardsticks = {side.key: str(side.yardstick_id) for side in sides}
    return bool(changed)


def _set(agreements: Agreements, field: str, value: Any) -> None:
    """Set a figure; or a text in the language it is typed in, where a translation keeps to its own language."""
    language = (translation.get_language() or "nl")[:2]
    if field in TEXTS and language != agreements.lang:
        agreements.translations.setdefault(language, {})[field] = value
        return
    setattr(agreements, field, value)
    for translated in agreements.translations.values():
        translated.pop(field, None)


def _latest(workshop: Workshop) -> Agreements:
    """Return the newest version; the workshop stays locked till we are done, so that nobody adds one meanwhile."""
    Workshop.objects.select_for_update().only("pk").get(pk=workshop.pk)
    latest = workshop.agreements.first()
    if latest is None:
        raise AgreementsError(_("This workshop has no agreements yet."))
    return latest


def _sides(workshop: Workshop) -> dict[str, Any]:
    """Return whom each side represents and what it measures by, as the journal keeps it."""
    sides = workshop.constituencies.select_related("yardstick")
    return {side.key: {"groups": side.groups, "yardstick": side.yardstick.lines} for side in sides}


def record_on(act: Act, who: Standing, agreements: Agreements, data: dict[str, Any]) -> None:
    record(
        workshop=agreements.workshop,
        act=act,
        actor=who.person,
        capacity=who.capacity(),
        subject=f"version {agreements.version}",
        data=data,
        is_locked=True,
    )
    announce(agreements.workshop.topic)
