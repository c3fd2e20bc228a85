# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether a verdict changes under a contested assumption, and by how much the useful share moves."""

import pytest

from scenarios.enums import ProjectionState
from scenarios.models import ContestedProjection
from tests.factories import (
    AgreementsFactory,
    ContestFactory,
    JudgementFactory,
    ProposalFactory,
    ReformRevisionFactory,
    WorkshopFactory,
    WorkshopScenarioFactory,
    council,
    open_round,
)
from tests.factories.contested import answered
from tests.factories.weighing import answer_all
from workshops.enums import Direction, ProposalState, Stance, Usefulness
from workshops.jobs.contests import ask_contests
from workshops.selectors.contested import Stage, finding_on, findings_in
from workshops.selectors.verdicts import NoRegret

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    """A council with two scenarios and two proposals that the model computes."""
    table = council(WorkshopFactory())
    for _ in range(2):
        WorkshopScenarioFactory(workshop=table.workshop)
    AgreementsFactory(workshop=table.workshop, locked=True)
    for _ in range(2):
        reform = ReformRevisionFactory(levers={"training": 1.0}, budget_from_model=False, exante_budget_bn=-1.2)
        ProposalFactory(workshop=table.workshop, reform_revision=reform, constituency=table.constituencies["crown"])
    return table


@pytest.fixture
def first(table):
    return table.workshop.proposals.get(number=1)


@pytest.fixture
def second(table):
    return table.workshop.proposals.get(number=2)


@pytest.fixture
def contest(table):
    return ContestFactory(workshop=table.workshop, seat=table.seat("employers"), capacity="employers:1")


def only(table):
    (found,) = findings_in(table.workshop).every
    return found


def test_a_verdict_changes_in_the_scenarios_where_it_crosses_the_line(table, contest, first, second):
    answered(table, first, {"A": (0.9, 0.7), "B": (0.9, 0.85)})
    answered(table, second, (0.9, 0.9))

    found = only(table)

    assert (found.stage, found.flips, found.matters, found.is_idle) == (Stage.DONE, 1, True, False)
    (row,) = found.flipping
    assert row.proposal == first
    (cell,) = row.flips
    assert (cell.place.letter, cell.record, cell.held) == ("A", Usefulness.BY_MODEL, Usefulness.NOT_USEFUL)
    assert not cell.becomes_useful
    assert row.largest == pytest.approx(-0.2)
    assert found.largest.proposal == first
    assert findings_in(table.workshop).flipped == {1: {"A"}}


def test_a_quarrel_that_changes_no_verdict_is_told_apart(table, contest, first, second):
    for proposal in (first, second):
        answered(table, proposal, (0.9, 0.85))

    found = findings_in(table.workshop)

    assert [one.contest for one in found.idle] == [contest]
    assert (found.mattering, found.open, found.is_settled, found.flipped) == ([], [], True, {})
    assert found.verdicts == 4


def test_nothing_is_called_idle_before_everything_is_computed(table, contest, first):
    answered(table, first, (0.9, 0.9))

    found = only(table)

    assert (found.stage, found.asked, found.answered) == (Stage.UNDERWAY, 2, 1)
    assert not found.is_idle
    assert findings_in(table.workshop).open == [found]


def test_what_changes_is_told_while_the_rest_is_still_computed(table, contest, first):
    answered(table, first, (0.9, 0.2))

    assert only(table).flips == 2
    assert only(table).stage == Stage.UNDERWAY


def test_the_share_of_variants_counts_as_it_does_on_record(table, contest, first, second):
    answered(table, first, (0.9, 0.9))
    answered(table, second, (0.9, 0.9))
    row = ContestedProjection.objects.filter(reform_revision=first.reform_revision).get()
    for verdicts in row.answer.values():
        verdicts["held"]["variants"] = 4
    row.save()

    assert only(table).flips == 2


def test_no_regret_falls_when_one_scenario_does(table, contest, first, second):
    one = open_round(table, proposals=[first])
    answer_all(table, one, Stance.FULL)
    answered(table, first, {"A": (0.9, 0.7), "B": (0.9, 0.9)})
    answered(table, second, (0.9, 0.9))

    (row,) = only(table).regret_changes

    assert (row.proposal, row.record, row.held) == (first, NoRegret.YES, NoRegret.NEAR_MISS)


def test_a_side_that_was_judged_stays_judged(table, contest, first, second):
    """The employers are judged worse off: no assumption of the model makes the proposal useful."""
    for place in table.workshop.places.all():
        JudgementFactory(
            proposal=first,
            scenario_revision=place.revision,
            constituency=table.constituencies["employers"],
            direction=Direction.WORSE,
        )
    answered(table, first, (0.9, 0.1))
    answered(table, second, (0.9, 0.9))

    found = only(table)

    assert {cell.record for cell in found.rows[0].cells} == {Usefulness.NOT_USEFUL}
    assert found.flips == 0


def test_what_was_computed_before_a_change_is_shown_as_stale_and_counts_no_more(table, contest, first, second):
    for proposal in (first, second):
        answered(table, proposal, (0.9, 0.2))
    AgreementsFactory(workshop=table.workshop, version=2, locked=True, report_year=2040)

    found = only(table)

    assert found.stage == Stage.UNDERWAY
    assert {row.is_stale for row in found.rows} == {True}
    assert (found.flips, found.flipping) == (0, [])
    ask_contests(table.workshop)
    assert ContestedProjection.objects.count() == 4


def test_a_proposal_that_was_withdrawn_is_left_out(table, contest, first, second):
    answered(table, first, (0.9, 0.2))
    answered(table, second, (0.9, 0.9))
    table.workshop.proposals.filter(pk=first.pk).update(state=ProposalState.WITHDRAWN)

    assert [row.proposal for row in only(table).rows] == [second]
    assert only(table).is_idle


def test_a_failure_is_a_failure_and_says_why(table, contest, first):
    answered(table, first, (0.9, 0.9))
    ContestedProjection.objects.exclude(reform_revision=first.reform_revision).update(
        state=ProjectionState.FAILED, error="too hot"
    )

    found = only(table)
    assert (found.stage, found.error) == (Stage.FAILED, "too hot")


def test_a_contested_cost_asks_only_about_its_own_proposal(table, first, second):
    contest = ContestFactory(
        workshop=table.workshop, kind="budget", about="budget:2", values={"2": [-2.4] * 3}, proposal=second
    )
    answered(table, second, (0.9, 0.3))

    found = finding_on(contest)

    assert ContestedProjection.objects.count() == 1
    assert [row.proposal for row in found.rows] == [second]
    (held,) = found.holdings
    assert (held.is_exact, held.assumption.value, held.value) == (True, -1.2, -2.4)


def test_a_cost_of_a_proposal_that_is_gone_is_moot(table, second):
    contest = ContestFactory(
        workshop=table.workshop, kind="budget", about="budget:2", values={"2": [-2.4] * 3}, proposal=second
    )
    table.workshop.proposals.filter(pk=second.pk).update(state=ProposalState.WITHDRAWN)

    found = finding_on(contest)

    assert (found.stage, found.rows) == (Stage.MOOT, ())
    assert found.holdings[0].assumption is None


def test_a_driver_of_a_scenario_that_left_the_workshop_is_moot(table):
    contest = ContestFactory(
        workshop=table.workshop,
        kind="driver",
        about="driver:gone:displacement_pace",
        values={"displacement_pace": [2.0] * 3},
    )
    assert finding_on(contest).stage == Stage.MOOT


def test_a_state_of_knowledge_is_found_under_each_of_its_assumptions(table):
    contest = ContestFactory(workshop=table.workshop, kind="preset", about="preset:knowledge_2015")

    found = findings_in(table.workshop)

    assert [one.contest for one in found.of("prior:eps_mw")] == [contest]
    assert found.of("prior:lam") == []
    assert found.every[0].holdings[0].assumption.about == "prior:eps_mw"


def test_a_withdrawn_contest_is_no_longer_among_the_findings_but_can_be_looked_at(table, contest, first, second):
    for proposal in (first, second):
        answered(table, proposal, (0.9, 0.2))
    contest.ended_at = contest.stated_at
    contest.save()

    assert findings_in(table.workshop).every == ()
    assert finding_on(contest).flips == 4


def test_one_proposal_can_be_looked_at_alone(table, contest, first, second):
    answered(table, first, (0.9, 0.9))
    answered(table, second, (0.9, 0.2))

    found = findings_in(table.workshop, proposal_number=1)

    assert found.proposal == first
    assert found.every[0].is_idle
    assert found.verdicts == 2


def test_two_proposals_with_the_same_reform_are_both_told(table, contest, first, second):
    again = ProposalFactory(
        workshop=table.workshop, reform_revision=first.reform_revision, constituency=table.constituencies["workers"]
    )
    answered(table, first, (0.9, 0.2))
    answered(table, second, (0.9, 0.9))

    assert [row.proposal for row in only(table).flipping] == [first, again]


@pytest.mark.parametrize("size", [1, 12])
def test_it_takes_ten_statements_at_any_size(table, first, second, size, django_assert_num_queries):
    for number in range(size):
        seat = table.seats[number % len(table.seats)]
        ContestFactory(
            workshop=table.workshop, seat=seat, about=f"prior:beta-{number}", values={"beta": [0.1, 0.1, 0.1 + number]}
        )
    open_round(table, proposals=[first])
    for proposal in (first, second):
        answered(table, proposal, (0.9, 0.2))

    with django_assert_num_queries(10):
        findings_in(table.workshop)
