# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages on which a letter comes in and is marked."""

from http import HTTPStatus

import pytest
from django.urls import reverse

from tests.factories import council
from workshops.models import AskingSentence, Workshop

pytestmark = pytest.mark.django_db
LETTER = {
    "subject": "Zorg",
    "sender": "De minister",
    "addressee": "De raad",
    "dated_on": "2026-11-01",
    "text": "Geachte leden,\n\nIk vraag u om <advies> over de zorg.",
    "questions": "Wie zorgt\nWie zorgt er in 2040?",
}
MARK = {"quote": "om <advies> over de zorg", "label": "Advies", "question": "1", "track": "this_advice"}


@pytest.fixture
def table():
    table = council()
    Workshop.objects.update(is_public=True)
    return table


@pytest.fixture
def hanna(table, opened_by):
    return opened_by(table.secretary)


def url(table, name, *args):
    return reverse(f"workshops:{name}", args=[table.workshop.slug, *args])


def test_a_letter_comes_in_is_marked_and_stands_on_the_request_page(table, hanna, opened_by):
    assert "Bring in the letter" in hanna.get(url(table, "request")).content.decode()
    page = hanna.post(url(table, "request_enter"), LETTER, follow=True)
    assert page.redirect_chain[-1][0] == url(table, "request_marks")
    hanna.post(url(table, "request_marks"), MARK | {"answered_by": "reforms"})

    seen = opened_by().get(url(table, "request")).content.decode()
    assert "Ik vraag u" in seen
    assert "om &lt;advies&gt; over de zorg</a>" in seen
    assert "the proposals</a>" in seen
    assert "Change the letter" not in seen
    assert "Change the letter" in hanna.get(url(table, "request")).content.decode()


def test_the_letter_is_shown_again_as_it_was_typed(table, hanna):
    hanna.post(url(table, "request_enter"), LETTER)
    form = hanna.get(url(table, "request_enter")).context["form"]

    assert form["text"].value() == LETTER["text"]
    assert form["questions"].value() == LETTER["questions"]


def test_a_mark_is_taken_away(table, hanna):
    hanna.post(url(table, "request_enter"), LETTER)
    hanna.post(url(table, "request_marks"), MARK | {"answered_by": "reforms"})
    mark = AskingSentence.objects.get()
    assert "The mark is gone." in hanna.post(url(table, "request_unmark", mark.pk), follow=True).content.decode()
    assert not AskingSentence.objects.exists()


@pytest.mark.parametrize(
    ("name", "sent", "words"),
    [
        ("request_enter", LETTER | {"dated_on": "gisteren"}, "Enter a valid date"),
        ("request_enter", LETTER | {"questions": ""}, "required"),
        ("request_marks", MARK | {"answered_by": "magic"}, "Select a valid choice"),
        ("request_marks", MARK | {"answered_by": "reforms", "quote": "iets anders"}, "not in the text"),
    ],
)
def test_what_is_wrong_is_said_and_everything_typed_stays(table, hanna, name, sent, words):
    hanna.post(url(table, "request_enter"), LETTER)
    refused = hanna.post(url(table, name), sent)

    assert refused.status_code == HTTPStatus.BAD_REQUEST
    assert words in refused.content.decode()
    assert "De raad" in refused.content.decode() or "Advies" in refused.content.decode()


def test_marks_need_a_letter(table, hanna):
    assert hanna.get(url(table, "request_marks")).url == url(table, "request_enter")


def test_who_may_not_is_refused(table, opened_by):
    for person in (table.member("workers"), table.facilitator):
        for name in ("request_enter", "request_marks"):
            assert opened_by(person).get(url(table, name)).status_code == HTTPStatus.FORBIDDEN
