# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of assumptions: the answer first, the quarrels that matter and those that do not, every assumption with its range."""

import csv
import io
import re
from html import unescape
from http import HTTPStatus

import pytest
from django.urls import reverse

from scenarios.enums import ProjectionState
from scenarios.models import ContestedProjection
from tests.factories import (
    AgreementsFactory,
    ContestFactory,
    JudgementFactory,
    ProposalFactory,
    ReformRevisionFactory,
    UserFactory,
    WorkshopFactory,
    WorkshopScenarioFactory,
    council,
    open_round,
)
from tests.factories.contested import answered
from tests.factories.weighing import answer_all
from workshops.enums import Phase, Stance
from workshops.selectors.assumptions import prior_assumptions

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
PIECES = ["", "answer/", "every/", "csv/"]


@pytest.fixture
def table():
    """A public workshop with two scenarios and two proposals that the model computes."""
    table = council(WorkshopFactory(is_public=True, phase=Phase.COMPARING))
    for _ in range(2):
        WorkshopScenarioFactory(workshop=table.workshop)
    AgreementsFactory(workshop=table.workshop, locked=True)
    for title in ("A learning account", "Lower charges"):
        reform = ReformRevisionFactory(
            levers={"training": 1.0}, budget_from_model=False, exante_budget_bn=-1.2, title=title
        )
        ProposalFactory(workshop=table.workshop, reform_revision=reform, constituency=table.constituencies["crown"])
    return table


@pytest.fixture
def proposals(table):
    return list(table.workshop.proposals.order_by("number"))


@pytest.fixture
def contest(table):
    return ContestFactory(workshop=table.workshop, seat=table.seat("employers"), capacity="employers:1")


def address(table, path=""):
    return f"/workshops/{table.workshop.slug}/assumptions/{path}"


def read(client, table, path="", status=HTTPStatus.OK):
    answer = client.get(address(table, path))
    assert answer.status_code == status
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


def section(words, title, until):
    return words.partition(title)[2].partition(until)[0]


def test_without_a_contest_it_says_so_and_what_to_do(table, opened_by):
    words = read(opened_by(), table)

    assert "Nobody contests an assumption of the model" in words
    assert "No contested assumption yet" in words


def test_a_quarrel_that_changes_nothing_is_told_so_and_listed_apart(table, proposals, contest, opened_by):
    for proposal in proposals:
        answered(table, proposal, (0.9, 0.86))

    words = read(opened_by(), table)

    assert "Not one verdict changes" in words
    assert "One makes no difference to the outcome: that quarrel can be dropped." in words
    idle = section(words, "These make no difference to the outcome", "Everything that the model assumes")
    assert "Jobs lost to the minimum wage" in idle
    assert "Dat schreef het planbureau in 2016." in idle
    assert "useful in 90% → 86% of the computed futures" in idle
    assert "These contested assumptions change a verdict" not in words


def test_what_changes_stands_in_the_title_and_cell_by_cell_beside_the_record(table, proposals, contest, opened_by):
    first, second = proposals
    answer_all(table, open_round(table, proposals=[first]), Stance.FULL)
    answered(table, first, {"A": (0.95, 0.44), "B": (0.9, 0.85)})
    answered(table, second, (0.9, 0.9))

    words = read(opened_by(), table)

    assert "One verdict changes: proposal 1 in A" in words
    table_words = section(words, "These contested assumptions change a verdict", "Compared over 4 verdicts")
    assert "1. A learning account" in table_words
    assert "useful → not useful 95.0% → 44.0%" in table_words
    assert "stays useful 90.0% → 85.0%" in table_words
    assert "Useful and desirable in every scenario (no regret) → Fails in one scenario" in table_words
    assert "2. Lower charges" not in table_words


def test_who_holds_what_is_told_by_seat_and_organisation_and_not_by_name(table, contest, opened_by):
    words = read(opened_by(), table)

    assert "Lid van geleding" in words
    assert table.seat("employers").delegation.name in words
    assert table.member("employers").name not in words


def test_while_a_worker_computes_it_says_so_and_how_to_look_again(table, proposals, contest, opened_by):
    answered(table, proposals[0], (0.9, 0.9))

    page = opened_by().get(address(table)).content.decode()

    assert "The model is computing what the contested assumptions change" in page
    assert "Being computed: 1 of 2 proposals are done." in page
    assert "<progress" in page
    assert "<noscript>" in page


def test_a_failure_is_said_and_who_takes_part_can_have_it_computed_again(table, proposals, contest, opened_by):
    for proposal in proposals:
        answered(table, proposal, (0.9, 0.9))
    ContestedProjection.objects.update(state=ProjectionState.FAILED)

    assert "Who takes part in this workshop can have it computed again." in read(opened_by(), table)
    client = opened_by(table.member("crown"))
    assert "Compute again" in read(client, table)
    client.post(address(table, "again/"))
    assert set(ContestedProjection.objects.values_list("state", flat=True)) == {"waiting"}
    assert opened_by().post(address(table, "again/")).status_code == HTTPStatus.FOUND


def test_every_assumption_stands_there_with_range_unit_source_and_status(table, opened_by):
    page = opened_by().get(address(table)).content.decode()

    item = page.partition('id="prior-eps_mw"')[2].partition("</li>")[0]
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", item))
    for told in (
        "Jobs lost to the minimum wage",
        "−0.05 to 1.30, most likely 0.45",
        "extra unemployment",
        "found",
        "2016",
    ):
        assert told in words
    assert '<svg class="range"' in item
    assert page.count('class="assumption"') == len(prior_assumptions())


def test_what_somebody_holds_is_marked_on_the_range(table, contest, opened_by):
    page = opened_by().get(address(table)).content.decode()

    item = page.partition('id="prior-eps_mw"')[2].partition('id="prior-')[0]
    assert item.count("range__tick") == 1
    assert "#who-square" in item
    assert "0.90 to 1.30, most likely 1.10" in item


def test_costs_drivers_and_fixed_numbers_stand_there_too(table, opened_by):
    words = read(opened_by(), table)

    assert "2. Lower charges 1.2" in words
    assert "Pace of displacement" in words
    assert "Statutory minimum wage" in words
    assert "9.16" in words


def test_dutch_readers_get_dutch_words_and_sources(table, opened_by):
    words = read(opened_by(language="nl"), table)

    for told in (
        "Banenverlies door het minimumloon",
        "Blanchflower en Oswald: ongeveer 0,1.",
        "0,06 tot 0,16",
        "euro per uur",
    ):
        assert told in words


@pytest.mark.parametrize(
    ("query", "there_and_gone"),
    [
        ("?q=training", ("Effect of training", "Charges that stay")),
        ("?status=found", ("Jobs lost to the minimum wage", "Effect of training")),
        ("?kind=budget", ("Lower charges", "Pace of displacement")),
        ("?kind=driver", ("Pace of displacement", "Effect of training")),
        ("?kind=fixed", ("Statutory minimum wage", "Effect of training")),
        ("?contested=on", ("Jobs lost to the minimum wage", "Effect of training")),
        ("?q=onvindbaar", ("No assumption matches", "Effect of training")),
        ("?kind=nonsense&status=nonsense", ("Effect of training", "No assumption matches")),
    ],
)
def test_the_list_is_filtered_and_searched(table, contest, opened_by, query, there_and_gone):
    words = read(opened_by(), table, f"every/{query}")

    there, gone = there_and_gone
    assert there in words
    assert gone not in words


def test_one_proposal_is_looked_at_alone_and_is_one_step_away_from_its_page(table, proposals, contest, opened_by):
    first, second = proposals
    answered(table, first, (0.9, 0.9))
    answered(table, second, (0.9, 0.2))
    client = opened_by()

    assert "Not one verdict changes" in read(client, table, "?proposal=1")
    assert "Two verdicts change: proposal 2 in A and B" in read(client, table, "?proposal=2")
    for nonsense in ("x", "999", "1" * 30):
        assert "Two verdicts change" in read(client, table, f"?proposal={nonsense}")
    for page, link in (
        (reverse("workshops:proposal", args=[table.workshop.slug, 2]), "about=budget:2"),
        (reverse("workshops:matrix", args=[table.workshop.slug]), address(table)),
    ):
        assert link in client.get(page).content.decode()


def test_only_who_may_contest_is_offered_it(table, opened_by):
    offered = "?about=prior%3Aeps_mw"
    assert offered not in opened_by().get(address(table)).content.decode()
    assert offered in opened_by(table.member("crown")).get(address(table)).content.decode()
    table.workshop.phase = Phase.CONCLUDING
    table.workshop.save()
    assert offered not in opened_by(table.member("crown")).get(address(table)).content.decode()


def test_the_file_holds_a_line_per_contest_proposal_and_scenario(table, proposals, contest, opened_by):
    contest.reason = "=1+1"
    contest.save()
    answered(table, proposals[0], {"A": (0.95, 0.44), "B": (0.9, 0.85)})

    answer = opened_by().get(address(table, "csv/"))

    assert answer.headers["Content-Type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [(row["proposal"], row["scenario"], row["changes"]) for row in rows] == [
        ("1", "A", "true"),
        ("1", "B", "false"),
    ]
    assert (rows[0]["low"], rows[0]["model_value"], rows[0]["useful_share_as_held"]) == ("0.9", "0.45", "0.44")
    assert (rows[0]["capacity"], rows[0]["reason"], rows[0]["stage"]) == ("employers:1", "'=1+1", "underway")


def test_the_dutch_file_has_semicolons_and_decimal_commas(table, contest, opened_by):
    content = opened_by(language="nl").get(address(table, "csv/")).content.decode("utf-8-sig")

    (row,) = csv.DictReader(io.StringIO(content), delimiter=";")
    assert (row["low"], row["proposal"]) == ("0,9", "")


@pytest.mark.parametrize("path", [*PIECES, "1/", "1/changes/"])
def test_a_closed_workshop_shows_nothing_to_strangers(table, contest, opened_by, path):
    table.workshop.is_public = False
    table.workshop.save()
    for stranger in (None, UserFactory()):
        assert opened_by(stranger).get(address(table, path)).status_code == HTTPStatus.NOT_FOUND
    assert opened_by(table.member("crown")).get(address(table, path)).status_code == HTTPStatus.OK


@pytest.mark.parametrize("path", ["", "answer/", "every/", "1/changes/"])
def test_a_piece_that_did_not_change_is_not_sent_twice(table, contest, opened_by, path):
    client = opened_by()
    if path:
        tag = client.get(address(table, path)).headers["ETag"]
    else:
        page = client.get(address(table)).content.decode()
        path = "answer/"
        tag = unescape(re.search(r'assumptions/answer/" data-live-tag="([^"]+)"', page)[1])
    again = client.get(address(table, path), headers={"if-none-match": tag})
    assert again.status_code == HTTPStatus.NOT_MODIFIED


@pytest.mark.parametrize("path", [*PIECES, "1/", "1/changes/"])
def test_looking_changes_nothing(table, contest, opened_by, path):
    assert opened_by().post(address(table, path)).status_code == HTTPStatus.METHOD_NOT_ALLOWED
    assert not ContestedProjection.objects.exists()


@pytest.mark.parametrize("size", [1, 9])
def test_at_most_fifteen_statements_at_any_size(table, proposals, opened_by, size, django_assert_max_num_queries):
    for number in range(size):
        ContestFactory(workshop=table.workshop, seat=table.seats[number], values={"eps_mw": [0.9, 1.1, 1.3 + number]})
        reform = ReformRevisionFactory(levers={"training": 1.0}, budget_from_model=False)
        ProposalFactory(workshop=table.workshop, reform_revision=reform, constituency=table.constituencies["crown"])
    open_round(table, proposals=proposals)
    for proposal in table.workshop.proposals.all():
        answered(table, proposal, (0.9, 0.2))
    client = opened_by(table.member("workers"))
    for path in (*PIECES, "1/", "1/changes/"):
        client.get(address(table, path))
        with django_assert_max_num_queries(15):
            assert client.get(address(table, path)).status_code == HTTPStatus.OK


# --- one contest -------------------------------------------------------------------------------------


def test_one_contest_is_shown_whole_with_every_verdict(table, proposals, contest, opened_by):
    for proposal, held in zip(proposals, (0.2, 0.86), strict=True):
        answered(table, proposal, (0.9, held))

    words = read(opened_by(), table, "1/")

    assert "2 verdicts change" in words
    assert "useful → not useful 90.0% → 20.0%" in words
    assert "stays useful 90.0% → 86.0%" in words
    assert "Source: CPB 2016" in words


def test_what_was_replaced_leads_to_what_replaced_it_and_back(table, contest, opened_by):
    contest.ended_at = contest.stated_at
    contest.save()
    ContestFactory(workshop=table.workshop, seat=contest.seat, replaces=contest)

    assert "replaced by contest 2" in read(opened_by(), table, "1/")
    assert "This contest no longer stands." in read(opened_by(), table, "1/")
    assert "replaces contest 1" in read(opened_by(), table, "2/")


def test_a_contest_that_is_not_there_is_not_found(table, opened_by):
    read(opened_by(), table, "7/", HTTPStatus.NOT_FOUND)


def test_what_is_judged_shows_no_share_of_draws(table, proposals, contest, opened_by):
    for place in table.workshop.places.all():
        JudgementFactory(
            proposal=proposals[0], scenario_revision=place.revision, constituency=table.constituencies["workers"]
        )
    for proposal in proposals:
        answered(table, proposal, (0.9, 0.9))

    assert "by judgement" in read(opened_by(), table, "1/")
