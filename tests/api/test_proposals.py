# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Proposals through the API: read, and tabled for a seat."""

from uuid import uuid4

import pytest

from scenarios.enums import ProjectionState
from scenarios.models import Projection
from tests.api.caller import Caller
from tests.api.world import laid_out
from tests.factories import UserFactory
from workshops.enums import Act, Phase, ProposalState
from workshops.models import Proposal


@pytest.fixture
def drafting(world):
    """A workshop in which proposals can be tabled."""
    world.table.workshop.phase = Phase.COMPARING
    world.table.workshop.save()
    return world


@pytest.fixture
def written(drafting):
    """A proposal as it is sent."""
    return {
        "workshop": drafting.slug,
        "seat": str(drafting.table.seat("workers").id),
        "title": "Een hoger minimumloon",
        "summary": "Het minimumloon gaat met 10% omhoog.",
        "reasons": "Werken moet lonen.",
        "addressesKind": "bottleneck",
        "addresses": "Laagbetaald werk loont te weinig.",
        "level": "central",
        "actors": "Kabinet",
        "startYear": 2018,
        "levers": {"minimum_wage": 0.1, "benefit_link": 1},
        "lang": "nl",
    }


def test_a_proposal_is_tabled_for_ones_seat_and_its_projections_are_asked_for(delegate, written, drafting):
    answer = delegate.post("proposals", written)

    assert answer.status_code == 201, answer.content
    told = answer.json()
    assert (told["number"], told["state"], told["constituency"], told["lang"]) == (3, "tabled", "workers", "nl")
    assert told["reform"]["levers"] == {"minimum_wage": 0.1, "benefit_link": 1.0}
    assert delegate.client.get(answer.headers["Location"]).json() == told
    asked = Projection.objects.filter(reform_revision=told["reform"]["revision"])
    assert {one.state for one in asked} == {ProjectionState.WAITING}
    assert asked.count() == drafting.table.workshop.places.count()
    assert drafting.table.workshop.journal.filter(act=Act.PROPOSAL_TABLED).count() == 1


def test_sent_twice_with_one_key_it_is_tabled_once(delegate, written):
    sent = written | {"idempotencyKey": str(uuid4())}
    first, again = delegate.post("proposals", sent), delegate.post("proposals", sent)

    assert first.json()["id"] == again.json()["id"]
    assert delegate.post("proposals", sent | {"idempotencyKey": str(uuid4())}).json()["number"] == 4


def test_a_key_that_somebody_else_uses_as_well_is_no_obstacle(drafting, delegate, written):
    key = str(uuid4())
    other = Caller(drafting.table.member("employers"))
    seat = str(drafting.table.seat("employers").id)
    first = delegate.post("proposals", written | {"idempotencyKey": key})
    second = other.post("proposals", written | {"idempotencyKey": key, "seat": seat})

    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json()["id"] != second.json()["id"]


def test_a_reform_of_the_catalogue_is_tabled_by_its_key(delegate, written, drafting):
    own = ("workshop", "seat", "reasons", "addressesKind", "addresses", "lang")
    sent = {name: written[name] for name in own} | {"reform": "catalogue-reform"}
    told = delegate.post("proposals", sent).json()

    catalogue = delegate.get("reforms/catalogue-reform").json()
    assert told["catalogueKey"] == "catalogue-reform"
    assert told["reform"]["revision"] == catalogue["revision"]


def test_a_reform_of_the_catalogue_that_is_changed_becomes_a_reform_of_its_own(delegate, written):
    told = delegate.post("proposals", written | {"reform": "catalogue-reform"}).json()

    assert told["catalogueKey"] is None
    assert told["reform"]["title"] == written["title"]


def test_a_reform_that_is_not_in_the_catalogue_is_not_found(delegate, written):
    assert delegate.post("proposals", written | {"reform": "magic"}).status_code == 404


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"levers": {"minimum_wage": 9}}, "levers.minimum_wage"),
        ({"levers": {"minimum_wage": "0.1"}}, "levers.minimum_wage"),
        ({"levers": {"minimum_wage": True}}, "levers.minimum_wage"),
        ({"levers": {"benefit_link": 1}}, "levers.benefit_link"),
        ({"levers": {"magic": 1}}, "levers.magic"),
        ({"levers": [1]}, "levers"),
        ({"startYear": 1999}, "startYear"),
        ({"startYear": 2018.5}, "startYear"),
        ({"startYear": "2018"}, "startYear"),
        ({"scope": "separate_track"}, "track"),
        ({"seat": "7"}, "seat"),
        ({"title": "x" * 161}, "title"),
        ({"title": 7}, "title"),
        ({"title": "   "}, "title"),
        ({"budgetBn": 10**400}, "budgetBn"),
        ({"reasons": ""}, "reasons"),
    ],
)
def test_what_is_not_right_is_refused_by_the_name_it_was_sent_under(delegate, written, change, field):
    answer = delegate.post("proposals", written | change)
    assert answer.status_code == 400
    assert [one["field"] for one in answer.json()["errors"]] == [field]


def test_without_a_reform_its_text_is_needed(delegate, written):
    for name in ("title", "summary", "level", "startYear"):
        del written[name]
    answer = delegate.post("proposals", written)
    assert {one["field"] for one in answer.json()["errors"]} == {"title", "summary", "level", "startYear"}


def test_a_script_in_a_reason_is_text(delegate, written):
    script = "<script>alert(1)</script>"
    assert delegate.post("proposals", written | {"reasons": script}).json()["reasons"] == script


def test_nobody_tables_for_the_seat_of_somebody_else(delegate, written, drafting):
    answer = delegate.post("proposals", written | {"seat": str(drafting.table.seat("employers").id)})
    assert answer.status_code == 403
    assert answer.json()["errors"][0]["field"] == "seat"


def test_once_voting_has_started_the_list_is_fixed(delegate, written, drafting):
    drafting.table.workshop.phase = Phase.VOTING
    drafting.table.workshop.save()
    assert delegate.post("proposals", written).status_code == 409


def test_a_closed_workshop_is_not_there_for_strangers(db):
    closed = laid_out(is_public=False)
    proposal = closed.proposals[0]
    for caller in (Caller(), Caller(UserFactory())):
        assert caller.get("proposals", workshop=closed.slug).status_code == 404
        assert caller.get(f"proposals/{proposal.id}").status_code == 404
    unknown = Caller().get("proposals", workshop="unknown").json()
    assert Caller().get("proposals", workshop=closed.slug).json() == unknown
    assert Caller(closed.table.member("crown")).get(f"proposals/{proposal.id}").status_code == 200


def test_the_list_is_asked_by_state(world, delegate):
    Proposal.objects.filter(pk=world.proposals[0].pk).update(state=ProposalState.PARKED, parked_because="Later.")
    parked = delegate.get("proposals", workshop=world.slug, state="parked").json()
    assert [(one["number"], one["parkedBecause"]) for one in parked["results"]] == [(1, "Later.")]


def test_texts_come_in_the_language_that_is_asked_for(world):
    proposal = world.proposals[0]
    proposal.translations = {"en": {"reasons": "Because it is needed."}}
    proposal.save()
    said = {one: Caller(language=one).get(f"proposals/{proposal.id}").json() for one in ("nl", "en")}
    assert {one: (told["reasons"], told["lang"]) for one, told in said.items()} == {
        "nl": ("Omdat het nodig is.", "nl"),
        "en": ("Because it is needed.", "en"),
    }


def test_a_proposal_says_which_institutions_it_changes_and_who_does_what(delegate, written, drafting):
    design = {
        "institutions": ["minimum_wage"],
        "aim": "protection",
        "roles": [{"at": "sector", "role": "Past de schalen aan."}, {"at": "state", "role": "Wijzigt de wet."}],
        "euRoom": "yes",
        "competing": "worse",
    }
    told = delegate.post("proposals", written | design).json()["reform"]

    assert {name: told[name] for name in ("institutions", "aim", "euRoom", "competing")} == {
        name: value for name, value in design.items() if name != "roles"
    }
    assert [one["at"] for one in told["roles"]] == ["state", "sector"]


def test_an_institution_that_nobody_knows_is_refused(delegate, written, drafting):
    answer = delegate.post("proposals", written | {"institutions": ["no_such_rule"]})
    assert answer.status_code == 400
