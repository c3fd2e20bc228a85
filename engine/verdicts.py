# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a reform is useful in one year, by yardsticks: over the draws and over the structural variants."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine import ensemble, robustness
from engine.ensemble import Parameters
from engine.impact import Impacts, impact
from engine.levers import Reform
from engine.outcomes import Outcomes
from engine.projection import project, project_variants
from engine.ranges import Range
from engine.robustness import YardstickChange, YardstickLine


@dataclass(frozen=True, slots=True)
class Ground:
    """Scenarios as they are without a reform, in one year: what every reform is measured against.

    Attributes
    ----------
    held : Mapping[str, (low, mode, high)]
        Priors that are held otherwise, in the draws and in the variants.
    """

    scenarios: Sequence[Mapping[str, float]]
    parameters: Parameters
    held: Mapping[str, Range]
    year: int
    without: Outcomes
    without_variants: Outcomes


@dataclass(frozen=True, slots=True)
class Verdict:
    """What yardsticks make of a reform in one scenario.

    Attributes
    ----------
    share : float
        Share of the draws in which it is useful.
    variants, of : int
        Number of structural variants in which it is useful, and how many there are.
    changes : tuple of YardstickChange
        Per yardstick, over the draws.
    """

    share: float
    variants: int
    of: int
    changes: tuple[YardstickChange, ...]


def ground(
    *,
    scenarios: Sequence[Mapping[str, float]],
    draws: int,
    seed: int,
    year: int,
    held: Mapping[str, Range] | None = None,
) -> Ground:
    """Project scenarios without a reform, once for all reforms that are weighed against it."""
    parameters = ensemble.draw_parameters(draws, seed, held)
    return Ground(
        scenarios,
        parameters,
        held or {},
        year,
        project(scenarios=scenarios, parameters=parameters, years=(year,)),
        project_variants(scenarios=scenarios, years=(year,), held=held),
    )


def verdicts(reform: Reform, against: Ground, yardsticks: Sequence[Sequence[YardstickLine]]) -> tuple[Verdict, ...]:
    """Weigh a reform by yardsticks, scenario by scenario, in the draws and variants of the ground."""
    reforms, years = [reform], (against.year,)
    drawn = impact(
        project(scenarios=against.scenarios, reforms=reforms, parameters=against.parameters, years=years),
        against.without,
    )
    varied = impact(
        project_variants(scenarios=against.scenarios, reforms=reforms, years=years, held=against.held),
        against.without_variants,
    )
    return tuple(_verdict(at, drawn, varied, yardsticks) for at in range(len(against.scenarios)))


def _verdict(at: int, drawn: Impacts, varied: Impacts, yardsticks: Sequence[Sequence[YardstickLine]]) -> Verdict:
    changes = tuple(_measured(lines, drawn, at) for lines in yardsticks)
    useful = robustness.useful(changes)
    in_variants = robustness.useful([_measured(lines, varied, at) for lines in yardsticks])
    share = float(useful.mean()) if useful.size else 0.0
    return Verdict(share, int(in_variants.sum()), int(in_variants.size), changes)


def _measured(lines: Sequence[YardstickLine], impacts: Impacts, at: int) -> YardstickChange:
    return robustness.measure(lines, [impacts.values[line.outcome, line.group][at, :, 0] for line in lines])
