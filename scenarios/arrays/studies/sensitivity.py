# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What determines the effect of a reform: every outcome, per scenario, against every assumption."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

import engine
from scenarios.arrays.studies.engines import Values, change_by, drivers_of, parameters_for, reform_of, rounded
from scenarios.selectors.studies.asked import ReformQuestion
from scenarios.selectors.studies.sensitivity import Moved, SensitivityAnswer

MOST_SAMPLE = 512  # times the number of assumptions and two
FEWEST_SAMPLE = 16
Array = NDArray[np.float64]
Name = tuple[str, str, str]


def what_moves(question: ReformQuestion, tell: Callable[[int, int], None]) -> SensitivityAnswer:
    """Correlate over the draws of projections, and sample anew for shares of the variance, scenario by scenario."""
    parameters = parameters_for(question.draws, question.seed)
    table = np.stack([parameters.values[spec.key] for spec in engine.PRIORS], axis=1)
    over_draws = _changes(question, drivers_of(question.scenarios), parameters)
    count = _power_of_two(question.draws)
    found = {}
    for at, scenario in enumerate(question.scenarios):
        tell(at, len(question.scenarios))
        effects = _effects(question, over_draws, at)
        ranks = engine.rank_correlations(table, np.stack(list(effects.values())))
        shares = engine.sobol(_model(question, dict(scenario.drivers)), table.shape[1], count=count, seed=question.seed)
        found[scenario.key] = tuple(
            _moved(name, values, ranks[row], shares, row) for row, (name, values) in enumerate(effects.items())
        )
    assumptions = tuple(spec.key for spec in engine.PRIORS)
    return SensitivityAnswer(assumptions, question.draws, count * (table.shape[1] + 2), found)


def _changes(question: ReformQuestion, scenarios: list[dict[str, float]], parameters: engine.Parameters) -> Values:
    """Return the effects of the reform, axes (scenario, draw, year)."""
    with_reform, without = (
        engine.project(scenarios=scenarios, reforms=reforms, parameters=parameters, years=[question.year])
        for reforms in ([reform_of(question.reform)], [])
    )
    return engine.impact(with_reform, without).values


def _effects(question: ReformQuestion, changes: Values, scenario: int) -> Mapping[Name, Array]:
    """Return what is told in one scenario: what each yardstick makes of it first, then every outcome, axis (draw,)."""
    measured = {
        (yardstick.key, "", ""): change_by(yardstick, changes, scenario).multiples for yardstick in question.yardsticks
    }
    plain = {("", outcome, group): values[scenario, :, -1] for (outcome, group), values in changes.items()}
    return measured | plain


def _model(question: ReformQuestion, drivers: dict[str, float]) -> Callable[[Array], Array]:
    """Return the effects in one scenario as a function on the unit cube, from (assumption, lane) to (effect, lane)."""

    def effects_at(lanes: Array) -> Array:
        parameters = engine.parameters_at(lanes.reshape(lanes.shape[0], -1))
        effects = _effects(question, _changes(question, [drivers], parameters), 0)
        return np.stack(list(effects.values())).reshape(len(effects), *lanes.shape[1:])

    return effects_at


def _moved(name: Name, values: Array, ranks: Array, shares: engine.Indices, row: int) -> Moved:
    is_moved = bool(np.isfinite(shares.total[row]).all())
    low, mid, high = np.quantile(values, (0.1, 0.5, 0.9)).tolist()
    return Moved(
        *name,
        low=rounded(low),
        mid=rounded(mid),
        high=rounded(high),
        ranks=tuple(round(float(one), 3) for one in ranks),
        first=tuple(round(float(one), 3) for one in shares.first[row]) if is_moved else (),
        total=tuple(round(float(one), 3) for one in shares.total[row]) if is_moved else (),
    )


def _power_of_two(draws: int) -> int:
    """Return the largest power of two up to the number of draws, within bounds."""
    return int(2 ** np.floor(np.log2(np.clip(draws, FEWEST_SAMPLE, MOST_SAMPLE))))
