# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bringing in a letter: word for word, its questions, and the passages that ask."""

from dataclasses import replace
from datetime import date

import pytest

from tests.factories import council
from workshops.enums import Act, AnswerState, Track
from workshops.errors import NotAllowedError, PassageError, WorkshopError
from workshops.models import AskingSentence
from workshops.selectors.request import letter_of
from workshops.services.answers import answer_question
from workshops.services.letters import LetterTold, MarkTold, enter_letter, mark_passage, unmark_passage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
LETTER = LetterTold(
    subject="Care in 2040",
    sender="The minister",
    addressee="The council",
    dated_on=date(2026, 11, 1),
    text="Dear members,\r\n\r\nCare changes.\nI ask you for advice on who will care. I also ask what it costs.\n\nThank you.",
    questions="Who will care\nWho will care for whom in 2040?\n\nWhat it costs",
)
MARK = MarkTold("advice on who will care", "Who will care", "reforms", 1)


@pytest.fixture
def table():
    return council()


def enter(table, **changes):
    return enter_letter(who=table.as_secretary, workshop=table.workshop, told=replace(LETTER, **changes))


def mark(table, request, **changes):
    return mark_passage(who=table.as_secretary, request=request, told=replace(MARK, **changes))


def test_blank_lines_part_paragraphs_and_questions(table):
    enter(table)
    letter = letter_of(table.workshop)

    assert [one.text for one in letter.paragraphs] == [
        "Dear members,",
        "Care changes. I ask you for advice on who will care. I also ask what it costs.",
        "Thank you.",
    ]
    assert [(one.short_title, one.text) for one in letter.questions] == [
        ("Who will care", "Who will care for whom in 2040?"),
        ("What it costs", "What it costs"),
    ]
    assert table.workshop.journal.get(act=Act.REQUEST_ENTERED).data == {"paragraphs": 3, "questions": 2}


def test_a_marked_passage_is_graded_by_what_the_workshop_holds(table):
    request = enter(table)
    mark(table, request)
    mark(table, request, quote="what it  costs", label="Costs", answered_by="budget", question=None, track=Track.SKILLS)
    letter = letter_of(table.workshop)

    assert [(one.sentence.label, one.state, one.page) for one in letter.asked] == [
        ("Who will care", AnswerState.OPEN, "proposals"),
        ("Costs", AnswerState.SEPARATE, "agreements"),
    ]


@pytest.mark.parametrize(
    ("wrong", "error", "words"),
    [
        ({"quote": "words that are not there"}, PassageError, "not in the text"),
        ({"quote": " "}, PassageError, "not in the text"),
        ({"quote": "ask"}, PassageError, "more than once"),
        ({"quote": "who will care. I also ask"}, PassageError, "overlaps with “Who will care”"),
        ({"label": " "}, WorkshopError, "what is asked"),
        ({"answered_by": "magic"}, WorkshopError, "Choose where"),
        ({"question": 9}, WorkshopError, "no such question"),
    ],
)
def test_what_cannot_be_marked_is_refused(table, wrong, error, words):
    request = enter(table)
    mark(table, request)
    with pytest.raises(error, match=words):
        mark(table, request, **wrong)
    assert AskingSentence.objects.count() == 1


def test_two_marks_of_one_name_have_addresses_of_their_own(table):
    request = enter(table)
    keys = {mark(table, request).key, mark(table, request, quote="what it costs").key}

    assert keys == {"who-will-care", "who-will-care-2"}


def test_a_letter_is_mended_but_marked_words_stay(table):
    request = enter(table)
    sentence = mark(table, request)
    enter(table, text=LETTER.text.replace("Thank you.", "Thank you very much.") + "\n\nYours")
    assert letter_of(table.workshop).paragraphs[3].text == "Yours"

    with pytest.raises(WorkshopError, match="paragraph 2, and its words are not there any more"):
        enter(table, text="Dear members,\n\nSomething else.")
    assert len(letter_of(table.workshop).paragraphs) == 4

    unmark_passage(who=table.as_secretary, sentence=sentence)
    enter(table, text="Dear members,\n\nSomething else.")
    assert len(letter_of(table.workshop).paragraphs) == 2


def test_a_question_that_is_answered_stays(table):
    request = enter(table)
    answer_question(who=table.as_secretary, question=request.questions.get(number=2), answer="Much.", roles="")
    with pytest.raises(WorkshopError, match="Question 2 has an answer"):
        enter(table, questions="Who will care")
    enter(table, questions="Who cares\n\nWhat it costs us")

    assert [one.short_title for one in letter_of(table.workshop).questions] == ["Who cares", "What it costs us"]
    assert request.questions.get(number=2).answer == "Much."


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"subject": ""}, "subject"),
        ({"sender": "a" * 161}, "sender"),
        ({"text": " \n\n "}, "text"),
        ({"text": "a" * 60_001}, "text"),
        ({"text": "a\n\n" * 201}, "text"),
        ({"questions": ""}, "questions"),
        ({"questions": "a\n\n" * 21}, "questions"),
        ({"questions": "a" * 161}, "questions"),
    ],
)
def test_what_is_wrong_is_refused_by_its_field(table, wrong, field):
    with pytest.raises(WorkshopError) as refused:
        enter(table, **wrong)
    assert refused.value.field == field
    assert letter_of(table.workshop) is None


def test_only_the_secretariat_brings_it_in(table):
    request = enter(table)
    sentence = mark(table, request)
    for act in (
        lambda: enter_letter(who=table.as_facilitator, workshop=table.workshop, told=LETTER),
        lambda: mark_passage(who=table.as_member("workers"), request=request, told=MARK),
        lambda: unmark_passage(who=table.as_facilitator, sentence=sentence),
    ):
        with pytest.raises(NotAllowedError):
            act()
