# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Moving the workshop from step to step, on the page."""

from http import HTTPStatus

import pytest
from django.urls import reverse

from tests.factories import council, open_round
from workshops.enums import Phase
from workshops.models import Workshop

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    table = council()
    Workshop.objects.update(is_public=True)
    return table


@pytest.fixture
def joost(table, opened_by):
    return opened_by(table.facilitator)


def url(table, name="phase"):
    return reverse(f"workshops:{name}", args=[table.workshop.slug])


def test_the_facilitator_moves_the_workshop_to_another_step(table, joost):
    page = joost.get(url(table)).content.decode()
    assert "Members: table and withdraw proposals." in page

    done = joost.post(url(table), {"phase": Phase.COMPARING}, follow=True)
    assert "now in the step Comparing" in done.content.decode()
    table.workshop.refresh_from_db()
    assert table.workshop.phase == Phase.COMPARING


def test_a_step_that_is_no_step_is_refused(table, joost):
    refused = joost.post(url(table), {"phase": "party"})

    assert refused.status_code == HTTPStatus.BAD_REQUEST
    assert "Choose a step" in refused.content.decode()


def test_the_workshop_does_not_leave_voting_while_a_round_is_open(table, joost):
    open_round(table)
    assert "Close it before you move" in joost.get(url(table)).content.decode()

    refused = joost.post(url(table), {"phase": Phase.CONCLUDING})
    assert refused.status_code == HTTPStatus.CONFLICT
    table.workshop.refresh_from_db()
    assert table.workshop.phase == Phase.VOTING


def test_others_do_not_move_the_workshop(table, opened_by):
    assert opened_by(table.secretary).post(url(table), {"phase": "voting"}).status_code == HTTPStatus.FORBIDDEN
