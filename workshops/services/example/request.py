# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The letter that asks: its paragraphs, its questions, and every passage that asks for something."""

from workshops.models import AskingSentence, Paragraph, Question, Request, Workshop
from workshops.services.tables import Entry, table, written


def load_request(*, workshop: Workshop) -> Request:
    """Write the letter as it was sent, with our translation beside it."""
    letter = table("request")
    request = Request.objects.create(
        workshop=workshop,
        dated_on=letter["dated_on"],
        footnotes=letter["footnotes"],
        **written(letter, "subject", "sender", "addressee", "reference", "source"),
    )
    paragraphs = {entry["number"]: _paragraph(request, entry) for entry in letter["paragraphs"]}
    Paragraph.objects.bulk_create(paragraphs.values())
    questions = {entry["number"]: _question(request, entry, paragraphs) for entry in letter["questions"]}
    Question.objects.bulk_create(questions.values())
    AskingSentence.objects.bulk_create(
        AskingSentence(
            paragraph=paragraphs[entry["paragraph"]],
            question=questions.get(entry.get("question")),
            key=entry["key"],
            order=order,
            track=entry["track"],
            answered_by=entry["answered_by"],
            **written(entry, "label", "quote"),
        )
        for order, entry in enumerate(letter["asks"], start=1)
    )
    return request


def _paragraph(request: Request, entry: Entry) -> Paragraph:
    return Paragraph(request=request, number=entry["number"], **written(entry, "heading", "text"))


def _question(request: Request, entry: Entry, paragraphs: dict[int, Paragraph]) -> Question:
    """Return a numbered question; its text is the letter's own paragraph."""
    asked = paragraphs[entry["paragraph"]]
    question = Question(request=request, number=entry["number"], text=asked.text, **written(entry, "short_title"))
    question.translations["en"]["text"] = asked.said("text", "en")
    return question
