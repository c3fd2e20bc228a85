# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is wrong so far with a question, by place; and what is said of numbers and names that do not fit."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Protocol

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scenarios.errors import QuestionError

SLACK = 1e-9  # so that 0.1 + 0.2 is not refused at a bound of 0.3
UNKNOWN = {
    "scenario": gettext_lazy("There is no scenario called “%(key)s”"),
    "reform": gettext_lazy("The catalogue has no reform called “%(key)s”"),
    "lever": gettext_lazy("The model has no lever called “%(key)s”"),
    "driver": gettext_lazy("The model has no driver called “%(key)s”"),
}


class Bounded(Protocol):
    """A lever or driver: a number between two others."""

    @property
    def key(self) -> str: ...
    @property
    def low(self) -> float: ...
    @property
    def high(self) -> float: ...


@dataclass(slots=True)
class Wrong:
    """What is wrong so far, by place."""

    found: dict[str, str] = field(default_factory=dict)

    def say(self, place: str, words: str) -> None:
        """Keep the first thing that is wrong with a place."""
        self.found.setdefault(place, words)

    def raise_any(self) -> None:
        """Refuse the question when anything is wrong."""
        if self.found:
            raise QuestionError(self.found)


def unknown(kind: str, key: str, known: Iterable[str]) -> str:
    """Say that there is nothing of this name, and which name comes nearest or which there are."""
    names = list(known)
    near = get_close_matches(key, names, n=1)
    hint = _("did you mean “%(near)s”?") % {"near": near[0]} if near else _("there are: %s.") % ", ".join(names)
    return f"{UNKNOWN[kind] % {'key': key[:60]}}; {hint}"


def numbers(given: Mapping[str, Any], kind: str, specs: Mapping[str, Any], place: str, wrong: Wrong) -> None:
    for key, value in given.items():
        if key not in specs:
            wrong.say(f"{place}.{key[:60]}", unknown(kind, key, specs))
        elif not is_number(value):
            message = _("%(key)s must be a number, and is %(value)s; choose from %(low)g to %(high)g.")
            wrong.say(f"{place}.{key}", message % _bounds(specs[key], value))
        elif not fits(value, specs[key]):
            message = _("%(key)s is %(value)s; choose from %(low)g to %(high)g, in the units of the model.")
            wrong.say(f"{place}.{key}", message % _bounds(specs[key], value))


def _bounds(spec: Bounded, value: Any) -> dict[str, Any]:
    return {"key": spec.key, "value": told(value), "low": spec.low, "high": spec.high}


def fits(value: float, spec: Bounded) -> bool:
    return spec.low - SLACK <= value <= spec.high + SLACK


def whole(place: str, value: Any, low: int, high: int, wrong: Wrong) -> None:
    if not (is_number(value) and value == int(value) and low <= value <= high):
        message = _("%(field)s is %(value)s; choose a whole number from %(low)d to %(high)d.")
        name = place.rpartition(".")[2]
        wrong.say(place, message % {"field": name, "value": told(value), "low": low, "high": high})


def is_number(value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(float(value))
    except OverflowError:
        return False


def told(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)[:40]
