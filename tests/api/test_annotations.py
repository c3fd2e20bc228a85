# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Remarks through the API: Web Annotations, held against a schema of the Recommendation's demands."""

import html
from copy import deepcopy
from uuid import uuid4

import jsonschema
import pytest

from scenarios.enums import ExampleState
from tests.api.caller import Caller
from tests.factories import UserFactory
from workshops.api.web_annotations import CONTENT_TYPE, MODEL, shipped
from workshops.models import Annotation
from workshops.selectors.claims import claims_of

SCHEMA = jsonschema.Draft202012Validator(shipped("web_annotation.schema"))
TERMS = set(shipped("web_annotation_context")["@context"])


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


@pytest.fixture
def served(world, stranger):
    """One remark as it is served."""
    return stranger.get(f"annotations/{world.annotation.id}").json()


def told(found):
    """Return what is wrong with a document, by its place."""
    return [f"{error.json_path}: {error.message}" for error in SCHEMA.iter_errors(found)]


def names_in(value):
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from names_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from names_in(inner)


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(shipped("web_annotation.schema"))


def test_everything_that_is_served_is_as_the_recommendation_demands(world, stranger, delegate):
    world.annotation.replies.create(text="Klopt.", capacity="workers:1", at=world.annotation.created_at)
    answers = [
        stranger.get("annotations", workshop=world.slug),
        stranger.get("annotations", workshop=world.slug, page=2, pageSize=1),
        stranger.get("annotations", workshop=world.slug, page=9),
        stranger.get("annotations", workshop=world.slug, practiceExample=world.examples[0].id),
        stranger.get(f"annotations/{world.annotation.id}"),
        stranger.get(f"annotations/{world.annotation.id}/replies"),
    ]
    for answer in answers:
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == CONTENT_TYPE
        assert told(answer.json()) == []


def test_every_name_that_is_served_means_something(world, stranger):
    world.annotation.replies.create(text="Klopt.", capacity="workers:1", at=world.annotation.created_at)
    for path in (f"annotations?workshop={world.slug}", f"annotations/{world.annotation.id}/replies"):
        found = stranger.get(path).json()
        named, own = set(names_in({**found, "@context": None})) - {"@context"}, found["@context"][1]
        known = shipped("web_annotation_context")["@context"]
        ours = {name for name, meaning in known.items() if "draagvlak:" in str(meaning)}
        assert named <= TERMS
        assert named & ours <= set(own)
        assert found["@context"][0] == MODEL


@pytest.mark.parametrize(
    "broken",
    [
        lambda one: one.pop("@context"),
        lambda one: one.update({"@context": "http://example.org/other"}),
        lambda one: one.update({"@context": [MODEL]}),
        lambda one: one.pop("id"),
        lambda one: one.update(id="12"),
        lambda one: one.update(type="Note"),
        lambda one: one.pop("target"),
        lambda one: one.update(target=[]),
        lambda one: one.update(motivation="praising"),
        lambda one: one.update(created="2026-01-01T10:00:00+01:00"),
        lambda one: one["body"][0].pop("value"),
        lambda one: one["body"][0].update(purpose="praising"),
        lambda one: one["target"].pop("source"),
        lambda one: one["target"]["selector"][0].pop("exact"),
        lambda one: one["target"]["selector"][1].pop("end"),
        lambda one: one["target"]["selector"][1].update(start=-1),
        lambda one: one["target"]["selector"][1].update(start="3"),
        lambda one: one["target"]["selector"][0].pop("type"),
    ],
)
def test_the_schema_refuses_what_the_recommendation_forbids(served, broken):
    assert told(served) == []
    changed = deepcopy(served)
    broken(changed)
    assert told(changed) != []


def test_a_passage_is_told_by_its_words_and_its_place_in_a_text_that_can_be_read(world, stranger, served):
    target = served["target"]
    quote, position = target["selector"]

    text = stranger.client.get(target["source"]).content.decode()

    assert text[position["start"] : position["end"]] == quote["exact"] == world.annotation.quote
    assert text.startswith(quote["prefix"] + quote["exact"] + quote["suffix"][:1])


def test_plain_json_holds_the_same(world, stranger, served):
    answer = stranger.client.get(f"/api/v1/annotations/{world.annotation.id}", headers={"accept": "application/json"})

    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json() == served


def test_pages_lead_to_one_another(world, stranger):
    first = stranger.get("annotations", workshop=world.slug, pageSize=1).json()
    second = stranger.client.get(first["next"]).json()

    assert "prev" not in first
    assert (second["prev"], second["startIndex"]) == (first["partOf"]["first"], 1)
    assert first["partOf"]["total"] == len(first["items"]) + len(second["items"]) == 2
    assert "next" not in second


def test_a_passage_is_annotated_in_the_capacity_of_who_does_it(world, delegate, remark):
    answer = delegate.post("annotations", remark)

    assert answer.status_code == 201, answer.content
    made = answer.json()
    assert told(made) == []
    assert made["creator"] == {"type": "Person", "nickname": "workers:1"}
    assert made["target"]["selector"][1] == {"type": "TextPositionSelector", "start": 3, "end": 12}
    assert delegate.client.get(answer.headers["Location"]).json() == made
    listed = delegate.get("annotations", workshop=world.slug, practiceExample=remark["practiceExample"]).json()
    assert [one["id"] for one in listed["items"]][-1] == made["id"]


def test_a_remark_names_the_claim_that_it_bears_on_and_leads_to_it(world, delegate, remark):
    claim = next(iter(claims_of(world.table.workshop).values()))

    made = delegate.post("annotations", remark | {"claim": claim.key}).json()

    assert told(made) == []
    assert made["claim"] == claim.key
    (link,) = [one["source"] for one in made["body"] if one["purpose"] == "linking"]
    assert claim.said("en") in html.unescape(delegate.client.get(link).content.decode())


def test_a_claim_that_nobody_makes_is_refused(delegate, remark):
    answer = delegate.post("annotations", remark | {"claim": "bottleneck:trend:nothing"})

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "claim"


def test_a_remark_on_words_that_changed_says_so_and_still_points_at_its_own_text(world, stranger, served):
    example = world.examples[0]
    example.editions.create(number=2, made_at=example.submitted_at, cope="Heel anders.", prepare=example.prepare)
    example.cope, example.number = "Heel anders.", 2
    example.save()

    now = stranger.get(f"annotations/{world.annotation.id}").json()

    assert (served["standing"], now["standing"]) == ("current", "orphan")
    assert now["target"] == served["target"]


def test_a_passage_that_is_not_in_the_text_is_refused_and_never_guessed(delegate, remark):
    answer = delegate.post("annotations", remark | {"quote": "Dit staat er niet."})
    assert answer.status_code == 409
    assert answer.json()["errors"][0]["field"] == "quote"


def test_a_passage_keeps_its_spaces(delegate, remark):
    made = delegate.post("annotations", remark | {"quote": " leren "})
    assert made.status_code == 201
    assert Annotation.objects.latest("created_at").quote == " leren "


def test_only_who_takes_part_annotates(remark):
    assert Caller(UserFactory()).post("annotations", remark).status_code == 403


def test_an_example_that_is_not_there_is_not_annotated(delegate, remark):
    assert delegate.post("annotations", remark | {"practiceExample": str(uuid4())}).status_code == 404


def test_remarks_on_an_example_that_waits_are_not_told(world, stranger):
    world.examples[0].state = ExampleState.SUBMITTED
    world.examples[0].save()
    assert stranger.get("annotations", workshop=world.slug).json()["partOf"]["total"] == 1
    assert stranger.get(f"annotations/{world.annotation.id}").status_code == 404
    assert stranger.get(f"annotations/{world.annotation.id}/replies").status_code == 404
