# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Projections through the API: asked for, followed, and asked for again."""

from uuid import uuid4

import pytest

from scenarios import runner
from scenarios.enums import ProjectionState
from scenarios.models import Projection, ReformRevision
from tests.api.caller import Caller
from tests.api.world import laid_out
from tests.factories import (
    ProjectionFactory,
    ReformFactory,
    ReformRevisionFactory,
    ScenarioRevisionFactory,
    UserFactory,
)


@pytest.fixture
def catalogue(world):
    return ReformRevision.objects.get(reform__key="catalogue-reform")


def asked_for(world, catalogue):
    return {"workshop": world.slug, "reformRevision": str(catalogue.id)}


def test_a_projection_is_asked_for_and_followed_until_it_is_done(world, delegate, catalogue):
    answer = delegate.post("projections", asked_for(world, catalogue))
    address = answer.headers["Location"]

    assert answer.status_code == 202
    assert answer.headers["Retry-After"]
    assert answer.json()["state"] == "waiting"
    assert delegate.client.get(address).json() == answer.json()

    runner.run(Projection.objects.filter(reform_revision=catalogue).first().run)
    done = delegate.client.get(address).json()
    assert (done["state"], done["year"], done["engineVersion"]) == ("done", 2030, runner.MODEL_VERSION)
    assert done["finishedAt"]
    for scenario in done["scenarios"]:
        assert scenario["state"] == "done"
        assert 0 <= scenario["usefulShare"] <= 1
        assert all(one["low"] <= one["mid"] <= one["high"] for one in scenario["impacts"])
        assert {"net_income", "unemployment", "balance"} <= {one["outcome"] for one in scenario["impacts"]}
    later = delegate.client.get(address, {"year": 2040}).json()
    assert later["year"] == 2040
    assert later["scenarios"][0]["impacts"] != done["scenarios"][0]["impacts"]


def test_asked_twice_it_is_computed_once(world, delegate, catalogue):
    first, again = (delegate.post("projections", asked_for(world, catalogue)) for _time in range(2))

    assert first.json() == again.json()
    assert Projection.objects.filter(reform_revision=catalogue).count() == world.table.workshop.places.count()


def test_what_failed_is_tried_again_and_shows_nothing_of_the_inside(world, delegate, catalogue):
    address = delegate.post("projections", asked_for(world, catalogue)).headers["Location"]
    rows = Projection.objects.filter(reform_revision=catalogue)
    rows.update(state=ProjectionState.FAILED, error="Traceback: secret inside")

    failed = delegate.client.get(address)
    assert failed.json()["state"] == "failed"
    assert failed.json()["scenarios"][0]["error"]
    assert "secret" not in failed.content.decode()

    assert delegate.post("projections", asked_for(world, catalogue)).json()["state"] == "waiting"


def test_a_scenario_that_changed_is_followed_together_with_those_that_did_not(world, delegate, catalogue):
    delegate.post("projections", asked_for(world, catalogue))
    place = world.table.workshop.places.first()
    drivers = place.revision.drivers | {"displacement_pace": 1.3}
    place.revision = ScenarioRevisionFactory(scenario=place.scenario, number=2, drivers=drivers)
    place.save()

    told = delegate.post("projections", asked_for(world, catalogue)).json()
    assert len({one["revision"] for one in told["scenarios"]}) == 3
    assert str(place.revision.id) in {one["revision"] for one in told["scenarios"]}


def test_a_proposals_projection_is_asked_for_by_its_seat_or_those_who_keep_the_process(world, delegate, secretary):
    sent = {"proposal": str(world.proposals[0].id)}
    crown = Caller(world.table.member("crown"))

    assert delegate.post("projections", sent).status_code == 202
    assert secretary.post("projections", sent).status_code == 202
    assert crown.post("projections", sent).status_code == 403


def test_what_the_model_cannot_compute_is_said_to_be_so(world, delegate):
    judged = ReformRevisionFactory(reform=ReformFactory(key="judged"), judged=True)
    answer = delegate.post("projections", asked_for(world, judged))
    assert answer.status_code == 409
    assert "levers" in answer.json()["detail"]

    proposal = world.proposals[0]
    proposal.reform_revision = judged
    proposal.save()
    assert delegate.post("projections", {"proposal": str(proposal.id)}).status_code == 409


@pytest.mark.parametrize("sent", [{}, {"workshop": "x"}, {"reformRevision": str(uuid4())}, {"proposal": "7"}])
def test_half_a_question_is_refused(delegate, sent):
    answer = delegate.post("projections", sent)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "proposal"


def test_both_kinds_of_question_at_once_are_refused(world, delegate, catalogue):
    sent = asked_for(world, catalogue) | {"proposal": str(world.proposals[0].id)}
    assert delegate.post("projections", sent).status_code == 400


def test_only_what_is_on_the_table_or_in_the_catalogue_is_projected(world, delegate):
    somebody_elses = ReformRevisionFactory()
    assert delegate.post("projections", asked_for(world, somebody_elses)).status_code == 404
    assert delegate.post("projections", {"proposal": str(uuid4())}).status_code == 404


def test_an_outsider_follows_but_does_not_ask(world, catalogue):
    outsider = Caller(UserFactory())
    assert outsider.post("projections", asked_for(world, catalogue)).status_code == 403
    assert outsider.get(f"projections/{world.projection.run}").status_code == 200


def test_the_projections_of_a_closed_workshop_are_not_there_for_strangers(db):
    closed = laid_out(is_public=False)
    address = f"projections/{closed.projection.run}"
    assert Caller().get(address).status_code == 404
    assert Caller(UserFactory()).get(address).status_code == 404
    assert Caller(closed.table.member("crown")).get(address).status_code == 200


def test_a_projection_that_no_yardstick_measures_is_seen_by_who_may_see_the_reform(world):
    draft = ReformRevisionFactory()
    hidden = ProjectionFactory(reform_revision=draft)
    ready_made = ProjectionFactory(reform_revision=ReformRevision.objects.get(reform__key="catalogue-reform"))
    nothing_done = ProjectionFactory(reform_revision=None)
    codes = [Caller().get(f"projections/{one.run}").status_code for one in (hidden, ready_made, nothing_done)]
    assert codes == [404, 200, 200]
    assert Caller().get(f"projections/{uuid4()}").status_code == 404
