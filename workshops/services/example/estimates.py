# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the invented members estimate what can happen: two rounds that closed, and a third that is open."""

from collections.abc import Sequence
from dataclasses import dataclass

from scenarios.models import Development, ScenarioRevision
from workshops.enums import Act, Role
from workshops.estimating import SCALE
from workshops.journal import Line
from workshops.models import Estimate, EstimateRound, Estimation
from workshops.services.example.calendar import ANSWERED, COMPARED
from workshops.services.example.stage import Done, Stage
from workshops.services.tables import Entry, table, written

STRIDE = 7  # from one member's place in the answers to the next: the answers of a side do not stand together


@dataclass(frozen=True, slots=True)
class Days:
    """When a round opened and closed, in days before the due date."""

    opened: int
    closed: int


CLOSED = {1: Days(COMPARED - 1, COMPARED - 4), 2: Days(COMPARED - 5, COMPARED - 8)}


def estimate_developments(stage: Stage) -> Estimation:
    """Hold the two rounds, after the comparing began and before the first vote."""
    told = table("estimates")
    estimation = Estimation.objects.create(
        workshop=stage.workshop,
        agreement=told["agreement"],
        fewest=told["fewest"],
        started_at=stage.calendar.at(CLOSED[1].opened, 14),
    )
    estimation.revisions.set(ScenarioRevision.objects.filter(pk__in=[one.pk for one in stage.scenarios.values()]))
    for number, days in CLOSED.items():
        one = _open(stage, estimation, number, days.opened, hour=14)
        people = _answer(stage, one, number, most=len(stage.council.members), days=days.opened, hour=16)
        one.closed_at = stage.calendar.at(days.closed, 12)
        one.save(update_fields=["closed_at"])
        facilitator = stage.council.first_in(Role.FACILITATOR)
        facts, about = {"people": people}, f"estimates {number}"
        stage.record(Act.ESTIMATES_CLOSED, facilitator, at=one.closed_at, subject=about, data=facts)
    return estimation


def estimate_once_more(stage: Stage, estimation: Estimation) -> None:
    """Open a third round after the votes; a few took part already, and say the same."""
    one = _open(stage, estimation, len(CLOSED) + 1, ANSWERED, hour=16)
    _answer(stage, one, len(CLOSED), most=table("estimates")["answered_again"], days=ANSWERED, hour=16)


def _open(stage: Stage, estimation: Estimation, number: int, days: int, *, hour: int) -> EstimateRound:
    at = stage.calendar.at(days, hour)
    rule = {"agreement": estimation.agreement, "fewest": estimation.fewest}
    facilitator = stage.council.first_in(Role.FACILITATOR)
    stage.record(Act.ESTIMATES_OPENED, facilitator, at=at, subject=f"estimates {number}", data=rule)
    return EstimateRound.objects.create(estimation=estimation, number=number, opened_at=at)


def _answer(stage: Stage, one: EstimateRound, told_in: int, *, most: int, days: int, hour: int) -> int:  # noqa: PLR0913 -- who, when, how many
    """Store what members said as in a round of the table; return how many took part."""
    editions = [revision.pk for revision in stage.scenarios.values()]
    developments = {
        (row.revision.scenario.key, row.order): row
        for row in Development.objects.filter(revision__in=editions).select_related("revision__scenario")
    }
    members = [person.pk for person in stage.council.members.values()]
    among = set(members[:: len(members) // most][:most])
    rows = [
        row
        for nth, entry in enumerate(table("estimates")["estimates"])
        for row in _of_development(stage, one, developments[entry["scenario"], entry["order"]], (entry, nth, told_in))
        if row.person_id in among
    ]
    Estimate.objects.bulk_create(rows)
    people = len({row.person_id for row in rows})
    line = Line(Act.ESTIMATES_GIVEN, f"estimates {one.number}")
    stage.done.append(Done(stage.calendar.at(days, hour, 20), [line] * people, None))
    return people


def _of_development(
    stage: Stage, one: EstimateRound, development: Development, told: tuple[Entry, int, int]
) -> list[Estimate]:
    entry, nth, told_in = told
    members = list(stage.council.members.items())
    likelihood, impact = _points(entry["likelihood"][told_in - 1]), _points(entry["impact"][told_in - 1])
    reasons = entry["reasons"] if one.number <= len(CLOSED) else ()
    rows = []
    for at, likely in enumerate(likelihood):
        (side, _number), person = members[(at * STRIDE + nth) % len(members)]
        rows.append(
            Estimate(
                round=one,
                development=development,
                person=person,
                constituency=stage.council.constituencies[side],
                likelihood=likely,
                impact=impact[(at + len(impact) // 2) % len(impact)],
                **(written(reasons[at], "reason") if at < len(reasons) else {}),
            )
        )
    return rows


def _points(counts: Sequence[int]) -> list[int | None]:
    """Return an answer for everybody who gave one."""
    return [point for point, count in zip((*SCALE, None), counts, strict=True) for _each in range(count)]
