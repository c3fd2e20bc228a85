# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from scenarios.enums import Part
from tests.factories import STORY, council, drafted, section_of
from workshops.enums import Act
from workshops.errors import NotAllowedError, PassageError, WorkshopError
from workshops.models import Comment, JournalEntry
from workshops.selectors.margin import margin_of
from workshops.services.writing.comments import answer_comment, make_comment, reopen_comment, resolve_comment
from workshops.services.writing.typing import Typed, save_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    return council()


@pytest.fixture
def draft(table):
    return drafted(table)


def commented(table, draft, quote="Mensen leren door."):
    return make_comment(who=table.as_member("workers"), section=section_of(draft), text="Wie dan?", quote=quote)


def test_a_comment_holds_on_to_its_passage(table, draft):
    comment = commented(table, draft)

    assert (comment.quote, comment.capacity, comment.about) == ("Mensen leren door.", "workers:1", draft.place.revision)
    assert JournalEntry.objects.get().act == Act.COMMENT_MADE


def test_a_passage_that_somebody_changed_meanwhile_is_refused_with_words(table, draft):
    with pytest.raises(PassageError) as refusal:
        commented(table, draft, quote="Mensen stoppen.")

    assert refusal.value.field == "quote"
    assert not Comment.objects.exists()


def test_a_comment_without_a_passage_is_about_the_whole(table, draft):
    comment = commented(table, draft, quote="")

    assert comment.quote == ""


def test_fields_can_be_commented_on_too(table, draft):
    make_comment(who=table.as_member("workers"), section=section_of(draft, Part.DRIVERS), text="Waarom zo hoog?")

    assert Comment.objects.get().section.part == Part.DRIVERS


def test_an_empty_comment_is_refused(table, draft):
    with pytest.raises(WorkshopError):
        make_comment(who=table.as_member("workers"), section=section_of(draft), text="  ")


def test_a_comment_follows_its_words_and_says_when_they_are_gone(table, draft):
    commented(table, draft)
    text = f"Vooraf. {STORY}"
    save_text(who=table.as_secretary, section=section_of(draft), typed=Typed(STORY, text))
    [said] = margin_of(section_of(draft)).said
    assert (said.place, said.is_orphan) == (text.index("Mensen"), False)

    save_text(who=table.as_secretary, section=section_of(draft), typed=Typed(text, text.replace("leren", "gaan")))
    [said] = margin_of(section_of(draft)).said
    assert (said.place, said.is_orphan, said.comment.quote) == (None, True, "Mensen leren door.")


def test_a_comment_is_answered_resolved_and_reopened(table, draft):
    comment = commented(table, draft)
    answer_comment(who=table.as_member("employers"), comment=comment, text="Iedereen.")
    resolve_comment(who=table.as_secretary, comment=comment)
    assert comment.is_resolved

    reopen_comment(who=table.as_member("crown"), comment=comment)

    assert not comment.is_resolved
    acts = list(JournalEntry.objects.values_list("act", flat=True))
    assert acts == [Act.COMMENT_MADE, Act.COMMENT_ANSWERED, Act.COMMENT_RESOLVED, Act.COMMENT_REOPENED]


def test_resolving_twice_is_resolving_once(table, draft):
    comment = commented(table, draft)
    for _time in range(2):
        resolve_comment(who=table.as_member("workers"), comment=comment)

    assert JournalEntry.objects.filter(act=Act.COMMENT_RESOLVED).count() == 1


def test_another_member_does_not_resolve_it(table, draft):
    with pytest.raises(NotAllowedError):
        resolve_comment(who=table.as_member("employers"), comment=commented(table, draft))
