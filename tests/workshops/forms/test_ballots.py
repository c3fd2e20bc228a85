# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""One scenario's answer as a form."""

import pytest

from workshops.enums import LEVELS, Need, Stance
from workshops.forms.ballots import AnswerForm, stored
from workshops.forms.words import NEEDS, PHASE_CHANGES, PHASE_SENTENCES, PHASES, ROLES, STANCES, glyph_of
from workshops.models import Ballot
from workshops.services.ballots import LONGEST_REASON, Answer

pytestmark = pytest.mark.usefixtures("in_english")


def form(**fields):
    return AnswerForm({f"trend-{name}": str(value) for name, value in fields.items()}, prefix="trend")


def test_a_full_answer_becomes_what_the_service_takes():
    filled = form(need=Need.YES, stance=Stance.OBJECTION, reason=" Te duur. ", would_change="Een lager tarief.")

    assert filled.is_valid()
    assert filled.answer == Answer(Stance.OBJECTION, Need.YES, "Te duur.", "Een lager tarief.")


def test_an_untouched_scenario_is_no_answer_and_no_mistake():
    assert form().is_valid()
    assert form(need=Need.NO).is_valid()
    empty = form(need=Need.NO)
    assert empty.is_valid()
    assert empty.answer is None


@pytest.mark.parametrize("stance", Stance)
def test_only_the_lowest_two_levels_need_a_reason(stance):
    assert form(stance=stance).is_valid() is (stance not in {Stance.OBJECTION, Stance.UNACCEPTABLE})
    assert form(stance=stance, reason="Daarom.").is_valid()


@pytest.mark.parametrize("field", ["reason", "would_change"])
def test_words_without_an_answer_are_not_dropped(field):
    filled = form(**{field: "Eerst scholing."})

    assert not filled.is_valid()
    ((words, where),) = filled.lines
    assert "Choose an answer as well" in words
    assert where == "id_trend-stance_0"


def test_a_text_is_measured_here_and_not_cut_by_the_browser():
    filled = form(stance=Stance.FULL, reason="x" * (LONGEST_REASON + 1))

    assert not filled.is_valid()
    assert filled.lines[0][1] == "id_trend-reason"
    assert "maxlength" not in str(filled["reason"])
    assert form(stance=Stance.FULL, reason="x" * LONGEST_REASON).is_valid()


def test_the_levels_stand_apart_from_the_answers_outside_the_order():
    levels = [(choice.data["value"], glyph) for choice, glyph in form().levels]
    others = [(choice.data["value"], glyph) for choice, glyph in form().others]

    assert [value for value, _glyph in levels] == list(LEVELS)
    assert [glyph for _value, glyph in levels] == ["full", "full", "half", "open", "crossed"]
    assert others == [(Stance.ABSTAIN, "dash"), (Stance.NEED_INFORMATION, "dash"), (Stance.NO_MANDATE, "dash")]


def test_a_stored_ballot_comes_back_as_it_was_and_none_as_nothing():
    ballot = Ballot(stance=Stance.LIVE_WITH, need="", reason="Mits.", would_change="")

    assert stored(ballot) == Answer(Stance.LIVE_WITH, reason="Mits.").plain
    assert stored(None) == {}


@pytest.mark.parametrize("words", [STANCES, NEEDS, PHASES, PHASE_SENTENCES, PHASE_CHANGES, ROLES])
def test_every_closed_list_has_all_its_words(words):
    (kind,) = {type(key) for key in words}

    assert set(words) == set(kind)
    assert all(words.values())


def test_every_answer_has_a_glyph():
    assert {glyph_of(stance) for stance in Stance} == {"full", "half", "open", "crossed", "dash"}
