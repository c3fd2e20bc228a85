# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two and three people in one section at once, each at a real browser."""

from contextlib import ExitStack

import pytest

from tests.browser.site import WORKSHOP, Step
from tests.servers.waiting import wait_for

SIGNS = f"{WORKSHOP}scenarios/displacement/draft/signs/"  # a joint section of the worked example
SAVED = "[data-editor-state=saved]"


def text_of(one):
    return one.find("#text").input_value()


@pytest.fixture
def desk(site):
    site.bring_to(Step.COMPARING)
    with ExitStack() as people:

        def sit(name):
            one = people.enter_context(site.visited_by(name))
            one.open(SIGNS)
            one.find(SAVED).wait_for()
            return one

        yield sit


def at_start(one, words):
    one.find("#text").focus()
    one.page.keyboard.press("Control+Home")
    one.page.keyboard.type(words)


def agree(*people):
    wait_for(lambda: len({text_of(one) for one in people}) == 1, "the same text everywhere")


def test_three_who_type_at_once_read_the_same_and_lose_nothing(desk):
    people = [desk("hanna"), desk("fatma"), desk("pieter")]
    for number, one in enumerate(people):
        at_start(one, f"Teken {number} van drie. ")

    wait_for(lambda: all(f"Teken {n} van drie" in text_of(one) for one in people for n in range(3)), "all words")
    agree(*people)


def test_the_caret_stays_between_its_words_and_undo_takes_back_ones_own(desk):
    hanna, fatma = desk("hanna"), desk("fatma")
    at_start(hanna, "Hanna schrijft. ")
    wait_for(lambda: text_of(fatma).startswith("Hanna schrijft. "), "her words")
    at_start(fatma, "Fatma ook. ")
    wait_for(lambda: text_of(hanna).startswith("Fatma ook. Hanna schrijft. "), "the others' words")
    assert hanna.find("#text").evaluate("field => field.selectionStart") == len("Fatma ook. Hanna schrijft. ")

    hanna.page.keyboard.press("Control+z")

    wait_for(lambda: not text_of(hanna).startswith("Fatma ook. Hanna"), "her own words gone")
    assert text_of(hanna).startswith("Fatma ook. ")
    agree(hanna, fatma)


def test_words_typed_without_a_line_are_sent_when_it_is_back(desk):
    hanna, fatma = desk("hanna"), desk("fatma")
    fatma.context.set_offline(True)
    at_start(fatma, "Zonder verbinding. ")
    fatma.find("[data-editor-state=away]").wait_for()
    at_start(hanna, "Intussen. ")
    fatma.context.set_offline(False)

    wait_for(lambda: "Zonder verbinding. " in text_of(hanna), "what was typed offline")
    wait_for(lambda: "Intussen. " in text_of(fatma), "what was typed meanwhile")
    agree(hanna, fatma)
    fatma.watch.wrong.clear()  # the browser writes down every request that found no line
