# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page on which a workshop starts."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import UserFactory, council
from workshops.models import Workshop

pytestmark = pytest.mark.django_db
NEW = "/workshops/new/"


@pytest.fixture
def keeper(opened_by):
    return opened_by(UserFactory(is_staff=True))


def as_sent(**changes):
    told = {"title": "Zorg in 2040", "purpose": "Waarvoor?", "frame_bn": "4", "frame_year": "2030"}
    due_on = (timezone.localdate() + timedelta(days=200)).isoformat()
    return told | {"frame_source": "Een bron.", "is_public": "False", "slug": "", "due_on": due_on} | changes


def test_it_leads_to_the_new_workshop_with_every_room_open(keeper):
    page = keeper.post(NEW, as_sent(), follow=True)

    assert page.redirect_chain[-1][0] == "/workshops/zorg-in-2040/"
    assert "laid ready" in page.content.decode()
    for room in (
        "request",
        "scenarios",
        "proposals",
        "matrix",
        "ballots",
        "agreements",
        "practice",
        "report",
        "journal",
    ):
        assert keeper.get(reverse(f"workshops:{room}", args=["zorg-in-2040"])).status_code == HTTPStatus.OK, room


def test_the_front_page_offers_it_to_who_may(keeper, opened_by):
    assert NEW in keeper.get("/").content.decode()
    table = council()
    assert NEW in opened_by(table.facilitator).get("/").content.decode()
    assert NEW not in opened_by(table.member("workers")).get("/").content.decode()
    assert NEW not in opened_by().get("/").content.decode()


def test_who_may_not_is_told_and_a_stranger_signs_in_first(opened_by):
    table = council()
    assert opened_by(table.member("workers")).get(NEW).status_code == HTTPStatus.FORBIDDEN
    assert opened_by().get(NEW).status_code == HTTPStatus.FOUND


@pytest.mark.parametrize(
    ("changes", "words"),
    [({"title": ""}, "required"), ({"due_on": "2001-01-01"}, "later day"), ({"slug": "new"}, "is taken")],
)
def test_what_is_wrong_is_said_and_everything_typed_stays(keeper, changes, words):
    refused = keeper.post(NEW, as_sent(purpose="Mijn eigen woorden.", **changes))

    assert refused.status_code == HTTPStatus.BAD_REQUEST
    assert words in refused.content.decode()
    assert "Mijn eigen woorden." in refused.content.decode()
    assert not Workshop.objects.exists()
