# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The numbers that every run of the model takes as they are: to be read, not contested."""

from dataclasses import dataclass
from typing import Any

from scenarios import arrays, vocabulary
from scenarios.templatetags.figures import language


@dataclass(frozen=True, slots=True)
class FixedNumber:
    """A number, or a row of them, of the base year or inside an equation."""

    key: str
    room: str
    label: str
    label_lang: str
    values: tuple[float, ...]
    unit: str
    unit_lang: str
    source: str
    status: str


def fixed_numbers() -> list[FixedNumber]:
    """Return them in the order of the model; one without words of ours keeps the engine's name."""
    tongue = language()
    words = {one.key: one for one in vocabulary.fixed_numbers()}
    found = []
    for one in arrays.fixed_numbers():
        term = words.get(one.key)
        room, _dot, name = one.key.partition(".")
        label = term.label.in_language(tongue) if term else name.replace("_", " ")
        lang = tongue[:2] if term else "en"
        unit = (term.unit_nl, "nl") if term and lang == "nl" else (one.unit, "en")
        values = _flat(one.value)
        found.append(FixedNumber(one.key, _room(room), label, lang, values, *unit, one.source, one.status))
    return found


def _room(key: str) -> str:
    """Return the heading: a room of the model."""
    found = next((one for one in vocabulary.fixed_rooms() if one.key == key), None)
    return found.label.in_language(language()) if found else key.replace("_", " ")


def _flat(value: Any) -> tuple[float, ...]:
    if isinstance(value, list):
        return tuple(number for item in value for number in _flat(item))
    return (float(value),)
