# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of a round's counts, and the fold on a proposal: what each share is a share of."""

from html import unescape
from http import HTTPStatus

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import council, open_round
from tests.factories.weighing import answer, answer_all, tabled
from workshops.enums import BallotMode, RoundState, Stance
from workshops.models import Round, Workshop

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    table = council()
    Workshop.objects.update(is_public=True)
    table.workshop.refresh_from_db()
    return table


def page(client, table, number=1, language="en"):
    address = reverse("workshops:round_tallies", args=[table.workshop.slug, number])
    response = client.get(address, headers={"accept-language": language})
    assert response.status_code == HTTPStatus.OK
    return " ".join(unescape(response.content.decode()).split())


def close(one):
    Round.objects.filter(pk=one.pk).update(state=RoundState.CLOSED, closed_at=one.opened_at)


def test_the_page_tells_every_base_both_verdicts_and_who_is_not_represented(client, table):
    one = open_round(table, scenarios=1)
    answer(
        table, one.polls.get(), {"workers": [Stance.FULL, Stance.LIVE_WITH, Stance.ABSTAIN], "crown": [Stance.FULL] * 3}
    )
    close(one)
    one.agreements.absent_groups = "Platformwerkers"
    one.agreements.save()
    told = page(client, table)
    assert "67 to 100%" in told
    assert "Abstain 1" in told
    assert "Too few spoke out" in told
    assert "3 and 5" in told
    assert "Platformwerkers" in told
    assert "That is no support of nought." in told
    dutch = page(client, table, language="nl")
    assert "Zonder niveau 3" in dutch
    assert "Niet vertegenwoordigd" in dutch
    proposal = reverse("workshops:proposal", args=[table.workshop.slug, 1])
    assert "67 tot 100%" in unescape(client.get(proposal).content.decode())


def test_without_names_a_small_side_is_told_in_words_and_in_no_number(client, table):
    one = open_round(table, mode=BallotMode.PSEUDONYMOUS, scenarios=1)
    answer_all(table, one, Stance.RESERVATIONS)
    close(one)
    told = page(client, table)
    assert "too few answers to tell" in told
    assert "Without level 3" not in told
    assert "Mean of the constituencies" not in told


def test_an_open_round_that_is_not_live_tells_nothing_and_an_unknown_one_is_not_found(client, table):
    one = open_round(table, mode=BallotMode.PSEUDONYMOUS)
    answer_all(table, one, Stance.FULL)
    assert "Nothing is counted yet" in page(client, table)
    unknown = reverse("workshops:round_tallies", args=[table.workshop.slug, 7])
    assert client.get(unknown).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("count", [1, 5])
def test_the_page_takes_fifteen_statements_at_any_size(client, table, count):
    proposals = [tabled(table) for _number in range(count)]
    for _round in range(2):
        one = open_round(table, proposals=proposals)
        answer_all(table, one, Stance.FULL)
        close(one)
    client.force_login(table.member("workers"))
    with CaptureQueriesContext(connection) as asked:
        page(client, table, 2)
    assert len(asked) <= 15
