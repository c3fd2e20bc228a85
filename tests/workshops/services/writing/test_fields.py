# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from scenarios.enums import Part
from tests.factories import again, council, drafted, section_of
from workshops.enums import Act
from workshops.errors import MovedError, NotAllowedError, WorkshopError
from workshops.models import DraftDevelopment, DraftDriver, JournalEntry
from workshops.selectors.contents import drivers_in
from workshops.services.writing.fields import Setting, Told, remove_development, set_drivers, write_development
from workshops.services.writing.opening import set_joint

pytestmark = pytest.mark.django_db
PACE = "displacement_pace"


@pytest.fixture
def table():
    return council()


@pytest.fixture
def draft(table):
    return drafted(table)


def setting(value, seen=1.0, source="Eigen aanname."):
    return {PACE: Setting(value, source, seen)}


def test_a_driver_is_set_with_its_ground_and_by_whom(table, draft):
    assert set_drivers(who=table.as_secretary, draft=draft, settings=setting(1.8)) == [PACE]

    assert drivers_in(again(draft))[PACE] == 1.8
    row = DraftDriver.objects.get()
    assert (row.source, row.capacity, row.set_by) == ("Eigen aanname.", "secretary", table.secretary)
    assert JournalEntry.objects.get().data == {"part": "drivers", "drivers": {PACE: 1.8}}


def test_a_driver_that_is_left_as_it_was_is_nobodys_act(table, draft):
    assert set_drivers(who=table.as_secretary, draft=draft, settings=setting(1.0)) == []
    assert not JournalEntry.objects.exists()


@pytest.mark.parametrize("value", [0.4, 4.1, float("nan"), float("inf")])
def test_a_driver_stays_within_its_bounds(table, draft, value):
    with pytest.raises(WorkshopError) as refusal:
        set_drivers(who=table.as_secretary, draft=draft, settings=setting(value))
    assert refusal.value.field == PACE
    assert not DraftDriver.objects.exists()


@pytest.mark.parametrize("source", ["", "  ", "a" * 301])
def test_a_driver_needs_its_ground(table, draft, source):
    with pytest.raises(WorkshopError) as refusal:
        set_drivers(who=table.as_secretary, draft=draft, settings=setting(1.8, source=source))
    assert refusal.value.field == f"{PACE}-source"


def test_a_driver_that_somebody_else_set_meanwhile_is_shown_first(table, draft):
    set_drivers(who=table.as_secretary, draft=draft, settings=setting(1.8))

    with pytest.raises(MovedError):
        set_drivers(who=table.as_secretary, draft=again(draft), settings=setting(2.6))
    assert drivers_in(again(draft))[PACE] == 1.8


def test_members_set_drivers_only_when_the_penholder_lets_them(table, draft):
    with pytest.raises(NotAllowedError):
        set_drivers(who=table.as_member("workers"), draft=draft, settings=setting(1.8))

    set_joint(who=table.as_secretary, section=section_of(draft, Part.DRIVERS), is_joint=True)
    set_drivers(who=table.as_member("workers"), draft=again(draft), settings=setting(1.8))

    assert DraftDriver.objects.get().capacity == "workers:1"


def told(text="Werk verdwijnt.", **other):
    return Told(**{"kind": "bottleneck", "domain": "labour_market", "text": text, "groups": ["low_educated"], **other})


def test_a_new_development_comes_last(table, draft):
    one = write_development(who=table.as_secretary, draft=draft, told=told())

    assert one.order == 1 + draft.developments.first().order
    assert JournalEntry.objects.get().act == Act.DEVELOPMENT_WRITTEN


def test_a_changed_development_loses_the_old_translation(table, draft):
    one = draft.developments.get()
    DraftDevelopment.objects.update(translations={"en": {"text": "Old."}})

    one = write_development(who=table.as_secretary, draft=draft, told=told("Nieuw."), known=one, version=1)

    assert (one.text, one.translations, one.version) == ("Nieuw.", {}, 2)


def test_of_two_who_change_one_development_the_second_is_told(table, draft):
    one = draft.developments.get()
    write_development(who=table.as_secretary, draft=draft, told=told("Van de eerste."), known=one, version=1)

    with pytest.raises(MovedError):
        write_development(who=table.as_secretary, draft=draft, told=told("Van de tweede."), known=one, version=1)
    assert draft.developments.get().text == "Van de eerste."


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"text": " "}, "text"),
        ({"text": "a" * 801}, "text"),
        ({"kind": "ramp"}, "kind"),
        ({"domain": "weer"}, "kind"),
        ({"groups": ["niemand"]}, "groups"),
    ],
)
def test_what_is_not_on_the_lists_or_too_long_is_refused(table, draft, wrong, field):
    with pytest.raises(WorkshopError) as refusal:
        write_development(who=table.as_secretary, draft=draft, told=told(**wrong))
    assert refusal.value.field == field


def test_a_development_is_left_out_of_the_draft_and_the_edition_keeps_it(table, draft):
    remove_development(who=table.as_secretary, development=draft.developments.get())

    assert not draft.developments.exists()
    assert draft.place.revision.developments.count() == 1
