# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What seats want to read otherwise in the proposals of others, and how far that is."""

from datetime import timedelta
from typing import Any

from workshops.enums import Act, AmendmentState, Role
from workshops.models import Amendment, Proposal
from workshops.services.example.calendar import AMENDED
from workshops.services.example.stage import Stage
from workshops.services.tables import Entry, table, written

ADVISED, ANSWERED = timedelta(hours=3), timedelta(hours=6)


def amend_proposals(stage: Stage) -> None:
    """Lay the amendments beside their proposals, with what the secretariat would do and what was answered."""
    proposals = {
        one.number: one
        for one in Proposal.objects.filter(workshop=stage.workshop).select_related("reform_revision", "seat")
    }
    for nth, entry in enumerate(table("amendments")["amendments"], start=1):
        amendment = _amendment(stage, proposals[entry["proposal"]], entry, nth)
        subject = f"amendment {entry['proposal']}.{amendment.number}"
        member = amendment.proposed_by
        if member is not None:
            stage.record(
                Act.AMENDMENT_PROPOSED,
                member,
                at=amendment.proposed_at,
                subject=subject,
                data={"parts": sorted(amendment.changes)},
            )
    for amendment in Amendment.objects.filter(proposal__workshop=stage.workshop).order_by("handled_at"):
        _record_what_came(stage, amendment)


def _amendment(stage: Stage, proposal: Proposal, entry: Entry, nth: int) -> Amendment:
    place, at = (entry["constituency"], entry["seat"]), stage.calendar.step(AMENDED, nth)
    facts: dict[str, Any] = written(entry, "reason", "handling_reason", "answer")
    if "handling" in entry:
        facts |= {
            "handling": entry["handling"],
            "handling_changes": entry.get("handling_changes", {}),
            "handling_lang": "nl",
            "handled_at": at + ADVISED,
        }
    if "state" in entry:
        seat = proposal.seat
        facts |= {
            "state": AmendmentState(entry["state"]),
            "answer_lang": "nl",
            "answered_at": at + ANSWERED,
            "answered_capacity": f"{proposal.constituency.key}:{seat.number}" if seat else "",
        }
    return Amendment.objects.create(
        proposal=proposal,
        number=entry["number"],
        about=proposal.reform_revision,
        seat=stage.council.seats[place],
        proposed_by=stage.council.members[place],
        proposed_at=at,
        changes=entry["changes"],
        **facts,
    )


def _record_what_came(stage: Stage, amendment: Amendment) -> None:
    subject = f"amendment {amendment.proposal.number}.{amendment.number}"
    if amendment.handled_at is not None:
        secretary = stage.council.first_in(Role.SECRETARY)
        data = {"handling": amendment.handling}
        stage.record(Act.AMENDMENT_HANDLED, secretary, at=amendment.handled_at, subject=subject, data=data)
    if amendment.answered_at is not None and amendment.proposal.tabled_by is not None:
        act = Act(f"amendment_{amendment.state}")
        stage.record(act, amendment.proposal.tabled_by, at=amendment.answered_at, subject=subject)
