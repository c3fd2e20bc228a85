# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The futures side by side: story, drivers, developments and their own figures."""

from dataclasses import dataclass
from uuid import UUID

from scenarios import vocabulary
from scenarios.models import Development, ScenarioRevision
from scenarios.selectors.impacts import Figures, figures_of
from scenarios.templatetags.figures import language, number
from workshops.models import Workshop
from workshops.selectors.differences import Differences, differences_of
from workshops.selectors.distances import Distances, distances_of
from workshops.selectors.futures import Future
from workshops.selectors.paths import PathRow, paths_of
from workshops.selectors.pressure import PressureRow, pressure_of


@dataclass(frozen=True, slots=True)
class DriverRow:
    """One driving force over all scenarios, as people read it."""

    label: str
    unit: str
    sentence: str
    values: tuple[str, ...]


KEY_FIGURES = (
    ("unemployment", "everyone"),
    ("unemployment", "low_educated"),
    ("employment", "everyone"),
    ("real_wage", "low_educated"),
    ("real_wage", "high_educated"),
    ("low_paid_insecure", "low_educated"),
    ("contract_share", "self_employed"),
    ("routine_share", "everyone"),
    ("middle_wage_jobs", "everyone"),
    ("poverty", "everyone"),
    ("wage_ratio", "everyone"),
    ("gdp", "everyone"),
    ("balance", "government"),
)


@dataclass(frozen=True, slots=True)
class Futures:
    """All that the comparison shows."""

    futures: tuple[Future, ...]
    drivers: tuple[tuple[str, tuple[DriverRow, ...]], ...]
    paths: tuple[PathRow, ...]
    differences: Differences
    distances: Distances
    pressure: tuple[PressureRow, ...]
    state: Figures
    year: int


def futures_of(workshop: Workshop, *, year: int = 2030) -> Futures:
    """Return the scenarios of a workshop side by side: four statements at any size."""
    places = list(workshop.places.select_related("revision", "scenario").order_by("order"))
    revisions = [place.revision for place in places]
    developments: dict[UUID, list[Development]] = {}
    for one in Development.objects.filter(revision__in=revisions).order_by("order"):
        developments.setdefault(one.revision_id, []).append(one)
    ids = [one.id for one in revisions]
    state = figures_of(scenario_revision_ids=ids)
    futures = tuple(
        Future(place.letter, place.scenario.key, place.revision, tuple(developments.get(place.revision_id, ())))
        for place in places
    )
    return Futures(
        futures=futures,
        drivers=_drivers(revisions),
        paths=paths_of(KEY_FIGURES, ids, state, year),
        differences=differences_of(KEY_FIGURES, futures, state, year),
        distances=distances_of(KEY_FIGURES, futures, state, year),
        pressure=pressure_of(futures, state, year),
        state=state,
        year=year,
    )


def _drivers(revisions: list[ScenarioRevision]) -> tuple[tuple[str, tuple[DriverRow, ...]], ...]:
    tongue = language()
    found: dict[str, list[DriverRow]] = {}
    for term in vocabulary.drivers():
        values = [one.drivers.get(term.key) for one in revisions]
        told = tuple("" if value is None else number(value * term.scale, term.decimals) for value in values)
        row = DriverRow(
            term.label.in_language(tongue), term.unit.in_language(tongue), term.sentence.in_language(tongue), told
        )
        found.setdefault(term.theme, []).append(row)
    themes = {theme.key: theme.label.in_language(tongue) for theme in vocabulary.driver_themes()}
    return tuple((themes[key], tuple(rows)) for key, rows in found.items())
