# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The futures side by side: story, drivers, developments and their own figures."""

from dataclasses import dataclass
from uuid import UUID

from scenarios import vocabulary
from scenarios.models import Development, ScenarioRevision
from scenarios.selectors.impacts import Band, Figures, figures_of
from scenarios.templatetags.figures import language, number
from workshops.models import Workshop


@dataclass(frozen=True, slots=True)
class Future:
    """One scenario in its place."""

    letter: str
    key: str
    revision: ScenarioRevision
    developments: tuple[Development, ...]


@dataclass(frozen=True, slots=True)
class DriverRow:
    """One driving force over all scenarios, as people read it."""

    label: str
    unit: str
    sentence: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One key figure over all scenarios, on one axis: positions in percent of the width."""

    outcome: str
    group: str
    cells: tuple["FigureCell | None", ...]


@dataclass(frozen=True, slots=True)
class FigureCell:
    """An interval and where it stands."""

    band: Band
    base: float
    low_at: float
    mid_at: float
    high_at: float
    base_at: float


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
    figures: tuple[FigureRow, ...]
    state: Figures
    year: int


def futures_of(workshop: Workshop, *, year: int = 2030) -> Futures:
    """Return the scenarios of a workshop side by side: four statements at any size."""
    places = list(workshop.places.select_related("revision", "scenario").order_by("order"))
    revisions = [place.revision for place in places]
    developments: dict[UUID, list[Development]] = {}
    for one in Development.objects.filter(revision__in=revisions).order_by("order"):
        developments.setdefault(one.revision_id, []).append(one)
    state = figures_of(scenario_revision_ids=[one.id for one in revisions])
    return Futures(
        futures=tuple(
            Future(place.letter, place.scenario.key, place.revision, tuple(developments.get(place.revision_id, ())))
            for place in places
        ),
        drivers=_drivers(revisions),
        figures=tuple(_figure(key, revisions, state, year) for key in KEY_FIGURES if key in state.bands),
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


def _figure(key: tuple[str, str], revisions: list[ScenarioRevision], state: Figures, year: int) -> FigureRow:
    years = [state.bands[key].get(one.id, {}) for one in revisions]
    bands = [found.get(year) for found in years]
    bases = [found[2015].mid for found in years if 2015 in found]
    values = [value for band in bands if band for value in (band.low, band.high)] + bases
    low, high = min(values, default=0.0), max(values, default=1.0)
    margin = (high - low or abs(high) or 1.0) * 0.06

    def at(value: float) -> float:
        return round(100 * (value - low + margin) / (high - low + 2 * margin), 2)

    base = bases[0] if bases else low
    cells = [
        FigureCell(band, base, at(band.low), at(band.mid), at(band.high), at(base)) if band else None for band in bands
    ]
    return FigureRow(*key, tuple(cells))
