# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The form of a yardstick: lines in the units that people read, room for more, nothing lost when something is wrong."""

import re
from http import HTTPStatus

import pytest
from django.urls import reverse

from tests.factories import AgreementsFactory, council, open_round
from workshops.models import Workshop

pytestmark = pytest.mark.django_db
EMPTY = {"measure": "", "better": "up", "smallest_difference": "", "tolerance": "", "floor": ""}


@pytest.fixture
def table():
    table = council()
    Workshop.objects.update(is_public=True)
    AgreementsFactory(workshop=table.workshop)
    return table


@pytest.fixture
def joost(table, opened_by):
    return opened_by(table.facilitator)


def url(table, side="workers"):
    return reverse("workshops:yardstick_change", args=[table.workshop.slug, side])


def as_sent(*lines, stood=1, **named):
    told = {"title": "Werk", "source": "Hun programma."} | named
    told |= {"line-TOTAL_FORMS": str(len(lines)), "line-INITIAL_FORMS": str(stood)}
    for at, line in enumerate(lines):
        told |= {f"line-{at}-{name}": value for name, value in (EMPTY | line).items()}
    return told


STOOD = {"measure": "net_income:income_q1", "smallest_difference": "0.2", "tolerance": "0.5"}
MORE = {"measure": "unemployment:low_educated", "better": "down", "smallest_difference": "0,1", "tolerance": "0.2"}


def lines(table):
    side = table.constituencies["workers"]
    side.refresh_from_db()
    return side.yardstick.lines


def test_the_form_shows_the_lines_as_people_read_them(table, joost):
    page = joost.get(url(table)).content.decode()

    assert 'value="0.2"' in page  # stored as 0.002
    assert re.search(r'value="net_income:income_q1"\s+selected', page)
    assert "this holds at once" in page


def test_a_limit_a_line_and_a_floor_are_stored_in_the_units_of_the_engine(table, joost):
    sent = as_sent(STOOD | {"floor": "99"}, MORE | {"floor": "12"}, EMPTY)
    page = joost.post(url(table), sent, follow=True)

    assert "hold what" in page.content.decode()
    assert "Never below" in page.content.decode()
    assert [(one["outcome"], one["smallest_difference"], one["floor"]) for one in lines(table)] == [
        ("net_income", 0.002, 0.99),
        ("unemployment", 0.001, 0.12),
    ]


def test_a_line_can_be_left_out(table, joost):
    joost.post(url(table), as_sent(STOOD | {"DELETE": "on"}, MORE))

    assert [one["outcome"] for one in lines(table)] == ["unemployment"]


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (as_sent(STOOD | {"tolerance": "veel"}), "Type a number"),
        (as_sent(STOOD | {"smallest_difference": ""}), "required"),
        (as_sent(STOOD | {"smallest_difference": "0"}), "more than zero"),
        (as_sent(STOOD, {"measure": "gdp:government"}), "Select a valid choice"),
        (as_sent(STOOD, STOOD), "twice"),
        (as_sent(STOOD | {"DELETE": "on"}), "at least one line"),
        (as_sent(STOOD, title=""), "required"),
    ],
)
def test_what_is_wrong_is_said_and_everything_typed_stays(table, joost, sent, words):
    refused = joost.post(url(table), sent | {"source": "Onze eigen redenen."})

    assert refused.status_code == HTTPStatus.BAD_REQUEST
    assert words in refused.content.decode()
    assert "Onze eigen redenen." in refused.content.decode()
    assert lines(table)[0]["outcome"] == "net_income"
    assert lines(table)[0]["smallest_difference"] == 0.002


def test_who_is_not_the_facilitator_has_no_such_form(table, opened_by):
    assert opened_by(table.member("workers")).get(url(table)).status_code == HTTPStatus.FORBIDDEN
    assert (
        "Change what"
        not in opened_by().get(reverse("workshops:agreements", args=[table.workshop.slug])).content.decode()
    )


def test_a_side_that_is_not_there_is_not_found(table, joost):
    assert joost.get(url(table, "nobody")).status_code == HTTPStatus.NOT_FOUND


def test_while_a_round_is_open_it_is_refused_with_the_reason(table, joost):
    open_round(table)
    refused = joost.post(url(table), as_sent(STOOD | {"floor": "99"}))

    assert "A round is open under these agreements" in refused.content.decode()
