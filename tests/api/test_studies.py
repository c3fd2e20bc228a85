# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Studies through the API: asked for, followed, and kept from strangers."""

from uuid import uuid4

import pytest

from scenarios.enums import ProjectionState
from scenarios.jobs.studies import run_study
from scenarios.models import Study, leased
from tests.api.caller import Caller
from tests.api.world import laid_out
from tests.factories import ReformRevisionFactory, UserFactory


@pytest.mark.parametrize("kind", ["discovery", "sensitivity"])
def test_a_study_of_a_proposal_is_asked_for_and_followed_until_it_is_done(world, delegate, kind, monkeypatch):
    monkeypatch.setattr(leased, "RENEW_EVERY", 3600.0)
    sent = {"kind": kind, "proposal": str(world.proposals[0].id)}
    answer = delegate.post("studies", sent)
    address = answer.headers["Location"]

    assert answer.status_code == 202
    assert (answer.json()["state"], answer.json()["answer"]) == ("waiting", None)
    assert delegate.post("studies", sent).json() == answer.json()

    run_study(answer.json()["id"])
    done = delegate.client.get(address).json()
    assert (done["state"], done["kind"]) == ("done", kind)
    assert done["answer"]
    assert done["finishedAt"]


def test_what_has_keys_comes_as_a_list_and_names_in_lower_camel_case(world, delegate):
    told = delegate.get(f"studies/{world.study.run}").json()
    (floor,) = told["answer"]["floors"]
    assert {one["key"] for one in floor["scenarios"]} == {
        str(place.revision_id) for place in world.table.workshop.places.all()
    }
    assert floor["scenarios"][0]["value"]["signals"] == [
        {"key": "2", "value": {"level": 1.1, "announced": 0.8, "right": 0.9}}
    ]


def test_packages_of_a_workshop_are_asked_for_and_timing_needs_a_floor(world, delegate):
    assert delegate.post("studies", {"kind": "packages", "workshop": world.slug}).status_code == 202
    refused = delegate.post("studies", {"kind": "timing", "workshop": world.slug})
    assert refused.status_code == 409
    assert "floor" in refused.json()["detail"]


def test_what_the_model_cannot_compute_is_said_to_be_so(world, delegate):
    proposal = world.proposals[0]
    proposal.reform_revision = ReformRevisionFactory(judged=True)
    proposal.save()
    assert delegate.post("studies", {"kind": "discovery", "proposal": str(proposal.id)}).status_code == 409


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"kind": "discovery"},
        {"kind": "weather", "workshop": "x"},
        {"kind": "discovery", "workshop": "x"},
        {"kind": "packages", "proposal": str(uuid4())},
        {"kind": "discovery", "proposal": str(uuid4()), "workshop": "x"},
    ],
)
def test_half_a_question_is_refused(delegate, sent):
    assert delegate.post("studies", sent).status_code == 400


def test_what_failed_shows_nothing_of_the_inside(world, delegate):
    Study.objects.update(state=ProjectionState.FAILED, error="Traceback: secret inside", answer=None)
    failed = delegate.get(f"studies/{world.study.run}")
    assert failed.json()["error"]
    assert "secret" not in failed.content.decode()


def test_an_outsider_follows_but_does_not_ask(world):
    outsider = Caller(UserFactory())
    assert outsider.post("studies", {"kind": "packages", "workshop": world.slug}).status_code == 403
    assert outsider.get(f"studies/{world.study.run}").status_code == 200
    assert outsider.get(f"studies/{uuid4()}").status_code == 404


def test_the_studies_of_a_closed_workshop_are_not_there_for_strangers(db):
    closed = laid_out(is_public=False)
    address = f"studies/{closed.study.run}"
    assert Caller().get(address).status_code == 404
    assert Caller(UserFactory()).get(address).status_code == 404
    assert Caller(closed.table.member("crown")).get(address).status_code == 200
