# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Filter and order of the picture: by GET, and nothing breaks it."""

import pytest
from django.http import QueryDict

from tests.factories import AgreementsFactory, ReformRevisionFactory, WorkshopScenarioFactory, council, open_round
from tests.factories.weighing import answer_all, computed, tabled
from workshops.enums import ProposalState, Scope, Stance
from workshops.forms.matrix import MatrixChoice
from workshops.models import Proposal, Workshop
from workshops.selectors.matrix import support_impact_matrix

pytestmark = pytest.mark.django_db
GAIN = {"employers": (-0.004, 0.001, 0.006), "workers": (0.004, 0.005, 0.006), "crown": (-0.004, 0.001, 0.006)}


def cost(amount):
    return ReformRevisionFactory(exante_budget_bn=-amount, budget_from_model=False)


@pytest.fixture
def matrix():
    """1 liked and useful, 2 disliked and cheap, 3 parked, 4 not asked, by the employers, on a separate track."""
    table = council()
    WorkshopScenarioFactory(workshop=table.workshop)
    AgreementsFactory(workshop=table.workshop, locked=True)
    liked = tabled(table, reform_revision=cost(3.0))
    disliked = tabled(table, reform_revision=cost(1.0))
    tabled(table, reform_revision=cost(2.0), state=ProposalState.PARKED)
    tabled(table, "employers", reform_revision=cost(0.5), scope=Scope.SEPARATE_TRACK)
    answer_all(table, open_round(table, proposals=[liked]), Stance.FULL)
    answer_all(table, open_round(table, proposals=[disliked]), Stance.OBJECTION)
    computed(table, liked, GAIN)
    return support_impact_matrix(table.workshop)


def numbers(matrix, query=""):
    return [row.proposal.number for row in MatrixChoice(QueryDict(query), matrix).rows_of(matrix)]


def test_no_regret_comes_first_what_was_not_asked_last_and_parked_ones_stay_out(matrix):
    assert numbers(matrix) == [1, 2, 4]


def test_what_was_voted_on_before_it_was_parked_stays_in_sight(matrix):
    Proposal.objects.filter(number=1).update(state=ProposalState.PARKED)
    assert numbers(support_impact_matrix(Workshop.objects.get())) == [1, 2, 4]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("parked=on", [1, 2, 3, 4]),
        ("sort=number", [1, 2, 4]),
        ("sort=cost", [4, 2, 1]),
        ("sort=support", [1, 2, 4]),
        ("verdict=yes", [1]),
        ("verdict=nowhere", [2]),
        ("verdict=broad", [1]),
        ("verdict=none", [2]),
        ("verdict=not_voted", [4]),
        ("scope=separate_track", [4]),
        ("tabled_by=employers", [4]),
        ("tabled_by=workers&verdict=yes", [1]),
        ("verdict=insufficient", []),
    ],
)
def test_rows_are_chosen_and_ordered(matrix, query, expected):
    assert numbers(matrix, query) == expected


@pytest.mark.parametrize(
    "query", ["verdict=perhaps", "scope=%00", "tabled_by=nobody", "sort=;drop", "scenario=Z", "x=1"]
)
def test_a_choice_that_does_not_exist_is_left_out(matrix, query):
    assert numbers(matrix, query) == [1, 2, 4]


def test_what_is_no_choice_makes_no_other_picture(matrix):
    assert MatrixChoice(QueryDict("sort=up&x=1"), matrix).key == MatrixChoice(QueryDict(), matrix).key
