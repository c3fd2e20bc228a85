# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the rounds found of developments, who took part in an open one, and what one said oneself."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from django.db.models import Count

from scenarios.models import Development, ScenarioRevision
from workshops.enums import Finding
from workshops.estimating import Answers, ConsensusRule, Told, finding_of, told_of
from workshops.models import Estimate, EstimateRound, Estimation, User, Workshop, WorkshopScenario
from workshops.selectors.table import Place, Side, place_of

SCALES = ("likelihood", "impact")


@dataclass(frozen=True, slots=True)
class Scaled:
    """What a round found on one scale."""

    told: Told
    finding: Finding


@dataclass(frozen=True, slots=True)
class Found:
    """What one closed round found of one development; reasons in no order that tells who gave them."""

    number: int
    likelihood: Scaled
    impact: Scaled
    reasons: tuple[Estimate, ...] = ()


@dataclass(frozen=True, slots=True)
class DevelopmentFound:
    """A development with what each closed round found, the first round first."""

    development: Development
    rounds: tuple[Found, ...]

    @property
    def last(self) -> Found | None:
        return self.rounds[-1] if self.rounds else None


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A scenario with its developments; `edition` is set when the rounds are about an earlier one."""

    place: Place
    edition: int | None
    developments: tuple[DevelopmentFound, ...]


@dataclass(frozen=True, slots=True)
class SideTurnout:
    """How many of a side took part in the open round."""

    side: Side
    people: int


def estimation_of(workshop: Workshop) -> Estimation | None:
    """Return the newest row of rounds, with its rounds and the editions it is about: three statements."""
    rows = Estimation.objects.filter(workshop=workshop).prefetch_related("rounds", "revisions")
    one = rows.first()
    if one is not None:
        one.workshop = workshop
    return one


def open_round_of(estimation: Estimation | None) -> EstimateRound | None:
    """Return the round that is open, of rounds that were read already."""
    found = next((one for one in estimation.rounds.all() if one.is_open), None) if estimation else None
    if found is not None and estimation is not None:
        found.estimation = estimation
    return found


def rule_of(estimation: Estimation) -> ConsensusRule:
    """Return the rule as the arithmetic needs it."""
    return ConsensusRule(Fraction(estimation.agreement, 100), estimation.fewest)


def found_by(estimation: Estimation, *, only: UUID | None = None) -> list[PlaceFound]:
    """Return what every closed round found of every development, or of those of one scenario: four statements."""
    editions = {one.scenario_id: one for one in estimation.revisions.all()}
    places = WorkshopScenario.objects.filter(workshop=estimation.workshop, scenario__in=editions)
    places = places.filter(scenario=only) if only else places
    tables = _Tables.of(estimation)
    developments = _by_edition(editions.values())
    return [
        PlaceFound(
            place_of(place),
            edition.number if edition.pk != place.revision_id else None,
            tuple(DevelopmentFound(one, tables.rounds_of(one.pk)) for one in developments[edition.pk]),
        )
        for place in places.select_related("revision", "scenario").order_by("order")
        for edition in [editions[place.scenario_id]]
    ]


def findings_for(place: WorkshopScenario) -> dict[str, Found]:
    """Return what the last closed round found of a scenario's bottlenecks and opportunities, by their words: one statement.

    A new edition that left the words as they were keeps what was found of them; other words are another development.
    """
    rows = list(
        Estimate.objects.filter(
            round__closed_at__isnull=False,
            round__estimation__workshop=place.workshop_id,
            development__revision__scenario=place.scenario_id,
        )
        .order_by()
        .values_list(
            "development__text",
            "round__closed_at",
            "round__number",
            "round__estimation__agreement",
            "round__estimation__fewest",
            *SCALES,
        )
        .annotate(count=Count("pk"))
    )
    last = {text: max(row[1] for row in rows if row[0] == text) for text in {row[0] for row in rows}}
    return {text: _found_at([row[2:] for row in rows if row[:2] == (text, at)]) for text, at in last.items()}


def turnout_of(one: EstimateRound, sides: Sequence[Side]) -> list[SideTurnout]:
    """Return how many people of each side took part: one statement."""
    rows = one.estimates.order_by().values_list("constituency").annotate(people=Count("person", distinct=True))
    people = dict(rows)
    return [SideTurnout(side, people.get(side.id, 0)) for side in sides]


def own_estimates(one: EstimateRound, person: User | None) -> dict[UUID, Estimate]:
    """Return what somebody said in a round or, of what they did not, in the one before: one statement."""
    rows = Estimate.objects.filter(
        round__estimation=one.estimation_id, round__number__in=(one.number - 1, one.number), person=person
    )
    return {row.development_id: row for row in rows.order_by("round__number")} if person else {}


@dataclass(frozen=True, slots=True)
class _Tables:
    """The answers and the reasons of all closed rounds, read at once."""

    rule: ConsensusRule
    closed: Mapping[int, int]
    counts: Mapping[tuple[int, UUID], list[tuple[int | None, int | None, int]]]
    reasons: Mapping[tuple[int, UUID], list[Estimate]]

    @classmethod
    def of(cls, estimation: Estimation) -> "_Tables":
        """Read them: two statements."""
        closed = {one.pk: one.number for one in estimation.rounds.all() if not one.is_open}
        rows = Estimate.objects.filter(round__in=closed)
        counts: dict[tuple[int, UUID], list[tuple[int | None, int | None, int]]] = defaultdict(list)
        for at, about, likelihood, impact, count in (
            rows.order_by().values_list("round", "development", *SCALES).annotate(count=Count("pk"))
        ):
            counts[at, about].append((likelihood, impact, count))
        reasons: dict[tuple[int, UUID], list[Estimate]] = defaultdict(list)
        for row in rows.exclude(reason="").order_by("pk"):
            reasons[row.round_id, row.development_id].append(row)
        return cls(rule_of(estimation), closed, counts, reasons)

    def rounds_of(self, development: UUID) -> tuple[Found, ...]:
        """Return what the rounds found of one development; one that nobody answered in a round is left out of it."""
        return tuple(
            _found(number, self.counts[pk, development], self.rule, self.reasons.get((pk, development), ()))
            for pk, number in sorted(self.closed.items(), key=lambda item: item[1])
            if (pk, development) in self.counts
        )


def _by_edition(editions: Iterable[ScenarioRevision]) -> Mapping[UUID, list[Development]]:
    found: dict[UUID, list[Development]] = defaultdict(list)
    for one in Development.objects.filter(revision__in=[edition.pk for edition in editions]).order_by("order"):
        found[one.revision_id].append(one)
    return found


def _found_at(rows: Sequence[tuple[int, int, int, int | None, int | None, int]]) -> Found:
    number, agreement, fewest = rows[0][:3]
    return _found(number, [row[3:] for row in rows], ConsensusRule(Fraction(agreement, 100), fewest))


def _found(
    number: int,
    rows: Iterable[tuple[int | None, int | None, int]],
    rule: ConsensusRule,
    reasons: Iterable[Estimate] = (),
) -> Found:
    likelihood: Counter[int | None] = Counter()
    impact: Counter[int | None] = Counter()
    for likely, large, count in rows:
        likelihood[likely] += count
        impact[large] += count
    return Found(number, _scaled(likelihood, rule), _scaled(impact, rule), tuple(reasons))


def _scaled(counted: Counter[int | None], rule: ConsensusRule) -> Scaled:
    answers = Answers({point: count for point, count in counted.items() if point is not None}, counted[None])
    return Scaled(told_of(answers), finding_of(answers, rule))
