# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which proposals bear on a question of the letter: by what it asks, and by what a reform changes or is for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

DIALOGUE = frozenset({"collective_agreements", "codetermination"})


@dataclass(frozen=True, slots=True)
class Means:
    """What a reform changes (institutions, by key), what it is for, and who has to act."""

    changes: Sequence[str]
    aim: str
    roles: Mapping[str, str]


def bears_on(asks: Iterable[str], means: Means) -> bool:
    """Say whether a reform is part of the answer to a question; `asks` are the kinds of what is asked there."""
    return any(BEARS[kind](means) for kind in asks if kind in BEARS)


def _always(_means: Means) -> bool:
    return True


BEARS: dict[str, Callable[[Means], bool]] = {
    "institutions": lambda means: bool(means.changes),
    "protection": lambda means: bool(means.aim),
    "roles": lambda means: bool(means.roles),
    "reforms": _always,
    "relations": lambda means: not DIALOGUE.isdisjoint(means.changes),
    "no_regret": _always,
    "support": _always,
}
