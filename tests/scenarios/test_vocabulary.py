# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

import engine
from scenarios import arrays, vocabulary
from scenarios.vocabulary import reading

EVERYTHING = {
    "levers": vocabulary.levers(),
    "lever themes": vocabulary.lever_themes(),
    "drivers": vocabulary.drivers(),
    "driver themes": vocabulary.driver_themes(),
    "priors": vocabulary.priors(),
    "prior themes": vocabulary.prior_themes(),
    "presets": vocabulary.presets(),
    "fixed numbers": vocabulary.fixed_numbers(),
    "fixed rooms": vocabulary.fixed_rooms(),
    "conditions": tuple(vocabulary.condition(spec.key) for spec in (*engine.DRIVERS, *engine.PRIORS)),
    "lead times": vocabulary.lead_times(),
    "outcomes": vocabulary.outcomes(),
    "groups": vocabulary.groups(),
    "institutions": vocabulary.institutions(),
    "actors": vocabulary.actors(),
    "catalogue": vocabulary.catalogue(),
    "scenarios": vocabulary.default_scenarios(),
    "yardsticks": vocabulary.yardsticks(),
    "checks on the model": vocabulary.validation_checks(),
    "kinds of checks": vocabulary.validation_blocks(),
    "weaknesses": vocabulary.weaknesses(),
    "theories": vocabulary.theories(),
}
SOURCES = {source.key for source in vocabulary.sources()}
GROUPS = {group.key for group in vocabulary.groups()}
SCENARIOS = ("trend", "displacement", "together", "stagnation")


def texts_in(thing: Any, place: str) -> Iterator[tuple[str, vocabulary.Text]]:
    if isinstance(thing, vocabulary.Text):
        yield place, thing
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from texts_in(getattr(thing, field.name), f"{place}.{field.name}")
    elif isinstance(thing, tuple):
        for number, item in enumerate(thing):
            yield from texts_in(item, f"{place}[{getattr(item, 'key', number)}]")
    elif isinstance(thing, Mapping):
        for key, item in thing.items():
            yield from texts_in(item, f"{place}.{key}")


def all_texts() -> list[tuple[str, vocabulary.Text]]:
    return [found for name, terms in EVERYTHING.items() for found in texts_in(terms, name)]


def sentences(text: str) -> list[str]:
    return [sentence for sentence in re.split(r"(?<=[.!?:;])\s+", text) if sentence]


def test_every_lever_of_the_engine_is_explained_with_the_same_bounds():
    ours = {lever.key: (lever.low, lever.high) for lever in vocabulary.levers()}
    assert ours == {lever.key: (lever.low, lever.high) for lever in engine.LEVERS}


def test_every_rival_theory_of_the_engine_is_named_in_its_order():
    assert [one.key for one in vocabulary.theories()] == [one.key for one in engine.structural_variants()]


def test_every_driver_of_the_engine_is_explained_with_the_same_bounds():
    ours = {driver.key: (driver.low, driver.high) for driver in vocabulary.drivers()}
    assert ours == {driver.key: (driver.low, driver.high) for driver in engine.DRIVERS}


@pytest.mark.parametrize("key", [spec.key for spec in (*engine.DRIVERS, *engine.PRIORS)])
def test_a_limit_on_every_driver_and_parameter_can_be_said_on_either_side_with_its_number(key):
    said = vocabulary.condition(key)
    for text in (said.above.nl, said.above.en, said.below.nl, said.below.en):
        assert text.count("{limit}") + text.count("{number}") == 1
        assert not text.endswith(".")
    assert said.above != said.below


def test_every_lead_time_is_a_number_of_years_that_a_signal_is_known_for():
    assert all(1 <= one.years <= 10 for one in vocabulary.lead_times())
    assert {one.source for one in vocabulary.lead_times()} <= SOURCES


def test_every_uncertain_parameter_of_the_engine_is_explained_under_a_heading():
    themes = {theme.key for theme in vocabulary.prior_themes()}
    ours = {prior.key: prior for prior in vocabulary.priors()}
    assert {spec.key for spec in engine.PRIORS} - ours.keys() == set()
    assert {prior.theme for prior in ours.values()} == themes
    assert all(prior.source_nl for prior in ours.values())


def test_the_range_of_a_prior_can_be_read_with_its_decimals():
    for spec in engine.PRIORS:
        term = next(prior for prior in vocabulary.priors() if prior.key == spec.key)
        for value in (spec.low, spec.mode, spec.high):
            assert round(value * term.scale, term.decimals) == pytest.approx(value * term.scale), spec.key


def test_every_fixed_number_of_the_engine_is_explained():
    ours = {one.key for one in vocabulary.fixed_numbers()}
    fixed = {one.key for one in arrays.fixed_numbers()}
    assert fixed - ours == set()
    assert {key.partition(".")[0] for key in fixed} <= {room.key for room in vocabulary.fixed_rooms()}
    assert all(one.unit_nl for one in vocabulary.fixed_numbers())


def test_every_state_of_knowledge_of_the_engine_is_explained():
    assert [preset.key for preset in vocabulary.presets()] == [preset.key for preset in engine.presets()]


def test_every_outcome_of_the_engine_is_explained_for_the_same_groups():
    ours = {outcome.key: (set(outcome.groups), outcome.difference) for outcome in vocabulary.outcomes()}
    assert ours == {outcome.key: (set(outcome.groups), outcome.difference) for outcome in engine.OUTCOMES}


def test_a_group_is_called_modelled_exactly_when_the_engine_reports_on_it():
    reported = {group for outcome in engine.OUTCOMES for group in outcome.groups}
    assert {group.key for group in vocabulary.groups() if group.modelled} == reported


@pytest.mark.parametrize("key", SCENARIOS)
def test_a_default_scenario_has_the_drivers_of_the_engine(key):
    assert dict(vocabulary.default_scenario(key).drivers) == pytest.approx(dict(engine.default_drivers(key)))


@pytest.mark.parametrize("reform", vocabulary.catalogue(), ids=lambda reform: reform.key)
def test_the_engine_accepts_every_reform_of_the_catalogue(reform):
    accepted = engine.Reform(
        levers=reform.levers,
        start_year=reform.start_year,
        phase_years=reform.phase_years,
        exante_budget_bn=reform.exante_budget_bn,
        budget_from_model=reform.budget_from_model,
    )
    assert dict(accepted.levers) == dict(reform.levers)


@pytest.mark.parametrize("reform", vocabulary.catalogue(), ids=lambda reform: reform.key)
def test_a_slider_can_stand_exactly_on_the_value_of_a_reform(reform):
    for key, value in reform.levers.items():
        steps = value / vocabulary.lever(key).step
        assert steps == pytest.approx(round(steps)), key


@pytest.mark.parametrize("reform", vocabulary.catalogue(), ids=lambda reform: reform.key)
def test_a_reform_names_known_actors_institution_and_sources(reform):
    assert vocabulary.institution(reform.institution)
    assert [vocabulary.actor(key) for key in reform.actors]
    assert {reform.levers_source, reform.budget_source} <= SOURCES
    assert not (reform.budget_from_model and reform.exante_budget_bn)


def test_the_catalogue_holds_twenty_four_reforms_of_every_level():
    assert len(vocabulary.catalogue()) == 24
    assert {reform.level for reform in vocabulary.catalogue()} == {"central", "decentral", "both"}


def test_every_text_is_there_in_both_languages():
    missing = [place for place, text in all_texts() if not (text.nl.strip() and text.en.strip())]
    assert not missing


def test_no_sentence_is_longer_than_twenty_five_words():
    long = [
        (place, sentence)
        for place, text in all_texts()
        for language in ("nl", "en")
        for sentence in sentences(text.in_language(language))
        if len(sentence.split()) > 25
    ]
    assert not long


def test_dutch_sentences_are_short_on_average():
    lengths = [len(sentence.split()) for _, text in all_texts() for sentence in sentences(text.nl)]
    assert sum(lengths) / len(lengths) <= 15


@pytest.mark.parametrize("scenario", vocabulary.default_scenarios(), ids=lambda scenario: scenario.key)
def test_a_scenario_tells_a_whole_story(scenario):
    for language in ("nl", "en"):
        assert 250 <= len(scenario.story.in_language(language).split()) <= 400
        assert len(scenario.story.paragraphs(language)) >= 4
        for meaning in (scenario.economy, scenario.labour_market, scenario.organisation):
            assert len(meaning.paragraphs(language)) == 2
    assert len(scenario.early_signs) >= 3
    assert {related.source for related in scenario.related} <= SOURCES
    assert {related.use for related in scenario.related} <= {"adopted", "adapted"}


@pytest.mark.parametrize("scenario", vocabulary.default_scenarios(), ids=lambda scenario: scenario.key)
def test_a_scenario_shows_bottlenecks_and_opportunities_in_all_four_domains(scenario):
    developments = scenario.developments
    assert len(developments) >= 4
    assert len({development.key for development in developments}) == len(developments)
    assert {development.kind for development in developments} == {"bottleneck", "opportunity"}
    assert {development.domain for development in developments} == {
        "economy",
        "labour_market",
        "organisation_of_work",
        "industrial_relations",
    }
    for development in developments:
        assert set(development.groups) <= GROUPS
        assert development.groups
        assert not hasattr(development, "likelihood")


def test_every_institution_is_strained_by_every_scenario_or_not():
    for institution in vocabulary.institutions():
        assert set(institution.strains) == set(SCENARIOS), institution.key
        assert {strain.degree for strain in institution.strains.values()} <= {"little", "some", "strong"}


def test_every_claim_points_at_a_known_source():
    for name in ("levers", "drivers", "outcomes", "institutions", "scenarios", "yardsticks"):
        for term in EVERYTHING[name]:
            assert term.source in SOURCES, (name, term.key)
            assert term.status in {"found", "memory", "assumption"}, (name, term.key)


def test_levers_and_drivers_stand_under_a_known_heading():
    assert {lever.theme for lever in vocabulary.levers()} == {theme.key for theme in vocabulary.lever_themes()}
    assert {driver.theme for driver in vocabulary.drivers()} == {theme.key for theme in vocabulary.driver_themes()}


def test_the_four_worded_levels_of_a_driver_rise_within_its_bounds():
    for driver in vocabulary.drivers():
        values = [level.value for level in driver.levels]
        assert len(values) == 4
        assert values == sorted(values)
        assert driver.low <= values[0]
        assert values[-1] <= driver.high


def test_a_yardstick_measures_what_the_engine_reports_and_in_the_same_direction():
    for yardstick in vocabulary.yardsticks():
        for line in yardstick.lines:
            outcome = vocabulary.outcome(line.outcome)
            assert line.group in outcome.groups
            assert line.better == outcome.better
            assert 0 < line.smallest_difference <= line.tolerance


def test_what_can_be_better_has_a_noticeable_size_and_yardsticks_agree_with_it():
    sizes = {outcome.key: outcome.noticeable for outcome in vocabulary.outcomes()}
    assert {outcome.key for outcome in vocabulary.outcomes() if outcome.better} == {
        key for key, size in sizes.items() if size
    }
    for yardstick in vocabulary.yardsticks():
        assert all(line.smallest_difference == sizes[line.outcome] for line in yardstick.lines), yardstick.key


def test_an_unknown_lever_is_refused_with_the_nearest_word():
    with pytest.raises(vocabulary.UnknownTerm, match="no lever called 'minimum_wages'; did you mean 'minimum_wage'"):
        vocabulary.lever("minimum_wages")


def test_a_word_like_nothing_we_know_is_refused_without_a_guess():
    with pytest.raises(vocabulary.UnknownTerm, match=r"no population group called 'zzz'$"):
        vocabulary.group("zzz")


@pytest.mark.parametrize(("language", "expected"), [("nl", "Loon"), ("nl-nl", "Loon"), ("en", "Pay"), ("en-GB", "Pay")])
def test_a_text_is_read_in_the_language_of_the_reader(language, expected):
    assert vocabulary.Text(nl="Loon", en="Pay").in_language(language) == expected


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ('[things.one]\nlabel = { nl = "Een", en = "One" }\nlabl = 1\n', "things.toml, one: Theme has no field labl"),
        ("[things.one]\n", "things.toml, one: .*label"),
        ('[things.one]\nlabel = { nl = "Een" }\n', "things.toml, one: 'en'"),
    ],
)
def test_a_misspelt_or_missing_field_stops_the_reading(tmp_path, monkeypatch, written, complaint):
    (tmp_path / "things.toml").write_text(written, encoding="utf-8")
    monkeypatch.setattr(reading, "DATA", tmp_path)
    with pytest.raises(TypeError, match=complaint):
        reading.entries("things", "things", vocabulary.Theme)


def test_the_vocabulary_needs_no_web_framework():
    code = "import sys, scenarios.vocabulary; sys.exit('django' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
