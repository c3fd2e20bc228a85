# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Amendments through the API: read them, and ask for one."""

from uuid import uuid4

import pytest

from tests.api.caller import Caller
from tests.api.world import laid_out
from workshops.models import Amendment


@pytest.fixture
def sent(world):
    """An amendment as it is sent, of the first proposal, by a seat of the unions."""
    return {
        "proposal": str(world.proposals[0].id),
        "seat": str(world.table.seat("workers").id),
        "title": "Another title",
        "reason": "It says more.",
    }


def test_an_amendment_changes_what_is_sent_and_leaves_the_rest(world, delegate, sent):
    answer = delegate.post("amendments", sent)

    assert answer.status_code == 201
    told = answer.json()
    assert (told["changes"], told["state"], told["constituency"]) == ({"title": "Another title"}, "open", "workers")
    assert delegate.get(f"amendments/{told['id']}").json() == told
    assert told in delegate.get("amendments", workshop=world.slug).json()["results"]


def test_levers_that_are_sent_stand_for_all_levers(world, delegate, sent):
    world.proposals[0].reform_revision.refresh_from_db()
    before = world.proposals[0].reform_revision.levers
    changes = delegate.post("amendments", sent | {"levers": {"training": 0.25}}).json()["changes"]

    assert changes["lever:training"] == 0.25
    assert all(changes[f"lever:{key}"] == 0 for key, value in before.items() if value and key != "training")


def test_an_amendment_sent_twice_with_its_key_is_proposed_once(delegate, sent):
    keyed = sent | {"idempotencyKey": str(uuid4())}
    first, again = delegate.post("amendments", keyed).json(), delegate.post("amendments", keyed).json()

    assert first["id"] == again["id"]


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"reason": ""}, 400),
        ({"title": "x" * 500}, 400),
        ({"startYear": 1900}, 400),
        ({"proposal": str(uuid4())}, 404),
        ({"colour": "red"}, 400),
    ],
)
def test_what_is_wrong_is_refused(delegate, sent, change, status):
    count = Amendment.objects.count()

    assert delegate.post("amendments", sent | change).status_code == status
    assert Amendment.objects.count() == count


def test_a_seat_of_another_amends_nothing(world, delegate, sent):
    assert delegate.post("amendments", sent | {"seat": str(world.table.seat("employers").id)}).status_code in {403, 404}


def test_amendments_of_a_closed_workshop_are_not_there_for_strangers(db):
    closed = laid_out(is_public=False)
    amendment = Amendment.objects.get(proposal__workshop=closed.table.workshop, number=1)

    assert Caller().get("amendments", workshop=closed.slug).status_code == 404
    assert Caller().get(f"amendments/{amendment.id}").status_code == 404
    assert Caller(closed.table.member("crown")).get(f"amendments/{amendment.id}").status_code == 200
