# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Practice examples through the API."""

import pytest

from scenarios.enums import ExampleState
from scenarios.models import PracticeExample
from tests.api.caller import Caller
from tests.factories import UserFactory


@pytest.fixture
def told(world):
    """A practice example as it is sent."""
    return {
        "workshop": world.slug,
        "title": "De kas die zelf plukt",
        "toldBy": "workers",
        "sector": "Tuinbouw",
        "cope": "Wij wisselen elke week van plek.",
        "prepare": "Wij leren de robot bij te stellen.",
        "scenario": world.table.workshop.places.first().scenario.key,
        "institution": "minimum_wage",
        "consent": True,
        "lang": "nl",
    }


def test_an_example_is_handed_in_and_waits_for_the_secretariat(world, stranger, secretary, told):
    person = Caller(UserFactory())
    answer = person.post("practice-examples", told)

    assert answer.status_code == 201, answer.content
    assert answer.json()["state"] == "submitted"
    address = answer.headers["Location"]
    assert person.client.get(address).json() == answer.json()
    assert secretary.client.get(address).status_code == 200
    assert stranger.client.get(address).status_code == 404
    listed = {one["title"] for one in stranger.get("practice-examples", workshop=world.slug).json()["results"]}
    assert told["title"] not in listed


def test_without_consent_nothing_is_handed_in(delegate, told):
    for consent in (False, "true", 1, None):
        answer = delegate.post("practice-examples", told | {"consent": consent})
        assert answer.status_code == 400
        assert [one["field"] for one in answer.json()["errors"]] == ["consent"]
    assert PracticeExample.objects.filter(state=ExampleState.SUBMITTED).count() == 0


@pytest.mark.parametrize("change", [{"scenario": "atlantis"}, {"institution": "magic"}])
def test_an_example_of_something_that_is_not_there_is_refused(delegate, told, change):
    assert delegate.post("practice-examples", told | change).status_code == 404


def test_an_example_that_was_told_elsewhere_is_not_found(stranger, world):
    world.examples[0].topic = "elsewhere"
    world.examples[0].save()
    assert stranger.get(f"practice-examples/{world.examples[0].id}").status_code == 404
