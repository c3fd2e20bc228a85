# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The record of acts: one chain per workshop that shows every change."""

import pytest

from tests.factories import UserFactory, WorkshopFactory
from workshops.enums import Act
from workshops.journal import BEGINNING, Line, breaks, record, record_each
from workshops.models import JournalEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def workshop():
    workshop = WorkshopFactory()
    for number in range(1, 6):
        record(workshop=workshop, act=Act.PROPOSAL_TABLED, actor=UserFactory(), subject=f"proposal {number}")
    return workshop


def lines(workshop):
    return list(workshop.journal.order_by("sequence"))


def test_every_line_holds_the_hash_of_the_line_before_it(workshop):
    entries = lines(workshop)

    assert entries[0].previous_hash == BEGINNING
    assert [one.previous_hash for one in entries[1:]] == [one.hash for one in entries[:-1]]
    assert breaks(entries) == []


def test_several_acts_at_once_follow_one_another(workshop):
    record_each(
        workshop=workshop, lines=[Line(Act.BALLOT_CAST, f"poll {number}") for number in (1, 2)], actor=UserFactory()
    )

    assert [one.sequence for one in lines(workshop)] == [1, 2, 3, 4, 5, 6, 7]
    assert breaks(lines(workshop)) == []


def test_several_acts_cost_as_many_statements_as_one(workshop, django_assert_num_queries):
    with django_assert_num_queries(2):
        record_each(workshop=workshop, lines=[Line(Act.BALLOT_CAST)] * 9, actor=None, is_locked=True)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("subject", "proposal 9"),
        ("act", Act.PROPOSAL_WITHDRAWN),
        ("capacity", "workers:2"),
        ("data", {"because": "x"}),
        ("actor", None),
    ],
)
def test_a_changed_line_is_found(workshop, field, value):
    entries = lines(workshop)
    setattr(entries[2], field, value)

    assert breaks(entries) == ["line 3 was altered"]


def test_a_removed_line_is_found(workshop):
    entries = lines(workshop)
    del entries[1]

    assert breaks(entries) == ["line 2 is missing", "line 3 does not follow the line before it"]


def test_moved_lines_are_found(workshop):
    entries = lines(workshop)
    entries[1], entries[2] = entries[2], entries[1]

    assert breaks(entries)


def test_the_end_of_a_chain_can_be_checked_by_itself(workshop):
    entries = lines(workshop)

    assert breaks(entries[3:], after=entries[2]) == []
    assert breaks(entries[3:], after=entries[1]) != []


def test_each_workshop_has_its_own_chain(workshop):
    other = WorkshopFactory()
    record(workshop=other, act=Act.PHASE_MOVED, actor=None)

    assert [one.sequence for one in lines(other)] == [1]
    assert breaks(lines(other)) == breaks(lines(workshop)) == []


def test_the_journal_knows_no_name(workshop):
    person = UserFactory(name="Somebody Special")
    entry = record(workshop=workshop, act=Act.PHASE_MOVED, actor=person, capacity="facilitator")

    assert entry.actor == person.journal_id
    stored = JournalEntry.objects.filter(pk=entry.pk).values().get()
    assert not {person.name, person.username} & {str(value) for value in stored.values()}


def test_erasing_a_person_breaks_no_hash(workshop):
    person = UserFactory()
    record(workshop=workshop, act=Act.PHASE_MOVED, actor=person)
    person.delete()

    assert breaks(lines(workshop)) == []
