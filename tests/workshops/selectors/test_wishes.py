# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What would move each side: its words, how many seats it takes, and what is not told of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import council, open_round
from tests.factories.weighing import answer, answer_all, tabled
from workshops.enums import BallotMode, RoundState, Stance
from workshops.models import Ballot, Round, Workshop
from workshops.selectors.support import support_in
from workshops.selectors.table import places_of, sides_of
from workshops.selectors.wishes import Table, moved_sides

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    table = council()
    Workshop.objects.update(is_public=True)
    table.workshop.refresh_from_db()
    return table


def closed(table, *proposals, mode=BallotMode.NAMED, answers):
    one = open_round(table, proposals=proposals, mode=mode)
    for poll in one.polls.all():
        answer(table, poll, answers)
    Round.objects.filter(pk=one.pk).update(state=RoundState.CLOSED, closed_at=one.opened_at)
    return one


def moved(table):
    workshop = table.workshop
    told = Table(list(workshop.proposals.all()), sides_of(workshop), places_of(workshop), support_in(workshop))
    return {one.side.key: one for one in moved_sides(told)}


def test_an_objection_tells_what_would_change_it_and_how_many_seats_it_takes(table):
    far, near = tabled(table), tabled(table)
    closed(table, far, answers={"employers": [Stance.UNACCEPTABLE] * 3, "workers": [Stance.FULL] * 3})
    closed(table, near, answers={"employers": [Stance.FULL, Stance.OBJECTION, Stance.OBJECTION]})
    Ballot.objects.filter(stance=Stance.OBJECTION).update(would_change="Een lagere premie.")
    Ballot.objects.filter(stance=Stance.FULL).update(would_change="Als het duurder wordt.")
    employers = moved(table)["employers"]
    assert [row.proposal for row in employers.withheld] == [near, far]
    assert [row.fewest for row in employers.withheld] == [1, 2]
    first = employers.withheld[0]
    assert [(wish.words.said(wish.field), len(wish.places)) for wish in first.gains] == [("Een lagere premie.", 2)]
    assert [wish.stance for wish in first.losses] == [Stance.FULL]
    assert employers.withheld[1].gains == ()
    assert [row.proposal for row in moved(table)["workers"].carried] == [far]
    assert moved(table)["crown"].withheld == ()


def test_without_names_no_number_of_seats_is_told_and_words_stand_once(table):
    closed(table, tabled(table), mode=BallotMode.PSEUDONYMOUS, answers={"workers": [Stance.OBJECTION] * 3})
    Ballot.objects.update(would_change="Meer geld.")
    (row,) = moved(table)["workers"].withheld
    assert {gap.seats for gap in row.gaps} == {None}
    assert row.fewest is None
    assert len(row.gains) == 1


def test_nothing_is_told_of_a_round_that_shows_no_counts(table):
    one = open_round(table, mode=BallotMode.PSEUDONYMOUS)
    answer_all(table, one, Stance.OBJECTION)
    Ballot.objects.update(would_change="Meer geld.")
    assert all(not side.withheld and not side.carried for side in moved(table).values())


@pytest.mark.parametrize("count", [1, 6])
def test_the_page_reads_in_both_languages_and_takes_fifteen_statements_at_any_size(client, table, count):
    closed(table, *(tabled(table) for _number in range(count)), answers={"workers": [Stance.OBJECTION] * 3})
    Ballot.objects.update(would_change="Meer geld & tijd.")
    address = reverse("workshops:wishes", args=[table.workshop.slug])
    client.force_login(table.member("workers"))
    with CaptureQueriesContext(connection) as asked:
        page = client.get(address, headers={"accept-language": "en"}).content.decode()
    assert len(asked) <= 15
    assert page.count("Meer geld &amp; tijd.") == count
    assert "2 more seats in favour are enough" in page
    assert "Wat elke geleding zou bewegen" in client.get(address, headers={"accept-language": "nl"}).content.decode()
