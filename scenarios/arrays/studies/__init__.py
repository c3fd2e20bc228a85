# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Answer a study: from its question to the engine and back, without a table in sight."""

from collections.abc import Callable, Mapping
from typing import Any

from scenarios.arrays.studies.discovery import ways_to_fail
from scenarios.arrays.studies.packages import efficient_packages
from scenarios.arrays.studies.sensitivity import what_moves
from scenarios.arrays.studies.timing import crossings
from scenarios.enums import StudyKind
from scenarios.selectors.studies.asked import question_of
from scenarios.selectors.studies.plain import Json, plain

__all__ = ["Json", "answer_to"]

Tell = Callable[[int, int], None]
ANSWERS: Mapping[StudyKind, Callable[[Any, Tell], Any]] = {
    StudyKind.DISCOVERY: ways_to_fail,
    StudyKind.SENSITIVITY: what_moves,
    StudyKind.TIMING: crossings,
    StudyKind.PACKAGES: efficient_packages,
}


def answer_to(kind: StudyKind, question: Json, tell: Tell = lambda _done, _steps: None) -> Json:
    """Return the answer as a row can hold it; `tell` hears how many steps are done of how many."""
    return plain(ANSWERS[kind](question_of(kind, question), tell))  # type: ignore[no-any-return]
