# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""No regret asked three ways, and the one scenario or the one side that breaks it."""

import pytest

from tests.factories import (
    AgreementsFactory,
    JudgementFactory,
    WorkshopScenarioFactory,
    council,
    open_round,
)
from tests.factories.weighing import answer, answer_all, computed, tabled
from workshops.enums import Direction, Stance
from workshops.selectors.matrix import support_impact_matrix
from workshops.selectors.verdicts import NoRegret

pytestmark = pytest.mark.django_db
FOR, AGAINST = [Stance.FULL] * 3, [Stance.OBJECTION] * 3
GAIN, LOSS, UNCLEAR = (0.004, 0.005, 0.006), (-0.008, -0.007, -0.006), (-0.004, 0.001, 0.006)
EVEN = {"employers": UNCLEAR, "workers": GAIN, "crown": UNCLEAR}
SIDES = ("employers", "workers", "crown")


@pytest.fixture
def table():
    table = council(seats=3)
    for _ in range(3):
        WorkshopScenarioFactory(workshop=table.workshop)
    AgreementsFactory(workshop=table.workshop, locked=True)
    return table


@pytest.fixture
def proposal(table):
    return tabled(table)


def voted(table, proposal, **against):
    """Everybody is in favour, except the sides named, in the scenarios (counted from nought) named."""
    one = open_round(table, proposals=[proposal])
    at = {place.revision_id: number for number, place in enumerate(table.workshop.places.order_by("order"))}
    for poll in one.polls.all():
        answers = {side: AGAINST if at[poll.scenario_revision_id] in against.get(side, ()) else FOR for side in SIDES}
        answer(table, poll, answers)


def verdicts(table):
    return support_impact_matrix(table.workshop).rows[0].verdicts


def told(held):
    return held.verdict, held.breaks_in and held.breaks_in.letter, held.broken_by and held.broken_by.key


def test_what_passes_everywhere_passes_all_three_ways(table, proposal):
    voted(table, proposal)
    computed(table, proposal, EVEN)
    found = verdicts(table)
    assert {told(one) for one in (found.strict, found.support_only, found.impact_only)} == {(NoRegret.YES, None, None)}
    assert not found.strict.is_near


def test_without_a_vote_the_effect_still_has_its_verdict(table, proposal):
    computed(table, proposal, EVEN)
    found = verdicts(table)
    assert found.impact_only.verdict == NoRegret.YES
    assert found.support_only.verdict == found.strict.verdict == NoRegret.CANNOT_TELL


def test_without_figures_support_still_has_its_verdict(table, proposal):
    voted(table, proposal)
    found = verdicts(table)
    assert found.support_only.verdict == NoRegret.YES
    assert found.impact_only.verdict == found.strict.verdict == NoRegret.CANNOT_TELL


def test_one_side_in_one_scenario_breaks_it_and_both_are_named(table, proposal):
    voted(table, proposal, employers=[1])
    computed(table, proposal, EVEN)
    found = verdicts(table)
    assert told(found.support_only) == told(found.strict) == (NoRegret.NEAR_MISS, "B", "employers")
    assert found.impact_only.verdict == NoRegret.YES


def test_two_sides_in_one_scenario_leave_the_scenario_only(table, proposal):
    voted(table, proposal, employers=[1], crown=[1])
    computed(table, proposal, EVEN)
    assert told(verdicts(table).strict) == (NoRegret.NEAR_MISS, "B", None)


def test_one_side_in_every_scenario_is_named_too(table, proposal):
    voted(table, proposal, crown=[0, 1, 2])
    computed(table, proposal, EVEN)
    assert told(verdicts(table).support_only) == (NoRegret.NOWHERE, None, "crown")
    assert verdicts(table).support_only.is_near


def test_the_side_that_loses_is_named_when_another_gains(table, proposal):
    voted(table, proposal)
    computed(table, proposal, EVEN | {"crown": LOSS}, useful_share=0.0)
    assert told(verdicts(table).impact_only) == (NoRegret.NOWHERE, None, "crown")


def test_where_nobody_would_gain_without_it_the_loser_does_not_stand_alone(table, proposal):
    voted(table, proposal)
    computed(table, proposal, {"employers": UNCLEAR, "workers": UNCLEAR, "crown": LOSS}, useful_share=0.0)
    assert told(verdicts(table).impact_only) == (NoRegret.NOWHERE, None, None)


def test_support_and_effect_that_break_on_different_sides_name_none(table, proposal):
    voted(table, proposal, employers=[0])
    computed(table, proposal, EVEN | {"crown": LOSS}, useful_share=0.0)
    found = verdicts(table)
    assert found.strict.broken_by is None
    assert (found.support_only.broken_by.key, found.impact_only.broken_by.key) == ("employers", "crown")


def test_an_open_scenario_beside_a_failing_one_is_no_near_miss(table, proposal):
    voted(table, proposal, employers=[1])
    computed(table, proposal, EVEN)[0].delete()
    assert told(verdicts(table).strict) == (NoRegret.SOME, None, None)


def test_a_judged_loss_names_its_side(table, proposal):
    voted(table, proposal)
    computed(table, proposal, EVEN)
    JudgementFactory(
        proposal=proposal,
        scenario_revision=table.workshop.places.order_by("order")[2].revision,
        constituency=table.constituencies["employers"],
        direction=Direction.WORSE,
    )
    assert told(verdicts(table).impact_only) == (NoRegret.NEAR_MISS, "C", "employers")


def test_the_verdict_of_the_picture_is_the_strict_one(table, proposal):
    answer_all(table, open_round(table, proposals=[proposal]), Stance.OBJECTION)
    computed(table, proposal, EVEN)
    row = support_impact_matrix(table.workshop).rows[0]
    assert row.verdict == row.verdicts.strict.verdict == NoRegret.NOWHERE
