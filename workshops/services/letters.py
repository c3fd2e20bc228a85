# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bring in the letter that asks: its paragraphs, its questions, and the passages that ask for something."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Any

from django.db import transaction
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from scenarios.announce import announce
from workshops import rules
from workshops.enums import Act, Track
from workshops.errors import PassageError, WorkshopError
from workshops.journal import record
from workshops.models import AskingSentence, Paragraph, Question, Request, Workshop
from workshops.rules import Standing
from workshops.selectors.request import RULES
from workshops.services.insist import insist

LONGEST = {"subject": 200, "sender": 160, "addressee": 160, "reference": 200, "source": 2_000, "label": 160}
LONGEST_TEXT, MOST_PARAGRAPHS, MOST_QUESTIONS, LONGEST_TITLE = 60_000, 200, 20, 160
HEAD = ("subject", "sender", "addressee", "reference", "source")


@dataclass(frozen=True, slots=True)
class LetterTold:
    """A letter as it is typed: paragraphs and questions parted by blank lines; a question's first line is its short title."""

    subject: str
    sender: str
    addressee: str
    dated_on: date
    text: str
    questions: str
    reference: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class MarkTold:
    """A passage of the letter that asks for something, and where its answer is to come from."""

    quote: str
    label: str
    answered_by: str
    question: int | None = None
    track: Track = Track.THIS_ADVICE


@transaction.atomic
def enter_letter(*, who: Standing, workshop: Workshop, told: LetterTold) -> Request:
    """Write the letter, or write it anew: what is marked in it must still be there, and what was answered still asked."""
    insist(rules.can_enter_request(who), _("Only the secretariat brings in the letter."))
    Workshop.objects.select_for_update().only("pk").get(pk=workshop.pk)
    paragraphs, questions = (
        [_on_one_line(part) for part in parted(told.text)],
        [_question(part) for part in parted(told.questions)],
    )
    _check(told, paragraphs, questions)
    request = Request.objects.filter(workshop=workshop).first() or Request(workshop=workshop, lang=_language())
    for name in HEAD:
        setattr(request, name, getattr(told, name).strip())
    request.dated_on = told.dated_on
    request.save()
    _write_paragraphs(request, paragraphs)
    _write_questions(request, questions)
    _record(Act.REQUEST_ENTERED, who, workshop, {"paragraphs": len(paragraphs), "questions": len(questions)})
    return request


@transaction.atomic
def mark_passage(*, who: Standing, request: Request, told: MarkTold) -> AskingSentence:
    """Mark a passage that asks for something: exact words of one paragraph, which no other mark touches."""
    insist(rules.can_enter_request(who), _("Only the secretariat brings in the letter."))
    quote, label = _on_one_line(told.quote), told.label.strip()
    if not label or len(label) > LONGEST["label"]:
        raise WorkshopError(_("Say in at most 160 characters what is asked."), field="label")
    if told.answered_by not in RULES:
        raise WorkshopError(_("Choose where the answer is to come from."), field="answered_by")
    question = request.questions.filter(number=told.question).first() if told.question else None
    if told.question and question is None:
        raise WorkshopError(_("There is no such question."), field="question")
    paragraph = _paragraph_with(request, quote)
    sentence = AskingSentence.objects.create(
        paragraph=paragraph,
        question=question,
        key=_free_key(request, label),
        order=AskingSentence.objects.filter(paragraph__request=request).count() + 1,
        quote=quote,
        label=label,
        track=told.track,
        answered_by=told.answered_by,
        lang=request.lang,
    )
    _record(Act.PASSAGE_MARKED, who, request.workshop, {"label": label})
    return sentence


@transaction.atomic
def unmark_passage(*, who: Standing, sentence: AskingSentence) -> None:
    """Take a mark away; the letter stays as it is."""
    insist(rules.can_enter_request(who), _("Only the secretariat brings in the letter."))
    workshop = sentence.paragraph.request.workshop
    sentence.delete()
    _record(Act.PASSAGE_UNMARKED, who, workshop, {"label": sentence.label})


def _on_one_line(words: str) -> str:
    """Return words without the line breaks of a narrow page, as they are read and selected."""
    return re.sub(r"\s+", " ", words).strip()


def parted(text: str) -> list[str]:
    """Return what blank lines part."""
    return [part.strip() for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if part.strip()]


def _question(part: str) -> tuple[str, str]:
    """Return the short title and the text of a question: the first line, and the rest when there is one."""
    title, _end, rest = part.partition("\n")
    return title.strip(), rest.strip() or title.strip()


def _check(told: LetterTold, paragraphs: Sequence[str], questions: Sequence[tuple[str, str]]) -> None:
    for name in ("subject", "sender", "addressee"):
        if not getattr(told, name).strip():
            raise WorkshopError(_("This field is required."), field=name)
    for name in HEAD:
        if len(getattr(told, name)) > LONGEST[name]:
            raise WorkshopError(_("Use at most %(most)d characters.") % {"most": LONGEST[name]}, field=name)
    if not paragraphs:
        raise WorkshopError(_("Paste the text of the letter."), field="text")
    if len(told.text) > LONGEST_TEXT or len(paragraphs) > MOST_PARAGRAPHS:
        words = {"characters": LONGEST_TEXT, "paragraphs": MOST_PARAGRAPHS}
        raise WorkshopError(
            _("A letter has at most %(characters)d characters in %(paragraphs)d paragraphs.") % words, field="text"
        )
    if not questions:
        raise WorkshopError(_("Give at least one question that the advice answers."), field="questions")
    if len(questions) > MOST_QUESTIONS:
        raise WorkshopError(_("Use at most %(most)d questions.") % {"most": MOST_QUESTIONS}, field="questions")
    if any(len(title) > LONGEST_TITLE for title, _text in questions):
        raise WorkshopError(
            _("The first line of a question is its short title, of at most 160 characters."), field="questions"
        )


def _write_paragraphs(request: Request, texts: Sequence[str]) -> None:
    """Keep every paragraph in its place; a text that changed must keep the passages that are marked in it."""
    marks = AskingSentence.objects.filter(paragraph__request=request).select_related("paragraph")
    for mark in marks:
        number = mark.paragraph.number
        if number > len(texts) or mark.quote not in texts[number - 1]:
            words = {"label": mark.label, "number": number}
            raise WorkshopError(
                _(
                    "“%(label)s” is marked in paragraph %(number)d, and its words are not there any more. Take that mark away first."
                )
                % words,
                field="text",
            )
    known = list(request.paragraphs.order_by("number"))
    for number, (paragraph, text) in enumerate(zip_longest(known, texts), start=1):
        if text is None:
            paragraph.delete()
        elif paragraph is None:
            Paragraph.objects.create(request=request, number=number, text=text, lang=request.lang)
        elif paragraph.text != text:
            paragraph.text, paragraph.translations = text, {}
            paragraph.save(update_fields=["text", "translations"])


def _write_questions(request: Request, told: Sequence[tuple[str, str]]) -> None:
    """Keep every question by its number; one that has an answer cannot be dropped."""
    known = list(request.questions.order_by("number"))
    for number, (question, words) in enumerate(zip_longest(known, told), start=1):
        if words is None:
            if question.answer:
                raise WorkshopError(
                    _("Question %(number)d has an answer already, so it stays.") % {"number": number},
                    field="questions",
                )
            question.delete()
        elif question is None:
            Question.objects.create(
                request=request, number=number, short_title=words[0], text=words[1], lang=request.lang
            )
        elif (question.short_title, question.text) != words:
            question.short_title, question.text = words
            for told_in in question.translations.values():
                told_in.pop("short_title", None)
                told_in.pop("text", None)
            question.save(update_fields=["short_title", "text", "translations"])


def _paragraph_with(request: Request, quote: str) -> Paragraph:
    """Return the one paragraph that has these words, apart from what is marked there already."""
    found = [one for one in request.paragraphs.all() if quote and quote in one.text]
    if not found:
        raise PassageError(_("This passage is not in the text. Copy it exactly, or mark it again."), field="quote")
    if len(found) > 1 or found[0].text.count(quote) > 1:
        raise PassageError(_("These words stand in the letter more than once. Take a few more of them."), field="quote")
    paragraph = found[0]
    start = paragraph.text.index(quote)
    end = start + len(quote)
    for other in paragraph.asks.all():
        other_start = paragraph.text.find(other.quote)
        if other_start < end and start < other_start + len(other.quote):
            raise PassageError(
                _("This passage overlaps with “%(label)s”, which is marked already.") % {"label": other.label},
                field="quote",
            )
    return paragraph


def _free_key(request: Request, label: str) -> str:
    """Return a name for the address within the page that no other mark has."""
    wanted = slugify(label)[:50] or "ask"
    taken = set(AskingSentence.objects.filter(paragraph__request=request).values_list("key", flat=True))
    tries = (wanted if number == 1 else f"{wanted}-{number}" for number in range(1, len(taken) + 2))
    return next(one for one in tries if one not in taken)


def _language() -> str:
    return (translation.get_language() or "nl")[:2]


def _record(act: Act, who: Standing, workshop: Workshop, data: dict[str, Any]) -> None:
    record(workshop=workshop, act=act, actor=who.person, capacity=who.capacity(), data=data)
    announce(workshop.topic)
