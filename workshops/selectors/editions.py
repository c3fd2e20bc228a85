# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The editions of a scenario: listed, who wrote what of them, and what still points at an earlier one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Count, QuerySet, Value

from scenarios.models import ScenarioRevision
from workshops.models import Ballot, Judgement, WorkshopScenario
from workshops.selectors.table import Side

HEAVY = (
    "story",
    "economy",
    "labour_market",
    "organisation",
    "relations",
    "related",
    "signs",
    "translations",
    "drivers",
)


def editions_of(place: WorkshopScenario) -> QuerySet[ScenarioRevision]:
    """Return the editions, the newest on top, without their texts."""
    return place.scenario.revisions.defer(*HEAVY).order_by("-number")


def edition_in(place: WorkshopScenario, number: int) -> ScenarioRevision | None:
    """Return one edition: one statement."""
    return place.scenario.revisions.filter(number=number).first()


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a text one side wrote, or a role, or nobody at this table."""

    key: str
    side: Side | None
    share: float


def shares_of(stretches: Mapping[str, Sequence[Sequence[Any]]], sides: Iterable[Side]) -> list[Share]:
    """Return who wrote how much of an edition, by constituency, the largest share first."""
    by_key: dict[str, int] = {}
    for rows in stretches.values():
        for size, who in rows:
            by_key[writer_key(who)] = by_key.get(writer_key(who), 0) + int(size)
    total = sum(by_key.values())
    known = {side.key: side for side in sides}
    found = [Share(key, known.get(key), size / total) for key, size in by_key.items() if total]
    return sorted(found, key=lambda one: -one.share)


def writer_key(capacity: str) -> str:
    """Return the side or the role of a capacity: never which seat."""
    return capacity.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Segment:
    """Some words of a text, and the side or role that wrote them."""

    text: str
    key: str


def segments_of(text: str, stretches: Sequence[Sequence[Any]]) -> list[Segment]:
    """Return a text cut where its writers change; what is nobody's has no key."""
    raw, at = text.encode(), 0
    found: list[Segment] = []
    for size, who in stretches:
        words = raw[at : at + int(size)].decode(errors="ignore")
        at += int(size)
        key = writer_key(who)
        if found and found[-1].key == key:
            found[-1] = Segment(found[-1].text + words, key)
        elif words:
            found.append(Segment(words, key))
    rest = raw[at:].decode(errors="ignore")
    return [*found, Segment(rest, "")] if rest else found


@dataclass(frozen=True, slots=True)
class Pointing:
    """What points at an earlier edition than the one that holds."""

    edition: int
    ballots: int
    judgements: int


def pointing_earlier(place: WorkshopScenario) -> list[Pointing]:
    """Return per earlier edition what was answered and judged about it: one statement."""
    of_place = {"poll__round__workshop": place.workshop_id, "poll__scenario_revision__scenario": place.scenario_id}
    ballots = _per_edition(Ballot.objects.filter(**of_place), "poll__scenario_revision__number", "ballots")
    judged = Judgement.objects.filter(
        proposal__workshop=place.workshop_id, scenario_revision__scenario=place.scenario_id
    )
    found: dict[int, dict[str, int]] = {}
    for number, kind, count in ballots.union(_per_edition(judged, "scenario_revision__number", "judgements"), all=True):
        found.setdefault(number, {})[kind] = count
    return [
        Pointing(number, counts.get("ballots", 0), counts.get("judgements", 0))
        for number, counts in sorted(found.items())
        if number != place.revision.number
    ]


def _per_edition(rows: QuerySet[Any], number: str, kind: str) -> QuerySet[Any, Any]:
    counts = {"kind": Value(kind, CharField()), "count": Count("pk")}
    counted: QuerySet[Any, Any] = rows.order_by().values_list(number).annotate(**counts)
    return counted
