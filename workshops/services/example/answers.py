# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The secretariat's draft answers to the questions of the letter."""

from workshops.enums import Act, Role
from workshops.models import Question, Request
from workshops.services.example.calendar import ANSWERED
from workshops.services.example.stage import Stage
from workshops.services.tables import table, written

FIELDS = ("answer", "roles")


def draft_answers(stage: Stage, request: Request) -> None:
    """Fill in what the secretariat has so far; the letter's own words stay."""
    secretary = stage.council.first_in(Role.SECRETARY)
    questions = {question.number: question for question in request.questions.all()}
    for nth, entry in enumerate(table("answers")["answers"]):
        question, at, told = (
            questions[entry["number"]],
            stage.calendar.step(ANSWERED, nth, hour=14),
            written(entry, *FIELDS),
        )
        for field in FIELDS:
            setattr(question, field, told[field])
        question.translations["en"] |= told["translations"]["en"]
        question.answered_at = at
        subject = f"question {question.number}"
        stage.record(Act.QUESTION_ANSWERED, secretary, at=at, subject=subject, data={"language": "nl"})
    Question.objects.bulk_update(questions.values(), [*FIELDS, "translations", "answered_at"])
