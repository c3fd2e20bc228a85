# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""When a floor is crossed when nothing is done: paths over all years of the outcomes concerned, and nothing else."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

import engine
from scenarios import arrays
from scenarios.arrays.studies.engines import drivers_of, parameters_for, rounded
from scenarios.selectors.studies.asked import TimingQuestion
from scenarios.selectors.studies.timing import Announcement, FloorPaths, Path, TimingAnswer
from scenarios.vocabulary import YardstickLine

YEARS = tuple(range(arrays.YEARS[0] + 1, arrays.YEARS[-1] + 1))  # the base year is as observed: nothing crosses in it
LONGEST_LEAD = 10


def crossings(question: TimingQuestion, tell: Callable[[int, int], None]) -> TimingAnswer:
    """Project the scenarios over all years, floor by floor of every yardstick."""
    floors = [(one.key, line) for one in question.yardsticks for line in one.lines]
    if not floors:
        return TimingAnswer(YEARS, question.draws, ())
    outcomes = tuple(dict.fromkeys((line.outcome, line.group) for _key, line in floors))
    tell(0, 1)
    paths = engine.project(
        scenarios=drivers_of(question.scenarios),
        parameters=parameters_for(question.draws, question.seed),
        years=YEARS,
        outcomes=outcomes,
    ).values
    return TimingAnswer(
        YEARS,
        question.draws,
        tuple(
            FloorPaths(
                yardstick=key,
                outcome=line.outcome,
                group=line.group,
                better=line.better,
                floor=_floor(line),
                scenarios={
                    scenario.key: _path(paths[line.outcome, line.group][at], line)
                    for at, scenario in enumerate(question.scenarios)
                },
            )
            for key, line in floors
        ),
    )


def _floor(line: YardstickLine) -> float:
    if line.floor is None:
        raise ValueError(f"{line.outcome} of {line.group} has no floor.")
    return line.floor


def _path(draws: NDArray[np.float64], line: YardstickLine) -> Path:
    first = engine.first_crossing(draws, YEARS, level=_floor(line), better=line.better)
    low, mid, high = (tuple(map(rounded, band)) for band in engine.quantiles(draws))
    signals = {
        str(lead): engine.signal(draws, first, YEARS, lead=lead, better=line.better)
        for lead in range(1, LONGEST_LEAD + 1)
    }
    return Path(
        counts=engine.crossing(first, YEARS).counts,
        low=low,
        mid=mid,
        high=high,
        signals={
            lead: Announcement(rounded(one.level), rounded(one.announced), rounded(one.right))
            for lead, one in signals.items()
            if one is not None
        },
    )
