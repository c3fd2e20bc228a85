# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Contesting an assumption and taking that back, on paper: what is typed is kept, what is wrong is said."""

import re
from html import unescape
from http import HTTPStatus

import pytest

from tests.factories import (
    AgreementsFactory,
    ContestFactory,
    ParticipationFactory,
    ProposalFactory,
    ReformRevisionFactory,
    UserFactory,
    WorkshopFactory,
    WorkshopScenarioFactory,
    council,
)
from tests.factories.people import PASSWORD
from workshops.enums import Phase, Role
from workshops.models import Contest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def table():
    table = council(WorkshopFactory(is_public=True, phase=Phase.COMPARING))
    WorkshopScenarioFactory(workshop=table.workshop)
    AgreementsFactory(workshop=table.workshop, locked=True)
    reform = ReformRevisionFactory(levers={"training": 1.0}, budget_from_model=False, exante_budget_bn=-1.2)
    ProposalFactory(workshop=table.workshop, reform_revision=reform, constituency=table.constituencies["crown"])
    return table


@pytest.fixture
def member(table, opened_by):
    return opened_by(table.member("workers"))


def address(table, about="prior:el_train"):
    return f"/workshops/{table.workshop.slug}/assumptions/contest/?about={about}"


def words_of(answer):
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


def typed(client, table, about="prior:el_train", **changes):
    """Return what the form starts with, changed."""
    form = client.get(address(table, about)).context["form"]
    return {name: form[name].value() or "" for name in form.fields} | changes


TOLD = {"value": "0.3", "low": "0.2", "high": "0.4", "reason": "Small firms cannot spare people.", "source": "A survey"}


def test_the_form_shows_what_the_model_has_its_limits_and_its_source(member, table):
    words = words_of(member.get(address(table)))

    for told in ("Effect of training", "0.20 to 1.00, most likely 0.50", "from 0.00 to 3.00", "Card, Kluve and Weber"):
        assert told in words


def test_a_value_is_typed_as_it_is_shown_and_kept_in_the_unit_of_the_engine(member, table):
    sent = typed(member, table, "prior:q0", value="60", low="50", high="70", reason="Funds help.", source="A survey")

    answer = member.post(address(table, "prior:q0"), sent)

    made = Contest.objects.get()
    assert answer.headers["Location"].endswith(f"/assumptions/{made.number}/")
    assert made.values == {"q0": [0.5, 0.6, 0.7]}
    assert made.capacity == "workers:1"


def test_a_decimal_comma_is_a_number_too(table, opened_by):
    client = opened_by(table.member("workers"), language="nl")
    client.post(address(table), typed(client, table, **TOLD | {"value": "0,3", "low": "", "high": ""}))

    assert Contest.objects.get().values == {"el_train": [0.3, 0.3, 0.3]}


def test_a_cost_is_typed_as_a_cost_and_has_no_range(member, table):
    sent = typed(member, table, "budget:1", value="2.4", reason="Everybody uses it.", source="My reckoning")
    assert "low" not in sent

    member.post(address(table, "budget:1"), sent)

    assert Contest.objects.get().values == {"1": [-2.4, -2.4, -2.4]}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"value": ""}, "Give the value that you find right."),
        ({"value": "much"}, "Type a number, such as 2.5."),
        ({"value": "4", "low": "", "high": ""}, "only from 0.00 to 3.00"),
        ({"low": "0.35"}, "must lie between the lowest and the highest"),
        ({"reason": " "}, "Give the reason"),
        ({"source": " "}, "Say where the value comes from"),
        ({"reason": "x" * 2001}, "Use at most 2000 characters"),
        ({"capacity": "role:facilitator"}, "You do not hold this seat or role"),
        ({"value": "0.5", "low": "0.2", "high": "1"}, "assumes already"),
        ({"form_key": "x"}, "UUID"),
    ],
)
def test_what_is_wrong_is_said_and_everything_typed_stays(member, table, changes, message):
    answer = member.post(address(table), typed(member, table, **TOLD) | changes)

    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert message in words_of(answer)
    assert "Small firms" in answer.content.decode() or "A survey" in answer.content.decode()
    assert not Contest.objects.exists()


def test_who_contests_it_already_starts_from_what_they_said(member, table):
    member.post(address(table), typed(member, table, **TOLD))

    again = typed(member, table)

    assert (again["value"], again["low"], again["high"], again["reason"]) == ("0.3", "0.2", "0.4", TOLD["reason"])
    assert "You contest this already" in words_of(member.get(address(table)))
    member.post(address(table), again | {"value": "0.25"})
    assert Contest.objects.standing().get().replaces.number == 1


def test_a_form_that_is_sent_twice_states_it_once(member, table):
    sent = typed(member, table, **TOLD)
    first, second = (member.post(address(table), sent) for _time in range(2))

    assert first.headers["Location"] == second.headers["Location"]
    assert Contest.objects.count() == 1


def test_who_has_a_seat_and_a_role_is_asked_which(table, opened_by):
    ParticipationFactory(workshop=table.workshop, person=table.member("workers"), role=Role.OBSERVER)
    client = opened_by(table.member("workers"))

    answer = client.post(address(table), typed(client, table, **TOLD) | {"capacity": ""})
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    client.post(address(table), typed(client, table, **TOLD) | {"capacity": "role:observer"})
    assert Contest.objects.get().capacity == "observer"


def test_somebody_who_is_signed_out_signs_in_and_finds_what_was_typed(table, opened_by):
    member = opened_by(table.member("workers"))
    sent = typed(member, table, **TOLD) | {"typed_by": str(table.member("workers").pk)}
    stranger = opened_by()

    answer = stranger.post(address(table), sent)

    assert answer.headers["Location"].startswith("/accounts/login/")
    stranger.post("/accounts/login/", {"username": table.member("workers").username, "password": PASSWORD})
    assert typed(stranger, table)["reason"] == TOLD["reason"]
    assert not Contest.objects.exists()


def test_who_may_not_is_told_why(table, opened_by):
    stranger = opened_by(UserFactory()).get(address(table))
    assert stranger.status_code == HTTPStatus.FORBIDDEN
    assert "seat or a role" in words_of(stranger)
    client = opened_by(table.member("workers"))
    sent = typed(client, table, **TOLD)
    table.workshop.phase = Phase.CONCLUDING
    table.workshop.save()
    assert "concluding" in words_of(client.get(address(table)))
    late = client.post(address(table), sent)
    assert late.status_code == HTTPStatus.CONFLICT
    assert TOLD["reason"] in words_of(late)


@pytest.mark.parametrize("about", ["", "prior:magic", "budget:9", "preset:knowledge_2015", "driver:x:y", "nonsense"])
def test_an_assumption_that_is_not_there_is_not_found(member, table, about):
    assert member.get(address(table, about)).status_code == HTTPStatus.NOT_FOUND


def test_a_contest_is_withdrawn_after_asking_once_more(member, table):
    made = ContestFactory(workshop=table.workshop, seat=table.seat("workers"), capacity="workers:1")
    page = f"/workshops/{table.workshop.slug}/assumptions/1/withdraw/"

    assert "Withdraw contest 1?" in words_of(member.get(page))
    assert member.post(page).status_code == HTTPStatus.FOUND

    made.refresh_from_db()
    assert not made.is_standing
    assert "no longer stands" in words_of(member.get(page))


def test_nobody_withdraws_anothers(table, opened_by):
    made = ContestFactory(workshop=table.workshop, seat=table.seat("workers"), capacity="workers:1")
    page = f"/workshops/{table.workshop.slug}/assumptions/1/withdraw/"
    client = opened_by(table.member("employers"))

    assert "Only who contested an assumption" in words_of(client.get(page))
    assert client.post(page).status_code == HTTPStatus.FORBIDDEN
    assert opened_by().post(page).headers["Location"].startswith("/accounts/login/")
    made.refresh_from_db()
    assert made.is_standing


def test_the_facilitator_tables_a_state_of_knowledge_with_one_button(table, opened_by):
    page = f"/workshops/{table.workshop.slug}/assumptions/"
    facilitator = opened_by(table.facilitator)
    assert "Table it" in words_of(facilitator.get(page))
    assert "Table it" not in words_of(opened_by(table.member("workers")).get(page))

    facilitator.post(f"{page}presets/", {"preset": "knowledge_2015"})
    again = facilitator.post(f"{page}presets/", {"preset": "knowledge_2015"}, follow=True)

    assert Contest.objects.get().about == "preset:knowledge_2015"
    assert "lies on the table already" in words_of(again)
    assert "on the table" in words_of(again)
    member = opened_by(table.member("workers"))
    assert member.post(f"{page}presets/", {"preset": "knowledge_2020"}).status_code == HTTPStatus.FORBIDDEN
