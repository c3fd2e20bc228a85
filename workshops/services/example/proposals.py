# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The proposals on the table, and what people judge where the model cannot say."""

from typing import Any

from scenarios.models import Reform, ReformRevision
from workshops.enums import Act, Role
from workshops.models import Judgement, Proposal
from workshops.services.example.calendar import ROUNDS
from workshops.services.example.stage import Stage
from workshops.services.tables import Entry, table, written

TAKEN_OVER = ("levers", "phase_years", "exante_budget_bn", "budget_from_model", "budget_source", "budget_status")


def table_proposals(stage: Stage, number: int) -> dict[int, Proposal]:
    """Put the proposals of one round on the table, by number, each by the member of its seat."""
    tabled = {}
    for nth, entry in enumerate(entries_of(number)):
        at = stage.calendar.step(ROUNDS[number].tabled, nth)
        place = (entry["constituency"], entry["seat"])
        seat, member = stage.council.seats[place], stage.council.members[place]
        proposal = Proposal.objects.create(
            workshop=stage.workshop,
            number=entry["number"],
            reform_revision=_reform(stage, entry),
            constituency=seat.constituency,
            delegation=seat.delegation,
            seat=seat,
            tabled_by=member,
            tabled_at=at,
            addresses_kind=entry["addresses_kind"],
            scope=entry["scope"],
            track=entry["track"],
            **written(entry, "reasons", "addresses"),
        )
        facts = {"reform_revision": str(proposal.reform_revision_id)}
        stage.record(Act.PROPOSAL_TABLED, member, at=at, subject=f"proposal {proposal.number}", data=facts)
        tabled[proposal.number] = proposal
    return tabled


def entries_of(number: int) -> list[Entry]:
    """Return the proposals that one round is about."""
    return [entry for entry in table("proposals")["proposals"] if entry["round"] == number]


def _reform(stage: Stage, entry: Entry) -> ReformRevision:
    """Write the reform in the delegation's own words; one from the catalogue keeps its levers and its cost."""
    known = stage.reference.reforms[entry["reform"]] if entry["reform"] else None
    content: dict[str, Any] = written(entry, "title", "summary", "interpretation", "left_out", "actors")
    if known:
        content |= {field: getattr(known, field) for field in TAKEN_OVER}
        content["translations"]["en"]["budget_source"] = known.said("budget_source", "en")
    if entry["levers"]:
        content["levers"] = entry["levers"]
    institution = known.reform.institution if known else stage.reference.institutions[entry["institution"]]
    return ReformRevision.objects.create(
        reform=Reform.objects.create(institution=institution),
        number=1,
        modelled=entry["modelled"],
        level=entry["level"],
        start_year=entry["start_year"],
        lead_years=entry["lead_years"],
        **content,
    )


def judge_proposals(stage: Stage, number: int, proposals: dict[int, Proposal]) -> None:
    """Write down what the commission judged before the round."""
    secretary, at = stage.council.first_in(Role.SECRETARY), stage.calendar.at(ROUNDS[number].judged, 14)
    for entry in entries_of(number):
        proposal = proposals[entry["number"]]
        rows = [
            Judgement(
                proposal=proposal,
                scenario_revision=stage.scenarios[told["scenario"]],
                constituency=stage.council.constituencies[told["constituency"]],
                direction=told["direction"],
                judged_by=Role.SECRETARY,
                judged_at=at,
                **written(told, "reason", "evidence"),
            )
            for told in entry.get("judgements", [])
        ]
        if rows:
            Judgement.objects.bulk_create(rows)
            facts = {"judgements": len(rows)}
            stage.record(Act.PROPOSAL_JUDGED, secretary, at=at, subject=f"proposal {proposal.number}", data=facts)
