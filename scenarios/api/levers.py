# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The levers of a reform as they are sent: every one known, within its bounds, and not at odds with another."""

from collections.abc import Mapping
from typing import Any

from rest_framework import serializers
from rest_framework.exceptions import ValidationError

from scenarios import vocabulary
from scenarios.errors import ScenarioError
from scenarios.services.reforms import checked_levers

MOST_WRONG = 50
PASSES_ON, PASSED_ON = "benefit_link", "minimum_wage"


class Levers(serializers.Field[Any, Any, Any, Any]):
    """Lever key to shift, in the units of the model; 0 is no change."""

    default_error_messages = {"invalid": "Expected an object of levers and numbers."}

    def to_internal_value(self, data: Any) -> dict[str, float]:
        if not isinstance(data, Mapping):
            self.fail("invalid")
        numbers = {key: _number(value) for key, value in data.items()}
        wrong = dict(_wrong(numbers))
        if wrong:
            raise ValidationError(wrong)
        try:
            return checked_levers(numbers)
        except ScenarioError as refusal:
            raise ValidationError({refusal.field: [refusal.message]}) from refusal

    def to_representation(self, value: Mapping[str, float]) -> dict[str, float]:
        return dict(value)


def _number(value: Any) -> float:
    """Return a number; what is none is out of every bound."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return float("nan")
    try:
        return float(value)
    except OverflowError:
        return float("inf")


def _wrong(numbers: Mapping[str, float]) -> list[tuple[str, list[str]]]:
    found = []
    for key, value in numbers.items():
        try:
            checked_levers({key: value, PASSED_ON: 0.01} if key == PASSES_ON else {key: value})
        except ScenarioError as refusal:
            found.append((key[:60], [refusal.message]))
    return found[:MOST_WRONG]


def described() -> dict[str, Any]:
    """Return the levers as JSON Schema: each with its bounds and what it does."""
    language = "en"
    properties = {
        one.key: {
            "type": "number",
            "minimum": one.low,
            "maximum": one.high,
            "description": f"{one.sentence.in_language(language)} {one.unit_label.in_language(language)} / {one.scale:g}.",
        }
        for one in vocabulary.levers()
    }
    moved = {"not": {"const": 0}}
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "if": {"required": [PASSES_ON], "properties": {PASSES_ON: moved}},
        "then": {"required": [PASSED_ON], "properties": {PASSED_ON: moved}},
    }
