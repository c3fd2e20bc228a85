# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The answer to a question of one's own, as data for programs and as a table for people at a terminal."""

from collections.abc import Iterator, Sequence
from typing import Any

import engine
from scenarios import vocabulary
from scenarios.arrays.described import data_files
from scenarios.arrays.findings import CHANGE, QUANTILE_NAMES, QUANTILES, WITHOUT, Figure, Findings, kinds_of
from scenarios.arrays.questions import Provenance, Question
from scenarios.vocabulary import Outcome

OF_LEVEL = "share of the level without"
UNITS = {one.key: one.unit for one in engine.OUTCOMES}
CHANGE_UNITS = {one.key: OF_LEVEL if one.difference == "percent" else one.unit for one in engine.OUTCOMES}


def as_data(findings: Findings) -> dict[str, Any]:
    """Return everything: each outcome per group, scenario, year and quantile, with units and provenance."""
    question = findings.question
    told: dict[str, Any] = {
        "provenance": provenance_of(question),
        "quantiles": dict(zip(QUANTILE_NAMES, QUANTILES, strict=True)),
        "precision": precision_of(findings),
        "figures": list(figures_of(findings)),
    }
    return told | ({"variants": list(variants_of(findings))} if len(findings.variants) else {})


def provenance_of(question: Question) -> dict[str, Any]:
    """Return where the figures come from."""
    source = Provenance(question)
    return {
        "modelVersion": source.model_version,
        "baseYear": source.base_year,
        "dataVintage": source.data_vintage,
        "dataFiles": data_files(),
        "questionDigest": question.digest,
        "seed": question.seed,
        "draws": question.draws,
        "sampling": source.sampling,
        "years": list(question.years),
        "scenarios": [
            {"name": one.name, "startsFrom": one.based_on or None, "drivers": dict(one.drivers)}
            for one in question.scenarios
        ],
        "package": [
            {
                "reform": one.key or None,
                "levers": dict(one.levers),
                "startYear": one.start_year,
                "phaseYears": one.phase_years,
                "exanteBudgetBn": one.exante_budget_bn,
                "budgetFromModel": one.budget_from_model,
            }
            for one in question.package
        ],
    }


def precision_of(findings: Findings) -> dict[str, Any]:
    """Say how exact the quantiles are."""
    return {
        "method": "binned" if findings.is_binned else "exact",
        "bins": engine.BINS if findings.is_binned else None,
        "largestErrorAsShareOfBand": findings.largest_error,
    }


def figures_of(findings: Findings, *, years: Sequence[int] | None = None) -> Iterator[dict[str, Any]]:
    """Yield every figure of every scenario, of some years or of all that were asked."""
    question = findings.question
    for in_scenario, scenario in enumerate(question.scenarios):
        for at, (outcome, group) in enumerate(engine.KEYS):
            for in_year, year in enumerate(question.years):
                if years is None or year in years:
                    cell = at, in_scenario, in_year
                    yield {
                        "scenario": scenario.name,
                        "outcome": outcome,
                        "group": group,
                        "year": year,
                        "unit": UNITS[outcome],
                        **_kinds(findings, cell, outcome),
                    }


def _kinds(findings: Findings, cell: tuple[int, int, int], outcome: str) -> dict[str, Any]:
    told = {kind: quantiles_of(findings.figure(kind, *cell)) for kind in kinds_of(findings.question)}
    if CHANGE in told:
        told[CHANGE] |= {"unit": CHANGE_UNITS[outcome], "aboveZero": float(findings.above_zero[cell])}
    return told


def quantiles_of(figure: Figure) -> dict[str, Any]:
    """Return the quantiles by name, with the error where they were read from bins."""
    told: dict[str, Any] = dict(zip(QUANTILE_NAMES, figure.quantiles, strict=True))
    return told | ({"error": figure.error} if figure.error else {})


def variants_of(findings: Findings) -> Iterator[dict[str, Any]]:
    """Yield the change under each rival theory, at the mode of the priors."""
    question = findings.question
    if not len(findings.variants):
        return
    for in_variant, variant in enumerate(engine.structural_variants()):
        for in_scenario, scenario in enumerate(question.scenarios):
            for at, (outcome, group) in enumerate(engine.KEYS):
                for in_year, year in enumerate(question.years):
                    yield {
                        "variant": variant.key,
                        "scenario": scenario.name,
                        "outcome": outcome,
                        "group": group,
                        "year": year,
                        "unit": CHANGE_UNITS[outcome],
                        "change": float(findings.variants[in_variant, at, in_scenario, in_year]),
                    }


# --- for people -----------------------------------------------------------------------------------


def as_text(findings: Findings) -> str:
    """Return a table a year: the change of every outcome per group and scenario, as the site shows it."""
    question = findings.question
    drawn = f"{question.draws} draws, seed {question.seed}; eight of every ten lie in [ ]"
    head = [
        f"Model {Provenance(question).model_version}, {drawn}.",
        f"Package: {'; '.join(_described(one) for one in question.package) or 'none'}.",
    ]
    if findings.is_binned:
        head.append(
            f"Quantiles are read from {engine.BINS} bins: off by at most {findings.largest_error:.2%} of the band."
        )
    tables = [_table(findings, year) for year in range(len(question.years))]
    return "\n\n".join(["\n".join(head), *tables])


def _described(reform: Any) -> str:
    return f"{reform.name} (from {reform.start_year}, in {reform.phase_years} years)"


def _table(findings: Findings, in_year: int) -> str:
    question = findings.question
    kind = CHANGE if question.package else WITHOUT
    head = ["outcome", "group", "unit", *(one.name for one in question.scenarios)]
    rows = [head]
    for at, (key, group) in enumerate(engine.KEYS):
        outcome = vocabulary.outcome(key)
        cells = [
            _cell(findings.figure(kind, at, scenario, in_year), outcome, kind)
            for scenario in range(len(question.scenarios))
        ]
        unit = outcome.difference_unit if kind == CHANGE else outcome.unit
        rows.append([outcome.label.en, vocabulary.group(group).short.en, unit.en, *cells])
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = ["  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    title = f"{question.years[in_year]}: {'change by the package' if kind == CHANGE else 'nothing is done'}"
    return "\n".join([title, lines[0], "-" * len(lines[0]), *lines[1:]])


def _cell(figure: Figure, outcome: Outcome, kind: str) -> str:
    scale = outcome.difference_scale if kind == CHANGE else outcome.scale
    places = outcome.difference_decimals if kind == CHANGE else outcome.decimals
    low, mid, high = (_number(value * scale, places, is_change=kind == CHANGE) for value in figure.quantiles)
    return f"{mid} [{low}, {high}]"


def _number(value: float, places: int, *, is_change: bool) -> str:
    rounded = round(value, places) or 0.0  # a change too small to show has no sign
    return f"{rounded:{'+' if is_change and rounded else ''}.{places}f}"
