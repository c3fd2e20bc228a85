# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import dataclasses
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import translation

from scenarios import vocabulary
from scenarios.models import (
    Development,
    Institution,
    Reform,
    ReformRevision,
    Scenario,
    ScenarioRevision,
    Yardstick,
)
from scenarios.services.reference import load_reference, reforms, scenarios, yardsticks
from scenarios.vocabulary import Text
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
TABLES = (Institution, Reform, ReformRevision, Scenario, ScenarioRevision, Development, Yardstick)


def everything_written() -> dict[str, list[dict]]:
    return {table.__name__: list(table.objects.order_by("pk").values()) for table in TABLES}


def with_changed(told, key, **changes):
    return tuple(dataclasses.replace(one, **changes) if one.key == key else one for one in told)


def test_every_entry_of_the_tables_becomes_a_row():
    load_reference()

    assert list(Institution.objects.values_list("key", flat=True)) == [one.key for one in vocabulary.institutions()]
    assert set(Reform.objects.values_list("key", flat=True)) == {one.key for one in vocabulary.catalogue()}
    assert set(Scenario.objects.values_list("key", flat=True)) == {"trend", "displacement", "together", "stagnation"}
    assert Yardstick.objects.count() == len(vocabulary.yardsticks())
    assert set(ScenarioRevision.objects.values_list("number", flat=True)) == {1}
    assert set(ReformRevision.objects.values_list("number", flat=True)) == {1}


def test_loading_twice_changes_nothing():
    load_reference()
    before = everything_written()

    load_reference()

    assert everything_written() == before


def test_a_scenario_is_told_in_both_languages_with_what_it_brings():
    revision = load_reference().scenarios["trend"]
    told = vocabulary.default_scenario("trend")

    assert (revision.said("title", "nl"), revision.said("title", "en")) == (told.title.nl, told.title.en)
    assert revision.said("signs", "en") == [sign.en for sign in told.early_signs]
    assert revision.drivers == dict(told.drivers)
    assert {one.kind for one in revision.developments.all()} == {"bottleneck", "opportunity"}
    assert [one.groups for one in revision.developments.all()] == [list(one.groups) for one in told.developments]
    assert all(one.said("text", "en") != one.text for one in revision.developments.all())


def test_a_reform_says_which_levers_its_words_became():
    revision = load_reference().reforms["mw_up_10"]

    assert revision.reform.institution.key == "minimum_wage"
    assert revision.levers == {"minimum_wage": 0.1, "benefit_link": 1.0}
    assert revision.modelled == "partly"
    assert revision.said("interpretation", "nl").startswith("Wettelijk minimumloon: +10,0%. ")
    assert revision.said("interpretation", "en").startswith("Statutory minimum wage: +10.0%. ")


def test_a_changed_reform_becomes_a_new_edition_and_the_old_one_stays(monkeypatch):
    old = load_reference().reforms["mw_up_10"]
    frozen = ReformRevision.objects.filter(pk=old.pk).values().get()
    changed = with_changed(vocabulary.catalogue(), "mw_up_10", start_year=2019)
    monkeypatch.setattr(reforms.vocabulary, "catalogue", lambda: changed)

    new = load_reference().reforms["mw_up_10"]

    assert (new.number, new.start_year, new.reform_id) == (2, 2019, old.reform_id)
    assert ReformRevision.objects.filter(pk=old.pk).values().get() == frozen
    assert ReformRevision.objects.count() == len(changed) + 1


def test_a_scenario_that_brings_something_else_becomes_a_new_edition(monkeypatch):
    old = load_reference().scenarios["trend"]
    brought = old.developments.count()
    fewer = vocabulary.default_scenario("trend").developments[1:]
    changed = with_changed(vocabulary.default_scenarios(), "trend", developments=fewer)
    monkeypatch.setattr(scenarios.vocabulary, "default_scenarios", lambda: changed)

    new = load_reference().scenarios["trend"]

    assert new.number == 2
    assert new.developments.count() == brought - 1
    assert old.developments.count() == brought


def test_a_better_translation_makes_no_new_edition(monkeypatch):
    old = load_reference().reforms["mw_up_10"]
    better = Text(nl=old.title, en="Minimum wage: ten percent more")
    changed = with_changed(vocabulary.catalogue(), "mw_up_10", title=better)
    monkeypatch.setattr(reforms.vocabulary, "catalogue", lambda: changed)

    load_reference()

    with translation.override("en"):
        assert old.reform.revisions.get().said("title") == "Minimum wage: ten percent more"


def test_an_edition_that_a_person_wrote_is_left_as_the_latest():
    loaded = load_reference().scenarios["trend"]
    own = ScenarioRevision.objects.create(
        scenario=loaded.scenario, number=2, title="Ons eigen", story="Anders", drivers={}, created_by=UserFactory()
    )

    again = load_reference().scenarios["trend"]

    assert again == loaded
    assert loaded.scenario.revisions.first() == own


def test_a_changed_yardstick_is_another_row_because_a_council_may_have_agreed_on_the_old(monkeypatch):
    old = load_reference().yardsticks["workers"]
    told = next(one for one in vocabulary.yardsticks() if one.key == "workers")
    stricter = tuple(dataclasses.replace(line, tolerance=0.001) for line in told.lines)
    changed = with_changed(vocabulary.yardsticks(), "workers", lines=stricter)
    monkeypatch.setattr(yardsticks.vocabulary, "yardsticks", lambda: changed)

    new = load_reference().yardsticks["workers"]

    old.refresh_from_db()
    assert new.pk != old.pk
    assert {line["tolerance"] for line in old.lines} == {0.005}
    assert {line["tolerance"] for line in new.lines} == {0.001}


def test_the_command_says_what_is_there_and_is_silent_on_request():
    said, quiet = StringIO(), StringIO()

    call_command("load_reference", stdout=said)
    call_command("load_reference", stdout=quiet, verbosity=0)

    assert "4 scenarios" in said.getvalue()
    assert quiet.getvalue() == ""
