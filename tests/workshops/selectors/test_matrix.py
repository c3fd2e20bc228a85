# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The picture's data: support beside impact per cell, the verdict over scenarios, what blocks, what it costs."""

import pytest

from scenarios.enums import ProjectionState
from scenarios.models import Payoff, Projection
from tests.factories import (
    AgreementsFactory,
    JudgementFactory,
    ReformRevisionFactory,
    WorkshopScenarioFactory,
    council,
    open_round,
)
from tests.factories.weighing import answer, answer_all, computed, tabled
from workshops.enums import Direction, ProposalState, RoundState, Stance, SupportClass, Usefulness
from workshops.selectors.matrix import support_impact_matrix
from workshops.selectors.obstacles import Reason
from workshops.selectors.verdicts import Basis, NoRegret

pytestmark = pytest.mark.django_db
FOR, AGAINST, REFUSE = Stance.FULL, Stance.OBJECTION, Stance.UNACCEPTABLE
GAIN, LOSS, UNCLEAR = (0.004, 0.005, 0.006), (-0.008, -0.007, -0.006), (-0.004, 0.001, 0.006)
EVEN = {"employers": UNCLEAR, "workers": GAIN, "crown": UNCLEAR}


@pytest.fixture
def table():
    table = council(seats=3)
    for key in ("employers", "workers"):
        side = table.constituencies[key]
        side.groups = ["income_q1"]
        side.save()
    for _ in range(2):
        WorkshopScenarioFactory(workshop=table.workshop)
    AgreementsFactory(workshop=table.workshop, locked=True)
    return table


def only_row(table):
    rows = support_impact_matrix(table.workshop).rows
    assert len(rows) == 1
    return rows[0]


def line(cell, key):
    return next(line for line in cell.lines if line.side.key == key)


# Cells


def test_a_cell_shows_how_each_side_answered_beside_what_its_groups_get(table):
    proposal = tabled(table)
    one = open_round(table, proposals=[proposal])
    answer_all(table, one, FOR)
    computed(table, proposal, EVEN)
    cell = only_row(table).cells[0]
    workers = line(cell, "workers")
    assert workers.tally.supporting == 3
    assert (workers.effect.band.mid, workers.effect.basis) == (0.005, Basis.COMPUTED)
    assert (cell.verdict, cell.usefulness) == (SupportClass.BROAD, Usefulness.BY_MODEL)
    assert cell.passes


def test_sides_and_scenarios_stand_in_the_order_of_the_table(table):
    tabled(table)
    found = support_impact_matrix(table.workshop)
    assert [side.key for side in found.sides] == ["employers", "workers", "crown"]
    assert [place.letter for place in found.places] == ["A", "B"]
    assert [cell.place.letter for cell in found.rows[0].cells] == ["A", "B"]


def test_a_withdrawn_proposal_is_left_out_and_a_parked_one_is_not(table):
    tabled(table, state=ProposalState.WITHDRAWN)
    parked = tabled(table, state=ProposalState.PARKED)
    assert [row.proposal for row in support_impact_matrix(table.workshop).rows] == [parked]


def test_the_newest_run_counts(table):
    proposal = tabled(table)
    computed(table, proposal, EVEN, useful_share=0.1)
    computed(table, proposal, EVEN, useful_share=0.9)
    assert {cell.useful_share for cell in only_row(table).cells} == {0.9}


@pytest.mark.parametrize(
    ("state", "basis"),
    [
        (ProjectionState.WAITING, Basis.UNDERWAY),
        (ProjectionState.RUNNING, Basis.UNDERWAY),
        (ProjectionState.FAILED, Basis.FAILED),
    ],
)
def test_an_effect_that_is_not_there_says_why(table, state, basis):
    computed(table, tabled(table), {})
    Projection.objects.update(state=state)
    cell = only_row(table).cells[0]
    assert {one.effect.basis for one in cell.lines} == {basis}
    assert cell.usefulness == Usefulness.NOT_ESTABLISHED


def test_what_the_model_cannot_compute_waits_to_be_judged(table):
    tabled(table, reform_revision=ReformRevisionFactory(judged=True))
    assert {one.effect.basis for one in only_row(table).cells[0].lines} == {Basis.TO_JUDGE}


def test_a_run_by_another_yardstick_is_out_of_date_and_proves_nothing(table):
    proposal = tabled(table)
    runs = computed(table, proposal, EVEN)
    Payoff.objects.filter(projection=runs[0], yardstick=table.constituencies["crown"].yardstick).delete()
    cell = only_row(table).cells[0]
    assert line(cell, "crown").effect.basis == Basis.OUTDATED
    assert (cell.usefulness, cell.useful_share) == (Usefulness.NOT_ESTABLISHED, None)


def test_only_runs_for_the_agreed_year_count(table):
    computed(table, tabled(table), EVEN)
    AgreementsFactory(workshop=table.workshop, report_year=2040, locked=True)
    assert {one.effect.basis for one in only_row(table).cells[0].lines} == {Basis.NOT_COMPUTED}


def test_agreements_that_are_being_drawn_up_change_nothing_yet(table):
    proposal = tabled(table)
    computed(table, proposal, EVEN, useful_share=0.85)
    AgreementsFactory(workshop=table.workshop, report_year=2040, useful_share=0.95)
    found = support_impact_matrix(table.workshop)
    assert (found.agreements.version, found.year) == (1, 2030)
    assert found.rows[0].is_useful_everywhere


def test_a_judgement_stands_for_its_side_in_its_scenario_only(table):
    proposal = tabled(table)
    computed(table, proposal, EVEN)
    place = table.workshop.places.first()
    JudgementFactory(
        proposal=proposal,
        scenario_revision=place.revision,
        constituency=table.constituencies["employers"],
        direction=Direction.WORSE,
    )
    first, second = only_row(table).cells
    assert line(first, "employers").effect.basis == Basis.JUDGED
    assert (first.usefulness, second.usefulness) == (Usefulness.NOT_USEFUL, Usefulness.BY_MODEL)
    assert first.is_judged
    assert not second.is_judged


# Contradiction


@pytest.mark.parametrize(
    ("stances", "band", "contradicts"),
    [
        ([FOR, FOR, AGAINST], LOSS, True),  # two thirds support what makes their groups worse off
        ([FOR, AGAINST, AGAINST], GAIN, True),  # one third supports what makes their groups better off
        ([FOR, FOR, AGAINST], GAIN, False),
        ([FOR, AGAINST, AGAINST], LOSS, False),
        ([FOR, FOR, AGAINST], UNCLEAR, False),
        ([FOR, FOR, FOR], (-0.0003, -0.0002, -0.0001), False),  # certain, but too small to count
        ([FOR, AGAINST, Stance.ABSTAIN], LOSS, False),  # half
        ([FOR], LOSS, False),  # too few took a position to tell
        ([], LOSS, False),
    ],
)
def test_support_and_effect_contradict_only_where_both_are_clear(table, stances, band, contradicts):
    proposal = tabled(table)
    one = open_round(table, proposals=[proposal])
    answer(table, one.polls.first(), {"workers": stances})
    computed(table, proposal, EVEN | {"workers": band})
    poll = one.polls.first()
    cell = next(cell for cell in only_row(table).cells if cell.place.revision_id == poll.scenario_revision_id)
    assert line(cell, "workers").contradicts is contradicts


def test_a_side_that_represents_no_group_contradicts_nothing(table):
    proposal = tabled(table)
    one = open_round(table, proposals=[proposal])
    answer_all(table, one, FOR)
    computed(table, proposal, EVEN | {"crown": LOSS, "employers": LOSS})
    cell = only_row(table).cells[0]
    assert not line(cell, "crown").contradicts
    assert line(cell, "employers").contradicts


def test_a_judgement_contradicts_nothing(table):
    proposal = tabled(table)
    one = open_round(table, proposals=[proposal])
    answer_all(table, one, FOR)
    for place in table.workshop.places.all():
        JudgementFactory(
            proposal=proposal,
            scenario_revision=place.revision,
            constituency=table.constituencies["workers"],
            direction=Direction.WORSE,
        )
    assert not any(one.contradicts for cell in only_row(table).cells for one in cell.lines)


# Over all scenarios


def test_useful_and_desirable_everywhere_is_no_regret(table):
    proposal = tabled(table)
    answer_all(table, open_round(table, proposals=[proposal]), FOR)
    computed(table, proposal, EVEN)
    found = support_impact_matrix(table.workshop)
    assert found.no_regret == [found.rows[0]]
    assert found.rows[0].obstacles == ()
    assert len(found.rows[0].passing_in) == 2


def test_one_missing_scenario_is_never_a_pass(table):
    proposal = tabled(table)
    one = open_round(table, proposals=[proposal])
    answer_all(table, one, FOR)
    computed(table, proposal, EVEN)[0].delete()
    row = only_row(table)
    assert row.verdict == NoRegret.CANNOT_TELL
    assert len(row.open_in) == 1


def test_what_blocks_is_named_by_reason_side_and_scenario(table):
    proposal = tabled(table)
    one = open_round(table, proposals=[proposal])
    first, second = one.polls.all()
    answer(table, first, {"employers": [AGAINST] * 3, "workers": [FOR] * 3, "crown": [FOR] * 3})
    answer(table, second, {"employers": [FOR] * 3, "workers": [FOR] * 3, "crown": [FOR]})
    one.state = RoundState.CLOSED
    one.save()
    computed(table, proposal, EVEN | {"workers": LOSS}, useful_share=0.0)
    told = {(one.reason, one.side.key if one.side else None): len(one.places) for one in only_row(table).obstacles}
    assert told == {
        (Reason.UNSUPPORTED, "employers"): 1,
        (Reason.WORSE, "workers"): 2,
        (Reason.SILENT, "crown"): 1,
    }


@pytest.mark.parametrize(
    ("bands", "share", "variants", "reason"),
    [
        (EVEN | {"workers": UNCLEAR}, 0.1, 0, Reason.NO_GAIN),
        (EVEN, 0.5, 7, Reason.UNCERTAIN),
        (EVEN, 0.9, 3, Reason.DEPENDS),
    ],
)
def test_why_it_is_not_useful_is_told_apart(table, bands, share, variants, reason):
    proposal = tabled(table)
    answer_all(table, open_round(table, proposals=[proposal]), FOR)
    computed(table, proposal, bands, useful_share=share, useful_variants=variants)
    assert [one.reason for one in only_row(table).obstacles] == [reason]


def test_what_was_not_asked_and_not_judged_is_told(table):
    tabled(table, reform_revision=ReformRevisionFactory(judged=True))
    assert [one.reason for one in only_row(table).obstacles] == [Reason.NOT_VOTED, Reason.TO_JUDGE]


def test_an_open_round_without_answers_is_under_way(table):
    proposal = tabled(table)
    open_round(table, proposals=[proposal])
    computed(table, proposal, EVEN)
    row = only_row(table)
    assert [one.reason for one in row.obstacles] == [Reason.VOTING]
    assert all(cell.is_provisional for cell in row.cells)


def test_too_few_answers_in_an_open_round_are_no_verdict_yet(table):
    proposal = tabled(table)
    one = open_round(table, proposals=[proposal])
    answer(table, one.polls.first(), {"workers": [FOR]})
    computed(table, proposal, EVEN)
    assert [(one.reason, len(one.places)) for one in only_row(table).obstacles] == [(Reason.VOTING, 2)]


def test_the_weakest_share_anywhere_orders_rows_and_unasked_ones_come_last(table):
    asked, _ = tabled(table), tabled(table)
    one = open_round(table, proposals=[asked])
    answer_all(table, one, AGAINST)
    first, second = support_impact_matrix(table.workshop).rows
    assert (first.weakest, second.weakest) == (0.0, -1.0)
    assert (first.is_asked, second.is_asked) == (True, False)


# Costs


def test_costs_are_positive_and_yields_negative(table):
    tabled(table, reform_revision=ReformRevisionFactory(exante_budget_bn=-1.2, budget_from_model=False))
    tabled(table, reform_revision=ReformRevisionFactory(exante_budget_bn=0.4, budget_from_model=False))
    costs = [row.cost for row in support_impact_matrix(table.workshop).rows]
    assert [(cost.high_bn, cost.by_model) for cost in costs] == [(1.2, False), (-0.4, False)]


def test_costs_that_the_model_works_out_run_from_the_cheapest_to_the_dearest_scenario(table):
    proposal = tabled(table)
    runs = computed(table, proposal, EVEN, balance_bn=-3.0)
    runs[0].impacts.update(mid=-4.0)
    cost = only_row(table).cost
    assert (cost.low_bn, cost.high_bn, cost.by_model) == (3.0, 4.0, True)


def test_costs_are_unknown_until_the_model_has_worked_them_out(table):
    tabled(table)
    assert only_row(table).cost is None


@pytest.mark.parametrize(
    ("levers", "cost", "is_free"),
    [({"training": 1.0}, (1.2 - 0.4, 1.2 + 0.3), False), ({"job_to_job": 0.05}, (-0.4, 0.3), True)],
)
def test_where_nobody_stated_an_amount_the_models_range_stands_with_what_the_levers_spend(table, levers, cost, is_free):
    reform = ReformRevisionFactory(levers=levers, budget_from_model=False, exante_budget_bn=0.0, budget_source="")
    proposal = tabled(table, reform_revision=reform)
    runs = computed(table, proposal, EVEN, balance_bn=0.4)
    runs[0].impacts.update(mid=-0.3)

    found = only_row(table).cost
    assert (found.low_bn, found.high_bn) == pytest.approx(cost)
    assert (found.by_model, found.is_unstated, found.is_free) == (True, True, is_free)


def test_the_frame_counts_no_regret_costs_and_sets_no_yield_off(table):
    proposals = [
        tabled(table, reform_revision=ReformRevisionFactory(exante_budget_bn=budget, budget_from_model=False))
        for budget in (-1.5, 0.4, -2.0)
    ]
    one = open_round(table, proposals=proposals)
    for proposal in proposals:
        computed(table, proposal, EVEN)
    for poll in one.polls.all():
        stance = FOR if poll.proposal_id != proposals[2].id else REFUSE
        answer(table, poll, dict.fromkeys(("employers", "workers", "crown"), [stance] * 3))
    found = support_impact_matrix(table.workshop)
    assert [row.proposal for row in found.no_regret] == proposals[:2]
    assert (found.frame_used_bn, found.frame_yield_bn) == (1.5, 0.4)


# As a whole


def test_one_scale_spans_the_farthest_end_of_any_interval(table):
    computed(table, tabled(table), EVEN | {"crown": (-0.03, -0.02, -0.01)})
    assert support_impact_matrix(table.workshop).largest_step == pytest.approx(15.0)


def test_the_runs_behind_the_figures_are_named_once(table):
    computed(table, tabled(table), EVEN)
    assert [run.model_version for run in support_impact_matrix(table.workshop).runs] == ["1.0.0"]


def test_an_empty_workshop_has_an_empty_picture():
    found = support_impact_matrix(council().workshop)
    assert (found.rows, found.places, found.largest_step, found.most_seats) == ((), (), 0.0, 0)


@pytest.mark.parametrize("count", [1, 8])
def test_any_number_of_proposals_takes_ten_statements(table, count, django_assert_num_queries):
    proposals = [tabled(table) for _ in range(count)]
    answer_all(table, open_round(table, proposals=proposals), FOR)
    for proposal in proposals:
        computed(table, proposal, EVEN)
    with django_assert_num_queries(10):
        assert len(support_impact_matrix(table.workshop).rows) == count
