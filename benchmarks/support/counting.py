# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Count what the equations compute, element by element, and measure how fast numpy does each on this machine.

The count runs the engine on arrays that count: every ufunc that an array passes through adds its elements. What only
moves numbers (copies, takes, stacks) is not counted, so it makes the bound lower, not higher.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import Any

import numpy as np

import engine
from engine import drivers, simulation
from engine.baseline import netherlands
from engine.world import World

ELEMENTS = 16_384
TRANSCENDENTAL = frozenset({"exp", "log", "log1p", "expm1", "tanh", "power", "sqrt"})
SORT = "sort"
counted: Counter[str] = Counter()


class Counting(np.ndarray):
    """An array that counts the elements of every operation it takes part in."""

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **named: Any) -> Any:
        out = named.get("out")
        plain = [_plain(one) for one in inputs]
        if out is not None:
            named["out"] = tuple(_plain(one) for one in out)
        if "where" in named:
            named["where"] = _plain(named["where"])
        found = getattr(ufunc, method)(*plain, **named)
        size = max(np.size(one) for one in plain) if method == "reduce" else np.size(found)
        counted[ufunc.__name__] += size
        if out is not None:
            return out[0]
        return found.view(Counting) if isinstance(found, np.ndarray) else found

    def sort(self, *given: Any, **named: Any) -> None:
        """Sort in place, and count."""
        counted[SORT] += self.size
        _plain(self).sort(*given, **named)


def _plain(one: Any) -> Any:
    return one.view(np.ndarray) if isinstance(one, Counting) else one


class _CountingNumpy:
    """Numpy for the engine while it is counted: new arrays count too."""

    def __getattr__(self, name: str) -> Any:
        found = getattr(np, name)
        if name in {"empty", "zeros", "full"}:
            return lambda *given, **named: found(*given, **named).view(Counting)
        return found


def count_a_lane(
    reforms: list[engine.Reform], years: Sequence[int], outcomes: Collection[Any] = engine.KEYS, lanes: int = 64
) -> Counter[str]:
    """Return how many elements of each operation a lane takes, with a package of reforms."""
    scenario = drivers.checked(engine.default_drivers("trend"))
    parameters = engine.draw_parameters(lanes, seed=2015)
    world = World(netherlands(), drivers.over_lanes([scenario], lanes), parameters.over_lanes(1))
    watched = world._with(lambda array: array.view(Counting))  # noqa: SLF001 -- counted from its first operation on
    counted_before, numpy = Counter(counted), _CountingNumpy()
    rooms = [room for name, room in sys.modules.items() if name.startswith("engine.") and hasattr(room, "np")]
    try:
        for room in rooms:
            room.np = numpy  # type: ignore[attr-defined]
        simulation.simulate(watched, [reforms], years, outcomes)
    finally:
        for room in rooms:
            room.np = np  # type: ignore[attr-defined]
    found = counted - counted_before
    return Counter({name: round(number / lanes) for name, number in found.items()})


def nanoseconds(names: list[str], rounds: int = 9) -> dict[str, float]:
    """Return what one element of each operation takes numpy, in arrays that stay in the cache: the best of some rounds."""
    one, other = (np.random.default_rng(seed).uniform(0.5, 1.5, ELEMENTS) for seed in (1, 2))
    out, flags = np.empty_like(one), np.empty(ELEMENTS, dtype=bool)
    rows = one.reshape(-1, 256)
    acts: dict[str, Callable[[], object]] = {}
    for name in names:
        ufunc = getattr(np, name, None)
        if name == SORT:
            acts[name] = lambda: np.sort(rows.view(np.int64), axis=1)
        elif isinstance(ufunc, np.ufunc) and ufunc.nin == 1:
            acts[name] = lambda act=ufunc: act(one, out=out)
        elif isinstance(ufunc, np.ufunc):
            target = (
                flags
                if ufunc.__name__ in {"less", "greater", "greater_equal", "less_equal", "equal", "not_equal"}
                else out
            )
            kind = np.int64 if name.startswith("bitwise") else np.float64
            values = one.view(kind), other.view(kind), target.view(kind) if target is out else target
            acts[name] = lambda act=ufunc, given=values: act(given[0], given[1], out=given[2])
    return {name: 1e9 * _best(act, rounds) / ELEMENTS for name, act in acts.items()}


def peak_flops(size: int = 512, rounds: int = 9) -> float:
    """Return floating-point operations a second where they are fused best: a product of matrices."""
    matrix = np.random.default_rng(3).uniform(size=(size, size))
    return 2 * size**3 / _best(lambda: matrix @ matrix, rounds, repeats=3)


def _best(act: Callable[[], object], rounds: int, repeats: int = 40) -> float:
    act()
    best = float("inf")
    for _round in range(rounds):
        start = time.process_time()
        for _repeat in range(repeats):
            act()
        best = min(best, (time.process_time() - start) / repeats)
    return best
