# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A round counted: both verdicts, the headline, the shift, and what may not be told."""

from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import ReformRevisionFactory, council, open_round
from tests.factories.weighing import answer, answer_all, tabled
from workshops.enums import BallotMode, RoundState, Stance, SupportClass
from workshops.models import Round
from workshops.selectors.table import places_of, sides_of
from workshops.selectors.tallies import round_numbered, tallies_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    return council()


def closed(table, proposal, answers, *, mode=BallotMode.NAMED):
    one = open_round(table, proposals=[proposal], mode=mode)
    for poll in one.polls.all():
        answer(table, poll, answers)
    Round.objects.filter(pk=one.pk).update(state=RoundState.CLOSED)
    return one


def counted(table, number):
    return tallies_of(round_numbered(table.workshop, number), sides_of(table.workshop), places_of(table.workshop))


def test_every_poll_has_both_verdicts_the_weakest_side_and_the_means(table):
    closed(
        table,
        tabled(table),
        {
            "employers": [Stance.LIVE_WITH, Stance.LIVE_WITH, Stance.OBJECTION],
            "workers": [Stance.FULL] * 3,
            "crown": [Stance.RESERVATIONS] * 2,
        },
    )
    ((_proposal, cells),) = counted(table, 1).rows
    assert [cell.place.letter for cell in cells] == [place.letter for place in places_of(table.workshop)]
    for cell in cells:
        assert cell.verdict == SupportClass.RESERVED
        assert cell.strict == SupportClass.DIVIDED
        assert cell.headline.weakest == Fraction(2, 3)
        assert cell.headline.tripartite == Fraction(8, 9)
        assert cell.headline.plain == Fraction(7, 8)
        assert cell.weakest_side.key == "employers"
        assert [one.tally.bounds_of_seats for one in cell.sides][2] == (Fraction(2, 3), 1)
        assert cell.before is None


def test_a_second_round_about_the_same_texts_tells_the_shift_and_another_text_does_not(table):
    proposal = tabled(table)
    closed(table, proposal, {"workers": [Stance.OBJECTION] * 3})
    closed(table, proposal, {"workers": [Stance.FULL, Stance.FULL, Stance.OBJECTION]})
    again = counted(table, 2)
    assert again.has_before
    workers = next(one for one in again.rows[0][1][0].sides if one.side.key == "workers")
    assert workers.shift == Fraction(2, 3)
    assert not counted(table, 1).has_before
    proposal.reform_revision = ReformRevisionFactory()
    proposal.save()
    closed(table, proposal, {"workers": [Stance.FULL] * 3})
    assert not counted(table, 3).has_before


@pytest.mark.parametrize("mode", [BallotMode.PSEUDONYMOUS, BallotMode.SECRET])
def test_where_a_side_is_told_in_a_band_nothing_that_gives_its_count_away_is_told(table, mode):
    proposal = tabled(table)
    closed(table, proposal, {side: [Stance.OBJECTION] * 3 for side in table.constituencies})
    one = closed(table, proposal, {side: [Stance.FULL] * 3 for side in table.constituencies}, mode=mode)
    for cell in counted(table, one.number).rows[0][1]:
        assert cell.headline is None
        assert cell.strict is None
        assert cell.weakest_side is None
        assert [one.tally for one in cell.sides] == [None] * 3
        assert all(one.shift is None and one.has_before for one in cell.sides)


@pytest.mark.parametrize("count", [1, 5])
def test_a_round_is_counted_in_seven_statements_at_any_size(table, count):
    proposals = [tabled(table) for _number in range(count)]
    for _round in range(2):
        one = open_round(table, proposals=proposals)
        answer_all(table, one, Stance.FULL)
        Round.objects.filter(pk=one.pk).update(state=RoundState.CLOSED)
    last, sides, places = round_numbered(table.workshop, 2), sides_of(table.workshop), places_of(table.workshop)
    with CaptureQueriesContext(connection) as asked:
        assert len(tallies_of(last, sides, places).rows) == count
    assert len(asked) <= 7
