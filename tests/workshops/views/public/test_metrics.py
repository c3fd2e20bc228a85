# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of the other measures: picture, numbers, disagreement, file; and what useful rests on, beside a proposal."""

import csv
import io
import re
from http import HTTPStatus

import pytest

from scenarios.models import Projection
from tests.factories import (
    AgreementsFactory,
    ProposalFactory,
    ReformRevisionFactory,
    UserFactory,
    WorkshopFactory,
    WorkshopScenarioFactory,
    council,
    open_round,
)
from tests.factories.weighing import answer_all, computed, tabled
from workshops.enums import ProposalState, Stance

pytestmark = pytest.mark.django_db
GAIN, LOSS, UNCLEAR = (0.004, 0.005, 0.006), (-0.008, -0.007, -0.006), (-0.004, 0.001, 0.006)
LARGE = (0.018, 0.02, 0.022)
STEADY = {"employers": GAIN, "workers": GAIN, "crown": GAIN}
BOLD = {"employers": LOSS, "workers": LARGE, "crown": UNCLEAR}
PAGES = ["matrix/measures/", "matrix/measures/csv/"]


@pytest.fixture
def table():
    """Three sides, two scenarios; one proposal gives everybody a little, the other the workers much at a price."""
    table = council(WorkshopFactory(is_public=True))
    for _ in range(2):
        WorkshopScenarioFactory(workshop=table.workshop)
    AgreementsFactory(workshop=table.workshop, locked=True)
    computed(table, tabled(table, reform_revision=ReformRevisionFactory(title="A little for all")), STEADY)
    computed(table, tabled(table, reform_revision=ReformRevisionFactory(title="Much for some")), BOLD)
    return table


def address(table, path="matrix/measures/"):
    return f"/workshops/{table.workshop.slug}/{path}"


def read(client, table, path="matrix/measures/"):
    response = client.get(address(table, path))
    assert response.status_code == HTTPStatus.OK
    return response.content.decode()


def said(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def lines_of(text, language="en"):
    delimiter = ";" if language == "nl" else ","
    return list(csv.DictReader(io.StringIO(text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")), delimiter=delimiter))


def test_the_title_says_who_comes_first_and_where_not(opened_by, table):
    html = read(opened_by(), table)
    assert "<h1>No choice comes first by more than three of the six measures</h1>" in html
    assert "In 2 of 3 pairs of choices the order depends on the measure." in said(html)


def test_doing_nothing_stands_among_the_choices_with_its_regret(opened_by, table):
    row = re.search(r'<tr><th scope="row" id="choice-0">.*?</tr>', read(opened_by(), table), re.DOTALL)[0]
    assert "Doing nothing" in row
    assert "11.0" in row


def test_every_measure_is_explained_with_its_unit(opened_by, table):
    words = said(read(opened_by(), table))
    for piece in ("minimax regret", "maximin", "In nine of every ten futures", "% of the examined futures"):
        assert piece in words
    assert words.count("Unit:") == 7


def test_it_says_what_regret_depends_on_and_that_shares_are_no_chances(opened_by, table):
    words = said(read(opened_by(), table))
    assert "Regret depends on what is on the table" in words
    assert "no chances" in words


def test_a_pair_that_changes_order_is_told_in_a_sentence(opened_by, table):
    words = said(read(opened_by(), table))
    assert re.search(
        r"Proposal \d+ stands ahead by useful, better than doing nothing and worst outcome; proposal", words
    )


def test_a_sign_that_an_assumption_settled_is_marked(opened_by, table):
    words = said(read(opened_by(), table))
    assert "worse, set by assumption" in words
    assert "differs between futures" in words


def test_support_and_effect_are_told_apart_and_what_breaks_is_named(opened_by, table):
    answer_all(table, open_round(table, proposals=list(table.workshop.proposals.all())), Stance.OBJECTION)
    words = said(read(opened_by(), table))
    assert "Support and effect apart" in words
    assert "In no scenario" in words
    assert "In every scenario" in words


def test_dutch_is_complete(opened_by, table):
    words = said(read(opened_by(language="nl"), table))
    for piece in ("Andere maatstaven", "Niets doen", "Grootste gemis", "ligt vast door de aanname", "11,0", "plaats 3"):
        assert piece in words
    for left in ("regret in", "Doing nothing", "set by assumption"):
        assert left not in words


@pytest.mark.parametrize("over", ["draws", "variants", "both", "nonsense"])
def test_it_is_asked_over_draws_or_rival_theories_without_scripts(opened_by, table, over):
    html = read(opened_by(), table, f"matrix/measures/?over={over}")
    told = "both" if over == "nonsense" else over
    assert re.search(rf'<option value="{told}"\s+selected', html) or over == "nonsense"
    lines = lines_of(read(opened_by(), table, f"matrix/measures/csv/?over={over}"))
    assert {line["over"] for line in lines} == {told}


def test_parked_proposals_are_on_the_menu_when_asked_for(opened_by, table):
    table.workshop.proposals.filter(reform_revision__title="Much for some").update(state=ProposalState.PARKED)
    assert len(lines_of(read(opened_by(), table, "matrix/measures/csv/"))) < len(
        lines_of(read(opened_by(), table, "matrix/measures/csv/?parked=on"))
    )
    assert "Parked ones too" in read(opened_by(), table)


def test_what_cannot_be_computed_is_named(opened_by, table):
    tabled(table, reform_revision=ReformRevisionFactory(judged=True, title="More dialogue"))
    assert "More dialogue : the model cannot compute it; people judge it." in said(read(opened_by(), table))


def test_nothing_to_compare_says_so(opened_by):
    table = council(WorkshopFactory(is_public=True))
    html = read(opened_by(), table)
    assert "There is nothing to compare yet" in html
    assert "Nothing has been computed yet" in html


def test_the_picture_is_drawn_without_inline_styles_and_with_points_in_numbers(opened_by, table):
    html = read(opened_by(language="nl"), table)
    assert not re.search(r"<[^>]+\s(style|on\w+)=", html)
    assert not re.search(r'(?:x|x1|x2|y|y1|y2|width|height|viewBox)="[^"]*\d,\d', html)
    assert html.count('<g class="rank') == 3


def test_the_picture_of_support_leads_here(opened_by, table):
    assert address(table) in read(opened_by(), table, "matrix/")


# The file


def test_the_file_has_every_measure_per_choice_scenario_and_side(opened_by, table):
    lines = lines_of(read(opened_by(), table, "matrix/measures/csv/?over=draws"))
    summed = [line for line in lines if line["scenario"] == line["constituency"] == "all"]
    assert len(summed) == 3 * 7
    assert len(lines) == 3 * (7 + 3 * 2 + 4 * 2 * 3)
    largest = {line["proposal"]: line for line in summed if line["measure"] == "largest_regret"}
    assert float(largest["Doing nothing"]["value"]) == pytest.approx(11.0)
    assert (largest["A little for all"]["worst_constituency"], largest["A little for all"]["unit"]) == (
        "workers",
        "steps",
    )
    assert {line["sign"] for line in lines if line["scenario"] == "A" and line["measure"] == "mean_regret"} == {
        "better",
        "worse",
        "none",
        "open",
    }


def test_the_file_is_dutch_for_a_dutch_spreadsheet_and_no_title_is_a_formula(opened_by, table):
    computed(table, tabled(table, reform_revision=ReformRevisionFactory(title="=1+1")), STEADY)
    lines = lines_of(read(opened_by(language="nl"), table, "matrix/measures/csv/"), "nl")
    assert {"'=1+1", "Niets doen"} <= {line["proposal"] for line in lines}
    assert any("," in line["value"] for line in lines)


# Who, and how dear


@pytest.mark.parametrize("path", PAGES)
def test_a_closed_workshop_is_not_there_for_strangers(opened_by, table, path):
    table.workshop.is_public = False
    table.workshop.save()
    for stranger in (None, UserFactory()):
        assert opened_by(stranger).get(address(table, path)).status_code == HTTPStatus.NOT_FOUND
    assert opened_by(table.member("crown")).get(address(table, path)).status_code == HTTPStatus.OK
    assert opened_by(table.member("crown")).post(address(table, path)).status_code == HTTPStatus.METHOD_NOT_ALLOWED


@pytest.mark.parametrize("count", [2, 12])
def test_at_most_fifteen_statements_at_any_size(opened_by, count, django_assert_max_num_queries):
    table = council(WorkshopFactory(is_public=True))
    for _ in range(4):
        WorkshopScenarioFactory(workshop=table.workshop)
    for proposal in ProposalFactory.create_batch(
        count, workshop=table.workshop, constituency=table.constituencies["crown"]
    ):
        computed(table, proposal, STEADY)
    client = opened_by(table.member("workers"))
    for path in PAGES:
        with django_assert_max_num_queries(15):
            read(client, table, path)


# On what useful rests, beside the proposal


def test_a_proposal_says_on_what_useful_rests(opened_by, table):
    proposal = table.workshop.proposals.get(reform_revision__title="A little for all")
    runs = Projection.objects.filter(reform_revision=proposal.reform_revision)
    runs.update(useful_share=0.9, useful_variants=6)
    for run in runs:
        run.useful_under = [
            "base",
            "no_norm",
            "strong_norm",
            "minimum_wage_2016",
            "capital_skill",
            "high_substitution",
        ]
        run.save()
    html = read(opened_by(), table, f"proposals/{proposal.number}/")
    words = said(html)
    assert "Useful in every scenario: in at least 90% of the draws and under 6 of the 7 theories" in words
    assert words.count("Employers with market power") == 2
    assert "useful in at least 80% of the draws, and under at least 5 of the 7 rival theories" in words


def test_a_proposal_that_is_useful_in_too_few_draws_says_where(opened_by, table):
    proposal = table.workshop.proposals.get(reform_revision__title="Much for some")
    runs = list(Projection.objects.filter(reform_revision=proposal.reform_revision))
    Projection.objects.filter(id=runs[0].id).update(useful_share=0.4)
    words = said(read(opened_by(), table, f"proposals/{proposal.number}/"))
    assert re.search(r"Useful in [AB] only: in all draws and under 7 of the 7 theories", words)
