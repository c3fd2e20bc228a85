# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What can go wrong here, each with words for the person it happens to."""

from collections.abc import Mapping


class ScenarioError(Exception):
    """Something asked of this package cannot be done; the message says what and what to do."""

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class LeverOutOfBoundsError(ScenarioError):
    """A lever was set outside what the model can answer for."""


class TextError(ScenarioError):
    """A text cannot be as it was sent."""


class TooLongError(TextError):
    """A text would have more characters than it may have."""


class BehindError(ScenarioError):
    """What was sent builds on something that is not here."""


class FrozenError(ScenarioError):
    """A frozen edition would have been changed."""


class QuestionError(ScenarioError):
    """A question to the engine cannot be answered; `wrong` says per place in it what is wrong and what to do."""

    def __init__(self, wrong: Mapping[str, str]) -> None:
        super().__init__(" ".join(wrong.values()), field=next(iter(wrong), ""))
        self.wrong = dict(wrong)


class TooManyError(ScenarioError):
    """Somebody asks for more than is done for one person at a time."""


class BusyError(ScenarioError):
    """More is being tried at this moment than one process can compute in time."""
