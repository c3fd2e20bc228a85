# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Levers under a hand: by mouse, by keyboard, on a phone and without scripts; the newest is what is shown."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.site import COMPUTED, WORKSHOP, Step
from tests.servers.waiting import wait_for

PROPOSAL = f"{WORKSHOP}try/?from=again-{COMPUTED}"
OWN = f"{WORKSHOP}try/?from=own"
SCENARIO = f"{WORKSHOP}scenarios/trend/try/"
WAGE = "#id_lever_minimum_wage"
SLIDER = "[data-pair=id_lever_minimum_wage]"
THERE = "[data-status][data-band=there]"

# The answers to some questions come late, and giving them up does not stop them: a line that is slow and unfair.
LATE_ANSWERS = """
window.late = [];
const honest = window.fetch;
window.fetch = (address, how) => {
  const answer = honest(address, { ...how, signal: undefined });
  if (!/lever_minimum_wage=1[0-4](&|$)/.test(String(address))) return answer;
  return new Promise((done) => window.setTimeout(() => answer.then((one) => { window.late.push(address); done(one); }), 2500));
};
"""
SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => { for (const one of list.getEntries()) window.shifted += one.value; })
  .observe({ type: "layout-shift", buffered: false });
"""


@pytest.fixture(autouse=True)
def comparing(site):
    site.bring_to(Step.COMPARING)


@pytest.fixture
def visitor(site):
    with site.visited_by("", language="en") as one:
        yield one


def opened(one, path=OWN):
    """Open the page, with every fold, and wait for the margin."""
    one.open(path)
    one.page.locator("main details").evaluate_all("folds => folds.forEach(fold => { fold.open = true; })")
    expect(one.find(THERE)).to_be_visible()


def first_value(one):
    return one.find("[data-value]").first


# its place on the page, not in the window: to focus a lever may scroll to it
PLACE_OF_TABLE = """() => { const box = document.querySelector('.tried').getBoundingClientRect();
  return [box.left + scrollX, box.top + scrollY, box.width, box.height]; }"""


def position(one, part="[data-point]", name="cx"):
    return float(one.find(f"[data-cell] {part}").first.get_attribute(name).rstrip("%"))


def has_margin_around(one):
    return position(one, "[data-band]", "x1") < position(one) < position(one, "[data-band]", "x2")


def moved(one):
    return parse_qs(urlsplit(one.page.url).query)


def test_a_slider_moves_its_number_the_marks_and_the_address(visitor):
    opened(visitor)
    before = position(visitor)
    visitor.find(SLIDER).focus()
    for _ in range(20):
        visitor.page.keyboard.press("ArrowRight")
    expect(visitor.find(WAGE)).to_have_value("20")
    expect(visitor.find(THERE)).to_be_visible()
    visitor.page.wait_for_url("**lever_minimum_wage=20*")

    assert position(visitor) < before == 50
    wait_for(lambda: has_margin_around(visitor), "the margin around the mark")
    expect(visitor.find("[data-now]")).to_contain_text("Statutory minimum wage: +20.0%.")
    expect(visitor.find(SLIDER)).to_have_attribute("aria-valuetext", "20 %")


def test_a_number_moves_its_slider(visitor):
    opened(visitor)
    visitor.find(WAGE).fill("12.5")
    visitor.page.wait_for_url("**lever_minimum_wage=12.5*")

    assert visitor.find(SLIDER).input_value() in {"12", "13"}
    assert moved(visitor)["from"] == ["own"]


def test_an_old_answer_is_never_shown_over_a_new_one(visitor):
    visitor.page.add_init_script(LATE_ANSWERS)
    opened(visitor)
    visitor.page.evaluate(
        "() => { window.seen = []; const now = document.querySelector('[data-now]');"
        "new MutationObserver(() => window.seen.push(now.textContent)).observe(now, { childList: true }); }"
    )
    visitor.find(SLIDER).focus()
    for number in ("10", "11", "12", "13", "14"):
        visitor.find(WAGE).fill(number)
        visitor.page.wait_for_timeout(
            450
        )  # longer than the page is patient at first: it gives them up one after another
    visitor.find(WAGE).fill("30")
    visitor.page.wait_for_url("**lever_minimum_wage=30*")
    wait_for(lambda: visitor.page.evaluate("window.late.length") >= 2, "the late answers")
    visitor.page.wait_for_timeout(300)

    expect(visitor.find("[data-now]")).to_contain_text("+30.0%")
    assert moved(visitor)["lever_minimum_wage"] == ["30"]
    sizes = [float(re.search(r"\+([\d.]+)%", words).group(1)) for words in visitor.page.evaluate("window.seen")]
    assert sizes == sorted(sizes)
    assert sizes[-1] == 30


def test_the_page_does_not_jump_while_a_lever_moves_and_its_margin_arrives(visitor):
    visitor.page.add_init_script(SHIFTS)
    opened(visitor, PROPOSAL)
    visitor.page.evaluate("document.fonts.ready")
    visitor.page.wait_for_timeout(300)
    table = visitor.page.evaluate(PLACE_OF_TABLE)
    visitor.page.evaluate("window.shifted = 0")
    visitor.find("[data-pair]").first.focus()
    for _ in range(5):
        visitor.page.keyboard.press("ArrowRight")
        visitor.page.wait_for_timeout(80)
    expect(visitor.find("[data-status]")).not_to_have_attribute("data-band", "there")
    expect(visitor.find(THERE)).to_be_visible()

    assert visitor.page.evaluate(PLACE_OF_TABLE) == pytest.approx(table, abs=1)
    assert visitor.page.evaluate("window.shifted") < 0.005


def test_two_versions_stand_side_by_side_and_a_link_shows_both(visitor, site):
    opened(visitor)
    visitor.find(WAGE).fill("20")
    visitor.page.wait_for_url("**lever_minimum_wage=20*")
    visitor.find("button[name=hold]").click()
    visitor.find(WAGE).fill("5")
    visitor.page.wait_for_url("**lever_minimum_wage=5&held=1&held-lever_minimum_wage=20")
    expect(visitor.find(THERE)).to_be_visible()

    with site.visited_by("", language="en") as neighbour:
        opened(neighbour, visitor.path())
        for one in (visitor, neighbour):
            expect(one.find("[data-held-version]")).to_contain_text("Statutory minimum wage: +20.0%.")
            expect(one.find("[data-now]")).to_contain_text("Statutory minimum wage: +5.0%.")
            expect(one.find("[data-held-words]").first).to_contain_text("difference")
            assert position(one, "[data-held] svg", "x") < position(one)
        assert (
            neighbour.find("[data-held-words]").all_inner_texts() == visitor.find("[data-held-words]").all_inner_texts()
        )

    visitor.find("button[name=release]").click()
    visitor.page.wait_for_url("**lever_minimum_wage=5")
    expect(visitor.find("[data-held-words]").first).to_be_hidden()


def test_one_can_go_back_forth_and_to_the_start(visitor):
    opened(visitor)
    for number in ("10", "20"):
        visitor.find(WAGE).fill(number)
        visitor.page.wait_for_url(f"**lever_minimum_wage={number}")
        expect(visitor.find(THERE)).to_be_visible()
    for button, number in (("undo", "10"), ("undo", "0"), ("redo", "10"), ("redo", "20")):
        visitor.find(f"[data-{button}]").click()
        expect(visitor.find(WAGE)).to_have_value(number)
        expect(visitor.find(SLIDER)).to_have_value(number)
    expect(visitor.find("[data-redo]")).to_have_attribute("aria-disabled", "true")
    visitor.find("button[name=restart]").click()
    expect(visitor.find(WAGE)).to_have_value("0")
    visitor.page.wait_for_url("**?from=own")


def test_what_is_out_of_bounds_is_said_at_its_field_and_the_picture_stays(visitor):
    opened(visitor)
    visitor.find(WAGE).fill("20")
    expect(visitor.find("[data-now]")).to_contain_text("+20.0%")
    before = first_value(visitor).inner_text()
    visitor.find(WAGE).fill("200")
    message = visitor.find("#id_lever_minimum_wage_error")
    expect(message).to_have_text("Statutory minimum wage: choose a value from −15.0 to 40.0 (%).")
    expect(visitor.find(WAGE)).to_have_attribute("aria-invalid", "true")

    assert visitor.find(WAGE).input_value() == "200"
    assert first_value(visitor).inner_text() == before
    assert moved(visitor)["lever_minimum_wage"] == ["20"]
    visitor.find(WAGE).fill("30")
    expect(message).to_have_count(0)
    expect(visitor.find("[data-now]")).to_contain_text("+30.0%")


def test_a_reader_hears_the_finding_only_when_the_hand_rests(visitor):
    opened(visitor)
    visitor.page.evaluate(
        "() => { window.heard = []; new MutationObserver((all) => all.forEach(({ target }) => "
        "target.role === 'status' && target.textContent && window.heard.push(target.textContent)))"
        ".observe(document.body, { childList: true, subtree: true }); }"
    )
    visitor.find(SLIDER).focus()
    for _ in range(25):
        visitor.page.keyboard.press("ArrowRight")
        visitor.page.wait_for_timeout(40)
    expect(visitor.find(THERE)).to_be_visible()
    visitor.page.wait_for_timeout(300)

    assert visitor.page.evaluate("window.heard") == [visitor.find("[data-finding]").inner_text()]
    assert visitor.find("[data-status][aria-live], [data-finding][aria-live]").count() == 0


def test_a_worded_level_sets_a_driving_force_by_keyboard(visitor):
    opened(visitor, SCENARIO)
    visitor.find("button[value='driver_displacement_pace:2.6']").focus()
    visitor.page.keyboard.press("Enter")
    expect(visitor.find("#id_driver_displacement_pace")).to_have_value("2.6")
    expect(visitor.find("button[value='driver_displacement_pace:2.6']")).to_have_attribute("aria-pressed", "true")
    expect(visitor.find("[data-finding]")).to_contain_text("Largest differences with the edition")
    expect(visitor.find("[data-pair=id_driver_displacement_pace]")).to_have_attribute(
        "aria-valuetext", "2.6 times the old pace (More than two and a half times as fast)"
    )


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_the_effects_stay_in_sight_and_cover_nothing(visitor, width):
    visitor.page.set_viewport_size({"width": width, "height": 640})
    opened(visitor, PROPOSAL)
    slider = visitor.find("[data-pair]").first
    slider.scroll_into_view_if_needed()
    slider.focus()
    visitor.page.keyboard.press("ArrowRight")
    strip = visitor.find(".strip").bounding_box()
    thumb = slider.bounding_box()

    assert 0 <= strip["y"] <= 640 - strip["height"] + 1
    assert thumb["y"] + thumb["height"] <= strip["y"]
    shown = visitor.find(".strip")
    before = shown.inner_text()
    visitor.page.keyboard.press("End")
    expect(shown).not_to_have_text(before, use_inner_text=True)
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_a_form_and_a_button_do_the_same(site):
    with site.visited_by("", language="en", scripts=False) as one:
        one.open(OWN)
        one.find(WAGE).fill("20")
        assert one.find(SLIDER).is_hidden()
        one.find("button", has_text="Work it out").first.click()
        one.page.wait_for_url("**lever_minimum_wage=20*")
        assert "+20.0%" in one.find("[data-now]").inner_text()
        one.find("button[name=hold]").click()
        one.find(WAGE).fill("5")
        one.find("button", has_text="Work it out").first.click()
        assert "+20.0%" in one.find("[data-held-version]").inner_text()
        assert "+5.0%" in one.find("[data-now]").inner_text()
        for _ in range(20):
            if one.find(THERE).count():
                break
            one.page.wait_for_timeout(200)
            one.page.reload()
        assert " to " in one.find("[data-range]").first.inner_text()
        one.find(WAGE).fill("99")
        one.find("button", has_text="Work it out").first.click()
        assert "from −15.0 to 40.0" in one.find(".error-summary").inner_text()
        assert one.find(WAGE).input_value() == "99"


def test_what_was_tried_goes_into_the_proposal_that_was_being_written(site):
    with site.visited_by("fatma", language="en") as fatma:
        fatma.open(f"{WORKSHOP}proposals/new/?from=own")
        fatma.find("#id_title").fill("Half a proposal")
        fatma.find("#id_lever_minimum_wage").fill("3")
        fatma.page.wait_for_timeout(500)
        fatma.find("a[data-carry]").click()
        fatma.page.wait_for_url("**/try/**")
        expect(fatma.find(WAGE)).to_have_value("3")
        fatma.find(WAGE).fill("7.5")
        fatma.page.wait_for_url("**lever_minimum_wage=7.5*")
        fatma.find("[data-take-over]").click()
        fatma.page.wait_for_url("**/proposals/new/**")
        expect(fatma.find("#id_title")).to_have_value("Half a proposal")
        expect(fatma.find("#id_lever_minimum_wage")).to_have_value("7.5")
        fatma.find("#id_lever_minimum_wage").fill("0")
        fatma.page.wait_for_timeout(500)
