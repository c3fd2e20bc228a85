# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from tests.factories import ScenarioRevisionFactory, WorkshopScenarioFactory, council
from workshops.enums import Act, Phase, Use
from workshops.errors import NotAllowedError, WorkshopError
from workshops.models import Borrowing, JournalEntry
from workshops.selectors.borrowings import crosswalk_of
from workshops.services.writing.borrowing import Crossed, cross
from workshops.services.writing.opening import lay_out

pytestmark = pytest.mark.django_db
SAID = {"complementary": Crossed(Use.ADOPTED, "Dat past bij dit verhaal.")}


@pytest.fixture
def table():
    return council()


@pytest.fixture
def place(table):
    return WorkshopScenarioFactory(workshop=table.workshop)


def say(table, place, said=SAID, who=None):
    return cross(who=who or table.as_secretary, place=place, other="wrr", said=said)


def row_of(place):
    return next(row for one in crosswalk_of(place) if one.other.key == "wrr" for row in one.rows)


def test_what_the_authors_do_with_an_assumption_stands_beside_it(table, place):
    assert say(table, place) == 1

    assert (row_of(place).said.use, row_of(place).is_about_earlier) == (Use.ADOPTED, False)
    entry = JournalEntry.objects.get()
    assert (entry.act, entry.data) == (Act.ASSUMPTIONS_CROSSED, {"other": "wrr", "changed": 1})


def test_saying_the_same_again_writes_nothing(table, place):
    say(table, place)

    assert say(table, place) == 0
    assert JournalEntry.objects.count() == 1


def test_what_was_said_can_be_taken_back(table, place):
    say(table, place)
    say(table, place, {"complementary": Crossed(None)})

    assert not Borrowing.objects.exists()


def test_a_choice_needs_its_reason(table, place):
    with pytest.raises(WorkshopError) as refusal:
        say(table, place, {"complementary": Crossed(Use.REJECTED, " ")})

    assert refusal.value.field == "because-complementary"


def test_nobody_says_it_of_what_the_others_never_assumed(table, place):
    with pytest.raises(WorkshopError):
        say(table, place, {"robots_vote": Crossed(Use.ADOPTED, "Ja.")})


def test_a_member_says_it_only_with_the_pen(table, place):
    with pytest.raises(NotAllowedError):
        say(table, place, who=table.as_member("workers"))

    lay_out(place, penholder=table.member("workers"))
    place.refresh_from_db()
    say(table, place, who=table.as_member("workers"))

    assert Borrowing.objects.get().capacity == "workers:1"


def test_after_the_vote_it_stands(table, place):
    place.workshop.phase = Phase.CONCLUDING

    with pytest.raises(NotAllowedError):
        say(table, place)


def test_said_of_an_earlier_edition_is_marked(table, place):
    say(table, place)
    place.revision = ScenarioRevisionFactory(scenario=place.scenario, number=place.revision.number + 1)
    place.save()

    assert row_of(place).is_about_earlier
