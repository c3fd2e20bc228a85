# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether new policy is needed at all: per scenario, beside the support."""

import pytest

from tests.factories import WorkshopScenarioFactory, cast, council, open_round
from tests.factories.weighing import tabled
from workshops.enums import BallotMode, Need, NeedClass, RoundState, Stance
from workshops.selectors.needs import needs_in
from workshops.selectors.support import Needed, support_in
from workshops.selectors.table import places_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    table = council()
    for _letter in "AB":
        WorkshopScenarioFactory(workshop=table.workshop)
    return table


def answered(table, needs, **round_):
    """Let every seat answer in the first scenario, each side as it is told."""
    proposal = tabled(table)
    one = open_round(table, proposals=[proposal], **round_)
    poll = one.polls.get(scenario_revision=places_of(table.workshop)[0].revision_id)
    for seat in table.seats:
        cast(poll, seat, Stance.FULL, need=needs.get(seat.constituency.key))
    return proposal, one


def found(table, proposal):
    support = support_in(table.workshop)
    return needs_in(
        (proposal, place, support.get((proposal.id, place.revision_id))) for place in places_of(table.workshop)
    )


def test_a_scenario_says_on_which_points_every_side_wants_new_policy(table):
    proposal, _one = answered(table, {"workers": Need.YES, "employers": Need.YES, "crown": Need.YES})

    (needs,) = found(table, proposal)
    assert (needs.place.letter, needs.asked, needs.needed) == ("A", 1, 1)
    assert needs.points == {NeedClass.NEEDED: (proposal,)}


def test_one_side_that_does_not_want_it_keeps_a_point_from_being_needed(table):
    proposal, _one = answered(table, {"workers": Need.YES, "employers": Need.NO, "crown": Need.YES})

    assert found(table, proposal)[0].points == {NeedClass.DIVIDED: (proposal,)}


def test_nothing_is_told_where_nobody_answered_or_the_counts_are_not_shown(table):
    proposal, one = answered(table, {})
    assert found(table, proposal) == []

    proposal, one = answered(table, {"workers": Need.YES, "employers": Need.YES, "crown": Need.YES})
    type(one).objects.filter(pk=one.pk).update(is_live=False)
    assert found(table, proposal) == []


def test_without_names_a_small_side_is_told_in_a_band(table):
    proposal, one = answered(
        table, {"workers": Need.YES, "employers": Need.NO, "crown": Need.YES}, mode=BallotMode.PSEUDONYMOUS
    )
    type(one).objects.filter(pk=one.pk).update(state=RoundState.CLOSED)

    need: Needed = support_in(table.workshop)[proposal.id, places_of(table.workshop)[0].revision_id].need
    assert need.verdict == NeedClass.DIVIDED
    assert not need.tallies
    assert set(need.bands) == {side.id for side in table.constituencies.values()}
