# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The flat table: a line per proposal, scenario and side, as spreadsheets of both languages read it."""

import csv
import io

import pytest

from tests.factories import AgreementsFactory, JudgementFactory, ReformRevisionFactory, council, open_round
from tests.factories.weighing import answer, computed, tabled
from workshops.enums import Direction, Stance
from workshops.reports.matrix_table import BYTE_ORDER_MARK, COLUMNS, matrix_csv
from workshops.selectors.matrix import support_impact_matrix

pytestmark = pytest.mark.django_db
BANDS = {"employers": (-0.004, 0.001, 0.006), "workers": (0.00412345, 0.005, 0.006), "crown": (-0.008, -0.007, -0.006)}


@pytest.fixture
def table():
    table = council()
    AgreementsFactory(workshop=table.workshop, locked=True)
    return table


@pytest.fixture
def proposal(table):
    revision = ReformRevisionFactory(title="=HYPERLINK(1)", exante_budget_bn=-1.2, budget_from_model=False)
    proposal = tabled(table, reform_revision=revision)
    one = open_round(table, proposals=[proposal])
    answer(table, one.polls.first(), {"workers": [Stance.FULL, Stance.LIVE_WITH, Stance.ABSTAIN]})
    computed(table, proposal, BANDS)
    return proposal


def lines(table, language="en"):
    matrix = support_impact_matrix(table.workshop)
    text = matrix_csv(matrix, matrix.rows, language=language)
    assert text.startswith(BYTE_ORDER_MARK)
    return list(csv.DictReader(io.StringIO(text[1:]), delimiter=";" if language == "nl" else ","))


def line(found, scenario, side):
    return next(one for one in found if one["scenario"] == scenario and one["constituency"] == side)


def test_there_is_a_line_per_proposal_scenario_and_side(table, proposal):
    found = lines(table)
    assert len(found) == 2 * 3
    assert list(found[0]) == [column.name for column in COLUMNS]


def test_column_names_are_unique_and_the_same_in_both_languages(table, proposal):
    assert len({column.name for column in COLUMNS}) == len(COLUMNS)
    assert list(lines(table)[0]) == list(lines(table, "nl")[0])


def test_counts_stand_per_answer_and_add_up_to_the_seats(table, proposal):
    counts = ["fully_agree", "agree_with_reservation", "can_live_with", "objection", "unacceptable"]
    counts += ["abstain", "need_information", "no_mandate", "no_ballot"]
    first = line(lines(table), "A", "workers")
    assert (first["fully_agree"], first["can_live_with"], first["abstain"]) == ("1", "1", "1")
    assert sum(int(first[count]) for count in counts) == int(first["seats"]) == 3


def test_changes_stand_in_the_unit_shown_and_in_that_of_the_model(table, proposal):
    first = line(lines(table), "A", "workers")
    assert (first["change"], first["model_change"], first["shown_per_model_unit"]) == ("0.5", "0.005", "100")
    assert (first["unit_en"], first["better"], first["effect"]) == ("%", "up", "better")
    assert (first["change_p10"], first["model_change_p10"]) == ("0.412345", "0.00412345")


def test_dutch_has_decimal_commas_and_no_number_breaks_its_column(table, proposal):
    first = line(lines(table, "nl"), "A", "workers")
    assert (first["change"], first["cost_high_bn"]) == ("0,5", "1,2")


def test_a_title_that_would_be_a_formula_stays_text(table, proposal):
    assert lines(table)[0]["proposal"] == "'=HYPERLINK(1)"


def test_a_negative_number_stays_a_number(table, proposal):
    assert float(line(lines(table), "A", "crown")["model_change"]) == -0.007


def test_a_judgement_has_a_direction_and_no_number(table, proposal):
    place = table.workshop.places.first()
    JudgementFactory(
        proposal=proposal,
        scenario_revision=place.revision,
        constituency=table.constituencies["workers"],
        direction=Direction.WORSE,
        reason="Zo ging het eerder.",
    )
    first = line(lines(table), "A", "workers")
    assert (first["effect"], first["effect_basis"], first["change"]) == ("worse", "judged", "")
    assert (first["judged_because"], first["useful_by"]) == ("Zo ging het eerder.", "judgement")


def test_what_was_not_asked_is_empty_and_not_zero(table):
    tabled(table, reform_revision=ReformRevisionFactory(judged=True))
    open_round(table)
    first = lines(table)[0]
    assert (first["seats"], first["fully_agree"], first["desirable"], first["round"]) == ("", "", "", "")


def test_every_line_says_by_what_it_was_made(table, proposal):
    first = lines(table)[0]
    assert (first["round"], first["agreements"], first["year"], first["model_version"]) == ("1", "1", "2030", "1.0.0")
