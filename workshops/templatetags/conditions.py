# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Conditions in words."""

from collections.abc import Mapping
from typing import Any

from django import template

from scenarios.models import Scenario
from workshops.enums import ConditionKind, ConditionState
from workshops.forms.conditions import KINDS, STATES

register = template.Library()


@register.filter
def condition_kind(kind: str) -> str:
    """Say what kind of condition it is."""
    return str(KINDS[ConditionKind(kind)])


@register.filter
def condition_label(state: str) -> str:
    """Say whether a condition is met."""
    return str(STATES[ConditionState(state)])


@register.filter
def letter_in(scenario: Scenario, places: Mapping[Any, str]) -> str:
    """Return the letter of a scenario in this workshop."""
    return places.get(scenario.pk, "")
