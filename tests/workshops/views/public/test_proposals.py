# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The list of proposals and the page of one: what they show, to whom, and at what cost."""

import csv
import io
import re
from html import unescape
from http import HTTPStatus

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from scenarios.enums import ProjectionState
from scenarios.models import Impact, Projection
from tests.factories import (
    AgreementsFactory,
    JudgementFactory,
    ReformRevisionFactory,
    WorkshopScenarioFactory,
    cast,
    council,
    open_round,
)
from tests.factories.weighing import answer_all, computed, tabled
from workshops.enums import Direction, ProposalState, Stance
from workshops.models import Proposal, User, Workshop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
MOST_STATEMENTS = 15


@pytest.fixture
def table():
    table = council()
    Workshop.objects.update(is_public=True)
    table.workshop.refresh_from_db()
    AgreementsFactory(workshop=table.workshop, locked=True)
    for _letter in "ABCD":
        WorkshopScenarioFactory(workshop=table.workshop)
    return table


@pytest.fixture
def fatma(table, opened_by):
    return opened_by(table.member("workers"))


def url(table, name="proposal", number=1):
    arguments = [table.workshop.slug] if name == "proposals" else [table.workshop.slug, number]
    return reverse(f"workshops:{name}", args=arguments)


def figures(proposal, rows):
    """Store impacts of a finished run: {(outcome, group): (low, mid, high)}, the same in every scenario."""
    for run in Projection.objects.filter(reform_revision=proposal.reform_revision):
        Impact.objects.bulk_create(
            Impact(
                projection=run,
                year=2030,
                outcome=outcome,
                group=group,
                low=low,
                mid=mid,
                high=high,
                baseline=0.09,
                positive_share=0.0,
            )
            for (outcome, group), (low, mid, high) in rows.items()
        )


BETTER = {("unemployment", "low_educated"): (-0.0148, -0.0102, -0.0066)}


def shown(client, address, status=HTTPStatus.OK):
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def statements(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == HTTPStatus.OK
    return sum(not one["sql"].startswith(("SAVEPOINT", "RELEASE")) for one in asked.captured_queries)


# --- the list ----------------------------------------------------------------------------------------


def test_an_empty_list_says_what_to_do_to_who_may_and_what_comes_to_others(table, fatma, client):
    assert "Start from a ready-made reform" in shown(fatma, url(table, "proposals"))
    stranger = shown(client, url(table, "proposals"))
    assert "Members of the council table proposals" in stranger or "Leden van de raad" in stranger


def test_the_list_shows_state_projection_cost_and_support_in_short(table, fatma):
    voted = tabled(table, reform_revision=ReformRevisionFactory(exante_budget_bn=-2.4, budget_from_model=False))
    tabled(table, "crown", state=ProposalState.PARKED, parked_because="First the others.")
    tabled(table, "employers", state=ProposalState.WITHDRAWN)
    tabled(table, reform_revision=ReformRevisionFactory(judged=True))
    computed(table, voted, {})
    answer_all(table, open_round(table, proposals=[voted]), Stance.FULL)

    page = shown(fatma, url(table, "proposals"))

    assert page.count("Broad support") >= 4
    assert "Costs 2.4 billion euros a year" in page
    assert "First the others." in page
    assert "withdrawn" in page
    assert "judged, not computed" in page


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", [1, 2, 3]),
        ("state=parked", [2]),
        ("state=withdrawn", [3]),
        ("side=crown", [2]),
        ("q=wage+HOUR", [3]),
        ("q=nothing+of+the+kind", []),
        ("state=nonsense&side=nobody", [1, 2, 3]),
    ],
)
def test_the_list_can_be_narrowed_and_ignores_what_it_does_not_understand(table, fatma, query, numbers):
    tabled(table)
    tabled(table, "crown", state=ProposalState.PARKED)
    known = ReformRevisionFactory(title="A wage per hour")
    tabled(table, "employers", state=ProposalState.WITHDRAWN, reform_revision=known)

    page = shown(fatma, f"{url(table, 'proposals')}?{query}")

    found = [int(one) for one in re.findall(r'proposal__number">(\d+)<', page)]
    assert found == numbers
    assert ("No proposal matches" in page) is (not numbers)


def test_a_long_list_has_pages(table, fatma):
    for _number in range(26):
        tabled(table)

    assert "Page 1 of 2" in shown(fatma, url(table, "proposals"))
    assert shown(fatma, f"{url(table, 'proposals')}?page=2").count('class="proposal"') == 1


@pytest.mark.parametrize("size", [1, 12])
def test_the_list_asks_as_much_for_one_proposal_as_for_twelve(table, fatma, size):
    proposals = [tabled(table) for _number in range(size)]
    for proposal in proposals:
        computed(table, proposal, {})
    answer_all(table, open_round(table, proposals=proposals), Stance.FULL)

    assert statements(fatma, url(table, "proposals")) == 13 <= MOST_STATEMENTS


# --- one proposal ------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [1, 3])
def test_a_proposal_asks_at_most_fifteen_statements_whatever_was_computed_judged_and_said(table, opened_by, size):
    proposal = tabled(table)
    computed(table, proposal, {})
    groups = ["low_educated", "middle_educated", "high_educated"][:size]
    figures(proposal, {("unemployment", group): (-0.02, -0.01, -0.005) for group in groups})
    one = open_round(table, proposals=[proposal])
    for poll in one.polls.all():
        for seat in table.seats[:size]:
            cast(poll, seat, Stance.OBJECTION, reason="Too dear.")
        for side in list(table.constituencies.values())[:size]:
            JudgementFactory(proposal=proposal, scenario_revision=poll.scenario_revision, constituency=side)

    assert statements(opened_by(table.member("workers")), url(table)) == MOST_STATEMENTS


def test_an_unknown_number_is_nowhere(table, fatma):
    assert fatma.get(url(table, number=99)).status_code == HTTPStatus.NOT_FOUND
    assert fatma.get(url(table, number=10**30)).status_code == HTTPStatus.NOT_FOUND


def test_a_closed_workshop_hides_its_proposals_from_strangers(table, client, opened_by):
    tabled(table)
    Workshop.objects.update(is_public=False)

    for name in ("proposal", "proposal_impacts", "proposal_support", "proposal_csv", "proposals"):
        assert client.get(url(table, name)).status_code == HTTPStatus.NOT_FOUND
    assert opened_by(table.facilitator).get(url(table)).status_code == HTTPStatus.OK


def test_the_page_says_what_it_does_to_whom_with_interval_unit_and_source(table, fatma):
    proposal = tabled(table)
    computed(table, proposal, {}, balance_bn=-2.5)
    figures(proposal, BETTER)

    page = shown(fatma, url(table))

    assert (
        "In every scenario less unemployment among low educated; the public balance worsens by 2.5 billion euros a year"
        in page
    )
    assert '<a href="#from-unemployment">Unemployment</a>, percentage points' in page
    assert 'id="from-unemployment"' in page
    assert page.count("−1.0<small>−1.5 to −0.7</small>") == 8  # four scenarios, in the short picture and in the whole
    assert "seed 1" in page
    assert "20 draws" in page
    assert "for decisions ask the CPB" in page


def test_better_is_drawn_to_the_right_also_where_less_is_better(table, fatma):
    proposal = tabled(table)
    computed(table, proposal, {})
    figures(proposal, BETTER)

    drawn = re.search(r'class="interval interval--better".*?</svg>', shown(fatma, url(table)), re.DOTALL).group()
    zero, point = re.search(r'interval__zero"[^>]* x1="([\d.]+)%', drawn), re.search(r'cx="([\d.]+)%', drawn)
    assert float(point.group(1)) > float(zero.group(1))


def test_what_is_uncertain_is_said_and_drawn_open(table, fatma):
    proposal = tabled(table)
    computed(table, proposal, {})
    figures(proposal, {("net_income", "income_q1"): (-0.01, 0.002, 0.01)})

    page = shown(fatma, url(table))
    assert "interval--uncertain" in page
    assert '<span class="hidden-visually">, uncertain</span>' in page
    assert "No group clearly gains or loses in any scenario" in page


def test_groups_that_the_model_cannot_compute_are_said_so(table, fatma):
    proposal = tabled(table)
    computed(table, proposal, {})
    figures(proposal, {("poverty", "flexible_workers"): (0.1, 0.2, 0.3)})

    assert "Platform workers." in shown(fatma, url(table))


def test_a_judgement_is_hatched_with_its_reason_and_has_no_number(table, fatma):
    proposal = tabled(table, reform_revision=ReformRevisionFactory(judged=True, left_out="The quality of work."))
    place = table.workshop.places.first()
    JudgementFactory(
        proposal=proposal,
        scenario_revision=place.revision,
        constituency=table.constituencies["workers"],
        direction=Direction.BETTER,
        reason="Seen in three firms.",
        evidence="Visits in May.",
        judged_by="the secretariat",
    )

    page = shown(fatma, url(table))

    assert page.count("interval--judged") == 1
    for words in ("Seen in three firms.", "Visits in May.", "the secretariat", "The quality of work."):
        assert words in page
    assert "interval__point" not in page
    assert "This is why it was not computed" in page


def test_the_box_says_which_levers_the_words_became_and_what_was_left_out(table, fatma):
    reform = ReformRevisionFactory(
        levers={"minimum_wage": 0.1}, left_out="Youth wages.", start_year=2019, phase_years=4, budget_status="found"
    )
    tabled(table, reform_revision=reform, tabled_by=table.member("workers"))

    page = shown(fatma, url(table))

    assert "Statutory minimum wage: +10.0%." in page
    assert "From 2019, in equal steps, in full after 4 years." in page
    assert "Youth wages." in page
    assert "The model computes the effect on the budget itself." in page
    assert "Confirmed by who tabled it" in page


def test_a_script_in_a_reason_is_shown_as_text(table, fatma):
    evil = "<script>alert(1)</script>"
    reform = ReformRevisionFactory(title=evil, summary=evil, left_out=evil, actors=evil)
    proposal = tabled(table, reasons=evil, addresses=evil, reform_revision=reform)
    one = open_round(table, proposals=[proposal])
    cast(one.polls.first(), table.seat("crown"), Stance.OBJECTION, reason=evil)

    for name in ("proposal", "proposals", "proposal_support", "proposal_impacts"):
        page = shown(fatma, url(table, name))
        assert "<script>alert" not in page
    assert page.count("&lt;script&gt;alert(1)") >= 1


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (ProjectionState.WAITING, "Waiting for a free worker"),
        (ProjectionState.RUNNING, "A worker has been computing it"),
        (ProjectionState.FAILED, "The model could not compute this proposal"),
    ],
)
def test_how_far_it_is_stands_there_in_words_with_a_way_on_without_scripts(table, fatma, state, words):
    proposal = tabled(table)
    computed(table, proposal, {})
    Projection.objects.update(state=state, started_at="2026-01-01T00:00Z", error="Out of bounds.")

    page = shown(fatma, url(table))

    assert words in page
    assert ("<progress" in page) is (state != ProjectionState.FAILED)
    assert ("Look again" in page) is (state != ProjectionState.FAILED)
    assert ("Out of bounds." in page) is (state == ProjectionState.FAILED)


def test_only_who_may_sees_the_button_to_compute_again(table, opened_by):
    proposal = tabled(table, seat=table.seat("workers"))
    computed(table, proposal, {})
    Projection.objects.update(state=ProjectionState.FAILED)

    for person in (table.member("workers"), table.facilitator, table.secretary):
        assert "Compute again" in shown(opened_by(person), url(table))
    for person in (table.member("crown"), None):
        assert "Compute again" not in shown(opened_by(person), url(table))


# --- support -----------------------------------------------------------------------------------------


@pytest.fixture
def voted(table):
    proposal = tabled(table)
    one = open_round(table, proposals=[proposal])
    for poll in one.polls.all():
        for seat in table.seats:
            cast(poll, seat, Stance.FULL)
    return proposal


def test_support_stands_there_for_all_scenarios_or_for_one(table, fatma, voted):
    every = shown(fatma, url(table))
    one = shown(fatma, f"{url(table)}?scenario=B")

    assert every.count("3 of 3 support it") == 12
    assert one.count("3 of 3 support it") == 3
    assert "Support in scenario B" in one
    assert 'support/?scenario=B"' in one
    assert "Support in each scenario" in shown(fatma, f"{url(table)}?scenario=Z")


def test_the_verdict_says_by_which_thresholds(table, fatma, voted):
    page = shown(fatma, f"{url(table)}?scenario=A")

    assert "Broad support" in page
    assert "at least 75% of those who took a position" in page


def test_names_are_for_who_takes_part_and_reasons_for_all(table, opened_by):
    proposal = tabled(table)
    one = open_round(table, proposals=[proposal])
    ballot = cast(one.polls.first(), table.seat("crown"), Stance.OBJECTION, reason="Too dear for small firms.")
    ballot.would_change = "A trial in two sectors."
    ballot.cast_by = table.member("crown")
    ballot.save()

    inside, outside = shown(opened_by(table.secretary), url(table)), shown(opened_by(None), url(table))

    for page in (inside, outside):
        assert "Too dear for small firms." in page
        assert "A trial in two sectors." in page
        assert "objection" in page
    assert table.member("crown").name in inside
    assert table.member("crown").name not in outside


def test_counts_and_reasons_wait_where_a_round_tells_them_after_closing(table, fatma, voted):
    type(voted.polls.first().round).objects.update(is_live=False)

    page = shown(fatma, url(table))
    assert "Being voted on" in page
    assert "3 of 3 support it" not in page


# --- pieces and figures ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["proposal_impacts", "proposal_support"])
def test_a_piece_that_did_not_change_is_not_sent_twice(table, fatma, voted, name):
    computed(table, voted, {})
    first = fatma.get(url(table, name))
    again = fatma.get(url(table, name), headers={"if-none-match": first["ETag"]})

    assert (first.status_code, again.status_code) == (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED)
    assert "<html" not in first.content.decode()


@pytest.mark.parametrize("name", ["proposal_impacts", "proposal_support"])
def test_a_page_knows_the_tags_of_its_pieces_so_that_opening_it_fetches_nothing_twice(table, fatma, voted, name):
    computed(table, voted, {})
    page = shown(fatma, f"{url(table)}?scenario=A")
    address, tag = re.search(rf'data-live-src="([^"]*{name[9:]}/[^"]*)" data-live-tag="([^"]*)"', page).groups()

    assert fatma.get(address, headers={"if-none-match": unescape(tag)}).status_code == HTTPStatus.NOT_MODIFIED


def test_the_piece_changes_when_the_figures_arrive(table, fatma):
    proposal = tabled(table)
    computed(table, proposal, {})
    figures(proposal, BETTER)
    Projection.objects.update(state=ProjectionState.RUNNING)
    before = fatma.get(url(table, "proposal_impacts"))
    Projection.objects.update(state=ProjectionState.DONE)

    after = fatma.get(url(table, "proposal_impacts"), headers={"if-none-match": before["ETag"]})

    assert after.status_code == HTTPStatus.OK
    assert "less unemployment among low educated" in after.content.decode()


def test_the_page_listens_to_its_workshop_and_its_proposal(table, fatma):
    proposal = tabled(table)
    page = shown(fatma, url(table))

    assert f'data-live-topic="{proposal.topic}"' in page
    assert f'data-live-topic="{table.workshop.topic}"' in page
    assert f"{table.workshop.topic},{proposal.topic}" in page


def test_the_csv_holds_the_same_numbers_with_their_provenance(table, fatma):
    proposal = tabled(table, reform_revision=ReformRevisionFactory(title="=HYPERLINK(1)"))
    computed(table, proposal, {})
    figures(proposal, BETTER)
    JudgementFactory(
        proposal=proposal,
        scenario_revision=table.workshop.places.first().revision,
        constituency=table.constituencies["crown"],
        direction=Direction.WORSE,
        reason="+1 to that",
    )

    response = fatma.get(url(table, "proposal_csv"))
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert ".csv" in response["Content-Disposition"]
    figure = next(row for row in rows if row["outcome"] == "unemployment" and row["scenario"] == "A")
    assert (figure["low_p10"], figure["median"], figure["high_p90"]) == ("-1.48", "-1.02", "-0.66")
    assert (figure["without_reform"], figure["better"], figure["unit"]) == ("9", "down", "percentage points")
    assert (figure["engine_version"], figure["draws"], figure["seed"]) == ("1.0.0", "20", "1")
    judged = next(row for row in rows if row["basis"] == "judged")
    assert (judged["direction"], judged["reason"]) == ("worse", "'+1 to that")
    assert {row["title"] for row in rows} == {"'=HYPERLINK(1)"}
    assert len(rows) == 4 + 4 + 1


# --- the worked example ------------------------------------------------------------------------------


@pytest.fixture
def eva(example, client):
    """A member of the worked example, signed in, in Dutch."""
    client.force_login(User.objects.filter(mandates__isnull=False).order_by("username").first())
    return client


@pytest.mark.parametrize("number", range(1, 13))
def test_every_proposal_of_the_worked_example_has_a_page_without_an_empty_heading(eva, example, number):
    address = reverse("workshops:proposal", args=[example.slug, number])
    assert Proposal.objects.filter(workshop=example, number=number).exists()
    with translation.override("nl"):
        page = shown(eva, address)

    assert "<h2" in page
    assert not re.search(r"<h[1-3][^>]*>\s*</h[1-3]>", page)
    assert statements(eva, address) <= MOST_STATEMENTS
