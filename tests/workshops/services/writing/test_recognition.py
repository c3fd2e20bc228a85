# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from tests.factories import WorkshopScenarioFactory, council
from workshops.enums import Act, Recognised
from workshops.errors import NotAllowedError, WorkshopError
from workshops.models import JournalEntry, Recognition
from workshops.services.writing.recognition import recognise_future

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    return council()


@pytest.fixture
def place(table):
    return WorkshopScenarioFactory(workshop=table.workshop)


def say(table, place, answer=Recognised.YES, reason="Zo gaat het bij ons.", *, side="workers", seat=None):
    who = table.as_member(side)
    return recognise_future(who=who, place=place, seat=seat or table.seat(side), answer=answer, reason=reason)


def test_a_member_says_it_for_the_side(table, place):
    said = say(table, place)

    assert (said.constituency, said.revision, said.answer) == (
        table.constituencies["workers"],
        place.revision,
        Recognised.YES,
    )
    entry = JournalEntry.objects.get()
    assert (entry.act, entry.capacity, entry.data["answer"]) == (Act.FUTURE_RECOGNISED, "workers:1", "yes")


def test_a_later_word_of_the_side_takes_the_place_of_an_earlier(table, place):
    say(table, place)
    say(table, place, Recognised.IN_PART, "Bij nader inzien ten dele.")

    assert Recognition.objects.get().answer == Recognised.IN_PART


def test_each_side_says_its_own(table, place):
    say(table, place)
    say(table, place, Recognised.NO, "Wij niet.", side="employers")

    assert Recognition.objects.count() == 2


def test_it_needs_a_reason(table, place):
    with pytest.raises(WorkshopError):
        say(table, place, reason=" ")


def test_nobody_speaks_for_another_side(table, place):
    with pytest.raises(NotAllowedError):
        say(table, place, seat=table.seat("employers"))
