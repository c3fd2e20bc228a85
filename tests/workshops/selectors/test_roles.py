# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who acts where with which support, and how transition and protection balance: from the matrix of the worked example."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from scenarios.enums import ActsAt, Aim
from workshops.reports.consensus import consensus_report
from workshops.reports.roles import balance_in_words
from workshops.selectors.matrix import support_impact_matrix
from workshops.selectors.roles import actor_table, balance_table

pytestmark = pytest.mark.django_db


@pytest.fixture
def matrix(example):
    return support_impact_matrix(example)


def test_every_actor_has_a_row_in_order_with_what_the_proposals_ask(matrix):
    rows = actor_table(matrix)
    assert [row.actor for row in rows] == list(ActsAt)
    assert [row.is_central for row in rows] == [True, True, False, False, False]
    for row in rows:
        asking = [one.proposal.number for one in matrix.rows if row.actor in one.reform.roles]
        assert [one.proposal.number for one in row.proposals] == asking
        for place, asked in row.cells:
            assert [one.cell.place for one in asked] == [place] * len(asking)


def test_every_proposal_is_counted_under_its_aim_in_every_scenario(matrix):
    rows = balance_table(matrix)
    assert [row.aim for row in rows] == list(Aim)
    for nth in range(len(matrix.places)):
        assert sum(len(row.cells[nth].asked) for row in rows) == len(matrix.rows)


def test_the_cost_is_that_of_the_desirable_ones(matrix):
    for row in balance_table(matrix):
        for cell in row.cells:
            desirable = [one.row for one in cell.asked if one.cell.is_desirable]
            assert cell.desirable == desirable
            assert cell.high_bn == pytest.approx(sum(one.cost.high_bn for one in desirable if one.cost))
            assert (f"{len(desirable)}" in balance_in_words(cell)) or not cell.asked


def test_proposals_that_say_no_aim_get_a_row_of_their_own(matrix):
    assert all(row.aim is not None for row in balance_table(matrix))
    matrix.rows[0].proposal.reform_revision.aim = ""
    assert balance_table(matrix)[-1].aim is None


def test_the_page_shows_both_tables_in_fifteen_statements(example, opened_by):
    client = opened_by()
    with CaptureQueriesContext(connection) as asked:
        page = client.get(reverse("workshops:roles", args=[example.slug]))
    assert len(asked) <= 15
    told = page.content.decode()
    assert "Works council" in told
    assert "The balance of transition and protection" in told


def test_the_report_holds_the_tables(example):
    report = consensus_report(example, language="en", number=1)
    chapter = next(one for one in report.chapters if one.key == "institutions")
    captions = [one.caption for one in chapter.blocks if one.kind == "table"]
    assert captions[1:] == [
        "Who acts, by level and future, with the support for it",
        "What each has to do",
        "The balance of transition and protection",
    ]
