# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Practice examples and annotations through the API."""

from uuid import uuid4

import pytest

from scenarios.enums import ExampleState
from scenarios.models import PracticeExample
from tests.api.caller import Caller
from tests.factories import UserFactory
from workshops.models import Annotation


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


@pytest.fixture
def remark(world):
    """A remark as it is sent."""
    example = world.examples[0]
    return {
        "workshop": world.slug,
        "practiceExample": str(example.id),
        "part": "cope",
        "quote": example.cope[3:12],
        "note": "Dat doen wij ook.",
        "stance": "supports",
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


def test_a_passage_is_annotated_in_the_capacity_of_who_does_it(world, delegate, remark):
    answer = delegate.post("annotations", remark)

    assert answer.status_code == 201, answer.content
    made = answer.json()
    assert (made["quote"], made["capacity"], made["prefix"]) == (
        remark["quote"],
        "workers:1",
        world.examples[0].cope[:3],
    )
    assert delegate.client.get(answer.headers["Location"]).json() == made
    listed = delegate.get("annotations", workshop=world.slug, practiceExample=remark["practiceExample"]).json()
    assert [one["id"] for one in listed["results"]][-1] == made["id"]
    assert listed["count"] == 2


def test_a_passage_that_is_not_in_the_text_is_refused_and_never_guessed(delegate, remark):
    answer = delegate.post("annotations", remark | {"quote": "Dit staat er niet."})
    assert answer.status_code == 409
    assert answer.json()["errors"][0]["field"] == "quote"


def test_a_passage_keeps_its_spaces(delegate, remark):
    made = delegate.post("annotations", remark | {"quote": " leren "})
    assert made.status_code == 201
    assert Annotation.objects.get(pk=made.json()["id"]).quote == " leren "


def test_only_who_takes_part_annotates(remark):
    assert Caller(UserFactory()).post("annotations", remark).status_code == 403


def test_an_example_that_is_not_there_is_not_annotated(delegate, remark):
    assert delegate.post("annotations", remark | {"practiceExample": str(uuid4())}).status_code == 404


def test_remarks_on_an_example_that_waits_are_not_told(world, stranger):
    world.examples[0].state = ExampleState.SUBMITTED
    world.examples[0].save()
    assert stranger.get("annotations", workshop=world.slug).json()["count"] == 1
    assert stranger.get(f"annotations/{world.annotation.id}").status_code == 404
