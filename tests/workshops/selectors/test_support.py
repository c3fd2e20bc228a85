# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Support is read from the latest round that asked, under the thresholds it was opened with."""

from fractions import Fraction

import pytest

from tests.factories import (
    AgreementsFactory,
    ReformRevisionFactory,
    RoundFactory,
    ScenarioRevisionFactory,
    cast,
    council,
    open_round,
)
from tests.factories.weighing import answer, answer_all, tabled
from workshops.enums import RoundState, Stance, SupportClass
from workshops.models import Poll
from workshops.selectors.support import support_in, thresholds_of

pytestmark = pytest.mark.django_db
FOR, AGAINST = Stance.FULL, Stance.OBJECTION


@pytest.fixture
def table():
    return council(seats=4)


def only(found):
    assert len(found) == 1
    return next(iter(found.values()))


def test_every_seat_of_the_electorate_counts_also_without_a_ballot(table):
    one = open_round(table, scenarios=1)
    cast(one.polls.get(), table.seat("workers"), FOR)
    found = only(support_in(table.workshop))
    workers = found.tallies[table.constituencies["workers"].id]
    assert (workers.seats, workers.supporting, workers.silent) == (4, 1, 3)
    assert found.verdict == SupportClass.INSUFFICIENT


def test_carriers_and_silent_sides_are_named(table):
    one = open_round(table, scenarios=1)
    answer(table, one.polls.get(), {"employers": [AGAINST] * 4, "workers": [FOR] * 3 + [AGAINST], "crown": [FOR] * 2})
    found = only(support_in(table.workshop))
    keys = {side.id: key for key, side in table.constituencies.items()}
    assert {keys[side] for side in found.carriers} == {"workers", "crown"}
    assert {keys[side] for side in found.silent} == {"crown"}
    assert found.weakest == 0


def test_a_new_edition_of_a_scenario_keeps_the_support_and_says_that_it_is_about_an_earlier_one(table):
    one = open_round(table, scenarios=2)
    answer_all(table, one, FOR)
    place = table.workshop.places.first()
    place.revision = ScenarioRevisionFactory(scenario=place.scenario, number=place.revision.number + 1)
    place.save()
    found = support_in(table.workshop)
    changed = found[one.polls.first().proposal_id, place.revision_id]
    assert changed.is_earlier_version
    assert changed.verdict == SupportClass.BROAD
    assert sum(support.is_earlier_version for support in found.values()) == 1


def test_the_latest_round_that_asked_decides(table):
    proposal = tabled(table)
    first = open_round(table, proposals=[proposal], scenarios=1)
    answer_all(table, first, AGAINST)
    first.state = RoundState.CLOSED
    first.save()
    second = open_round(table, proposals=[proposal])
    answer_all(table, second, FOR)
    found = only(support_in(table.workshop))
    assert (found.round, found.verdict) == (second, SupportClass.BROAD)


def test_a_round_in_preparation_does_not_count(table):
    proposal = tabled(table)
    one = open_round(table, proposals=[proposal], scenarios=1)
    answer_all(table, one, FOR)
    draft = RoundFactory(workshop=table.workshop)
    poll = one.polls.get()
    Poll.objects.create(
        round=draft,
        proposal=proposal,
        reform_revision=poll.reform_revision,
        scenario_revision=poll.scenario_revision,
    )
    assert only(support_in(table.workshop)).round == one


def test_counts_wait_for_closing_where_the_round_is_not_live(table):
    one = open_round(table, scenarios=1)
    answer_all(table, one, FOR)
    one.is_live = False
    one.save()
    found = only(support_in(table.workshop))
    assert not found.is_shown
    assert (found.tallies, found.verdict, found.weakest) == ({}, SupportClass.NOT_VOTED, None)
    one.state = RoundState.CLOSED
    one.save()
    assert only(support_in(table.workshop)).verdict == SupportClass.BROAD


def test_a_ballot_on_an_earlier_text_is_said_to_be_so(table):
    proposal = tabled(table)
    open_round(table, proposals=[proposal], scenarios=1)
    assert not only(support_in(table.workshop)).is_earlier_version
    proposal.reform_revision = ReformRevisionFactory(reform=proposal.reform_revision.reform, number=2)
    proposal.save()
    assert only(support_in(table.workshop)).is_earlier_version


def test_thresholds_are_exact_fractions_of_what_was_agreed(table):
    agreed = AgreementsFactory(workshop=table.workshop, response_share=2 / 3, broad_share=0.75)
    found = thresholds_of(RoundFactory(workshop=table.workshop, agreements=agreed))
    assert (found.response, found.broad) == (Fraction(2, 3), Fraction(3, 4))


def test_a_round_without_agreements_falls_back_on_the_usual_thresholds(table):
    assert thresholds_of(RoundFactory(workshop=table.workshop)).majority == Fraction(1, 2)


def test_the_quorum_of_a_side_is_kept(table):
    crown = table.constituencies["crown"]
    crown.quorum = 4
    crown.save()
    one = open_round(table, scenarios=1)
    answer(table, one.polls.get(), {"employers": [FOR] * 4, "workers": [FOR] * 4, "crown": [FOR] * 3})
    assert only(support_in(table.workshop)).verdict == SupportClass.INSUFFICIENT


@pytest.mark.parametrize("count", [1, 6])
def test_any_number_of_proposals_takes_three_statements(table, count, django_assert_num_queries):
    open_round(table, proposals=[tabled(table) for _ in range(count)], scenarios=3)
    with django_assert_num_queries(3):
        assert len(support_in(table.workshop)) == 3 * count


def test_only_the_proposals_asked_for_are_read(table):
    one, other = tabled(table), tabled(table)
    open_round(table, proposals=[one, other], scenarios=2)
    assert {proposal for proposal, _ in support_in(table.workshop, proposal_ids=[one.id])} == {one.id}
