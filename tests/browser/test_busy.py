# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What takes long says so as soon as it is asked for, and is asked for once."""

from playwright.sync_api import expect

from tests.browser.cases import SECRETARY
from tests.browser.site import WORKSHOP, Step

COUNT_WHAT_IS_SENT = """
() => {
  window.sent = 0;
  document.addEventListener("submit", (event) => {
    event.preventDefault();
    window.sent += 1;
  });
}
"""


def test_a_report_that_is_being_compiled_says_so_and_a_second_press_asks_for_no_second_one(site):
    site.bring_to(Step.COMPARING)
    with site.visited_by(SECRETARY) as one:
        one.open(f"{WORKSHOP}report/")
        button = one.find("form[action$='/report/compile'] button")
        one.page.evaluate(COUNT_WHAT_IS_SENT)
        button.click()
        expect(button).to_have_text("Het rapport wordt samengesteld ...")
        expect(button).to_have_attribute("aria-disabled", "true")
        button.click(force=True)
        assert one.page.evaluate("window.sent") == 1
