# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

from uuid import uuid4

import pytest

from scenarios.errors import TooLongError
from scenarios.services.documents import Sent
from scenarios.texts.merging import Choice
from tests.factories import STORY, Browser, council, drafted, section_of
from workshops.enums import Act, Phase
from workshops.errors import NotAllowedError
from workshops.models import JournalEntry, Workshop
from workshops.services.writing.opening import set_joint
from workshops.services.writing.typing import Typed, save_text, take_update

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    return council()


@pytest.fixture
def draft(table):
    return drafted(table)


def sent_by(browser):
    return browser.update()


def test_the_penholders_browser_is_taken_in(table, draft):
    browser = Browser(section_of(draft).document)
    browser.type(0, "Stel je voor: ")

    take_update(who=table.as_secretary, section=section_of(draft), sent=browser.update())

    assert section_of(draft).document.text == f"Stel je voor: {STORY}"
    assert section_of(draft).document.stretches[0] == [len("Stel je voor: "), "secretary"]


def test_a_member_without_the_pen_types_nothing(table, draft):
    sent = Sent(key=uuid4(), epoch=1, data=b"\x00\x00", client=1, clock=0)

    with pytest.raises(NotAllowedError):
        take_update(who=table.as_member("workers"), section=section_of(draft), sent=sent)


def test_in_a_joint_section_members_type_as_their_seat(table, draft):
    set_joint(who=table.as_secretary, section=section_of(draft), is_joint=True)
    browser = Browser(section_of(draft).document)
    browser.type(0, "Wij ")
    take_update(who=table.as_member("workers"), section=section_of(draft), sent=browser.update())

    assert section_of(draft).document.stretches[0] == [4, "workers:1"]


def test_nobody_types_while_the_table_votes(table, draft):
    Workshop.objects.update(phase=Phase.VOTING)

    with pytest.raises(NotAllowedError):
        save_text(who=table.as_secretary, section=section_of(draft), typed=Typed(STORY, "Anders."))
    assert section_of(draft).document.text == STORY


def test_the_journal_is_told_once_a_sitting_and_not_once_a_letter(table, draft):
    browser = Browser(section_of(draft).document)
    for letter in "abc":
        browser.type(0, letter)
        take_update(who=table.as_secretary, section=section_of(draft), sent=browser.update())
        browser.sent_until = browser.doc.get_state()

    entry = JournalEntry.objects.get()
    assert (entry.act, entry.data, entry.capacity) == (Act.SECTION_WRITTEN, {"part": "story"}, "secretary")


def test_a_form_saves_what_was_typed(table, draft):
    saved = save_text(who=table.as_secretary, section=section_of(draft), typed=Typed(STORY, "Heel anders."))

    assert saved.is_stored
    assert section_of(draft).document.text == "Heel anders."


def test_what_others_wrote_meanwhile_stays(table, draft):
    save_text(who=table.as_secretary, section=section_of(draft), typed=Typed(STORY, STORY.replace("2030", "2031")))

    mine = STORY.replace("stijgt", "blijft gelijk")
    saved = save_text(who=table.as_secretary, section=section_of(draft), typed=Typed(STORY, mine))

    assert saved.is_stored
    assert section_of(draft).document.text == mine.replace("2030", "2031")


def clash(table, draft):
    save_text(who=table.as_secretary, section=section_of(draft), typed=Typed(STORY, STORY.replace("stijgt", "daalt")))
    return STORY.replace("stijgt", "verdubbelt")


def test_two_changes_of_the_same_words_are_shown_and_neither_is_lost(table, draft):
    mine = clash(table, draft)

    saved = save_text(who=table.as_secretary, section=section_of(draft), typed=Typed(STORY, mine))

    assert not saved.is_stored
    assert [(one.theirs, one.mine) for one in saved.merged.clashes] == [("daalt.", "verdubbelt.")]
    assert section_of(draft).document.text == STORY.replace("stijgt", "daalt")


def test_a_choice_settles_it(table, draft):
    mine, theirs = clash(table, draft), STORY.replace("stijgt", "daalt")
    typed = Typed(STORY, mine, beside=theirs, choices={0: Choice.MINE})

    assert save_text(who=table.as_secretary, section=section_of(draft), typed=typed).is_stored
    assert section_of(draft).document.text == mine


def test_a_choice_made_beside_a_text_that_moved_on_is_asked_again(table, draft):
    mine, theirs = clash(table, draft), STORY.replace("stijgt", "daalt")
    save_text(
        who=table.as_secretary, section=section_of(draft), typed=Typed(theirs, theirs.replace("daalt", "wankelt"))
    )
    typed = Typed(STORY, mine, beside=theirs, choices={0: Choice.MINE})

    assert not save_text(who=table.as_secretary, section=section_of(draft), typed=typed).is_stored


def test_saving_what_stands_there_is_no_act(table, draft):
    save_text(who=table.as_secretary, section=section_of(draft), typed=Typed(STORY, STORY))

    assert not JournalEntry.objects.exists()


def test_too_long_is_refused_and_the_text_stays(table, draft):
    with pytest.raises(TooLongError):
        save_text(who=table.as_secretary, section=section_of(draft), typed=Typed(STORY, "a" * 12_001))
    assert section_of(draft).document.text == STORY
