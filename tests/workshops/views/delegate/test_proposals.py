# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tabling and withdrawing a proposal in the browser, and what goes wrong on the way."""

import re
from http import HTTPStatus

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from scenarios.enums import ProjectionState
from scenarios.models import Projection
from scenarios.services.reference import load_reference
from tests.factories import PASSWORD, AgreementsFactory, MandateFactory, WorkshopScenarioFactory, council
from tests.factories.weighing import tabled
from workshops.enums import Holding, Phase, ProposalState
from workshops.models import Proposal, Workshop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
MOST_STATEMENTS = 15


@pytest.fixture
def table():
    table = council()
    Workshop.objects.update(is_public=True)
    AgreementsFactory(workshop=table.workshop)
    for _letter in "AB":
        WorkshopScenarioFactory(workshop=table.workshop)
    return table


@pytest.fixture
def fatma(table, opened_by):
    return opened_by(table.member("workers"))


def url(table, start="own"):
    address = reverse("workshops:proposal_table", args=[table.workshop.slug])
    return f"{address}?from={start}" if start else address


def typed(table, seat=None, **changes):
    """Return the form as a browser sends it."""
    return {
        "form_key": "8d6f3c0e-3a44-4c5e-9c5b-0d7d7a7e3f11",
        "typed_by": str(table.member("workers").pk),
        "seat": str((seat or table.seat("workers")).id),
        "title": "More training",
        "summary": "Everybody learns.",
        "reasons": "Because work changes.",
        "addresses_kind": "bottleneck",
        "addresses": "Low-educated people find less work.",
        "level": "both",
        "actors": "Government",
        "start_year": "2018",
        "phase_years": "3",
        "scope": "this_advice",
        "track": "",
        "budget_kind": "costs",
        "budget_bn": "0.6",
        "budget_source": "My own estimate.",
        "left_out": "The quality of the lessons.",
        "lever_training": "0.6",
        "step": "check",
    } | changes


def hidden(response):
    """Return what the page sends when its button is pressed: its hidden fields."""
    page = response.content.decode()
    fields = re.findall(r'<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?', page)
    return {name: value for name, value in fields if name != "csrfmiddlewaretoken"}


def told(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def statements(client, address, data=None):
    with CaptureQueriesContext(connection) as asked:
        response = client.post(address, data) if data else client.get(address)
    assert response.status_code == HTTPStatus.OK
    return len(asked)


# --- the three steps -----------------------------------------------------------------------------------


def test_the_first_step_offers_ready_made_reforms_ones_own_and_what_the_model_cannot_compute(table, fatma):
    load_reference()
    page = fatma.get(url(table, "")).content.decode()

    assert 'href="?from=own"' in page
    assert 'href="?from=beyond"' in page
    assert 'href="?from=mw_up_10"' in page
    assert "24 reforms" in page


def test_reforms_are_found_by_plain_words_and_no_find_says_what_to_do(table, fatma):
    load_reference()
    address = url(table, "")

    assert "1 reform<" in fatma.get(f"{address}?q=kinderopvang").content.decode()
    assert "Try fewer or other words" in fatma.get(f"{address}?q=zeppelin").content.decode()


def test_an_unknown_start_leads_back_to_the_choice(table, fatma):
    for start in ("robots_for_all", "again-99", "again-", "again-1e9"):
        assert b"What do you want to propose?" in fatma.get(url(table, start)).content


def test_levers_have_number_slider_bounds_unit_and_a_sentence(table, fatma):
    page = fatma.get(url(table)).content.decode()
    field = page[page.index('name="lever_minimum_wage"') :][:900]

    assert 'data-pair="id_lever_minimum_wage"' in field
    assert 'min="-15" max="40" step="1"' in field
    assert "The statutory minimum wage goes up or down by this percentage." in page
    assert "From −15 to 40." in page
    assert page.count("data-pair=") == page.count('name="lever_') == 34


def test_only_what_a_ready_made_reform_moves_stands_open(table, fatma):
    load_reference()
    page = fatma.get(url(table, "low_wage_subsidy")).content.decode()

    assert page.count('class="fold lever-theme" open') == 1
    assert 'value="-5"' in page
    assert 'value="2.4"' in page


def test_the_second_step_says_what_the_words_became_and_what_was_left_out(table, fatma):
    page = fatma.post(url(table), typed(table)).content.decode()

    assert "Is this what you mean?" in page
    assert "Training of workers: +0.60 billion euros a year." in page
    assert "The quality of the lessons." in page
    assert "It costs 0.6 billion euros a year." in page
    assert not Proposal.objects.exists()


def test_confirming_puts_it_on_the_table_and_asks_for_its_figures(table, fatma):
    confirm = fatma.post(url(table), typed(table))
    response = fatma.post(url(table), hidden(confirm) | {"step": "submit"})

    proposal = Proposal.objects.get()
    assert response.status_code == HTTPStatus.FOUND
    assert response.url == reverse("workshops:proposal", args=[table.workshop.slug, 1])
    assert (proposal.reform_revision.levers, proposal.reform_revision.modelled) == ({"training": 0.5}, "partly")
    assert Projection.objects.filter(state=ProjectionState.WAITING).count() == 2
    page = fatma.get(response.url).content.decode()
    assert "Proposal 1 is on the table." in page
    assert f'data-kept-clear="proposal-{table.workshop.slug}-own"' in page
    assert "<progress" in page


def test_going_back_from_the_confirmation_loses_nothing(table, fatma):
    confirm = fatma.post(url(table), typed(table))
    page = fatma.post(url(table), hidden(confirm) | {"step": "edit"}).content.decode()

    for words in ("More training", "Because work changes.", "The quality of the lessons.", "My own estimate."):
        assert words in page
    assert re.search(r'name="lever_training"[^>]*value="0.6"', page)
    assert 'class="error-summary"' not in page


def test_the_confirmation_warns_of_what_will_surprise(table, fatma):
    tabled(table)
    known = Proposal.objects.get().reform_revision
    alike = typed(table, title=known.title, start_year="2031", budget_kind="neither", budget_bn="", left_out="")
    page = fatma.post(url(table), alike).content.decode()

    assert "the figures are those of 2030, so no effect will be seen" in page
    assert "counts the measure itself as free" in page
    assert "Nothing, you say." in page
    assert "Proposal 1 looks like yours" in page


def test_what_the_model_cannot_compute_is_tabled_without_a_run(table, fatma):
    address = url(table, "beyond")
    confirm = fatma.post(address, typed(table))
    assert b"The model does not compute this" in confirm.content

    fatma.post(address, hidden(confirm) | {"step": "submit"})
    assert not Proposal.objects.get().reform_revision.is_computable
    assert not Projection.objects.exists()


def test_a_withdrawn_proposal_can_be_tabled_again_with_its_text_filled_in(table, fatma):
    known = tabled(table, state=ProposalState.WITHDRAWN)
    page = fatma.get(url(table, f"again-{known.number}")).content.decode()

    assert known.reform_revision.title in page
    assert re.search(r'name="lever_minimum_wage"[^>]*value="10"|value="10"[^>]*name="lever_minimum_wage"', page)


def test_each_step_asks_at_most_fifteen_statements_at_any_size(table, fatma):
    load_reference()
    counts = []
    for _size in range(2):
        counts.append(
            [
                statements(fatma, url(table, "")),
                statements(fatma, url(table, "mw_up_10")),
                statements(fatma, url(table), typed(table)),
            ]
        )
        for _number in range(9):
            tabled(table)

    assert counts[0] == counts[1]
    assert max(counts[0]) <= MOST_STATEMENTS


# --- who may -------------------------------------------------------------------------------------------


def test_a_stranger_signs_in_first_and_comes_back(table, client):
    response = client.get(url(table))

    assert response.status_code == HTTPStatus.FOUND
    assert response.url.startswith(f"{reverse('login')}?next=")


def test_who_holds_no_seat_is_told_what_to_do(table, opened_by):
    response = opened_by(table.facilitator).get(url(table))

    assert response.status_code == HTTPStatus.FORBIDDEN
    assert b"Ask a member of the council" in response.content


def test_once_voting_started_the_page_says_the_list_is_fixed(table, fatma):
    Workshop.objects.update(phase=Phase.VOTING)
    response = fatma.get(url(table))

    assert response.status_code == HTTPStatus.FORBIDDEN
    assert b"The list of proposals is fixed" in response.content


def test_who_holds_two_seats_is_asked_for_which(table, fatma):
    MandateFactory(seat=table.seat("workers", 2), person=table.member("workers"), holding=Holding.SUBSTITUTE)

    assert b"Which seat do you table it for?" in fatma.get(url(table)).content
    response = fatma.post(url(table), typed(table, seat=table.seat("workers", 2)))
    fatma.post(url(table), hidden(response) | {"step": "submit"})
    assert Proposal.objects.get().seat == table.seat("workers", 2)


# --- bad input and trouble -----------------------------------------------------------------------------


def test_somebody_elses_seat_is_refused_and_what_was_typed_stays(table, fatma):
    response = fatma.post(url(table), typed(table, seat=table.seat("crown"), step="submit"))

    assert response.status_code == HTTPStatus.BAD_REQUEST
    assert b"You do not hold this seat" in response.content
    assert b"Because work changes." in response.content
    assert not Proposal.objects.exists()


def test_a_phase_that_moved_meanwhile_is_said_and_what_was_typed_stays(table, fatma):
    confirm = fatma.post(url(table), typed(table))
    Workshop.objects.update(phase=Phase.VOTING)

    response = fatma.post(url(table), hidden(confirm) | {"step": "submit"})

    assert response.status_code == HTTPStatus.CONFLICT
    assert b"Voting has started" in response.content
    assert b"Because work changes." in response.content


def test_pressing_the_button_twice_or_going_back_tables_one_proposal(table, fatma):
    sent = hidden(fatma.post(url(table), typed(table))) | {"step": "submit"}
    first, again = fatma.post(url(table), sent), fatma.post(url(table), sent)

    assert first.url == again.url
    assert Proposal.objects.count() == 1


def test_a_new_form_has_a_key_of_its_own(table, fatma):
    keys = {hidden(fatma.get(url(table)))["form_key"] for _time in range(2)}

    assert len(keys) == 2


def test_two_delegates_at_once_get_two_proposals(table, opened_by):
    for side, key in (("workers", "1"), ("crown", "2")):
        sent = typed(table, seat=table.seat(side), step="submit", form_key=f"8d6f3c0e-3a44-4c5e-9c5b-0d7d7a7e3f1{key}")
        assert opened_by(table.member(side)).post(url(table), sent).status_code == HTTPStatus.FOUND

    assert list(Proposal.objects.order_by("number").values_list("number", flat=True)) == [1, 2]


@pytest.mark.parametrize("value", ["41", "-16", "1e30", "NaN", "ten"])
def test_a_lever_out_of_bounds_is_said_at_the_lever_and_nothing_is_lost(table, fatma, value):
    response = fatma.post(url(table), typed(table, lever_minimum_wage=value, step="submit"))
    page = response.content.decode()

    assert response.status_code == HTTPStatus.BAD_REQUEST
    assert 'href="#id_lever_minimum_wage"' in page
    assert re.search(rf'name="lever_minimum_wage"[^>]*value="{re.escape(value)}"', page)
    assert "Because work changes." in page
    assert not Proposal.objects.exists()


def test_bounds_cannot_be_passed_by_changing_the_hidden_fields_of_the_confirmation(table, fatma):
    sent = hidden(fatma.post(url(table), typed(table))) | {"step": "submit", "lever_training": "999"}

    assert fatma.post(url(table), sent).status_code == HTTPStatus.BAD_REQUEST
    assert not Proposal.objects.exists()


def test_a_script_in_a_reason_is_text_on_every_step(table, fatma):
    evil = '"><script>alert(1)</script>'
    sent = typed(table, title=evil, reasons=evil, addresses=evil, left_out=evil)
    confirm = fatma.post(url(table), sent)
    back = fatma.post(url(table), sent | {"step": "edit"})

    for response in (confirm, back):
        assert b"<script>alert" not in response.content
        assert b"&lt;script&gt;alert(1)" in response.content


def test_two_megabytes_of_text_get_a_clear_answer_and_no_error_of_ours(table, fatma):
    response = fatma.post(url(table), typed(table, reasons="x" * 2_000_000))

    assert response.status_code == HTTPStatus.BAD_REQUEST
    assert b"Perhaps it was too large" in response.content
    assert not Proposal.objects.exists()


def test_a_long_text_is_counted_and_comes_back_whole(table, fatma):
    response = fatma.post(url(table), typed(table, reasons="word " * 100_000))

    assert response.status_code == HTTPStatus.BAD_REQUEST
    assert b"Use at most 3,000 characters; now there are 499,999" in response.content.replace(
        b"499999", b"499,999"
    ).replace(b"at most 3000", b"at most 3,000")
    assert response.content.count(b"word ") >= 99_999


def test_an_empty_form_says_at_each_field_what_to_do(table, fatma):
    response = fatma.post(url(table), {"step": "check"})
    page = response.content.decode()

    assert response.status_code == HTTPStatus.BAD_REQUEST
    for name in ("title", "summary", "reasons", "addresses"):
        assert f'href="#id_{name}"' in page
    assert "Move at least one lever" in page


def test_a_session_that_ran_out_loses_nothing_even_without_scripts(table, client):
    """The form is sent, signing in comes first, and then it stands there again as it was typed."""
    response = client.post(url(table), typed(table, lever_training="1,2"))
    assert response.url.startswith(reverse("login"))

    client.post(response.url, {"username": table.member("workers").username, "password": PASSWORD})
    page = client.get(url(table)).content.decode()

    for words in ("More training", "Because work changes.", "My own estimate."):
        assert words in page
    assert re.search(r'name="lever_training"[^>]*value="1,2"', page)
    assert b"Because work changes." not in client.get(url(table)).content


def test_what_somebody_typed_is_not_shown_to_the_next_person_at_the_same_machine(table, client):
    response = client.post(url(table), typed(table))
    client.post(response.url, {"username": table.member("crown").username, "password": PASSWORD})

    assert b"Because work changes." not in client.get(url(table)).content


def test_the_form_keeps_what_is_typed_in_the_browser_under_a_key_of_its_start(table, fatma):
    assert f'data-keep="proposal-{table.workshop.slug}-own"' in fatma.get(url(table)).content.decode()


# --- withdrawing and computing again -------------------------------------------------------------------


@pytest.fixture
def mine(table):
    return tabled(table, seat=table.seat("workers"))


def test_withdrawing_is_asked_once_more_and_says_that_it_cannot_be_undone(table, fatma, mine):
    address = reverse("workshops:proposal_withdraw", args=[table.workshop.slug, mine.number])
    page = fatma.get(address).content.decode()
    assert "This cannot be undone." in page

    response = fatma.post(address)
    mine.refresh_from_db()
    assert mine.state == ProposalState.WITHDRAWN
    assert "It stays readable" in told(response)[0]
    assert b"Who tabled this proposal withdrew it" in fatma.get(response.url).content


def test_another_seat_sees_why_it_cannot_withdraw(table, opened_by, mine):
    address = reverse("workshops:proposal_withdraw", args=[table.workshop.slug, mine.number])
    crown = opened_by(table.member("crown"))

    assert b"Only the seat that tabled a proposal can withdraw it" in crown.get(address).content
    assert crown.post(address).status_code == HTTPStatus.FORBIDDEN
    mine.refresh_from_db()
    assert mine.state == ProposalState.TABLED


def test_the_button_to_compute_again_works_for_the_facilitator_and_not_for_others(table, opened_by, mine):
    address = reverse("workshops:proposal_project", args=[table.workshop.slug, mine.number])

    assert "not allow" in told(opened_by(table.member("crown")).post(address))[0]
    assert not Projection.objects.exists()
    assert "computes this proposal again" in told(opened_by(table.facilitator).post(address))[0]
    assert Projection.objects.count() == 2


def test_acts_are_not_done_by_following_a_link(table, fatma, mine):
    address = reverse("workshops:proposal_project", args=[table.workshop.slug, mine.number])

    assert fatma.get(address).status_code == HTTPStatus.METHOD_NOT_ALLOWED


def test_the_page_of_a_proposal_shows_what_it_changes_and_who_does_what(fatma, table):
    design = {
        "changes": ["minimum_wage"],
        "aim": "both",
        "role_sector": "The parties adjust the scales.",
        "eu_room": "find_out",
        "abroad": "Somebody elsewhere does it.",
        "step": "submit",
    }
    fatma.post(url(table), typed(table, **design))
    reform = Proposal.objects.get().reform_revision
    assert (reform.changes, reform.aim, reform.roles) == (
        ["minimum_wage"],
        "both",
        {"sector": "The parties adjust the scales."},
    )

    page = fatma.get(reverse("workshops:proposal", args=[table.workshop.slug, 1])).content.decode()
    for words in ("The parties adjust the scales.", "to be found out", "Somebody elsewhere does it."):
        assert words in page


def test_what_is_wrong_in_the_design_is_said_and_nothing_typed_is_lost(fatma, table):
    answer = fatma.post(url(table), typed(table, role_firm="x" * 401, abroad="Kept.", step="submit"))
    assert answer.status_code == 400
    assert "Kept." in answer.content.decode()
    assert not Proposal.objects.exists()
