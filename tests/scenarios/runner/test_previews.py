# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Trying a version out in the process that asks: what it is known by, whose turn it is."""

import json
from contextlib import ExitStack

import pytest

from scenarios import vocabulary
from scenarios.errors import BusyError
from scenarios.runner import previews
from scenarios.runner.previews import MOST_EACH, Trial, Turns, numbers_of, preview

TREND = numbers_of(vocabulary.default_scenario("trend").drivers)


def trial(**facts):
    return Trial(
        **{"before": (TREND,), "after": (TREND,), "years": (2030,), "levers": (("minimum_wage", 0.1),), **facts}
    )


def test_the_same_question_has_the_same_word_and_another_one_another():
    word = trial().digest(draws=100, seed=1)

    assert trial().digest(draws=100, seed=1) == word
    others = [
        trial(levers=(("minimum_wage", 0.11),)),
        trial(start_year=2018),
        trial(phase_years=4),
        trial(budget_bn=-1.0),
        trial(is_costed_by_model=True),
        trial(years=(2040,)),
        trial(after=(numbers_of({**dict(TREND), "new_tasks": 0.004}),)),
    ]
    words = {one.digest(draws=100, seed=1) for one in others} | {trial().digest(draws=101, seed=1)}
    assert len(words) == len(others) + 1
    assert word not in words


def test_another_model_gives_another_word(monkeypatch):
    word = trial().digest(draws=100, seed=1)
    monkeypatch.setattr(previews.arrays, "MODEL_VERSION", "0.0.0")

    assert trial().digest(draws=100, seed=1) != word


def test_it_survives_the_way_to_a_worker():
    assert Trial.from_message(json.loads(json.dumps(trial().as_message()))) == trial()


def test_the_order_in_which_levers_are_given_makes_no_difference():
    assert numbers_of({"b": 1, "a": 2}) == numbers_of({"a": 2.0, "b": 1.0})


def test_the_same_preview_is_computed_once(monkeypatch):
    previews._previewed.cache_clear()
    asked = []
    monkeypatch.setattr(previews, "compare", lambda **about: asked.append(about))
    preview(trial())
    preview(trial())

    assert len(asked) == 1


def test_one_person_cannot_take_every_place(monkeypatch):
    monkeypatch.setattr(previews, "AT_ONCE", MOST_EACH + 2)
    turns = Turns()
    with ExitStack() as under_way:
        for _ in range(MOST_EACH):
            under_way.enter_context(turns.of("fatma"))
        with pytest.raises(BusyError, match=r"(Wait a moment|Wacht even)"), turns.of("fatma"):
            pass
        with turns.of("pieter"):
            pass
    with turns.of("fatma"):
        pass


def test_who_waits_in_vain_is_told_so_and_leaves_no_trace(monkeypatch):
    monkeypatch.setattr(previews, "SECONDS_TO_TURN", 0.01)
    turns = Turns()
    with turns.of("a"), turns.of("b"):
        with pytest.raises(BusyError), turns.of("c"):
            pass
        assert turns.asked["c"] == 0
    with turns.of("c"):
        pass
    assert not turns.asked
