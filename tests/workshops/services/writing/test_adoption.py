# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from scenarios.enums import Part
from scenarios.models import Projection, ScenarioRevision
from tests.factories import STORY, ProposalFactory, again, council, drafted, open_round, section_of
from workshops.enums import Act
from workshops.errors import MovedError, NotAllowedError, WorkshopError, WrongPhaseError
from workshops.models import JournalEntry
from workshops.selectors.contents import content_of_draft
from workshops.selectors.drafts import place_in
from workshops.services.writing.adoption import adopt_scenario, return_to_edition
from workshops.services.writing.fields import Setting, Told, set_drivers, write_development
from workshops.services.writing.typing import Typed, save_text

pytestmark = pytest.mark.django_db
NEW = STORY.replace("stijgt", "blijft gelijk")


@pytest.fixture
def table():
    return council()


@pytest.fixture
def draft(table):
    english = {"en": {"title": "A future", "story": "It is 2030."}}
    return drafted(table, title="Een toekomst", signs=["Een."], translations=english)


def write(table, draft, text, part=Part.STORY):
    section = section_of(draft, part)
    save_text(who=table.as_secretary, section=section, typed=Typed(section.document.text, text))


def adopt(table, draft, **other):
    draft = again(draft)
    told = {"base": draft.place.revision_id, "seen": content_of_draft(draft).digest, **other}
    return adopt_scenario(who=table.as_secretary, draft=draft, **told)


def test_the_draft_becomes_the_next_edition_and_the_one_before_stays(table, draft):
    write(table, draft, NEW)
    write(table, draft, "Een.\n\n Twee. ", Part.SIGNS)

    edition = adopt(table, draft)

    assert (edition.number, edition.story, edition.signs, edition.capacity) == (2, NEW, ["Een.", "Twee."], "secretary")
    assert again(draft).place.revision == edition
    assert ScenarioRevision.objects.get(number=1).story == STORY
    entry = JournalEntry.objects.get(act=Act.SCENARIO_ADOPTED)
    assert (entry.subject, entry.data) == ("scenario A", {"edition": 2})


def test_a_translation_comes_along_with_the_texts_that_read_as_before(table, draft):
    write(table, draft, NEW)

    assert adopt(table, draft).translations == {"en": {"title": "A future"}}


def test_who_wrote_what_is_frozen_with_it(table, draft):
    write(table, draft, NEW)

    stretches = adopt(table, draft).stretches["story"]

    assert [len("blijft gelijk"), "secretary"] in stretches
    assert sum(size for size, _who in stretches) == len(NEW.encode())


def test_adopted_drivers_set_the_models_numbers_with_their_ground(table, draft):
    set_drivers(
        who=table.as_secretary, draft=draft, settings={"displacement_pace": Setting(1.8, "Rapport X, p. 3.", 1.0)}
    )

    edition = adopt(table, draft)

    assert edition.drivers["displacement_pace"] == 1.8
    note = edition.driver_notes["displacement_pace"]
    assert (note["source"], note["capacity"]) == ("Rapport X, p. 3.", "secretary")
    assert not again(draft).drivers.exists()


def test_the_ground_of_a_driver_stays_known_in_later_editions(table, draft):
    set_drivers(who=table.as_secretary, draft=draft, settings={"displacement_pace": Setting(1.8, "Rapport X.", 1.0)})
    adopt(table, draft)
    write(table, draft, NEW)

    assert adopt(table, draft).driver_notes["displacement_pace"]["source"] == "Rapport X."


def test_the_figures_of_the_new_edition_are_asked_for_and_every_proposals_effect_in_it(table, draft):
    proposal = ProposalFactory(workshop=table.workshop)
    write(table, draft, NEW)

    edition = adopt(table, draft)

    asked = Projection.objects.filter(scenario_revision=edition)
    assert {row.reform_revision_id for row in asked} == {None, proposal.reform_revision_id}


def test_developments_come_along_in_their_order(table, draft):
    write_development(who=table.as_secretary, draft=draft, told=Told("opportunity", "economy", "Er is groei."))

    edition = adopt(table, draft)

    told = list(edition.developments.order_by("order").values_list("order", "kind", "text"))
    assert told == [(1, "bottleneck", "Lonen groeien uit elkaar."), (2, "opportunity", "Er is groei.")]


def test_of_two_who_adopt_at_once_the_first_does_and_the_second_is_told_and_loses_nothing(table, draft):
    write(table, draft, NEW)
    first, second = again(draft), again(draft)
    seen, base = content_of_draft(first).digest, first.place.revision_id
    adopt_scenario(who=table.as_secretary, draft=first, base=base, seen=seen)

    with pytest.raises(MovedError) as refusal:
        adopt_scenario(who=table.as_facilitator, draft=second, base=base, seen=seen)

    assert "2" in refusal.value.message
    assert ScenarioRevision.objects.count() == 2
    assert section_of(draft).document.text == NEW


def test_a_text_that_moved_on_since_it_was_read_is_not_adopted(table, draft):
    write(table, draft, NEW)
    seen = content_of_draft(again(draft)).digest
    write(table, draft, NEW.replace("2030", "2031"))

    with pytest.raises(MovedError):
        adopt(table, draft, seen=seen)
    assert ScenarioRevision.objects.count() == 1


def test_a_draft_that_says_what_holds_is_nothing_to_adopt(table, draft):
    with pytest.raises(WorkshopError):
        adopt(table, draft)


@pytest.mark.parametrize(("part", "text"), [(Part.STORY, "  "), (Part.TITLE, ""), (Part.TITLE, "Een\ntitel")])
def test_a_scenario_needs_a_title_of_one_line_and_a_story(table, draft, part, text):
    write(table, draft, text, part)

    with pytest.raises(WorkshopError):
        adopt(table, draft)


def test_a_member_does_not_adopt(table, draft):
    write(table, draft, NEW)

    with pytest.raises(NotAllowedError):
        adopt_scenario(who=table.as_member("workers"), draft=again(draft), base=draft.place.revision_id, seen="")


def test_nothing_is_adopted_while_a_round_is_open(table, draft):
    write(table, draft, NEW)
    open_round(table)
    table.workshop.refresh_from_db()
    type(table.workshop).objects.update(phase="comparing")

    with pytest.raises(WrongPhaseError):
        adopt(table, draft)


def test_an_earlier_edition_comes_back_as_a_new_one(table, draft):
    write(table, draft, NEW)
    adopt(table, draft)
    first = ScenarioRevision.objects.get(number=1)

    edition = return_to_edition(
        who=table.as_secretary, draft=again(draft), edition=first, base=again(draft).place.revision_id
    )

    assert (edition.number, edition.returned_from, edition.story) == (3, 1, STORY)
    assert edition.translations == first.translations
    assert [one.text for one in edition.developments.all()] == [one.text for one in first.developments.all()]
    assert place_in(table.workshop, draft.place.scenario.key).revision == edition
    assert section_of(draft).document.text == STORY
    assert JournalEntry.objects.get(act=Act.SCENARIO_RETURNED).data == {"edition": 3, "returned": 1}


def test_what_somebody_was_writing_stays_when_an_earlier_edition_comes_back(table, draft):
    write(table, draft, NEW)
    adopt(table, draft)
    write(table, draft, "Samenvatting in wording.", Part.SUMMARY)

    return_to_edition(
        who=table.as_secretary,
        draft=again(draft),
        edition=ScenarioRevision.objects.get(number=1),
        base=again(draft).place.revision_id,
    )

    assert section_of(draft, Part.SUMMARY).document.text == "Samenvatting in wording."


def test_the_edition_that_holds_does_not_come_back(table, draft):
    with pytest.raises(WorkshopError):
        return_to_edition(
            who=table.as_secretary, draft=draft, edition=draft.place.revision, base=draft.place.revision_id
        )
