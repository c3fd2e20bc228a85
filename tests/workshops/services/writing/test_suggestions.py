# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

from uuid import uuid4

import pytest

from scenarios.enums import Part
from scenarios.errors import TooLongError
from tests.factories import STORY, council, drafted, section_of
from workshops.enums import Act, SuggestionState
from workshops.errors import MovedError, NotAllowedError, WorkshopError
from workshops.models import JournalEntry, Suggestion
from workshops.services.writing.suggestions import (
    adapt,
    answer_suggestion,
    decline,
    make_suggestion,
    take_over,
    withdraw_suggestion,
)
from workshops.services.writing.typing import Typed, save_text

pytestmark = pytest.mark.django_db

AFTER = STORY.replace("stijgt", "stijgt langzaam")


@pytest.fixture
def table():
    return council()


@pytest.fixture
def draft(table):
    return drafted(table)


def proposed(table, draft, after=AFTER, before=STORY):
    who = table.as_member("workers")
    return make_suggestion(who=who, section=section_of(draft), before=before, after=after, reason="Preciezer.")


def written(table, draft, text):
    save_text(who=table.as_secretary, section=section_of(draft), typed=Typed(section_of(draft).document.text, text))


def text_of(draft):
    return section_of(draft).document.text


def test_a_member_proposes_and_the_text_stays_as_it_is(table, draft):
    suggestion = proposed(table, draft)

    assert (suggestion.number, suggestion.state, suggestion.capacity) == (1, SuggestionState.OPEN, "workers:1")
    assert suggestion.about == draft.place.revision
    assert text_of(draft) == STORY
    assert JournalEntry.objects.get().act == Act.SUGGESTION_MADE


def test_a_form_sent_twice_proposes_once(table, draft):
    key, who = uuid4(), table.as_member("workers")
    for _time in range(2):
        make_suggestion(
            who=who, section=section_of(draft), before=STORY, after=AFTER, reason="Preciezer.", form_key=key
        )

    assert Suggestion.objects.count() == 1


def test_a_proposal_that_changes_nothing_is_refused(table, draft):
    with pytest.raises(WorkshopError):
        proposed(table, draft, after=STORY)


@pytest.mark.parametrize("reason", ["", "  ", "a" * 2_001])
def test_a_proposal_needs_a_reason_of_reasonable_length(table, draft, reason):
    with pytest.raises(WorkshopError) as refusal:
        make_suggestion(
            who=table.as_member("workers"), section=section_of(draft), before=STORY, after=AFTER, reason=reason
        )
    assert refusal.value.field == "reason"


def test_a_proposal_may_not_make_the_text_too_long(table, draft):
    with pytest.raises(TooLongError):
        proposed(table, draft, after="a" * 12_001)


def test_the_penholder_takes_it_over_as_the_proposers_words(table, draft):
    suggestion = take_over(who=table.as_secretary, suggestion=proposed(table, draft))

    assert (suggestion.state, suggestion.decided_capacity) == (SuggestionState.TAKEN, "secretary")
    assert text_of(draft) == AFTER == suggestion.became
    assert [len(" langzaam"), "workers:1"] in section_of(draft).document.stretches


def test_a_proposal_fits_around_what_was_written_since(table, draft):
    suggestion = proposed(table, draft)
    written(table, draft, STORY.replace("2030", "2031"))

    take_over(who=table.as_secretary, suggestion=suggestion)

    assert text_of(draft) == AFTER.replace("2030", "2031")


def test_a_proposal_about_words_that_changed_is_not_taken_over_by_itself(table, draft):
    suggestion = proposed(table, draft, after=STORY.replace("stijgt", "verdubbelt"))
    written(table, draft, STORY.replace("stijgt", "daalt"))

    with pytest.raises(MovedError):
        take_over(who=table.as_secretary, suggestion=suggestion)
    suggestion.refresh_from_db()
    assert (suggestion.state, text_of(draft)) == (SuggestionState.OPEN, STORY.replace("stijgt", "daalt"))


def test_adapting_keeps_the_proposers_words_theirs_and_says_why(table, draft):
    suggestion = proposed(table, draft)
    wanted = STORY.replace("stijgt", "stijgt langzaam maar zeker")

    suggestion = adapt(who=table.as_secretary, suggestion=suggestion, onto=STORY, text=wanted, because="Zo klopt het.")

    assert (suggestion.state, suggestion.verdict) == (SuggestionState.ADAPTED, "Zo klopt het.")
    assert text_of(draft) == wanted
    writers = {who for _size, who in section_of(draft).document.stretches}
    assert writers == {"", "workers:1", "secretary"}


def test_adapting_beside_a_text_that_moved_on_loses_nobodys_words(table, draft):
    suggestion = proposed(table, draft)
    written(table, draft, STORY.replace("2030", "2031"))
    wanted = STORY.replace("stijgt", "stijgt traag")

    adapt(who=table.as_secretary, suggestion=suggestion, onto=STORY, text=wanted, because="Zo klopt het.")

    assert text_of(draft) == wanted.replace("2030", "2031")


def test_declining_needs_a_reason_and_leaves_the_text(table, draft):
    suggestion = proposed(table, draft)
    with pytest.raises(WorkshopError):
        decline(who=table.as_secretary, suggestion=suggestion, because=" ")

    suggestion = decline(who=table.as_secretary, suggestion=suggestion, because="Dit staat er al.")

    assert (suggestion.state, suggestion.verdict, text_of(draft)) == (
        SuggestionState.DECLINED,
        "Dit staat er al.",
        STORY,
    )


@pytest.mark.parametrize("act", [take_over, lambda **it: decline(**it, because="Nee.")])
def test_only_the_penholder_decides(table, draft, act):
    suggestion = proposed(table, draft)

    for who in (table.as_member("workers"), table.as_facilitator):
        with pytest.raises(NotAllowedError):
            act(who=who, suggestion=suggestion)


def test_what_was_decided_is_not_decided_again(table, draft):
    suggestion, same = proposed(table, draft), Suggestion.objects.get()
    decline(who=table.as_secretary, suggestion=suggestion, because="Nee.")

    with pytest.raises(MovedError):
        take_over(who=table.as_secretary, suggestion=same)
    assert text_of(draft) == STORY


def test_the_proposer_answers_and_may_withdraw(table, draft):
    suggestion = proposed(table, draft)
    answer_suggestion(who=table.as_member("workers"), suggestion=suggestion, text="Graag overleg.")

    withdraw_suggestion(who=table.as_member("workers"), suggestion=suggestion)

    assert suggestion.replies.get().text == "Graag overleg."
    assert suggestion.state == SuggestionState.WITHDRAWN
    acts = list(JournalEntry.objects.values_list("act", flat=True))
    assert acts == [Act.SUGGESTION_MADE, Act.SUGGESTION_ANSWERED, Act.SUGGESTION_WITHDRAWN]


def test_another_member_neither_withdraws_nor_answers(table, draft):
    suggestion = proposed(table, draft)

    with pytest.raises(NotAllowedError):
        withdraw_suggestion(who=table.as_member("employers"), suggestion=suggestion)
    with pytest.raises(NotAllowedError):
        answer_suggestion(who=table.as_member("employers"), suggestion=suggestion, text="Nee.")


def test_fields_take_no_proposals(table, draft):
    with pytest.raises(WorkshopError):
        make_suggestion(
            who=table.as_member("workers"), section=section_of(draft, Part.DRIVERS), before="a", after="b", reason="c"
        )
