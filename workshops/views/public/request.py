# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The letter, sentence by sentence, and what answers it."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from workshops import rules
from workshops.enums import AnswerState
from workshops.models import Question
from workshops.reports.words import ANSWER
from workshops.selectors.request import Asked, Letter, Proposed, letter_of
from workshops.views.room import enter, page


@require_safe
def show_request(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the request: what is asked, how far it is answered, and the letter itself."""
    room = enter(request, slug)
    letter = letter_of(room.workshop)
    context = {
        "letter": letter,
        "counts": [(state, ANSWER[state], letter.count(state)) for state in AnswerState] if letter else [],
        "questions": [_answered(letter, one) for one in letter.questions] if letter else [],
        "loose": [one for one in _beside(letter) if one.state != AnswerState.SEPARATE],
        "separate": [one for one in _beside(letter) if one.state == AnswerState.SEPARATE],
        "is_whole": _is_whole(letter),
        "may_enter": rules.can_enter_request(room.who),
        "may_answer": rules.can_answer_question(room.who),
    }
    return page(request, room, "workshops/request_show.html", context)


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with what belongs to it, the pages that answer that, and what was proposed and voted on for it."""

    question: Question
    asked: list[Asked]
    evidence: list[str]
    bearing: list[Proposed]

    @property
    def voted_on(self) -> list[Proposed]:
        return [one for one in self.bearing if one.is_voted_on]


def _answered(letter: Letter, question: Question) -> Answered:
    asked = letter.of_question(question)
    pages = dict.fromkeys(one.page for one in asked if one.page not in {"request", "report"})
    return Answered(question, asked, list(pages), letter.bearing_on(question))


def _beside(letter: Letter | None) -> list[Asked]:
    """Return what is asked outside the numbered questions."""
    return [one for one in letter.asked if one.sentence.question_id is None] if letter else []


def _is_whole(letter: Letter | None) -> bool:
    return letter is not None and not letter.count(AnswerState.OPEN) and not letter.count(AnswerState.PARTLY)


urlpatterns = [path("request/", show_request, name="request")]
