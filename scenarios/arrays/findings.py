# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the engine found for a question of one's own: quantiles per outcome, group, scenario and year."""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

import engine
from scenarios.arrays.questions import Part, Question

Array = NDArray[np.float64]
Stored = bytes | memoryview  # what a database hands back
QUANTILES = (0.1, 0.5, 0.9)
QUANTILE_NAMES = ("p10", "p50", "p90")
WITHOUT, WITH, CHANGE = "without", "with", "change"
WHOLE = Part(0, 1)
Pair = Mapping[str, Mapping[tuple[str, str], Array]]


@dataclass(frozen=True, slots=True)
class Figure:
    """One cell: its quantiles, and how far each may be off when it was read from bins."""

    quantiles: tuple[float, ...]
    error: float


@dataclass(frozen=True, slots=True)
class Findings:
    """Quantiles of what was asked.

    Attributes
    ----------
    question
        What was asked.
    quantiles : Mapping[str, array (quantile, key, scenario, year)]
        By kind: without the package, with it, and the change it makes; without only, when nothing is changed.
    errors : Mapping[str, array (key, scenario, year)]
        How far quantiles read from bins may be off; zero where all draws were kept.
    above_zero : array (key, scenario, year)
        Share of draws in which the change is above zero.
    variants : array (variant, key, scenario, year)
        The change under each rival theory; empty unless asked.
    """

    question: Question
    quantiles: Mapping[str, Array]
    errors: Mapping[str, Array]
    above_zero: Array
    variants: Array

    def figure(self, kind: str, key: int, scenario: int, year: int) -> Figure:
        """Return one figure."""
        at = key, scenario, year
        return Figure(tuple(float(one[at]) for one in self.quantiles[kind]), float(self.errors[kind][at]))

    @property
    def is_binned(self) -> bool:
        """Whether quantiles were read from bins."""
        return self.question.is_split

    @property
    def largest_error(self) -> float:
        """The largest error of a quantile, as a share of the band between the first and last quantile."""
        found = [_share(self.errors[kind], band[-1] - band[0]) for kind, band in self.quantiles.items()]
        return max(found, default=0.0)

    def packed(self) -> bytes:
        """Return all figures as bytes, to be stored."""
        arrays = {f"quantiles_{kind}": values for kind, values in self.quantiles.items()}
        arrays |= {f"errors_{kind}": values for kind, values in self.errors.items()}
        return pack(above_zero=self.above_zero, variants=self.variants, **arrays)

    @classmethod
    def unpacked(cls, question: Question, stored: Stored) -> "Findings":
        """Return the figures that were stored."""
        arrays = unpack(stored)
        kinds = kinds_of(question)
        return cls(
            question,
            {kind: arrays[f"quantiles_{kind}"] for kind in kinds},
            {kind: arrays[f"errors_{kind}"] for kind in kinds},
            arrays["above_zero"],
            arrays["variants"],
        )


def kinds_of(question: Question) -> tuple[str, ...]:
    """Return what is reported."""
    return (WITHOUT, WITH, CHANGE) if question.package else (WITHOUT,)


def pair(question: Question, parameters: engine.Parameters) -> Pair:
    """Run the engine without and with the package, on the same draws: by kind and key arrays (scenario, draw, year)."""
    packages: list[list[engine.Reform]] = [[], question.reforms] if question.package else [[]]
    without, *others = engine.project_packages(
        scenarios=question.drivers, packages=packages, parameters=parameters, years=question.years
    )
    if not others:
        return {WITHOUT: without.values}
    reformed = others[0]
    return {WITHOUT: without.values, WITH: reformed.values, CHANGE: engine.impact(reformed, without).values}


def found_at_once(question: Question, values: Pair | None = None) -> Findings:
    """Answer a question whose draws fit side by side: exact quantiles."""
    values = values or pair(question, question.parameters)
    tables = {kind: engine.tabled(of_kind) for kind, of_kind in values.items()}
    quantiles = {kind: engine.quantiles_over_last(table, QUANTILES) for kind, table in tables.items()}
    shape = len(engine.KEYS), len(question.scenarios), len(question.years)
    above = (tables[CHANGE] > 0).mean(axis=-1) if question.package else np.zeros(shape)
    return Findings(question, quantiles, dict.fromkeys(tables, np.zeros(shape)), above, under_variants(question))


def under_variants(question: Question) -> Array:
    """Return the change under each rival theory, axes (variant, key, scenario, year); empty unless asked."""
    if not (question.variants and question.package):
        return np.zeros((0, len(engine.KEYS), len(question.scenarios), len(question.years)))
    asked: dict[str, Any] = {"scenarios": question.drivers, "years": question.years}
    without = engine.project_variants(**asked)
    change = engine.impact(engine.project_variants(**asked, reforms=question.reforms), without)
    return np.moveaxis(engine.tabled(change.values), -1, 0)


# --- a question that is split ---------------------------------------------------------------------


def cells(question: Question, parameters: engine.Parameters) -> Array:
    """Return every figure of every kind for some draws, axes (cell, draw)."""
    values = pair(question, parameters)
    return np.concatenate([engine.tabled(values[kind]).reshape(-1, parameters.count) for kind in kinds_of(question)])


def bins_of(question: Question) -> engine.Bins:
    """Lay the bins of a split question by a pilot run of its first block."""
    return engine.Bins.around(cells(question, next(question.blocks_of(WHOLE))))


def summary_of(question: Question, part: Part, bins: engine.Bins) -> engine.Summary:
    """Compute one part, block by block, so that memory does not grow with its draws."""
    blocks = question.blocks_of(part)
    return reduce(engine.merged, (engine.summarised(cells(question, block), bins) for block in blocks))


def found_in(question: Question, summary: engine.Summary, bins: engine.Bins) -> Findings:
    """Read the answer to a split question from the summary of all its draws."""
    kinds = kinds_of(question)
    shape = len(kinds), len(engine.KEYS), len(question.scenarios), len(question.years)
    found, error = engine.binned_quantiles(summary, bins, QUANTILES)
    by_kind = found.reshape(len(QUANTILES), *shape)
    errors = error.max(axis=0).reshape(shape)
    above = (summary.above_zero / summary.draws).reshape(shape)
    return Findings(
        question,
        {kind: by_kind[:, at] for at, kind in enumerate(kinds)},
        {kind: errors[at] for at, kind in enumerate(kinds)},
        above[-1] if question.package else np.zeros(shape[1:]),
        under_variants(question),
    )


def found_in_parts(question: Question, progress: Callable[[int, int], None]) -> Findings:
    """Answer a split question in this process, part by part."""
    bins, parts = bins_of(question), question.parts

    def computed() -> Iterator[engine.Summary]:
        for done, part in enumerate(parts):
            progress(done, len(parts))
            yield summary_of(question, part, bins)
        progress(len(parts), len(parts))

    return found_in(question, reduce(engine.merged, computed()), bins)


# --- as bytes -------------------------------------------------------------------------------------


def pack(**arrays: Any) -> bytes:
    """Return arrays as bytes, compressed."""
    stream = io.BytesIO()
    np.savez_compressed(stream, **arrays)
    return stream.getvalue()


def unpack(stored: Stored) -> dict[str, Any]:
    """Return the arrays in bytes that `pack` made."""
    with np.load(io.BytesIO(stored), allow_pickle=False) as held:
        return {name: held[name] for name in held.files}


def packed_bins(bins: engine.Bins) -> bytes:
    """Return bins as bytes."""
    return pack(low=bins.low, width=bins.width)


def unpacked_bins(stored: Stored) -> engine.Bins:
    """Return the bins that were stored."""
    return engine.Bins(**unpack(stored))


def packed_summary(summary: engine.Summary) -> bytes:
    """Return a summary as bytes: most bins are empty, so little is left of it."""
    counts = summary.counts.astype(np.uint32)
    return pack(
        draws=summary.draws, counts=counts, steps=summary.steps, least=summary.least, most=summary.most,
        above_zero=summary.above_zero,
    )  # fmt: skip


def unpacked_summary(stored: Stored) -> engine.Summary:
    """Return the summary that was stored."""
    held = unpack(stored)
    return engine.Summary(**held | {"draws": int(held["draws"]), "counts": held["counts"].astype(np.int64)})


def _share(errors: Array, bands: Array) -> float:
    wide = bands > 0
    return float((errors[wide] / bands[wide]).max(initial=0.0))
