# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The heading of a proposal, computed from its figures or its judgements."""

import pytest
from django.utils import translation

from tests.factories import JudgementFactory, WorkshopScenarioFactory, council
from tests.factories.weighing import tabled
from tests.workshops.selectors.test_gains import BAD, COSTS, GOOD, MIXED
from tests.workshops.selectors.test_impact_table import PLACES, table_of
from workshops.enums import SignOf
from workshops.reports.proposal_finding import budget_words, finding_of, judged_finding_of, letters_of
from workshops.selectors.gains import Budget, gains_in
from workshops.selectors.proposals import judgements_of
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


def said(*rows):
    return finding_of(gains_in(table_of(*rows)))


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            [("unemployment", "low_educated", GOOD, GOOD), COSTS],
            (
                "In every scenario less unemployment among low educated; the public balance worsens by 2.3 to 2.5 billion "
                "euros a year"
            ),
        ),
        (
            [("unemployment", "low_educated", GOOD, GOOD), ("cost_index", "small_employers", (1, 2, 3), (1, 2, 3))],
            "In every scenario less unemployment among low educated, but higher costs for small employers",
        ),
        (
            [("net_income", "income_q1", BAD, BAD), ("unemployment", "low_educated", BAD, MIXED)],
            (
                "In every scenario a higher net income for the lowest 20%, but in scenario A more unemployment among low "
                "educated"
            ),
        ),
        (
            [("unemployment", "low_educated", BAD, BAD), ("net_income", "income_q1", MIXED, BAD)],
            (
                "In every scenario more unemployment among low educated, and in scenario B a higher net income for the "
                "lowest 20%"
            ),
        ),
        ([("unemployment", "low_educated", GOOD, BAD)], None),
        ([("unemployment", "low_educated", MIXED, BAD)], "In scenario B more unemployment among low educated"),
        ([("unemployment", "low_educated", GOOD, MIXED)], "Only in scenario A less unemployment among low educated"),
        ([("unemployment", "low_educated", MIXED, MIXED)], "No group clearly gains or loses in any scenario"),
    ],
)
def test_the_heading_says_who_gains_who_loses_and_where(rows, sentence):
    expected = sentence or (
        "In scenario A less unemployment among low educated, but in scenario B more unemployment among low educated"
    )
    assert said(*rows) == expected


@pytest.mark.parametrize(
    ("budget", "words"),
    [
        (Budget(-2.5, -2.3, SignOf.WORSE, is_noticeable=True), "worsens by 2.3 to 2.5 billion"),
        (Budget(-2.46, -2.45, SignOf.WORSE, is_noticeable=True), "worsens by 2.5 billion"),
        (Budget(1.0, 1.2, SignOf.BETTER, is_noticeable=True), "improves by 1.0 to 1.2 billion"),
        (Budget(-0.1, 0.1, SignOf.UNCERTAIN, is_noticeable=False), "hardly any effect"),
        (Budget(-2.0, 2.0, SignOf.UNCERTAIN, is_noticeable=True), "differs or is uncertain"),
    ],
)
def test_the_public_balance_is_said_with_its_direction_and_without_false_precision(budget, words):
    assert words in budget_words(budget)


def test_letters_are_a_list_within_a_sentence():
    assert [letters_of(PLACES[:count]) for count in range(3)] == ["", "A", "A and B"]


def test_numbers_follow_the_language_of_the_reader():
    with translation.override("nl"):
        assert "2,3" in said(("unemployment", "low_educated", GOOD, GOOD), COSTS)


def judge(table, proposal, place, side, direction, **words):
    return JudgementFactory(
        proposal=proposal,
        scenario_revision_id=place.revision_id,
        constituency=table.constituencies[side],
        direction=direction,
        **words,
    )


@pytest.mark.parametrize(
    ("judged", "sentence"),
    [
        ([], "The model cannot compute this, and nobody has judged it yet"),
        ([("workers", "AB", "better")], "Judged better for the groups of the {workers}, and worse for nobody"),
        ([("workers", "A", "worse")], "Judged worse for the groups of the {workers} (A), and better for nobody"),
        (
            [("workers", "AB", "better"), ("crown", "B", "better"), ("employers", "AB", "worse")],
            "Judged better for the groups of the {workers} and {crown} (B), and worse for those of the {employers}",
        ),
        ([("workers", "AB", "disputed")], "Judged to make no clear difference for any side"),
    ],
)
def test_the_heading_of_a_judged_proposal_says_for_whose_groups(table, places, judged, sentence):
    proposal = tabled(table)
    for side, letters, direction in judged:
        for place in places:
            if place.letter in letters:
                judge(table, proposal, place, side, direction)
    titles = {key: side.title for key, side in table.constituencies.items()}

    told = judged_finding_of(judgements_of(proposal), sides_of(table.workshop), places)
    assert told == sentence.format(**titles)
