# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Contested assumptions through the API: the same rules as the pages."""

from uuid import uuid4

import pytest

from tests.api.caller import Caller
from tests.factories import UserFactory
from tests.factories.contested import answered
from workshops.enums import Phase
from workshops.models import Contest


@pytest.fixture
def told(world):
    """A contest as it is sent."""
    return {
        "workshop": world.slug,
        "about": "prior:lam",
        "value": 0.95,
        "low": 0.9,
        "high": 1.0,
        "reason": "Cao's volgen de eigen sector.",
        "source": "Eigen telling",
        "lang": "nl",
    }


def test_what_the_model_assumes_is_listed_with_limits_source_and_status(world, stranger):
    found = stranger.get("assumptions", workshop=world.slug, pageSize=100).json()["results"]

    one = next(one for one in found if one["about"] == "prior:eps_mw")
    assert (one["kind"], one["low"], one["value"], one["high"]) == ("prior", -0.05, 0.45, 1.3)
    assert (one["least"], one["most"], one["status"], one["scenario"]) == (-1.0, 3.0, "found", None)
    assert one["label"] == "Jobs lost to the minimum wage"
    driver = next(one for one in found if one["kind"] == "driver")
    assert driver["about"] == f"driver:{driver['scenario']}:displacement_pace"


def test_a_contest_is_stated_for_a_seat_and_found_where_it_is_said(world, delegate, stranger, told):
    answer = delegate.post("contests", told)

    assert answer.status_code == 201, answer.content
    made = answer.json()
    assert made["held"] == [{"key": "lam", "low": 0.9, "value": 0.95, "high": 1.0}]
    assert (made["capacity"], made["constituency"], made["isStanding"]) == ("workers:1", "workers", True)
    assert (made["state"], made["changedVerdicts"], made["reason"]) == ("underway", 0, told["reason"])
    assert stranger.client.get(answer.headers["Location"]).json() == made


def test_what_it_changes_stands_beside_the_record(world, stranger):
    found = stranger.get(f"contests/{world.contest.id}").json()

    (row,) = (one for one in found["proposals"] if one["proposal"]["id"] == str(world.proposals[0].id))
    assert not row["isStale"]
    assert {one["usefulShareOnRecord"] for one in row["scenarios"]} == {0.9}
    assert {one["usefulShareAsHeld"] for one in row["scenarios"]} == {0.7}
    assert found["changedVerdicts"] == sum(one["changes"] for one in row["scenarios"])


def test_a_value_alone_is_a_range_without_width(world, delegate, told):
    del told["low"], told["high"]

    (held,) = delegate.post("contests", told).json()["held"]
    assert held["low"] == held["value"] == held["high"] == 0.95


def test_what_is_said_next_replaces_what_was_said(world, delegate, told):
    first = delegate.post("contests", told).json()
    second = delegate.post("contests", told | {"low": 0.8}).json()

    assert second["replaces"] == first["id"]
    assert delegate.get(f"contests/{first['id']}").json()["isStanding"] is False


def test_sent_twice_with_the_same_key_it_is_stated_once(world, delegate, told):
    told["idempotencyKey"] = str(uuid4())

    assert delegate.post("contests", told).json()["id"] == delegate.post("contests", told).json()["id"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"value": 3.0, "high": 3.0}, "value"),
        ({"low": 0.97}, "value"),
        ({"about": "prior:magic"}, "about"),
        ({"reason": "  "}, "reason"),
        ({"source": "  "}, "source"),
        ({"value": "much"}, "value"),
        ({"colour": "red"}, "colour"),
        ({"seat": str(uuid4())}, "seat"),
        ({"role": "facilitator"}, "seat"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(world, delegate, told, change, field):
    answer = delegate.post("contests", told | change)

    assert answer.status_code in {400, 403, 409}
    assert field in {one["field"] for one in answer.json()["errors"]}


def test_value_reason_and_source_are_needed_but_not_for_a_state_of_knowledge(world, delegate):
    refused = delegate.post("contests", {"workshop": world.slug, "about": "prior:lam"})
    assert {one["field"] for one in refused.json()["errors"]} == {"value", "reason", "source"}

    sent = {"workshop": world.slug, "about": "preset:knowledge_2015"}
    assert delegate.post("contests", sent).status_code == 403
    tabled = Caller(world.table.facilitator).post("contests", sent)
    assert (tabled.status_code, tabled.json()["kind"]) == (201, "preset")


def test_only_who_stated_it_takes_it_back_and_twice_is_once(world, delegate, secretary, told):
    made = delegate.post("contests", told).json()

    assert secretary.delete(f"contests/{made['id']}").status_code == 403
    assert delegate.delete(f"contests/{made['id']}").status_code == 204
    assert delegate.delete(f"contests/{made['id']}").status_code == 204
    assert not Contest.objects.get(pk=made["id"]).is_standing


def test_a_stranger_to_the_workshop_contests_nothing_and_a_concluding_one_takes_none(world, delegate, told):
    assert Caller(UserFactory()).post("contests", told).status_code == 403
    world.table.workshop.phase = Phase.CONCLUDING
    world.table.workshop.save()
    assert delegate.post("contests", told).status_code == 409


def test_a_closed_workshop_shows_nothing_to_strangers(world, stranger):
    world.table.workshop.is_public = False
    world.table.workshop.save()

    for path in (
        f"contests/{world.contest.id}",
        f"contests?workshop={world.slug}",
        f"assumptions?workshop={world.slug}",
    ):
        assert stranger.get(path).status_code == 404


def test_a_finished_answer_is_done(world, stranger):
    for proposal in world.proposals:
        answered(world.table, proposal, (0.9, 0.9), held={"priors": world.contest.values})

    assert stranger.get(f"contests/{world.contest.id}").json()["state"] == "done"
