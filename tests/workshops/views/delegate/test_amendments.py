# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Amending a proposal in the browser: ask, advise, answer, and what goes wrong on the way."""

from http import HTTPStatus

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import AgreementsFactory, ReformRevisionFactory, WorkshopScenarioFactory, council
from tests.factories.weighing import tabled
from workshops.models import Amendment, Proposal, Workshop
from workshops.selectors.amendments import parts_of
from workshops.services.amendments import propose_amendment, withdraw_amendment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
MOST_STATEMENTS = 15


@pytest.fixture
def table():
    table = council()
    Workshop.objects.update(is_public=True)
    AgreementsFactory(workshop=table.workshop, locked=True)
    for _letter in "AB":
        WorkshopScenarioFactory(workshop=table.workshop)
    reform = ReformRevisionFactory(
        reform__key=None, lang="en", levers={"training": 0.5}, title="More training", summary="Everybody learns."
    )
    tabled(table, seat=table.seat("workers"), reform_revision=reform, number=1)
    return table


def at(name, table, *more):
    return reverse(f"workshops:{name}", args=[table.workshop.slug, 1, *more])


def typed(table, **changes):
    """Return the form as a browser sends it."""
    return {
        "form_key": "8d6f3c0e-3a44-4c5e-9c5b-0d7d7a7e3f11",
        "seat": str(table.seat("employers").id),
        "title": "More training",
        "summary": "Everybody learns.",
        "actors": "Kabinet",
        "start_year": "2017",
        "phase_years": "3",
        "left_out": "Het jeugdloon telt niet mee.",
        "lever_training": "0.6",  # billions of euros; half of a unit of the engine
        "budget_kind": "neither",
        "budget_bn": "0",
        "budget_source": "",
        "reason": "Because.",
        **changes,
    }


def amendment(table, side="employers", number=1, **changes):
    proposal = Proposal.objects.select_related("workshop", "reform_revision__reform").get()
    return propose_amendment(
        who=table.as_member(side, number),
        proposal=proposal,
        seat=table.seat(side, number),
        wanted=parts_of(proposal.reform_revision, "en") | changes,
        reason="Because.",
    )


def test_a_member_amends_a_proposal_and_everybody_reads_what_changes(table, opened_by):
    answer = opened_by(table.member("employers")).post(at("proposal_amend", table), typed(table, title="Less training"))

    assert answer.status_code == HTTPStatus.FOUND
    assert Amendment.objects.get().changes == {"title": "Less training"}
    read = opened_by().get(answer.url).content.decode()
    assert "<del>" in read
    assert "More" in read


def test_what_is_wrong_is_said_and_what_was_typed_stays(table, opened_by):
    answer = opened_by(table.member("employers")).post(
        at("proposal_amend", table), typed(table, title="Kept words", reason="")
    )

    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert "Give the reason" in answer.content.decode()
    assert "Kept words" in answer.content.decode()
    assert not Amendment.objects.exists()


def test_a_form_that_changes_nothing_says_so(table, opened_by):
    answer = opened_by(table.member("employers")).post(at("proposal_amend", table), typed(table))

    assert "Nothing is changed yet" in answer.content.decode()


def test_who_holds_no_seat_is_told_why_it_cannot_amend(table, opened_by):
    answer = opened_by(table.secretary).get(at("proposal_amend", table))

    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert "Only who holds a seat" in answer.content.decode()


def test_who_is_not_signed_in_signs_in_first(table, opened_by):
    assert "login" in opened_by().get(at("proposal_amend", table)).url


def test_the_secretariat_advises_and_the_proposer_takes_over_in_other_words(table, opened_by):
    one = amendment(table, title="Less training")
    told = typed(table, handling="modify", title="Other training", reason="Clearer.")
    assert (
        opened_by(table.secretary).post(at("amendment_handle", table, one.number), told).status_code == HTTPStatus.FOUND
    )
    asked = opened_by(table.member("workers")).get(at("amendment", table, one.number)).content.decode()
    assert 'value="Other training"' in asked

    opened_by(table.member("workers")).post(at("amendment_answer", table, one.number), told)

    assert Proposal.objects.get().reform_revision.title == "Other training"


def test_an_answer_of_somebody_else_changes_nothing(table, opened_by):
    one = amendment(table, title="Less training")
    opened_by(table.member("crown")).post(at("amendment_answer", table, one.number), typed(table, handling="take_over"))

    assert Proposal.objects.get().reform_revision.title == "More training"


def test_amendments_that_collide_point_at_one_another(table, opened_by):
    amendment(table, title="Less training")
    amendment(table, "crown", title="No training")

    assert at("amendment", table, 2) in opened_by().get(at("amendment", table, 1)).content.decode()


def test_who_asked_takes_an_amendment_back(table, opened_by):
    one = amendment(table, title="Less training")
    opened_by(table.member("employers")).post(at("amendment_withdraw", table, one.number))

    one.refresh_from_db()
    assert one.state == "withdrawn"


def test_there_is_no_amendment_of_another_number(table, opened_by):
    assert opened_by().get(at("amendment", table, 9)).status_code == HTTPStatus.NOT_FOUND


def statements(client, url):
    with CaptureQueriesContext(connection) as found:
        client.get(url)
    return len(found)


@pytest.mark.parametrize("name", ["proposal", "amendments", "amendment"])
def test_a_page_takes_as_many_statements_with_many_amendments_as_with_one(table, opened_by, name):
    client = opened_by(table.member("workers"))
    url = at(name, table, 1) if name == "amendment" else at(name, table)
    amendment(table, title="Less training")
    few = statements(client, url)
    for number in (1, 2, 3):
        amendment(table, "crown", number, title=f"Title {number}")

    assert statements(client, url) == few <= MOST_STATEMENTS


def test_a_proposal_tells_how_many_amendments_lie_there_and_the_list_tells_which(table, opened_by):
    amendment(table, title="Less training")
    closed = amendment(table, "crown", title="No training")
    withdraw_amendment(who=table.as_member("crown"), amendment=closed)

    assert "2 amendments, 1 open" in opened_by().get(at("proposal", table)).content.decode()
    listed = opened_by().get(at("amendments", table)).content.decode()
    assert at("amendment", table, 1) in listed
    assert "withdrawn" in listed
