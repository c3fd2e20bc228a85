# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Draft the short answers to the questions of the request."""

from django.db import transaction
from django.utils import timezone, translation

from scenarios.announce import announce
from workshops import rules
from workshops.enums import Act
from workshops.journal import record
from workshops.models import Question
from workshops.rules import Standing
from workshops.services.insist import insist


@transaction.atomic
def answer_question(*, who: Standing, question: Question, answer: str, roles: str) -> Question:
    """Write the short answer in the language it is typed in; the other language keeps what it had."""
    insist(rules.can_answer_question(who))
    language = (translation.get_language() or "nl")[:2]
    if language == question.lang:
        question.answer, question.roles = answer.strip(), roles.strip()
    else:
        question.translations.setdefault(language, {}).update(answer=answer.strip(), roles=roles.strip())
    question.answered_at = timezone.now()
    question.save(update_fields=["answer", "roles", "translations", "answered_at"])
    workshop = question.request.workshop
    record(
        workshop=workshop,
        act=Act.QUESTION_ANSWERED,
        actor=who.person,
        capacity=who.capacity(),
        subject=f"question {question.number}",
        data={"language": language},
    )
    announce(workshop.topic)
    return question
