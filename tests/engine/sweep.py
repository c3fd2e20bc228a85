# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Move one input through its range in fine steps, everything else still, and find where an outcome jumps."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

import engine

STEPS, STEPS_OF_A_LEVER = 60, 24  # a lever takes a run of its own for each step
YEARS = (2020, 2040)
TIMES = 3.0  # a step this many times every one of its neighbours, two on either side, looks like a jump
NEXT_TO_NOTHING = 1e-6  # of the size of the outcome: below this nobody sees a step
SMALLEST_SIZE = 1e-2  # of an outcome that is near zero, such as the balance
LEFT_OF_A_JUMP = 0.5  # of its height, in the largest of the small steps that a closer look divides it into

Series = dict[tuple[str, str], np.ndarray]
Sweep = Callable[[np.ndarray], Series]


@dataclass(frozen=True)
class Surrounding:
    """What stays as it is while one input moves; a sweep gives arrays (step, year)."""

    drivers: dict[str, float]
    reforms: tuple[engine.Reform, ...]
    parameters: dict[str, float]

    def of_driver(self, key: str) -> Sweep:
        """Move a driver."""

        def sweep(sizes: np.ndarray) -> Series:
            scenarios = [self.drivers | {key: float(size)} for size in sizes]
            found = engine.project(scenarios=scenarios, reforms=self.reforms, parameters=self._draws(), years=YEARS)
            return {key: values[:, 0] for key, values in found.values.items()}

        return sweep

    def of_prior(self, key: str) -> Sweep:
        """Move an uncertain parameter."""

        def sweep(sizes: np.ndarray) -> Series:
            moved = self._draws(len(sizes), **{key: sizes})
            found = engine.project(scenarios=[self.drivers], reforms=self.reforms, parameters=moved, years=YEARS)
            return {key: values[0] for key, values in found.values.items()}

        return sweep

    def of_lever(self, key: str) -> Sweep:
        """Move a lever, in a reform of its own; a link of benefits has something to link to."""
        others = [
            engine.Reform(
                {name: size for name, size in one.levers.items() if name != key},
                one.start_year, one.phase_years, one.exante_budget_bn, one.budget_from_model,
            )
            for one in self.reforms
        ]  # fmt: skip
        along = {"benefit_link": {"minimum_wage": 0.1}, "minimum_wage": {"benefit_link": 0.5}}.get(key, {})

        def sweep(sizes: np.ndarray) -> Series:
            runs = [
                engine.project(
                    scenarios=[self.drivers],
                    reforms=[*others, engine.Reform({key: float(size), **along})],
                    parameters=self._draws(),
                    years=YEARS,
                )
                for size in sizes
            ]
            return {key: np.stack([run.values[key][0, 0] for run in runs]) for key in runs[0].values}

        return sweep

    def _draws(self, count: int = 1, **moved: np.ndarray) -> engine.Parameters:
        still = {key: np.full(count, value) for key, value in self.parameters.items()}
        return engine.Parameters.from_arrays(still | moved)


def jumps(sweep: Sweep, low: float, high: float, steps: int = STEPS) -> list[str]:
    """Name the outcomes that jump, and where.

    A jump is a step far larger than the steps around it that stays when it is looked at more closely. A kink is no
    jump: there a step is as large as one of its neighbours.
    """
    sizes = np.linspace(low, high, steps + 1)
    found, closer = [], {}
    for key, values in sweep(sizes).items():
        odd = oddness(values)
        if odd.max() <= 1.0:
            continue
        step, year = np.unravel_index(odd.argmax(), odd.shape)
        if step not in closer:
            closer[step] = sweep(np.linspace(sizes[step], sizes[step + 1], steps + 1))
        height = abs(values[step + 1, year] - values[step, year])
        if np.abs(np.diff(closer[step][key][:, year])).max() > LEFT_OF_A_JUMP * height:
            found.append(f"{' of '.join(key)} between {sizes[step]:.6g} and {sizes[step + 1]:.6g}")
    return found


def oddness(values: np.ndarray) -> np.ndarray:
    """Return each step over what the steps around it allow, arrays (step, year): above 1 is worth a closer look."""
    steps = np.abs(np.diff(values, axis=0))
    around = np.max([_further(steps, by) for by in (-2, -1, 1, 2)], axis=0)
    size = np.maximum(np.abs(values).max(axis=0), SMALLEST_SIZE)
    return steps / (TIMES * around + NEXT_TO_NOTHING * size)


def _further(steps: np.ndarray, by: int) -> np.ndarray:
    """Return the steps some places further on; beyond the ends there are none."""
    moved = np.zeros_like(steps)
    moved[max(by, 0) : len(steps) + min(by, 0)] = steps[max(-by, 0) : len(steps) + min(-by, 0)]
    return moved
