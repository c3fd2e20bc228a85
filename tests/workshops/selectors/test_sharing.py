# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Packages from support: who takes part, what each side finds in them, and what is drawn over."""

from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import AgreementsFactory, ReformRevisionFactory, WorkshopScenarioFactory, council, open_round
from tests.factories.weighing import answer, answer_all, computed, tabled
from workshops.enums import BallotMode, RoundState, Stance
from workshops.models import Round
from workshops.selectors.sharing import Table, Unshared, Way, sharing_of
from workshops.selectors.support import support_in
from workshops.selectors.table import places_of, sides_of

pytestmark = pytest.mark.django_db
YEAR = 2030


@pytest.fixture
def table():
    """Three sides of three seats, two scenarios."""
    table = council()
    AgreementsFactory(workshop=table.workshop, locked=True)
    for _letter in "AB":
        WorkshopScenarioFactory(workshop=table.workshop)
    return table


def costing(table, cost_bn, **facts):
    facts = {"budget_from_model": False, "exante_budget_bn": -cost_bn} | facts
    return tabled(table, reform_revision=ReformRevisionFactory(**facts))


def closed(table, *proposals, mode=BallotMode.NAMED):
    one = open_round(table, proposals=proposals, mode=mode)
    Round.objects.filter(pk=one.pk).update(state=RoundState.CLOSED)
    return one


def shared(table, own=(), frame_bn=4.0):
    workshop = table.workshop
    standing = list(workshop.proposals.select_related("reform_revision").order_by("number"))
    told = Table(sides_of(workshop), places_of(workshop), standing, support_in(workshop), frame_bn, YEAR)
    return sharing_of(told, own)


def numbers(package):
    return sorted(package.numbers)


def test_the_sides_buy_what_their_seats_support_and_every_way_stands_beside_it(table):
    proposals = [costing(table, cost) for cost in (2.0, 2.0, 3.0)]
    one = closed(table, *proposals)
    for poll in one.polls.filter(proposal=proposals[0]):
        answer(table, poll, {"workers": [Stance.FULL] * 3, "crown": [Stance.RESERVATIONS] * 3})
    for poll in one.polls.filter(proposal=proposals[1]):
        answer(table, poll, {"employers": [Stance.LIVE_WITH] * 3, "crown": [Stance.LIVE_WITH] * 3})
    found = shared(table, own=[3])
    assert [place.place.letter for place in found.places] == [place.letter for place in places_of(table.workshop)]
    for place in found.places:
        assert numbers(place.main) == [1, 2]
        assert place.main.cost == 4
        assert {package.way for package in place.packages} == set(Way)
        assert place.by(Way.OWN).cost == 3
        assert place.main.satisfaction == (1, 1, 1)
        assert place.by(Way.OWN).satisfaction == (0, 0, 0)
    assert [one.number for one, _share in found.core_proposals] == [1, 2]
    assert found.core_cost == 4
    assert found.seats == (3, 3, 3)
    assert shared(table, frame_bn=2.0, own=[1, 2]).places[0].by(Way.OWN).is_beyond


def test_an_objection_gives_no_points_and_a_saving_counts_where_it_is_desirable(table):
    saving, dear = costing(table, -1.0), costing(table, 5.0)
    answer_all(table, closed(table, saving, dear), Stance.FULL)
    for place in shared(table).places:
        assert place.raised_frame == 5
        assert numbers(place.main) == [1, 2]
        assert place.main.cost == 4
        assert [(one.number, amount) for one, amount in place.savings] == [(1, Fraction(1))]
    again = closed(table, saving, dear)
    answer_all(table, again, Stance.OBJECTION)
    for place in shared(table).places:
        assert place.raised_frame == 4
        assert numbers(place.main) == []
        assert [one.number for one in place.refused] == [1]
    assert shared(table).core_proposals == []


def test_costs_by_the_model_are_those_of_each_scenario_and_are_drawn_over_their_margin(table):
    modelled = costing(table, 0.0, budget_from_model=True)
    answer_all(table, closed(table, modelled), Stance.FULL)
    assert shared(table) is None
    computed(table, modelled, {}, balance_bn=-3.9)
    found = shared(table)
    assert [place.costs[1] for place in found.places] == [Fraction(39, 10)] * 2
    assert found.core.draws == 100
    assert Fraction(1, 2) < found.core.shares["1"] < 1


def test_what_takes_no_part_is_named_with_the_reason(table):
    by_name, without_names, unasked = (costing(table, 1.0) for _number in range(3))
    unknown = costing(table, 0.0, budget_from_model=True)
    answer_all(table, closed(table, by_name, unknown), Stance.FULL)
    closed(table, without_names, mode=BallotMode.PSEUDONYMOUS)
    still_open = costing(table, 1.0)
    open_round(table, proposals=[still_open])
    found = shared(table)
    assert [one.number for one in found.proposals] == [by_name.number]
    assert {one.number: why for one, why in found.unshared} == {
        without_names.number: Unshared.NOT_BY_NAME,
        unasked.number: Unshared.NOT_ASKED,
        unknown.number: Unshared.NO_COST,
        still_open.number: Unshared.NOT_CLOSED,
    }


@pytest.mark.parametrize("count", [1, 6])
def test_it_takes_two_statements_at_any_size(table, count):
    answer_all(table, closed(table, *(costing(table, 1.0) for _number in range(count))), Stance.FULL)
    workshop = table.workshop
    standing = list(workshop.proposals.select_related("reform_revision").order_by("number"))
    told = Table(sides_of(workshop), places_of(workshop), standing, support_in(workshop), 4.0, YEAR)
    with CaptureQueriesContext(connection) as asked:
        sharing_of(told)
    assert len(asked) <= 2
