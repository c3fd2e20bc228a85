# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks of single numbers, shared by scenarios, reforms and parameters."""

import math

from engine.errors import NotANumberError, OutOfBoundsError

_SLACK = 1e-9  # so that 0.1 + 0.2 is not refused at a bound of 0.3


def finite(field: str, value: object) -> float:
    """Return a value as a float, or say that it is no finite number.

    >>> finite("pension_age", 1)
    1.0
    """
    if isinstance(value, bool | str):
        raise NotANumberError(f"{field} must be a number, and is {value!r}.", field=field, value=value)
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError) as error:
        raise NotANumberError(f"{field} must be a number, and is {value!r}.", field=field, value=value) from error
    if not math.isfinite(number):
        raise NotANumberError(f"{field} must be a finite number, and is {number}.", field=field, value=value)
    return number


def in_bounds(field: str, value: object, low: float, high: float, unit: str) -> float:
    """Return a value as a float within its bounds, or say which bound it crosses.

    >>> in_bounds("pension_age", 9, -2, 3, "years")
    Traceback (most recent call last):
    ...
    engine.errors.OutOfBoundsError: pension_age is 9, above the highest value of 3 (years); choose between -2 and 3.
    """
    number = finite(field, value)
    side = f"below the lowest value of {low:g}" if number < low - _SLACK else f"above the highest value of {high:g}"
    if low - _SLACK <= number <= high + _SLACK:
        return number
    raise OutOfBoundsError(
        f"{field} is {number:g}, {side} ({unit}); choose between {low:g} and {high:g}.",
        field=field,
        value=value,
        low=low,
        high=high,
    )
