# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every act on the key pages by keyboard alone, with the focus always in sight."""

from contextlib import ExitStack

import pytest
from playwright.sync_api import expect

from tests.browser.cases import DELEGATE, EMPLOYER
from tests.browser.site import COMPUTED, PARTLY, WORKSHOP, Step

MOST_STEPS = 150
WHERE = """
() => {
  const at = document.activeElement;
  const box = at.getBoundingClientRect();
  const seen = document.elementsFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, innerHeight) / 2);
  const style = getComputedStyle(at);
  return {
    tag: at.outerHTML.slice(0, 120),
    isMarked: style.outlineStyle !== "none" || style.boxShadow !== "none",
    isCovered: box.width > 1 && seen.length > 0 && !seen.some(one => at === one || at.contains(one) || one.contains(at)),
  };
}
"""


class Keys:
    """Hands that only reach the keyboard."""

    def __init__(self, one):
        self.one = one

    def press(self, *keys):
        for key in keys:
            self.one.page.keyboard.press(key)

    def type(self, words):
        self.one.page.keyboard.type(words)

    def go_to(self, selector, key="Tab"):
        """Step on until that has the focus; everything on the way shows that it has it."""
        wanted = self.one.find(selector).first
        for _ in range(MOST_STEPS):
            self.press(key)
            if wanted.evaluate("one => one === document.activeElement"):
                return self.check_focus()
        raise AssertionError(f"{selector} can not be reached with {key}")

    def is_past_the_end(self):
        return self.one.page.evaluate("document.activeElement === document.body")

    def check_focus(self):
        at = self.one.page.evaluate(WHERE)
        assert at["isMarked"], f"nothing shows the focus on {at['tag']}"
        assert not at["isCovered"], f"something lies over {at['tag']}"


@pytest.fixture
def keys(site):
    def at(name, step, path):
        site.bring_to(step)
        one = stack.enter_context(site.visited_by(name))
        one.open(f"{WORKSHOP}{path}")
        return Keys(one)

    with ExitStack() as stack:
        yield at


def test_the_first_key_leads_past_the_navigation(keys):
    hands = keys("", Step.COMPARING, "request/")
    hands.press("Tab")
    expect(hands.one.find("a[href='#main']")).to_be_focused()
    expect(hands.one.find("a[href='#main']")).to_be_in_viewport()
    hands.press("Enter")
    expect(hands.one.find("#main")).to_be_focused()
    hands.press("Tab")
    assert hands.one.find("main :focus").count() == 1


def test_the_way_through_a_page_shows_where_one_is(keys):
    hands = keys(DELEGATE, Step.COMPARING, "")
    seen = 0
    for _ in range(MOST_STEPS):
        hands.press("Tab")
        if hands.is_past_the_end():
            break
        hands.check_focus()
        seen += 1
    assert seen >= 20


def test_a_vote_is_given_copied_and_stored(keys):
    hands = keys(EMPLOYER, Step.VOTING, f"ballots/{COMPUTED}/")
    hands.go_to("input[name=trend-need]")
    hands.press("Space")
    hands.go_to("input[name=trend-stance]")
    hands.press("ArrowDown")
    expect(hands.one.find("input[name=trend-stance][value='4']")).to_be_checked()
    hands.go_to("textarea[name=trend-reason]")
    hands.type("Dit past bij wat wij al doen.")
    hands.go_to("#scenario-A button[data-copy-group]")
    hands.press("Enter")
    expect(hands.one.find("input[name=stagnation-stance][value='4']")).to_be_checked()
    hands.go_to("button[name=then][value=stay]")
    hands.press("Enter")
    expect(hands.one.find(".messages form button")).to_be_visible()
    hands.go_to(".messages form button")
    hands.press("Enter")
    expect(hands.one.find("input[name=trend-stance]:checked")).to_have_count(0)


def test_a_proposal_is_tabled(keys):
    hands = keys(DELEGATE, Step.COMPARING, "proposals/new/")
    hands.go_to("a[href='?from=own']")
    hands.press("Enter")
    hands.one.page.wait_for_url("**from=own")
    hands.go_to("#id_title")
    hands.type("Een voorstel met de toetsen")
    hands.go_to("#id_summary")
    hands.type("Alles gaat met de toetsen.")
    hands.go_to("input[data-pair=id_lever_minimum_wage]")
    hands.press("ArrowRight", "ArrowRight")
    expect(hands.one.find("#id_lever_minimum_wage")).to_have_value("2")
    hands.go_to("details.lever-theme:nth-of-type(2) summary")
    hands.press("Enter")
    hands.go_to("#id_lever_training")
    hands.press("ControlOrMeta+A")
    hands.type("0,5")
    hands.go_to("#id_reasons")
    hands.type("Omdat het zo moet kunnen.")
    hands.go_to("input[name=addresses_kind]")
    hands.press("ArrowRight")
    hands.go_to("#id_addresses")
    hands.type("Iedereen doet mee.")
    hands.go_to("input[name=level]")
    hands.press("Space")
    hands.go_to("button[value=check]")
    hands.press("Enter")
    expect(hands.one.find("ul.levers li")).to_have_count(2)
    hands.go_to("button[value=submit]")
    hands.press("Enter")
    hands.one.page.wait_for_url("**/proposals/*/")
    expect(hands.one.find(".messages")).to_be_visible()


def test_what_is_wrong_is_one_key_away_from_its_field(keys):
    hands = keys(EMPLOYER, Step.VOTING, f"ballots/{PARTLY}/")
    hands.one.find("input[name=displacement-stance][value='1']").focus()
    hands.press("Space")
    hands.go_to("button[name=then][value=stay]")
    hands.press("Enter")
    expect(hands.one.find(".error-summary a")).to_be_visible()
    hands.go_to(".error-summary a")
    hands.press("Enter")
    expect(hands.one.find("textarea[name=displacement-reason]")).to_be_focused()


def test_the_menu_of_who_is_signed_in_opens_and_signs_out(keys):
    hands = keys("willemijn", Step.COMPARING, "")  # nobody else here needs her session
    hands.go_to(".self details.menu summary")
    hands.press("Enter")
    hands.go_to("form[data-forget] button")
    hands.press("Enter")
    expect(hands.one.find(".self details.menu")).to_have_count(0)


def test_a_wide_table_scrolls_by_keys(keys):
    hands = keys("", Step.COMPARING, "matrix/table/")
    hands.one.page.set_viewport_size({"width": 390, "height": 900})
    table = hands.one.find("main .scroll").first
    assert table.evaluate("one => one.scrollWidth > one.clientWidth")
    hands.go_to("main .scroll")
    hands.press("ArrowRight", "ArrowRight")
    hands.one.page.wait_for_function("one => one.scrollLeft > 0", arg=table.element_handle())
