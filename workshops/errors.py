# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What can go wrong here, each with words for the person it happens to."""


class WorkshopError(Exception):
    """An act cannot be done; the message says what happened and what to do."""

    def __init__(self, message: str, *, field: str = "", code: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.code = code


class NotAllowedError(WorkshopError):
    """The person's role or seat does not allow this act."""


class WrongPhaseError(WorkshopError):
    """The phase of the workshop does not allow this act now."""


class RoundClosedError(WorkshopError):
    """The round is not open."""


class SealError(Exception):
    """The key of a round is not on this server, or does not fit what was sealed."""


class AgreementsError(WorkshopError):
    """The agreements beforehand are not in the state this act needs."""


class AssumptionError(WorkshopError):
    """What is said of an assumption does not fit how it stands in the workshop now."""


class NotComputableError(WorkshopError):
    """The model has no levers for this: people judge it."""


class MovedError(WorkshopError):
    """Something changed since the person looked: shown to them, and nothing of theirs is lost."""


class PassageError(WorkshopError):
    """A passage is not in the text it is said to be from."""
