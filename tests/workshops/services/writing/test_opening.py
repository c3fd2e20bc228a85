# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from scenarios.enums import LONGEST_PARTS, Part
from tests.factories import ScenarioRevisionFactory, UserFactory, WorkshopScenarioFactory, council, drafted, section_of
from workshops.enums import Act
from workshops.errors import NotAllowedError, WorkshopError
from workshops.models import JournalEntry, ScenarioDraft
from workshops.services.writing.opening import give_pen, open_draft, set_joint

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    return council()


@pytest.fixture
def draft(table):
    return drafted(table)


def test_a_draft_starts_as_the_edition_that_holds(table):
    edition = ScenarioRevisionFactory(story="Een verhaal.", signs=["Teken een.", "Teken twee."])
    place = WorkshopScenarioFactory(workshop=table.workshop, revision=edition)

    draft = open_draft(who=table.as_secretary, place=place)

    texts = dict(draft.sections.filter(document__isnull=False).values_list("part", "document__text"))
    assert set(texts) == set(LONGEST_PARTS)
    assert (texts["story"], texts["signs"]) == ("Een verhaal.", "Teken een.\nTeken twee.")
    assert draft.penholder == table.secretary
    assert JournalEntry.objects.get().act == Act.DRAFT_OPENED


def test_a_draft_is_laid_ready_once(table):
    place = WorkshopScenarioFactory(workshop=table.workshop)
    open_draft(who=table.as_secretary, place=place)
    open_draft(who=table.as_facilitator, place=place)

    assert ScenarioDraft.objects.get().penholder == table.secretary


def test_a_member_does_not_lay_a_draft_ready(table):
    with pytest.raises(NotAllowedError):
        open_draft(who=table.as_member("workers"), place=WorkshopScenarioFactory(workshop=table.workshop))


def test_the_pen_goes_to_one_person_who_takes_part(table, draft):
    give_pen(who=table.as_secretary, draft=draft, to=table.member("workers"))

    draft.refresh_from_db()
    assert draft.penholder == table.member("workers")
    entry = JournalEntry.objects.get()
    assert (entry.act, entry.data["to"]) == (Act.PEN_GIVEN, str(table.member("workers").journal_id))


def test_who_handed_over_the_pen_no_longer_has_it(table, draft):
    give_pen(who=table.as_secretary, draft=draft, to=table.member("workers"))

    with pytest.raises(NotAllowedError):
        set_joint(who=table.as_secretary, section=section_of(draft), is_joint=True)


def test_the_pen_stays_at_the_table(table, draft):
    with pytest.raises(WorkshopError):
        give_pen(who=table.as_secretary, draft=draft, to=UserFactory())


def test_giving_the_pen_to_who_has_it_is_no_act(table, draft):
    give_pen(who=table.as_secretary, draft=draft, to=table.secretary)

    assert not JournalEntry.objects.exists()


def test_the_penholder_lets_others_type_in_one_section(table, draft):
    set_joint(who=table.as_secretary, section=section_of(draft), is_joint=True)
    set_joint(who=table.as_secretary, section=section_of(draft), is_joint=True)

    assert section_of(draft).is_joint
    assert not section_of(draft, Part.SUMMARY).is_joint
    assert [entry.act for entry in JournalEntry.objects.all()] == [Act.SECTION_OPENED]
