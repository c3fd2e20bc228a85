# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Translate rows to arrays and back: the only translator between tables and the engine."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

import engine
from scenarios.arrays import payoffs
from scenarios.models import (
    ContestedProjection,
    Figure,
    Impact,
    Payoff,
    Projection,
    ReformRevision,
    ScenarioRevision,
    Yardstick,
)

MODEL_VERSION = engine.VERSION
REFUSALS = (engine.EngineError,)
YEARS = (2015, 2020, 2025, 2030, 2040)
Values = Mapping[tuple[str, str], NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class Found:
    """The rows that one projection gives."""

    figures: list[Figure] = field(default_factory=list)
    impacts: list[Impact] = field(default_factory=list)
    payoffs: list[Payoff] = field(default_factory=list)
    useful_share: float | None = None
    useful_variants: int | None = None
    variants: int | None = None
    useful_under: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a run found, per scenario revision."""

    found: Mapping[UUID, Found]

    def of(self, row: Projection) -> Found:
        """Return the rows of one projection."""
        return self.found[row.scenario_revision_id]


def answer_to(rows: list[Projection], yardsticks: list[Yardstick]) -> Answer:
    """Ask the engine once for all scenarios of a run, and translate what it says."""
    scenarios = [row.scenario_revision.drivers for row in rows]
    parameters = drawn(rows[0].draws, rows[0].seed)
    reform = rows[0].reform_revision
    if reform is None:
        without = engine.project(scenarios=scenarios, parameters=parameters, years=YEARS)
        figures = engine.quantiles_over_last(engine.tabled(without.values))
        found = {row.scenario_revision_id: Found(figures=figure_rows(row, at, figures)) for at, row in enumerate(rows)}
        return Answer(found)
    reforms = [reform_of(reform)]
    without, reformed = engine.project_packages(
        scenarios=scenarios, packages=[[], reforms], parameters=parameters, years=YEARS
    )
    impacts = engine.impact(reformed, without)
    bands = bands_of(impacts, without)
    variants = engine.impact(
        engine.project_variants(scenarios=scenarios, reforms=reforms, years=YEARS),
        engine.project_variants(scenarios=scenarios, years=YEARS),
    )
    return Answer(
        {
            row.scenario_revision_id: found_for(row, at, impacts, bands, variants, yardsticks)
            for at, row in enumerate(rows)
        }
    )


@lru_cache(maxsize=8)
def drawn(count: int, seed: int) -> engine.Parameters:
    """Return the uncertain parameters of a run: the same for every reform, so that effects are paired."""
    return engine.draw_parameters(count, seed)


def reform_of(revision: ReformRevision) -> engine.Reform:
    """Return a reform revision as the engine knows it."""
    return engine.Reform(**facts_of(revision))


def facts_of(revision: ReformRevision) -> dict[str, Any]:
    """Return what the engine has to know of a reform revision."""
    names = ("levers", "start_year", "phase_years", "exante_budget_bn", "budget_from_model")
    return {name: getattr(revision, name) for name in names}


@dataclass(frozen=True, slots=True)
class Bands:
    """What is stored of an impact, for all outcomes at once; axes (quantile, key, scenario, year), or without the first."""

    change: NDArray[np.float64]
    baseline: NDArray[np.float64]
    positive_share: NDArray[np.float64]


def bands_of(impacts: engine.Impacts, without: engine.Outcomes) -> Bands:
    """Return quantiles over paired draws, beside the median without the reform: a sort for each, not one a group."""
    changes = engine.tabled(impacts.values)
    return Bands(
        engine.quantiles_over_last(changes),
        engine.quantiles_over_last(engine.tabled(without.values), (0.5,))[0],
        (changes > 0).mean(axis=-1),
    )


def figure_rows(row: Projection, at: int, bands: NDArray[np.float64]) -> list[Figure]:
    """Return a scenario's own figures: quantiles over the draws per year."""
    lows, mids, highs = bands[:, :, at].tolist()
    return [
        Figure(projection=row, year=year, outcome=outcome, group=group, low=low, mid=mid, high=high)
        for (outcome, group), *found in zip(engine.KEYS, lows, mids, highs, strict=True)
        for year, low, mid, high in zip(YEARS, *found, strict=True)
    ]


def found_for(  # noqa: PLR0913, PLR0917 -- one scenario's slice of everything that was computed
    row: Projection,
    at: int,
    impacts: engine.Impacts,
    bands: Bands,
    variants: engine.Impacts,
    yardsticks: list[Yardstick],
) -> Found:
    """Return the rows of one scenario: impacts of every group, payoffs of every yardstick, the verdict's shares."""
    year_at = impacts.years.index(row.year)
    per_draw = [change_by(one, impacts.values, at, year_at) for one in yardsticks]
    per_variant = [change_by(one, variants.values, at, year_at) for one in yardsticks]
    useful, useful_variants = engine.useful(per_draw), engine.useful(per_variant)
    return Found(
        impacts=impact_rows(row, at, bands),
        payoffs=[payoff_row(row, *found) for found in zip(yardsticks, per_draw, per_variant, strict=True)],
        useful_share=float(useful.mean()) if yardsticks else None,
        useful_variants=int(useful_variants.sum()) if yardsticks else None,
        variants=len(useful_variants) if yardsticks else None,
        useful_under=[key for key, holds in zip(variant_names(), useful_variants, strict=False) if holds],
    )


def impact_rows(row: Projection, at: int, bands: Bands) -> list[Impact]:
    """Return what changes for every group and outcome: quantiles over paired draws, after the base year."""
    lows, mids, highs = bands.change[:, :, at].tolist()
    told = lows, mids, highs, bands.baseline[:, at].tolist(), bands.positive_share[:, at].tolist()
    names = ("low", "mid", "high", "baseline", "positive_share")
    return [
        Impact(projection=row, year=year, outcome=outcome, group=group, **dict(zip(names, cell, strict=True)))
        for (outcome, group), *found in zip(engine.KEYS, *told, strict=True)
        for year, *cell in zip(YEARS, *found, strict=True)
        if year != YEARS[0]
    ]


def change_by(yardstick: Yardstick, values: Values, at: int, year_at: int) -> engine.YardstickChange:
    """Return what a yardstick makes of a reform in one scenario and year, per draw."""
    lines = lines_of(yardstick)
    return engine.measure(lines, [values[line.outcome, line.group][at, :, year_at] for line in lines])


def payoff_row(
    row: Projection, yardstick: Yardstick, change: engine.YardstickChange, by_variant: engine.YardstickChange
) -> Payoff:
    """Return one yardstick's payoff, with every line, draw and rival theory kept."""
    outcomes = {line["outcome"] for line in yardstick.lines}
    low, mid, high = shown_band(yardstick, change)
    return Payoff(
        projection=row,
        yardstick=yardstick,
        year=row.year,
        draws=payoffs.packed(change.steps),
        variants=payoffs.packed(by_variant.steps),
        outcome=outcomes.pop() if len(outcomes) == 1 else "",
        low=low,
        mid=mid,
        high=high,
        worse_share=float(change.is_worse.mean()),
        better_share=float(change.is_better.mean()),
    )


def contested_answers(
    rows: Sequence[ContestedProjection], revisions: Sequence[ScenarioRevision], yardsticks: list[Yardstick]
) -> dict[UUID, dict[str, Any]]:
    """Weigh reforms as the model says and as somebody holds it, over the same draws; by the id of the row."""
    first = rows[0]
    record, drivers = [one.drivers for one in revisions], [first.drivers_in(one) for one in revisions]
    asked: dict[str, Any] = {"draws": first.draws, "seed": first.seed, "year": first.year}
    plain = json.dumps(asked | {"scenarios": record})
    is_other = bool(first.priors) or drivers != record
    other = engine.ground(scenarios=drivers, held=ranges_of(first), **asked) if is_other else plain_ground(plain)
    lines, measured = [lines_of(one) for one in yardsticks], json.dumps([one.lines for one in yardsticks])
    answers = {}
    for row in rows:
        reform = reform_of(row.reform_revision)
        as_held = reform if row.budget_bn is None else replace(reform, exante_budget_bn=row.budget_bn)
        found = on_record(plain, json.dumps(facts_of(row.reform_revision)), measured)
        pairs = zip(revisions, found, engine.verdicts(as_held, other, lines), strict=True)
        answers[row.id] = {
            str(one.id): {"record": verdict_data(said, yardsticks), "held": verdict_data(otherwise, yardsticks)}
            for one, said, otherwise in pairs
        }
    return answers


@lru_cache(maxsize=4)
def plain_ground(asked: str) -> engine.Ground:
    """Return the scenarios as the model has them: the same for every contest that a worker computes."""
    return engine.ground(**json.loads(asked))


@lru_cache(maxsize=64)
def on_record(ground: str, reform: str, yardsticks: str) -> tuple[engine.Verdict, ...]:
    """Weigh a reform as the model says, once for all contests."""
    lines = [[engine.YardstickLine(**line) for line in one] for one in json.loads(yardsticks)]
    return engine.verdicts(engine.Reform(**json.loads(reform)), plain_ground(ground), lines)


def ranges_of(row: ContestedProjection) -> dict[str, engine.Range]:
    """Return the priors that are held, as the engine takes them."""
    return {key: (low, mode, high) for key, (low, mode, high) in row.priors.items()}


def verdict_data(found: engine.Verdict, yardsticks: list[Yardstick]) -> dict[str, Any]:
    """Return the shares that a verdict rests on: the numbers that `Projection` and `Payoff` store."""
    return {
        "share": found.share if yardsticks else None,
        "variants": found.variants if yardsticks else None,
        "of": found.of if yardsticks else None,
        "sides": {
            str(one.id): [*shown_band(one, change), float(change.is_worse.mean()), float(change.is_better.mean())]
            for one, change in zip(yardsticks, found.changes, strict=True)
        },
    }


def lines_of(yardstick: Yardstick) -> list[engine.YardstickLine]:
    """Return what a yardstick measures by."""
    return [engine.YardstickLine(**line) for line in yardstick.lines]


def shown_band(yardstick: Yardstick, change: engine.YardstickChange) -> list[float]:
    """Return the quantiles that are shown: in the unit of the outcome, or in multiples where outcomes are mixed."""
    outcomes = {line["outcome"] for line in yardstick.lines}
    shown = change.raw if len(outcomes) == 1 else change.multiples
    return [float(one) for one in engine.quantiles(shown[:, None])[:, 0]]


@dataclass(frozen=True, slots=True)
class Prior:
    """An uncertain parameter as the model card shows it; it has no meaning below `least` and above `most`."""

    key: str
    meaning: str
    unit: str
    low: float
    mode: float
    high: float
    source: str
    status: str
    least: float
    most: float

    @property
    def decimals(self) -> int:
        """Small numbers need more digits."""
        return 4 if self.high < 0.1 else 2


def priors() -> tuple[Prior, ...]:
    """Return what the engine draws anew in every run."""
    return tuple(
        Prior(
            key=one.key,
            meaning=one.meaning,
            unit=one.unit,
            low=one.low,
            mode=one.mode,
            high=one.high,
            source=one.source,
            status=one.status,
            least=one.least,
            most=one.most,
        )
        for one in engine.PRIORS
    )


def presets() -> tuple[engine.Preset, ...]:
    """Return the states of knowledge that a workshop may compute with."""
    return engine.presets()


def fixed_numbers() -> tuple[engine.Quantity, ...]:
    """Return the numbers that every run takes as they are: those of the base year and those inside the equations."""
    return tuple(one for one in engine.quantities() if one.key.partition(".")[0] not in {"priors", "drivers", "levers"})


def refused_range(key: str, low: float, mode: float, high: float) -> engine.EngineError | None:
    """Return what the engine says of a prior held at a range, or nothing when it takes it."""
    try:
        engine.draw_parameters(1, 0, {key: (low, mode, high)})
    except engine.EngineError as refusal:
        return refusal
    return None


def variant_names() -> tuple[str, ...]:
    """Return the rival theories that every reform is also run under."""
    return tuple(one.key for one in engine.structural_variants())


def status_counts() -> dict[str, int]:
    """Return how many of the engine's numbers were found, remembered or assumed."""
    return dict(Counter(one.status for one in engine.quantities()))
