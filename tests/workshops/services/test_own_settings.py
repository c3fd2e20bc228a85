# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from tests.factories import WorkshopScenarioFactory, council
from workshops.enums import Act, Phase
from workshops.errors import NotAllowedError, WorkshopError
from workshops.models import JournalEntry, OwnSetting
from workshops.selectors.own_settings import own_settings_of, spread_of
from workshops.selectors.table import sides_of
from workshops.services.own_settings import set_own_drivers, withdraw_own_drivers

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    return council(seats=7)


@pytest.fixture
def place(table):
    return WorkshopScenarioFactory(workshop=table.workshop)


def pace_of(table, place, person=None):
    found = spread_of(place, sides_of(table.workshop), person)
    return next(row for _theme, rows in found.themes for row in rows if row.driver.key == "displacement_pace")


def test_what_somebody_sets_takes_the_place_of_what_they_set_before(table, place):
    set_own_drivers(who=table.as_member("workers"), place=place, values={"displacement_pace": 2.0, "new_tasks": 0.002})
    set_own_drivers(who=table.as_member("workers"), place=place, values={"displacement_pace": 3.0})

    assert own_settings_of(place, table.member("workers")) == {"displacement_pace": 3.0}


def test_taking_back_leaves_nothing(table, place):
    set_own_drivers(who=table.as_member("workers"), place=place, values={"displacement_pace": 2.0})
    withdraw_own_drivers(who=table.as_member("workers"), place=place)

    assert not OwnSetting.objects.exists()


def test_the_journal_never_tells_the_number(table, place):
    set_own_drivers(who=table.as_member("workers"), place=place, values={"displacement_pace": 2.0})

    entry = JournalEntry.objects.get()
    assert (entry.act, entry.data, entry.capacity) == (Act.OWN_DRIVERS_SET, {}, "")


@pytest.mark.parametrize("value", [0.4, 4.1, float("nan"), float("inf")])
def test_a_number_beyond_the_bounds_is_refused(table, place, value):
    with pytest.raises(WorkshopError, match=r"0[.,]5") as refusal:
        set_own_drivers(who=table.as_member("workers"), place=place, values={"displacement_pace": value})

    assert refusal.value.field == "displacement_pace"


def test_a_driver_that_the_model_does_not_know_is_refused(table, place):
    with pytest.raises(WorkshopError):
        set_own_drivers(who=table.as_member("workers"), place=place, values={"weather": 1.0})


def test_after_the_conclusions_nothing_moves(table, place):
    table.workshop.phase = place.workshop.phase = Phase.CONCLUDING
    table.workshop.save()

    with pytest.raises(NotAllowedError):
        set_own_drivers(who=table.as_member("workers"), place=place, values={"displacement_pace": 2.0})


def test_each_side_is_told_apart_and_no_mean_is_made(table, place):
    for number in range(1, 8):
        set_own_drivers(who=table.as_member("workers", number), place=place, values={"displacement_pace": 3.9})
        set_own_drivers(who=table.as_member("employers", number), place=place, values={"displacement_pace": 0.6})

    row = pace_of(table, place)

    told = {one.side.key: one.spread.middle for one in row.sides if one.side}
    assert told == {"employers": (0, 0), "workers": (4, 4), "crown": None}
    assert row.total.count == 14


def test_one_sees_what_one_set_oneself_and_nobody_else_does(table, place):
    set_own_drivers(who=table.as_member("workers"), place=place, values={"displacement_pace": 2.0})

    assert pace_of(table, place, table.member("workers")).own == 2.0
    assert pace_of(table, place, table.member("employers")).own is None
    assert pace_of(table, place).own is None
