# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A question of one's own through the API: asked, followed, seen by whom it is for, and refused with words."""

import io
import tarfile
from datetime import timedelta

import pytest
from django.utils import timezone

import engine
from scenarios import vocabulary
from scenarios.models import OwnProjection
from scenarios.runner import parts
from tests.api.caller import Caller
from tests.factories import OwnProjectionFactory, UserFactory

MW = {"minimum_wage": 0.1, "benefit_link": 1.0}
PLAIN = {"scenarios": [{"scenario": "trend"}], "package": [{"levers": MW}], "years": [2020, 2030], "draws": 20}


def carried_out(address):
    own = OwnProjection.objects.get(pk=address.rpartition("/")[2])
    waiting = [own.parts.get(number=0).pk]
    while waiting:
        waiting += parts.run_part(waiting.pop(0))


def wrong_in(answer):
    assert answer.status_code == 400, answer.content
    assert answer.headers["Content-Type"] == "application/problem+json"
    return {one["field"]: one["detail"] for one in answer.json()["errors"]}


@pytest.fixture
def somebody(db):
    """A program of somebody who takes part in nothing."""
    return Caller(UserFactory())


def test_a_question_of_ones_own_is_asked_and_followed_until_it_is_done(somebody):
    answer = somebody.post("projections", PLAIN | {"seed": 7, "variants": True})
    address = answer.headers["Location"]
    assert answer.status_code == 202
    assert answer.headers["Retry-After"]
    told = answer.json()
    assert (told["state"], told["figures"], told["progress"]) == ("waiting", [], {"done": 0, "of": 1})
    assert somebody.client.get(address).json() == told

    carried_out(address)
    done = somebody.client.get(address).json()
    assert done["state"] == "done"
    assert done["precision"]["method"] == "exact"
    assert len(done["figures"]) == 2 * len(engine.KEYS)
    assert len(done["variants"]) == 7 * 2 * len(engine.KEYS)
    assert done["provenance"]["modelVersion"] == engine.VERSION
    assert done["provenance"]["package"][0]["levers"] == MW
    assert done["provenance"]["package"][0]["budgetFromModel"]
    assert done["experiments"] is None
    for one in done["figures"]:
        assert one["change"]["p10"] <= one["change"]["p50"] <= one["change"]["p90"]
        assert one["unit"]
    in_2030 = somebody.client.get(address, {"year": 2030}).json()
    assert {one["year"] for one in in_2030["figures"]} == {2030}


def test_scenarios_and_levers_of_ones_own_go_together_with_those_of_the_catalogue(somebody):
    drivers = dict(vocabulary.default_scenario("trend").drivers)
    answer = somebody.post(
        "projections",
        {
            "scenarios": [
                {"scenario": "trend", "drivers": {"displacement_pace": 2.0}, "name": "faster"},
                {"drivers": drivers | {"new_tasks": 0.002}},
            ],
            "package": [
                {"reform": "mw_up_10", "startYear": 2021},
                {"levers": {"training": 1.0}, "exanteBudgetBn": -1.2, "phaseYears": 5},
            ],
            "draws": 5,
        },
    )
    told = answer.json()["provenance"]
    assert [(one["name"], one["startsFrom"]) for one in told["scenarios"]] == [("faster", "trend"), ("own-2", None)]
    assert told["scenarios"][0]["drivers"] == drivers | {"displacement_pace": 2.0}
    assert [(one["reform"], one["startYear"], one["phaseYears"]) for one in told["package"]] == [
        ("mw_up_10", 2021, 3),
        (None, 2017, 5),
    ]
    assert told["package"][1]["exanteBudgetBn"] == -1.2


def test_without_scenarios_all_four_are_projected(somebody):
    told = somebody.post("projections", {"package": [{"reform": "mw_up_10"}]}).json()["provenance"]
    assert [one["name"] for one in told["scenarios"]] == [one.key for one in vocabulary.default_scenarios()]
    assert told["draws"] == 1000


def test_years_come_in_order_whatever_the_order_asked(somebody):
    told = somebody.post("projections", PLAIN | {"years": [2030, 2020, 2030]}).json()
    assert told["provenance"]["years"] == [2020, 2030]


def test_asked_twice_it_is_computed_once_but_not_for_somebody_else(somebody):
    first, again = (somebody.post("projections", PLAIN).json() for _time in range(2))
    assert first["id"] == again["id"]
    assert Caller(UserFactory()).post("projections", PLAIN).json()["id"] != first["id"]


def test_it_is_seen_by_who_asked_and_by_nobody_else(somebody):
    address = somebody.post("projections", PLAIN).headers["Location"]
    assert somebody.client.get(address).status_code == 200
    assert Caller(UserFactory()).client.get(address).status_code == 404
    assert Caller().client.get(address).status_code == 404


def test_asked_in_a_workshop_it_is_seen_by_those_who_take_part(world, delegate, secretary):
    address = delegate.post("projections", PLAIN | {"workshop": world.slug}).headers["Location"]
    assert secretary.client.get(address).status_code == 200
    assert Caller(world.table.member("crown")).client.get(address).status_code == 200
    assert Caller(UserFactory()).client.get(address).status_code == 404
    assert Caller(UserFactory()).post("projections", PLAIN | {"workshop": world.slug}).status_code == 403


def test_it_expires_and_says_when(somebody):
    told = somebody.post("projections", PLAIN)
    assert told.json()["expiresAt"][:10] == (timezone.now() + timedelta(days=30)).date().isoformat()
    OwnProjection.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert somebody.client.get(told.headers["Location"]).status_code == 404


def test_nobody_fills_the_queue_alone(somebody):
    codes = [somebody.post("projections", PLAIN | {"seed": seed}).status_code for seed in range(4)]
    assert codes == [202, 202, 202, 409]
    assert "3 projections" in somebody.post("projections", PLAIN | {"seed": 9}).json()["detail"]
    assert Caller(UserFactory()).post("projections", PLAIN).status_code == 202


def test_the_newest_twenty_of_a_person_are_kept(db):
    person = UserFactory()
    kept = OwnProjectionFactory.create_batch(25, asked_by=person)
    others = OwnProjectionFactory()
    Caller(person).post("projections", PLAIN)
    left = set(OwnProjection.objects.filter(asked_by=person).values_list("pk", flat=True))
    assert len(left) == 20
    assert {one.pk for one in kept[-19:]} < left
    assert OwnProjection.objects.filter(pk=others.pk).exists()


def test_a_failure_shows_nothing_of_the_inside(somebody):
    address = somebody.post("projections", PLAIN).headers["Location"]
    OwnProjection.objects.update(state="failed", error="Traceback: secret inside")
    told = somebody.client.get(address)
    assert told.json()["error"]
    assert "secret" not in told.content.decode()
    assert somebody.post("projections", PLAIN).json()["state"] == "waiting"  # asked again, it is tried again


# --- every draw as a file -------------------------------------------------------------------------


def test_every_draw_is_had_as_a_file_when_it_was_asked(somebody):
    address = somebody.post("projections", PLAIN | {"experiments": True}).headers["Location"]
    assert somebody.client.get(f"{address}/experiments").status_code == 404
    carried_out(address)
    file = somebody.client.get(somebody.client.get(address).json()["experiments"])
    assert file.headers["Content-Type"] == "application/gzip"
    assert ".tar.gz" in file.headers["Content-Disposition"]
    with tarfile.open(fileobj=io.BytesIO(file.content)) as archive:
        assert "metadata.json" in archive.getnames()
    assert Caller(UserFactory()).client.get(f"{address}/experiments").status_code == 404


def test_every_draw_of_a_proposal_is_asked_for_by_who_takes_part(world, delegate, secretary):
    sent = {"proposal": str(world.proposals[0].id), "experiments": True}
    answer = delegate.post("projections", sent)
    assert answer.status_code == 202
    told = answer.json()["provenance"]
    assert told["package"][0]["levers"] == world.proposals[0].reform_revision.levers
    assert len(told["scenarios"]) == world.table.workshop.places.count()
    assert secretary.post("projections", sent).json()["id"] == answer.json()["id"]
    assert Caller(UserFactory()).post("projections", sent).status_code == 403


def test_what_is_wrong_with_a_file_is_told_in_json(somebody):
    address = somebody.post("projections", PLAIN).headers["Location"]
    carried_out(address)
    answer = somebody.client.get(f"{address}/experiments")
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert "`experiments`" in answer.json()["detail"]


# --- bad input ------------------------------------------------------------------------------------

REFUSED = [
    ({"package": []}, "package", "at least one reform"),
    ({"package": [{}]}, "package.0", "levers of your own"),
    ({"package": [{"reform": "mw_up_10", "levers": MW}]}, "package.0", "either"),
    ({"package": [{"levers": {}}]}, "package.0.levers", "No lever moves"),
    ({"package": [{"levers": {"training": 0}}]}, "package.0.levers", "No lever moves"),
    ({"package": [{"levers": {"minimum_wag": 0.1}}]}, "package.0.levers.minimum_wag", "did you mean “minimum_wage”?"),
    ({"package": [{"levers": {"minimum_wage": 0.9}}]}, "package.0.levers.minimum_wage", "from -0.15 to 0.4"),
    ({"package": [{"levers": {"minimum_wage": "high"}}]}, "package.0.levers.minimum_wage", "number"),
    ({"package": [{"levers": {"benefit_link": 1}}]}, "package.0.levers.benefit_link", "minimum_wage too"),
    ({"package": [{"reform": "mw_up_1O"}]}, "package.0.reform", "did you mean “mw_up_10”?"),
    ({"package": [{"reform": "mw_up_10"}, {"reform": "mw_down_10"}]}, "package.1", "contradict"),
    ({"package": [{"levers": MW}, {"levers": {"minimum_wage": -0.1}}]}, "package.1", "one up and one down"),
    ({"package": [{"reform": "mw_up_10"}] * 2}, "package.1.reform", "twice"),
    ({"package": [{"levers": {"training": 1.5}}] * 2}, "package", "training by 3 in all; choose together from -0.5 to 2"),
    ({"package": [{"reform": "mw_up_10", "startYear": 2010}]}, "package.0.startYear", "2016"),
    ({"package": [{"reform": "mw_up_10", "phaseYears": 99}]}, "package.0.phaseYears", "25"),
    ({"package": [{"reform": "mw_up_10", "exanteBudgetBn": 1}]}, "package.0.exanteBudgetBn", "leave this out"),
    ({"package": [{"levers": MW, "exanteBudgetBn": 1}]}, "package.0.exanteBudgetBn", "computes the budget"),
    ({"package": [{"levers": {"training": 1}, "exanteBudgetBn": 500}]}, "package.0.exanteBudgetBn", "100"),
    ({"package": [{"reform": "mw_up_10", "colour": "red"}]}, "package.0.colour", "not known"),
    ({"scenarios": []}, "scenarios", "give at least one"),
    ({"scenarios": [{"scenario": "trend"}] * 9}, "scenarios", "8"),
    ({"scenarios": [{"scenario": "trnd"}]}, "scenarios.0.scenario", "did you mean “trend”?"),
    ({"scenarios": [{"scenario": "trend"}] * 2}, "scenarios.1.name", "a name of its own"),
    ({"scenarios": [{"drivers": {"displacement_pace": 1}}]}, "scenarios.0.drivers", "Missing: new_tasks"),
    ({"scenarios": [{"scenario": "trend", "drivers": {"displacement_pace": 99}}]},
     "scenarios.0.drivers.displacement_pace", "from 0.5 to 4"),
    ({"scenarios": [{"scenario": "trend", "drivers": {"pace": 1}}]}, "scenarios.0.drivers.pace", "no driver"),
    ({"years": [2010]}, "years.0", "2015"),
    ({"years": []}, "years", "give at least one"),
    ({"years": list(range(2015, 2041)), "scenarios": [{"scenario": "trend"}, {"scenario": "together"}]}, "years", "40"),
    ({"draws": 0}, "draws", "1"),
    ({"draws": 1_000_000}, "draws", "100000"),
    ({"seed": -1}, "seed", "0"),
    ({"experiments": True, "draws": 90_000}, "experiments", "at most 20000 draws"),
    ({"variants": "yes"}, "variants", ""),
]  # fmt: skip


@pytest.mark.parametrize(("sent", "field", "words"), REFUSED)
def test_bad_input_is_refused_with_the_field_the_bound_and_what_to_do(somebody, sent, field, words):
    before = OwnProjection.objects.count()
    wrong = wrong_in(somebody.post("projections", PLAIN | sent))
    assert list(wrong) == [field]
    assert words in wrong[field]
    assert OwnProjection.objects.count() == before


def test_not_a_number_is_refused_by_name(somebody):
    body = b'{"package": [{"levers": {"minimum_wage": NaN}}]}'
    answer = somebody.client.post("/api/v1/projections", body, content_type="application/json")
    assert answer.status_code == 400
    (wrong,) = answer.json()["errors"]
    assert wrong["field"] == "minimum_wage"
    assert "finite number" in wrong["detail"]


def test_everything_that_is_wrong_is_said_at_once_and_in_the_language_that_is_asked_for(db):
    sent = {
        "scenarios": [{"scenario": "nowhere"}],
        "package": [{"levers": {"training": 9}}, {"reform": "nothing_like_it"}],
    }
    wrong = wrong_in(Caller(UserFactory(), language="nl").post("projections", sent))
    assert set(wrong) == {"scenarios.0.scenario", "package.0.levers.training", "package.1.reform"}
    assert "kies" in wrong["package.0.levers.training"]


def test_the_kinds_of_question_are_not_mixed(world, delegate):
    proposal = {"proposal": str(world.proposals[0].id)}
    assert wrong_in(delegate.post("projections", PLAIN | proposal))
    assert wrong_in(delegate.post("projections", proposal | {"draws": 20}))
    assert "package" in wrong_in(delegate.post("projections", {"scenarios": [{"scenario": "trend"}]}))


def test_nobody_asks_without_saying_who_they_are(stranger):
    assert stranger.post("projections", PLAIN).status_code == 401


def test_a_finished_question_takes_few_statements_at_any_size(somebody, django_assert_max_num_queries):
    for draws in (5, 10):
        address = somebody.post("projections", PLAIN | {"draws": draws}).headers["Location"]
        carried_out(address)
        OwnProjectionFactory.create_batch(3)
        with django_assert_max_num_queries(15):
            assert somebody.client.get(address).json()["state"] == "done"
