# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Run by the Python of .venv-oracles: which items pabutools buys in elections of ours.

`pabutools_shares.py written` makes elections, and tells each with what pabutools makes of it.
`pabutools_shares.py timed` reads one election a line, and answers each with seconds of processor time and what it bought.
"""

import json
import math
import random
import sys
import time
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import Any

from gmpy2 import mpq
from pabutools.election import (
    Additive_Cardinal_Sat,
    ApprovalBallot,
    ApprovalProfile,
    CardinalBallot,
    CardinalProfile,
    Instance,
    Project,
)
from pabutools.rules import BudgetAllocation, method_of_equal_shares, sequential_phragmen
from pabutools.rules.mes.mes_rule import MESProject, MESVoter, mes_inner_algo
from pabutools.tiebreaking import TieBreakingRule

sys.setrecursionlimit(10_000)  # it buys by calling itself
CHEAPEST = TieBreakingRule(lambda _instance, _profile, one: (mpq(_project(one).cost), int(_project(one).name)))
ELECTIONS, SEED, STEP, MOST = 600, 2016, mpq(1, 20), 3
Election = dict[str, Any]


def _project(one: Any) -> Any:
    return one.project if hasattr(one, "project") else one


def elections() -> Iterator[Election]:
    """Yield elections of many shapes: small and large sides, prices with ties and without, few points and many."""
    chance = random.Random(SEED)  # noqa: S311 -- test data
    for number in range(ELECTIONS):
        sizes = [11, 11, 11] if number % 3 == 0 else [chance.randint(1, 9) for _side in range(chance.randint(1, 3))]
        items, silence = chance.randint(1, 14), chance.choice([0.2, 0.5, 0.8])
        ties = number % 2 == 0
        costs = [f"{chance.randint(1, 4)}" if ties else f"{chance.randint(1, 4000)}/1000" for _item in range(items)]
        points = [
            [0 if chance.random() < silence else chance.randint(1, 3) for _item in range(items)]
            for _voter in range(sum(sizes))
        ]
        sides = [side for side, size in enumerate(sizes) for _seat in range(size)]
        yield {"costs": costs, "points": points, "sides": sides, "frame": str(chance.randint(1, 9))}


def answered(election: Election) -> dict[str, Any]:
    """Return what pabutools buys, as places in `costs`."""
    instance, profile = _cardinal(election)
    found = _shares(election, instance, profile, mpq(election["frame"]))
    sizes = {election["sides"].count(side) for side in election["sides"]}
    if len(sizes) == 1:  # all voters own alike: then its front door must say the same
        front = method_of_equal_shares(instance, profile, sat_class=Additive_Cardinal_Sat, tie_breaking=CHEAPEST)
        assert _places(front) == found, (election, front, found)
    return {"shares": found, "completed": _completed(election, instance, profile), "phragmen": _phragmen(election)}


def _cardinal(election: Election) -> tuple[Instance, CardinalProfile]:
    projects = [Project(str(place), cost=mpq(cost)) for place, cost in enumerate(election["costs"])]
    instance = Instance(projects, budget_limit=mpq(election["frame"]))
    ballots = (
        CardinalBallot({project: points for project, points in zip(projects, row, strict=True) if points})
        for row in election["points"]
    )
    return instance, CardinalProfile(ballots, instance=instance)


def _shares(election: Election, instance: Instance, profile: CardinalProfile, frame: Any) -> list[int]:
    """Return what its inner algorithm buys from voters that own an equal part of their side's equal part."""
    sides = election["sides"]
    voters = [
        MESVoter(place, sat.ballot, sat, frame / (len(set(sides)) * sides.count(sides[place])), 1)
        for place, sat in enumerate(profile.as_sat_profile(Additive_Cardinal_Sat))
    ]
    bought: list[BudgetAllocation] = []
    projects = set(_supported(instance, voters))
    mes_inner_algo(instance, profile, voters, projects, CHEAPEST, BudgetAllocation(), bought, resoluteness=True)
    return _places(bought[0])


def _supported(instance: Instance, voters: list[MESVoter]) -> Iterator[MESProject]:
    for project in instance:
        found = MESProject(project)
        for place, voter in enumerate(voters):
            if voter.sat.sat_project(project) > 0:
                found.supporter_indices.append(place)
                found.sat_supporter_map[voter] = voter.sat.sat_project(project)
        total = sum(found.sat_supporter_map.values())
        if total:
            found.total_sat = total
            found.affordability = found.initial_affordability = mpq(project.cost) / total
            yield found


def _completed(election: Election, instance: Instance, profile: CardinalProfile) -> list[int]:
    frame = mpq(election["frame"])
    amount, found = frame, []
    supported = {project for row in profile for project in row}
    while amount <= MOST * frame:
        tried = _shares(election, instance, profile, amount)
        chosen = [project for project in instance if int(project.name) in tried]
        if not instance.is_feasible(chosen):
            return found
        found = tried
        if instance.is_exhaustive(chosen, available_projects=supported):
            return found
        amount += STEP * frame
    return found


def _phragmen(election: Election) -> list[int]:
    """Sides that are not alike in size get alike by copies of their voters; what nobody supports is left out."""
    projects = [Project(str(place), cost=mpq(cost)) for place, cost in enumerate(election["costs"])]
    supported = [
        one for one, points in zip(projects, zip(*election["points"], strict=True), strict=True) if any(points)
    ]
    instance = Instance(supported, budget_limit=mpq(election["frame"]))
    sides = election["sides"]
    least = math.lcm(*(sides.count(side) for side in sides))
    ballots = [
        ApprovalBallot({project for project, points in zip(projects, row, strict=True) if points})
        for row, side in zip(election["points"], sides, strict=True)
        for _copy in range(least // sides.count(side))
    ]
    return _places(sequential_phragmen(instance, ApprovalProfile(ballots, instance=instance), tie_breaking=CHEAPEST))


def _places(chosen: Iterable[Any]) -> list[int]:
    return sorted(int(project.name) for project in chosen)


def timed() -> Iterator[dict[str, Any]]:
    """Answer every line of the input."""
    for line in sys.stdin:
        instance, profile = _cardinal(json.loads(line))
        start = time.process_time()
        found = method_of_equal_shares(instance, profile, sat_class=Additive_Cardinal_Sat, tie_breaking=CHEAPEST)
        yield {"seconds": time.process_time() - start, "bought": _places(found)}


if __name__ == "__main__":
    if sys.argv[1] == "written":
        told = [election | answered(election) for election in elections()]
        print("{", f'"version": "{version("pabutools")}",', '"elections": [', sep="\n")  # noqa: T201 -- how it tells
        print(",\n".join(json.dumps(one, separators=(",", ":")) for one in told), "]}", sep="\n")  # noqa: T201
    else:
        for answer in timed():
            print(json.dumps(answer), flush=True)  # noqa: T201
