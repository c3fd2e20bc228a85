# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""On what useful rests: the share of the draws, the number of rival theories, and which of them say otherwise."""

import pytest

from scenarios import vocabulary
from scenarios.models import Projection
from tests.factories import WorkshopScenarioFactory, YardstickFactory, council
from tests.factories.weighing import computed, tabled
from workshops.selectors.table import places_of, sides_of
from workshops.selectors.usefulness import grounds_of

pytestmark = pytest.mark.django_db
ALL = [one.key for one in vocabulary.theories()]


@pytest.fixture
def table():
    table = council()
    for _ in range(2):
        WorkshopScenarioFactory(workshop=table.workshop)
    return table


def grounds(table, runs, **facts):
    Projection.objects.filter(id__in=[run.id for run in runs]).update(**facts)
    fresh = {run.scenario_revision_id: run for run in Projection.objects.filter(id__in=[run.id for run in runs])}
    return grounds_of(fresh, places_of(table.workshop), sides_of(table.workshop), needed=(0.8, 5))


@pytest.mark.parametrize(
    ("share", "variants", "holds"), [(0.8, 5, (True, True)), (0.79, 7, (False, True)), (1.0, 4, (True, False))]
)
def test_both_draws_and_rival_theories_must_hold(table, share, variants, holds):
    runs = computed(table, tabled(table), {})
    found = grounds(table, runs, useful_share=share, useful_variants=variants)
    assert [one.place.letter for one in found] == ["A", "B"]
    assert (found[0].holds_in_draws, found[0].holds_in_variants) == holds
    assert found[0].is_useful == all(holds)


def test_the_rival_theories_that_say_otherwise_are_named(table):
    runs = computed(table, tabled(table), {})
    kept = [key for key in ALL if key != "monopsony"]
    found = grounds(table, runs, useful_variants=6, useful_under=kept)
    assert [one.key for one in found[0].not_under] == ["monopsony"]


def test_none_are_named_where_an_earlier_version_did_not_keep_which(table):
    runs = computed(table, tabled(table), {})
    assert grounds(table, runs, useful_variants=6, useful_under=[])[0].not_under == ()


def test_a_run_by_another_yardstick_is_no_ground(table):
    runs = computed(table, tabled(table), {})
    side = table.constituencies["crown"]
    side.yardstick = YardstickFactory()
    side.save()
    assert grounds(table, runs) == []
