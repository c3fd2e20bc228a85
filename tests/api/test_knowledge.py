# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Scenarios, institutions, reforms and the model through the API."""

from scenarios import vocabulary
from scenarios.models import ScenarioRevision
from scenarios.services.reference import load_reference
from tests.api.caller import Caller
from tests.api.world import laid_out
from tests.factories import ReformRevisionFactory, ScenarioRevisionFactory, UserFactory


def test_scenarios_come_in_their_latest_edition_that_is_nobodys_draft(db, stranger):
    first = ScenarioRevisionFactory()
    ScenarioRevisionFactory(scenario=first.scenario, number=2, title="Tweede versie")
    ScenarioRevisionFactory(scenario=first.scenario, number=3, title="Concept", created_by=UserFactory())

    told = stranger.get("scenarios").json()["results"]
    assert [(one["key"], one["number"], one["title"]) for one in told] == [(first.scenario.key, 2, "Tweede versie")]
    assert stranger.get(f"scenarios/{first.scenario.key}").json() == told[0]


def test_a_scenario_has_figures_once_it_was_computed(db, stranger):
    key = laid_out().parts["scenario"]
    told = stranger.get(f"scenarios/{key}/figures").json()["results"]
    assert [(one["outcome"], one["year"], one["mid"]) for one in told] == [
        ("unemployment", 2015, 0.06),
        ("unemployment", 2030, 0.06),
    ]
    fresh = ScenarioRevisionFactory()
    assert stranger.get(f"scenarios/{fresh.scenario.key}/figures").json()["results"] == []
    assert stranger.get("scenarios/atlantis/figures").status_code == 404


def test_the_reference_data_is_told_whole_in_both_languages(db):
    load_reference()
    for language in ("nl", "en"):
        caller = Caller(language=language)
        reforms = caller.get("reforms", pageSize=100).json()["results"]
        assert [one["key"] for one in reforms] == [one.key for one in vocabulary.catalogue()]
        assert {one["lang"] for one in reforms} == {language}
        institutions = caller.get("institutions", pageSize=100).json()["results"]
        assert [one["key"] for one in institutions] == [one.key for one in vocabulary.institutions()]
        scenarios = caller.get("scenarios").json()["results"]
        assert {one["key"] for one in scenarios} == {one.key for one in vocabulary.default_scenarios()}
        assert all(one["signs"] and one["developments"] for one in scenarios)
        assert all(
            strain["sentence"]
            == vocabulary.institution(one["key"]).strains[strain["scenario"]].sentence.in_language(language)
            for one in institutions
            for strain in one["strains"]
        )
    assert ScenarioRevision.objects.count() == 4


def test_a_reform_that_is_not_in_the_catalogue_is_not_there(db, stranger):
    own = ReformRevisionFactory()
    assert stranger.get(f"reforms/{own.reform_id}").status_code == 404
    assert stranger.get("reforms").json()["count"] == 0


def test_the_model_gives_every_number_its_unit_bounds_and_source(db):
    told = {language: Caller(language=language).get("model").json() for language in ("nl", "en")}
    model = told["en"]
    known = {one["key"] for one in model["sources"]}
    for kind in ("levers", "drivers"):
        assert model[kind]
        for one in model[kind]:
            assert one["low"] < one["high"]
            assert one["unit"]
            assert one["source"]
            assert one["status"] in {"found", "memory", "assumption"}
    assert {one["source"] for one in model["levers"]} <= known
    assert all(one["low"] <= one["mode"] <= one["high"] for one in model["priors"])
    assert all(one["least"] <= one["low"] and one["high"] <= one["most"] for one in model["priors"])
    assert len(model["variants"]) == 7
    assert [one["key"] for one in model["theories"]] == model["variants"]
    drivers = {one["key"] for one in model["drivers"]}
    assert [one["key"] for one in model["scenarios"]] == [one.key for one in vocabulary.default_scenarios()]
    assert all(one["drivers"].keys() == drivers for one in model["scenarios"])
    for kind in ("levers", "drivers", "outcomes"):
        assert all(one["valueUnit"] for one in model[kind])
    assert {len(digest) for digest in model["dataFiles"].values()} == {64}
    assert model["limits"]["draws"] == 100_000
    assert model["dataVintage"] >= 2015
    assert [one["key"] for one in model["groups"] if not one["modelled"]] == ["platform_workers"]
    assert told["nl"]["levers"][0]["label"] != model["levers"][0]["label"]
