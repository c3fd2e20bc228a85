# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Move one input through its range in fine steps, everything else still, and find where an outcome jumps."""

from dataclasses import dataclass

import numpy as np

import engine

STEPS = 60
YEARS = (2020, 2040)
TIMES = 3.0  # a step this many times both its neighbours is a jump
NEXT_TO_NOTHING = 1e-6  # of the size of the outcome: below this nobody sees a step
SMALLEST_SIZE = 1e-2  # of an outcome that is near zero, such as the balance

Series = dict[tuple[str, str], np.ndarray]


@dataclass(frozen=True)
class Surrounding:
    """What stays as it is while one input moves."""

    drivers: dict[str, float]
    reforms: tuple[engine.Reform, ...]
    parameters: dict[str, float]

    def of_driver(self, spec: engine.DriverSpec) -> Series:
        """Outcomes while a driver moves from bound to bound, arrays (step, year)."""
        scenarios = [self.drivers | {spec.key: float(value)} for value in np.linspace(spec.low, spec.high, STEPS + 1)]
        found = engine.project(scenarios=scenarios, reforms=self.reforms, parameters=self._draws(), years=YEARS)
        return {key: values[:, 0] for key, values in found.values.items()}

    def of_prior(self, spec: engine.PriorSpec) -> Series:
        """Outcomes while a parameter moves from the lowest to the highest of its prior, arrays (step, year)."""
        moved = self._draws(STEPS + 1, **{spec.key: np.linspace(spec.low, spec.high, STEPS + 1)})
        found = engine.project(scenarios=[self.drivers], reforms=self.reforms, parameters=moved, years=YEARS)
        return {key: values[0] for key, values in found.values.items()}

    def of_lever(self, spec: engine.LeverSpec) -> Series:
        """Outcomes while a lever moves from bound to bound, arrays (step, year)."""
        others = [
            engine.Reform(
                {key: size for key, size in one.levers.items() if key != spec.key},
                one.start_year, one.phase_years, one.exante_budget_bn, one.budget_from_model,
            )
            for one in self.reforms
        ]  # fmt: skip
        along = {"benefit_link": {"minimum_wage": 0.1}, "minimum_wage": {"benefit_link": 0.5}}.get(spec.key, {})
        runs = [
            engine.project(
                scenarios=[self.drivers],
                reforms=[*others, engine.Reform({spec.key: float(size), **along})],
                parameters=self._draws(),
                years=YEARS,
            )
            for size in np.linspace(spec.low, spec.high, STEPS + 1)
        ]
        return {key: np.stack([run.values[key][0, 0] for run in runs]) for key in runs[0].values}

    def _draws(self, count: int = 1, **moved: np.ndarray) -> engine.Parameters:
        still = {key: np.full(count, value) for key, value in self.parameters.items()}
        return engine.Parameters.from_arrays(still | moved)


def jumps(series: Series) -> list[str]:
    """Name the outcomes that make a step far larger than the steps before and after it."""
    return [f"{outcome} of {group}" for (outcome, group), values in series.items() if worst_step(values) > 1.0]


def worst_step(values: np.ndarray) -> float:
    """Return the largest step over what its neighbours allow, over all years; above 1 is a jump.

    A kink is no jump: there a step is as large as one of its neighbours.
    """
    steps = np.abs(np.diff(values, axis=0))
    before = np.concatenate([steps[1:2], steps[:-1]])
    after = np.concatenate([steps[1:], steps[-2:-1]])
    size = np.maximum(np.abs(values).max(axis=0), SMALLEST_SIZE)
    return float((steps / (TIMES * np.maximum(before, after) + NEXT_TO_NOTHING * size)).max())
