# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the engine says when it is asked something that it cannot compute."""

from collections.abc import Iterable
from difflib import get_close_matches


class EngineError(ValueError):
    """Something in the input is not what the engine can work with.

    Attributes
    ----------
    field : str
        Name of the field that is wrong, such as ``minimum_wage``.
    value : object
        What was given.
    low, high : float or None
        The bounds of the field, where it has any.
    """

    def __init__(
        self, message: str, *, field: str, value: object = None, low: float | None = None, high: float | None = None
    ) -> None:
        super().__init__(message)
        self.field = field
        self.value = value
        self.low = low
        self.high = high

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle with the fields, so that a worker can hand the error back."""
        fields = {"field": self.field, "value": self.value, "low": self.low, "high": self.high}
        return _restored, (type(self), str(self), fields)


class UnknownNameError(EngineError):
    """A lever, driver, scenario or parameter that the model does not have."""

    @classmethod
    def among(cls, kind: str, name: object, known: Iterable[str]) -> "UnknownNameError":
        """Say what was asked and which name comes nearest."""
        names = list(known)
        near = get_close_matches(str(name), names, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"choose one of: {', '.join(names)}."
        return cls(f"The model has no {kind} called '{name}'; {hint}", field=str(name), value=name)


class MissingNameError(EngineError):
    """A driver or parameter without which the model cannot run."""


class NotANumberError(EngineError):
    """A value that is no finite number."""


class OutOfBoundsError(EngineError):
    """A value outside the range in which the equations can be trusted."""


class ContradictionError(EngineError):
    """Inputs that are each in order but do not go together."""


def _restored(kind: type[EngineError], message: str, fields: dict[str, object]) -> EngineError:
    return kind(message, **fields)  # type: ignore[arg-type]
