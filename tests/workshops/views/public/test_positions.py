# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of positions: the council's wording, and minority positions that seats record, sign and reply to."""

from html import unescape
from http import HTTPStatus

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.factories import council, open_round
from tests.factories.acts import ProposalFactory
from tests.factories.weighing import answer
from workshops.enums import Mandated, RoundState, Stance
from workshops.models import MinorityPosition, Round, Workshop
from workshops.services.minorities import Said, sign_position, state_position

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    table = council()
    Workshop.objects.update(is_public=True)
    table.workshop.refresh_from_db()
    return table


@pytest.fixture
def proposal(table):
    seat = table.seat("workers")
    proposal = ProposalFactory(
        workshop=table.workshop, constituency=seat.constituency, seat=seat, delegation=seat.delegation
    )
    one = open_round(table, proposals=[proposal], scenarios=2)
    for poll in one.polls.all():
        answer(table, poll, {"employers": [Stance.OBJECTION] * 3, "workers": [Stance.FULL] * 3, "crown": [Stance.FULL]})
    Round.objects.update(state=RoundState.CLOSED, closed_at=timezone.now())
    return proposal


def url(table, name, *args):
    return reverse(f"workshops:{name}", args=[table.workshop.slug, *args])


def page(client, table, language="en"):
    response = client.get(url(table, "positions", 1), headers={"accept-language": language})
    assert response.status_code == HTTPStatus.OK
    return " ".join(unescape(response.content.decode()).split())


def test_the_page_says_in_the_councils_wording_who_is_where(client, table, proposal):
    told = page(client, table, "nl")
    assert "steunen enkele leden van de raad dit voorstel" in told
    assert "Enkele leden van de raad steunen het niet." in told
    assert f"Dit deel bestaat uit de {table.constituencies['employers'].title}." in told
    assert f"In deze ronde niet gestemd: de {table.constituencies['crown'].title}" in told
    assert "steunt" not in told.partition("In de woorden van de raad")[2].partition("Minderheid")[0]


def test_a_seat_records_another_signs_and_who_tabled_it_replies_all_by_forms(client, table, proposal):
    client.force_login(table.member("employers"))
    told = {"seat": table.seat("employers").pk, "text": "Wij willen eerst scholing.", "mandated": "consulting"}
    assert client.post(url(table, "position_state", 1), told).status_code == HTTPStatus.FOUND
    client.force_login(table.member("crown"))
    client.post(url(table, "position_sign", 1), {"seat": table.seat("crown").pk, "mandated": "final"})
    client.force_login(table.member("workers", 2))
    client.post(url(table, "position_reply", 1), {"seat": table.seat("workers", 2).pk, "text": "Dat komt erbij."})
    shown = page(client, table)
    assert "Minority position 1, of some members of the council" in shown
    assert "Subject to consultation of the rank and file: " in shown
    assert "Dat komt erbij." in shown
    assert client.get(url(table, "proposal", 1)).content.count(b"positions/") >= 1
    client.force_login(table.member("crown"))
    client.post(url(table, "position_take_back", 1), {"seat": table.seat("crown").pk})
    assert "Minority position 1, of one member of the council" in page(client, table)
    client.force_login(table.member("employers"))
    client.post(url(table, "position_withdraw", 1))
    assert "1 withdrawn" in page(client, table)


def test_a_form_that_says_too_little_comes_back_with_what_was_typed(client, table, proposal):
    client.force_login(table.member("employers"))
    response = client.post(url(table, "position_state", 1), {"seat": table.seat("employers").pk, "text": "Eerst dit."})
    assert response.status_code == HTTPStatus.BAD_REQUEST
    assert b"Eerst dit." in response.content
    assert not MinorityPosition.objects.exists()
    told = {"seat": table.seat("employers").pk, "text": "Eerst dit.", "mandated": "final"}
    client.post(url(table, "position_state", 1), told)
    for name, sent in (("position_sign", {}), ("position_reply", {"seat": "x"})):
        client.force_login(table.member("workers"))
        response = client.post(url(table, name, 1), sent)
        assert response.status_code == HTTPStatus.BAD_REQUEST, name
        assert b"error-summary" in response.content


def test_who_has_no_seat_is_told_so_and_changes_nothing(client, table, proposal):
    assert client.get(url(table, "position_state", 1)).status_code == HTTPStatus.FOUND
    client.force_login(table.facilitator)
    assert client.get(url(table, "position_state", 1)).status_code == HTTPStatus.FORBIDDEN
    assert client.post(url(table, "position_state", 1), {"text": "Ja", "mandated": "final"}).status_code in {400, 403}
    assert not MinorityPosition.objects.exists()
    assert client.post(url(table, "position_sign", 7)).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("count", [1, 4])
def test_the_page_takes_fifteen_statements_at_any_size(client, table, proposal, count):
    for number in range(count):
        said = Said(f"Standpunt {number}", Mandated.FINAL)
        who, seat = table.as_member("employers"), table.seat("employers")
        position = state_position(who=who, proposal=proposal, seat=seat, said=said)
        who, seat = table.as_member("crown"), table.seat("crown")
        sign_position(who=who, position=position, seat=seat, mandated=Mandated.FINAL)
    client.force_login(table.member("employers"))
    with CaptureQueriesContext(connection) as asked:
        page(client, table)
    assert len(asked) <= 15
