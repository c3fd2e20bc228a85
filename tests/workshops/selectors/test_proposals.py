# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The list of proposals, and what was judged of one."""

import pytest

from scenarios.enums import ProjectionState
from scenarios.models import Projection
from tests.factories import (
    AgreementsFactory,
    JudgementFactory,
    ProjectionFactory,
    ReformRevisionFactory,
    WorkshopScenarioFactory,
    council,
    open_round,
)
from tests.factories.weighing import answer, computed, tabled
from workshops.enums import Direction, Stance
from workshops.selectors.progress import Stage
from workshops.selectors.proposals import judged_rows, judgements_of, listed, proposals_in
from workshops.selectors.table import places_of, sides_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def table():
    table = council()
    for _letter in "AB":
        WorkshopScenarioFactory(workshop=table.workshop)
    return table


@pytest.fixture
def places(table):
    return places_of(table.workshop)


@pytest.mark.parametrize("size", [1, 7])
def test_the_list_costs_as_many_statements_at_any_size(table, places, size, django_assert_num_queries):
    proposals = [tabled(table) for _number in range(size)]
    one = open_round(table, proposals=proposals)
    for proposal in proposals:
        computed(table, proposal, {})
    answer(table, one.polls.first(), {"workers": [Stance.FULL]})

    with django_assert_num_queries(6):
        rows = listed(table.workshop, list(proposals_in(table.workshop)), places)
    assert len(rows) == size


def test_what_a_proposal_costs_is_stated_or_computed_and_then_from_cheapest_to_dearest(table, places):
    AgreementsFactory(workshop=table.workshop)
    stated = tabled(table, reform_revision=ReformRevisionFactory(exante_budget_bn=-2.4, budget_from_model=False))
    by_model, unknown = tabled(table), tabled(table)
    computed(table, by_model, {}, balance_bn=-4.0)

    costs = {row.proposal: row.cost for row in listed(table.workshop, list(proposals_in(table.workshop)), places)}
    assert (costs[stated].low_bn, costs[stated].by_model) == (2.4, False)
    assert (costs[by_model].high_bn, costs[by_model].by_model) == (4.0, True)
    assert costs[unknown] is None


def test_support_stands_in_the_order_of_the_scenarios_and_is_empty_before_a_round(table, places):
    proposal, other = tabled(table), tabled(table)
    open_round(table, proposals=[proposal])

    rows = {row.proposal: row for row in listed(table.workshop, list(proposals_in(table.workshop)), places)}
    assert [place.letter for place, _support in rows[proposal].support] == ["A", "B"]
    assert rows[proposal].is_asked
    assert not rows[other].is_asked


def test_an_empty_list_is_no_trouble(table, places):
    assert listed(table.workshop, [], places) == []


def test_runs_of_others_do_not_count(table, places):
    proposal = tabled(table)
    ProjectionFactory(state=ProjectionState.DONE)

    assert Projection.objects.count() == 1
    assert listed(table.workshop, [proposal], places)[0].progress.stage == Stage.NOT_ASKED


def test_judgements_stand_per_side_in_the_order_of_the_scenarios(table, places):
    proposal = tabled(table)
    JudgementFactory(
        proposal=proposal,
        scenario_revision_id=places[1].revision_id,
        constituency=table.constituencies["workers"],
        direction=Direction.BETTER,
    )

    rows = judged_rows(judgements_of(proposal), sides_of(table.workshop), places)
    assert [(row.side.key, [one.direction if one else None for one in row.cells]) for row in rows] == [
        ("workers", [None, Direction.BETTER])
    ]
