# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ranges that somebody holds an uncertain parameter to, instead of its prior."""

from collections.abc import Sequence

from engine.checks import finite
from engine.errors import ContradictionError, OutOfBoundsError

Range = tuple[float, float, float]


def checked_range(key: str, given: Sequence[float], least: float, most: float) -> Range:
    """Return low, mode and high as floats in that order, or say what is wrong with them.

    Parameters
    ----------
    key : str
        The parameter, for the message.
    given : sequence of three floats
        Lowest, most likely and highest value; three times the same holds the parameter at a value.
    least, most : float
        The limits outside which the parameter has no meaning.

    Examples
    --------
    >>> checked_range("eps_mw", (0.7, 1.0, 1.3), -1.0, 3.0)
    (0.7, 1.0, 1.3)
    """
    if isinstance(given, str) or not isinstance(given, Sequence) or len(given) != 3:
        raise ContradictionError(
            f"{key} is held at {given!r}; give its lowest, most likely and highest value, three numbers.",
            field=key,
            value=given,
        )
    low, mode, high = (finite(key, value) for value in given)
    if not low <= mode <= high:
        raise ContradictionError(
            f"{key} is held from {low:g} over {mode:g} to {high:g}; its lowest value comes first, "
            "then the most likely, then the highest.",
            field=key,
            value=(low, mode, high),
        )
    if low < least or high > most:
        raise OutOfBoundsError(
            f"{key} is held from {low:g} to {high:g}, outside {least:g} to {most:g}, where the equations have a "
            "meaning; choose a range within.",
            field=key,
            value=(low, high),
            low=least,
            high=most,
        )
    return low, mode, high
