# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every proposal at the table by several metrics: who is among the choices, who is not, and where they disagree."""

import pytest

from scenarios.enums import Metric, Over, SetSign
from scenarios.models import Payoff, Projection
from tests.factories import (
    AgreementsFactory,
    JudgementFactory,
    ReformRevisionFactory,
    WorkshopScenarioFactory,
    council,
    open_round,
)
from tests.factories.weighing import answer_all, computed, tabled
from workshops.enums import ProposalState, Stance
from workshops.selectors.matrix import support_impact_matrix
from workshops.selectors.metrics import Unmeasured, metrics_of

pytestmark = pytest.mark.django_db
GAIN, LOSS, UNCLEAR = (0.004, 0.005, 0.006), (-0.008, -0.007, -0.006), (-0.004, 0.001, 0.006)
LARGE = (0.018, 0.02, 0.022)
STEADY = {"employers": GAIN, "workers": GAIN, "crown": GAIN}
BOLD = {"employers": LOSS, "workers": LARGE, "crown": UNCLEAR}


@pytest.fixture
def table():
    table = council(seats=3)
    for _ in range(2):
        WorkshopScenarioFactory(workshop=table.workshop)
    AgreementsFactory(workshop=table.workshop, locked=True)
    return table


def found_in(table, **how):
    return metrics_of(support_impact_matrix(table.workshop, keep_payoffs=True), **how)


def test_doing_nothing_stands_first_and_gives_nothing(table):
    computed(table, tabled(table), STEADY)
    nothing, proposal = found_in(table).options
    assert (nothing.row, nothing.number, nothing.is_useful_everywhere) == (None, 0, False)
    assert nothing.reading(Metric.WORST_PAYOFF).value == 0.0
    assert proposal.row.proposal.number == proposal.number > 0


def test_values_are_in_smallest_differences_and_name_the_side_worst_off(table):
    """Steady gives everybody 2, 2.5 or 3; bold gives the workers 9, 10 or 11 and takes 3, 3.5 or 4 of the employers."""
    computed(table, tabled(table), STEADY)
    computed(table, tabled(table), BOLD)
    found = found_in(table, over=Over.DRAWS)
    _nothing, steady, bold = found.options
    assert steady.reading(Metric.LARGEST_REGRET).value == pytest.approx(8.0)
    assert found.sides[steady.reading(Metric.LARGEST_REGRET).yardstick].key == "workers"
    assert bold.reading(Metric.LARGEST_REGRET).value == pytest.approx(6.0)
    assert found.sides[bold.reading(Metric.LARGEST_REGRET).yardstick].key == "employers"
    assert bold.reading(Metric.WORST_PAYOFF).value == pytest.approx(-4.0)


def test_the_pairs_that_change_order_are_named_with_the_metrics_on_either_side(table):
    computed(table, tabled(table), STEADY)
    computed(table, tabled(table), BOLD)
    found = found_in(table)
    (pair,) = [one for one in found.pairs if one.first.row and one.second.row]
    assert set(pair.first_ahead) == {Metric.USEFUL, Metric.BETTER_THAN_NOTHING, Metric.WORST_PAYOFF}
    assert set(pair.second_ahead) == {Metric.LARGEST_REGRET, Metric.REGRET_P90, Metric.MEAN_REGRET}
    assert found.most_pairs == 3
    assert found.crossings(Metric.USEFUL, Metric.MEAN_REGRET) == found.crossings(Metric.MEAN_REGRET, Metric.USEFUL) > 0
    assert [one.number for one in found.first_by(Metric.USEFUL)] == [pair.first.number]


def test_useful_is_asked_over_draws_over_rival_theories_or_over_both(table):
    computed(table, tabled(table), STEADY, useful_share=0.5, useful_variants=7)
    asked = {over: found_in(table, over=over).options[1].is_useful_everywhere for over in Over}
    assert asked == {Over.DRAWS: False, Over.VARIANTS: True, Over.BOTH: False}


def test_what_is_agreed_beforehand_decides_what_is_enough(table):
    computed(table, tabled(table), STEADY, useful_share=0.85)
    assert found_in(table).options[1].is_useful_everywhere
    AgreementsFactory(workshop=table.workshop, useful_share=0.9, locked=True)
    assert not found_in(table).options[1].is_useful_everywhere


def test_a_sign_that_nothing_can_turn_is_marked_per_side(table):
    computed(table, tabled(table), STEADY | {"crown": UNCLEAR})
    found = found_in(table)
    signs = {side.key: found.options[1].sign(at) for at, side in enumerate(found.sides)}
    assert signs == {"employers": SetSign.BETTER, "workers": SetSign.BETTER, "crown": SetSign.OPEN}


def test_signs_that_are_set_another_way_in_another_scenario_are_open(table):
    proposal = tabled(table)
    runs = computed(table, proposal, STEADY)
    yardstick = table.constituencies["workers"].yardstick
    mirrored = computed(table, tabled(table), {"employers": LOSS, "workers": LOSS, "crown": LOSS})
    worse = Payoff.objects.get(projection=mirrored[0], yardstick=yardstick)
    Payoff.objects.filter(projection=runs[0], yardstick=yardstick).update(draws=worse.draws, variants=worse.variants)
    found = found_in(table)
    assert found.options[1].sign([side.key for side in found.sides].index("workers")) == SetSign.OPEN


# Who is left out


def test_what_the_model_cannot_compute_is_left_out_and_said_so(table):
    tabled(table, reform_revision=ReformRevisionFactory(judged=True))
    found = found_in(table)
    assert found.is_empty
    assert [one.because for one in found.left_out] == [Unmeasured.NOT_COMPUTABLE]


@pytest.mark.parametrize("loss", ["run", "payoff", "bytes"])
def test_a_proposal_with_a_hole_in_its_figures_is_left_out(table, loss):
    computed(table, tabled(table), STEADY)
    runs = computed(table, tabled(table), STEADY)
    if loss == "run":
        runs[0].delete()
    elif loss == "payoff":
        runs[0].payoffs.first().delete()
    else:
        Payoff.objects.filter(projection=runs[0]).update(variants=b"")
    found = found_in(table)
    assert len(found.options) == 2
    assert [one.because for one in found.left_out] == [Unmeasured.NOT_COMPUTED]


def test_other_draws_are_not_compared(table):
    """Regret is told within a draw: who was computed on other draws waits to be computed again."""
    for _ in range(2):
        computed(table, tabled(table), STEADY)
    other = computed(table, tabled(table), BOLD)
    Projection.objects.filter(id__in=[run.id for run in other]).update(seed=99)
    found = found_in(table)
    assert (len(found.options), found.run.seed) == (3, 1)
    assert [one.because for one in found.left_out] == [Unmeasured.OTHER_RUN]


def test_the_menu_is_what_is_tabled_and_regret_depends_on_it(table):
    computed(table, tabled(table), STEADY)
    computed(table, tabled(table, state=ProposalState.PARKED), BOLD)
    computed(table, tabled(table, state=ProposalState.WITHDRAWN), BOLD)
    small, large = found_in(table), found_in(table, with_parked=True)
    assert (len(small.options), len(large.options)) == (2, 3)
    assert small.options[1].reading(Metric.LARGEST_REGRET).value == 0.0
    assert large.options[1].reading(Metric.LARGEST_REGRET).value == pytest.approx(8.0)


def test_figures_beside_a_judgement_are_the_models_alone(table):
    proposal = tabled(table)
    computed(table, proposal, STEADY)
    JudgementFactory(
        proposal=proposal,
        scenario_revision=table.workshop.places.first().revision,
        constituency=table.constituencies["workers"],
    )
    assert found_in(table).options[1].is_judged


def test_an_empty_table_has_no_choices():
    found = found_in(council())
    assert (found.is_empty, found.options, found.pairs, found.most_pairs) == (True, (), (), 0)


@pytest.mark.parametrize("count", [1, 8])
def test_any_number_of_proposals_takes_no_statement_more_than_the_picture(table, count, django_assert_num_queries):
    proposals = [tabled(table) for _ in range(count)]
    answer_all(table, open_round(table, proposals=proposals), Stance.FULL)
    for proposal in proposals:
        computed(table, proposal, STEADY)
    with django_assert_num_queries(10):
        assert len(found_in(table).options) == count + 1
