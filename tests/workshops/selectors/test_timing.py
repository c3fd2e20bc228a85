# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Floors by urgency, and the proposals that would help."""

import pytest

from scenarios.models import Impact
from scenarios.selectors.studies.timing import FloorPaths, Path, TimingAnswer, Urgency
from tests.factories import ReformRevisionFactory, WorkshopScenarioFactory, council
from tests.factories.weighing import computed, tabled
from workshops.selectors.table import places_of, sides_of
from workshops.selectors.timing import blocks_of, with_helpers

pytestmark = pytest.mark.django_db
YEARS = (2026, 2027, 2028, 2029, 2030)


@pytest.fixture
def table():
    table = council()
    for _letter in "AB":
        WorkshopScenarioFactory(workshop=table.workshop)
    return table


def path(*counts):
    flat = (0.0,) * len(YEARS)
    return Path(counts, flat, flat, flat, {})


def answer(table, **paths):
    """Ten draws of floors by group; the same in every scenario."""
    side = table.constituencies["workers"]
    places = table.workshop.places.all()
    floors = tuple(
        FloorPaths(
            str(side.yardstick_id), "unemployment", group, "down", 0.1, {str(one.revision_id): found for one in places}
        )
        for group, found in paths.items()
    )
    return TimingAnswer(YEARS, 10, floors)


def test_the_most_urgent_floor_comes_first_and_each_scenario_has_its_row(table):
    found = answer(table, high_educated=path(0, 0, 0, 0, 0), low_educated=path(0, 6, 0, 0, 0))
    blocks = blocks_of(found, places_of(table.workshop), sides_of(table.workshop), lead=1, now=2025)
    assert [block.floor.group for block in blocks] == ["low_educated", "high_educated"]
    assert [block.most_urgent for block in blocks] == [Urgency.ACT, Urgency.WAIT]
    assert [row.place.letter for row in blocks[0].rows] == ["A", "B"]
    assert blocks[0].side.key == "workers"
    need = blocks[0].rows[0].need
    assert (need.median, need.decide(need.median), need.never) == (2027, 2026, pytest.approx(0.4))


def test_a_scenario_that_was_not_asked_about_has_no_row(table):
    found = answer(table, low_educated=path(0, 6, 0, 0, 0))
    WorkshopScenarioFactory(workshop=table.workshop)
    blocks = blocks_of(found, places_of(table.workshop), sides_of(table.workshop), lead=1, now=2025)
    assert [row.place.letter for row in blocks[0].rows] == ["A", "B"]


def test_what_clearly_betters_the_outcome_helps_with_its_own_lead_time(table):
    helps, slight, harms = (tabled(table, reform_revision=ReformRevisionFactory(lead_years=3)) for _ in range(3))
    for proposal, (low, mid, high) in (
        (helps, (-0.02, -0.01, -0.005)),
        (slight, (-0.002, -0.001, -0.0005)),  # less than noticeable
        (harms, (0.005, 0.01, 0.02)),
    ):
        for run in computed(table, proposal, {}):
            Impact.objects.create(
                projection=run,
                year=2030,
                outcome="unemployment",
                group="low_educated",
                low=low,
                mid=mid,
                high=high,
                baseline=0.1,
                positive_share=0.0,
            )
    found = answer(table, low_educated=path(0, 0, 6, 0, 0))
    places = places_of(table.workshop)
    blocks = blocks_of(found, places, sides_of(table.workshop), lead=1, now=2025)

    (block,) = with_helpers(blocks, [helps, slight, harms], places, year=2030)

    (helper,) = block.helpers
    assert helper.proposal == helps
    assert [place.letter for place in helper.places] == ["A", "B"]
    assert helper.decide_by == 2028 - 3
