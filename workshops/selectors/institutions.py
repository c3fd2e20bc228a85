# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The institutions of today over the scenarios: what strains them, what each side says, what the council decided."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from scenarios.models import Development, Institution
from workshops import rules
from workshops.disclosure import ratings_told
from workshops.enums import PRESSED, Fate, ProposalState, Stress
from workshops.models import InstitutionVerdict, Proposal, StressRating, Workshop
from workshops.rules import Standing
from workshops.selectors.table import Place, Side, places_of, sides_of

HARDNESS = {Stress.FAILS: 3, Stress.STRONG: 2, Stress.SOME: 1}


@dataclass(frozen=True, slots=True)
class Strain:
    """How hard a scenario presses, and why; judged by the authors."""

    degree: str
    sentence: str


@dataclass(frozen=True, slots=True)
class SideRates:
    """What one side says of an institution in one scenario; nothing while it has not said, or is not told yet."""

    side: Side
    rating: StressRating | None
    is_about_earlier: bool = False

    @property
    def answer(self) -> Stress | None:
        return Stress(self.rating.answer) if self.rating else None


@dataclass(frozen=True, slots=True)
class Fared:
    """One institution in one scenario."""

    place: Place
    strain: Strain | None
    rates: tuple[SideRates, ...]
    verdict: InstitutionVerdict | None
    developments: tuple[Development, ...] = ()
    is_verdict_about_earlier: bool = False

    @property
    def fate(self) -> Fate | None:
        return Fate(self.verdict.fate) if self.verdict else None

    @property
    def is_pressed(self) -> bool:
        """Some side sees it under strong strain, or failing."""
        return any(one.answer in PRESSED for one in self.rates)

    @property
    def is_disputed(self) -> bool:
        """One side says that it holds, another that it fails."""
        answers = {one.answer for one in self.rates}
        return {Stress.HOLDS, Stress.FAILS} <= answers

    @property
    def proposals(self) -> list[Proposal]:
        """The proposals that the council ties to its verdict; loaded with it."""
        return list(self.verdict.proposals.all()) if self.verdict else []


@dataclass(frozen=True, slots=True)
class InstitutionRow:
    """One institution over the scenarios."""

    institution: Institution
    cells: tuple[Fared, ...]
    changed_by: tuple[Proposal, ...] = ()

    @property
    def weight(self) -> int:
        """How hard it is pressed in all, to order by."""
        return sum(HARDNESS.get(one.answer, 0) for cell in self.cells for one in cell.rates if one.answer)

    @property
    def pressed_in(self) -> list[Place]:
        return [cell.place for cell in self.cells if cell.is_pressed]


@dataclass(frozen=True, slots=True)
class InstitutionMap:
    """All institutions over all scenarios, for one reader."""

    sides: tuple[Side, ...]
    places: tuple[Place, ...]
    rows: tuple[InstitutionRow, ...]
    are_open: bool

    @property
    def pressed(self) -> list[InstitutionRow]:
        """Under strong strain or failing by some side in some scenario."""
        return [row for row in self.rows if row.pressed_in]

    @property
    def pressed_everywhere(self) -> list[InstitutionRow]:
        return [row for row in self.rows if self.places and len(row.pressed_in) == len(self.places)]

    @property
    def is_rated(self) -> bool:
        return any(one.rating for row in self.rows for cell in row.cells for one in cell.rates)


def institution_map(workshop: Workshop, who: Standing = rules.NOBODY, *, key: str = "") -> InstitutionMap:
    """Return the map as this reader may see it, or one row of it: at most nine statements at any size."""
    sides, places = sides_of(workshop), places_of(workshop)
    institutions = Institution.objects.order_by("order", "key")
    if key:
        institutions = institutions.filter(key=key)
    rated = _rated(ratings_in(workshop, who, key=key))
    decided = _decided(verdicts_in(workshop, key=key))
    proposals = _standing_proposals(workshop)
    developments = list(Development.objects.filter(revision__in=[place.revision_id for place in places]))
    rows = [
        InstitutionRow(
            one,
            tuple(_with(_fared(one, place, sides, rated, decided), one, developments) for place in places),
            tuple(each for each in proposals if one.key in each.reform_revision.changes),
        )
        for one in institutions
    ]
    return InstitutionMap(tuple(sides), tuple(places), tuple(rows), rules.can_see_other_ratings(workshop))


def ratings_in(workshop: Workshop, who: Standing = rules.NOBODY, *, key: str = "") -> list[StressRating]:
    """Return the ratings that this reader may see, an earlier edition's before a later one's: one statement."""
    rows = StressRating.objects.filter(constituency__workshop=workshop)
    if key:
        rows = rows.filter(institution__key=key)
    rows = rows.select_related("institution", "revision__scenario", "constituency")
    return ratings_told(
        rows.order_by("institution__order", "revision__scenario__key", "revision__number", "constituency__order"),
        own={seat.constituency_id for seat in who.seats},
        are_open=rules.can_see_other_ratings(workshop),
    )


def verdicts_in(workshop: Workshop, *, key: str = "") -> list[InstitutionVerdict]:
    """Return what the council decided, with the proposals that go with it: two statements."""
    rows = InstitutionVerdict.objects.filter(workshop=workshop)
    if key:
        rows = rows.filter(institution__key=key)
    rows = rows.select_related("institution", "revision__scenario").prefetch_related("proposals__reform_revision")
    return list(rows.order_by("institution__order", "revision__scenario__key", "revision__number"))


def _rated(ratings: Iterable[StressRating]) -> dict[tuple[object, ...], StressRating]:
    """Return the latest rating by institution, scenario and side."""
    return {(one.institution_id, one.revision.scenario.key, one.constituency_id): one for one in ratings}


def _decided(verdicts: Iterable[InstitutionVerdict]) -> dict[tuple[object, ...], InstitutionVerdict]:
    return {(one.institution_id, one.revision.scenario.key): one for one in verdicts}


def _fared(
    one: Institution,
    place: Place,
    sides: Sequence[Side],
    rated: Mapping[tuple[object, ...], StressRating],
    decided: Mapping[tuple[object, ...], InstitutionVerdict],
) -> Fared:
    rates = []
    for side in sides:
        rating = rated.get((one.id, place.key, side.id))
        rates.append(SideRates(side, rating, rating is not None and rating.revision_id != place.revision_id))
    verdict = decided.get((one.id, place.key))
    return Fared(
        place=place,
        strain=strain_of(one, place.key),
        rates=tuple(rates),
        verdict=verdict,
        is_verdict_about_earlier=verdict is not None and verdict.revision_id != place.revision_id,
    )


def _with(cell: Fared, institution: Institution, developments: Iterable[Development]) -> Fared:
    """Add what the scenario brings that points at the institution."""
    found = [
        one for one in developments if one.revision_id == cell.place.revision_id and institution.key in one.institutions
    ]
    return replace(cell, developments=tuple(found))


def _standing_proposals(workshop: Workshop) -> list[Proposal]:
    rows = Proposal.objects.filter(workshop=workshop).exclude(state=ProposalState.WITHDRAWN)
    return list(rows.select_related("reform_revision").order_by("number"))


def strain_of(institution: Institution, scenario_key: str) -> Strain | None:
    """Return what the authors say that a scenario does to an institution; nothing about a scenario that is not theirs."""
    sentence = institution.said("strains").get(scenario_key)
    return Strain(institution.degrees.get(scenario_key, ""), sentence) if sentence else None


@dataclass(frozen=True, slots=True)
class StrainedInstitution:
    """One institution over the scenarios, by the authors only."""

    institution: Institution
    strains: tuple[Strain | None, ...]


def institutions_under_strain(scenario_keys: list[str]) -> list[StrainedInstitution]:
    """Return every institution with its strain per scenario: one statement."""
    rows = Institution.objects.order_by("order")
    return [StrainedInstitution(one, tuple(strain_of(one, key) for key in scenario_keys)) for one in rows]
