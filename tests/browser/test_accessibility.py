# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every page, in both languages, on a phone and on a laptop: nothing that keeps anybody out."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.test import RequestFactory

from config.views import errors
from tests.browser.cases import CASES, Case, look, open_all_folds
from tests.browser.site import Step

PHONE, LAPTOP, NARROWEST, WIDEST = 390, 1280, 320, 1920
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
LOOK = """
async only => {
  const found = await axe.run({ runOnly: only, resultTypes: ["violations"], preload: false });
  return found.violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html} ${node.failureSummary}`));
}
"""
TOO_WIDE = """
() => {
  const page = document.documentElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  const outside = element => element.getBoundingClientRect().right > page.clientWidth + 1;
  const parts = [...document.body.querySelectorAll("*")].filter(outside);
  return parts.map(element => element.outerHTML.slice(0, 200));
}
"""


def violations(one, width, only=LEVELS):
    """Return what stands in the way of somebody on the page as it is now."""
    one.page.set_viewport_size({"width": width, "height": 900})
    if not one.page.evaluate("'axe' in window"):
        one.page.evaluate(AXE_SCRIPT)
    return [f"at {width} px {found}" for found in one.page.evaluate(LOOK, only)]


def too_wide(one):
    """Return what makes the page scroll sideways, on the narrowest screen and on a wide one."""
    found = []
    for width in (WIDEST, NARROWEST):
        one.page.set_viewport_size({"width": width, "height": 900})
        found += [f"at {width} px {words}" for words in one.page.evaluate(TOO_WIDE)]
    return found


def in_order_of_steps():
    return sorted(CASES, key=lambda case: list(Step).index(case.step))


@dataclass(frozen=True)
class Look:
    """One page in one language; in both widths when it is seen for the first time, else in one of them."""

    case: Case
    language: str
    widths: tuple[int, ...]

    @property
    def is_also_in_the_dark(self) -> bool:
        """Whether the colours of the dark are looked at too: they are the same in every language and for everybody."""
        return self.language == "nl" and not self.case.who and not self.case.query


def looks() -> Iterator[object]:
    """Look at every page in both languages on both screens; in its other roles and states crosswise.

    One look at each page belongs to the quick tests, on a phone in Dutch and on a laptop in English by turns.
    """
    seen = set()
    for case in in_order_of_steps():
        is_new = case.name not in seen
        seen.add(case.name)
        is_dutch_first = len(seen) % 2 == 0
        for language, own in ("nl", PHONE), ("en", LAPTOP):
            is_quick = is_new and (language == "nl") == is_dutch_first
            other = LAPTOP if own == PHONE else PHONE
            if is_quick:
                yield pytest.param(Look(case, language, (own,)), id=f"{case}-{language}")
                yield pytest.param(
                    Look(case, language, (other,)), id=f"{case}-{language}-{other}", marks=pytest.mark.slow
                )
            else:
                widths = (PHONE, LAPTOP) if is_new else (own,)
                yield pytest.param(Look(case, language, widths), id=f"{case}-{language}", marks=pytest.mark.slow)


@pytest.mark.parametrize("seen", looks())
def test_a_page_keeps_nobody_out(site, seen):
    site.bring_to(seen.case.step)
    with looked_at(site, seen) as one:
        assert one.page.title(), "without a title"
        assert one.find("html").get_attribute("lang") == seen.language
        assert one.find("h1").count() == 1
        found = [words for width in seen.widths for words in violations(one, width)]
        wide = too_wide(one)
        if seen.is_also_in_the_dark:
            one.page.emulate_media(color_scheme="dark")
            found += [f"in the dark {words}" for words in violations(one, LAPTOP, COLOURS)]
        assert not found, "\n".join(found)
        assert not wide


@contextmanager
def looked_at(site, seen):
    """Open the page, and bring it into the state that is to be looked at; who changes something comes afresh."""
    only_looks = seen.case.act in {look, open_all_folds}
    lend = site.read_by if only_looks else site.visited_by
    with lend(seen.case.who, language=seen.language) as one:
        one.open(seen.case.path(site), seen.case.status)
        seen.case.act(one)
        yield one


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    "view", [errors.server_error, errors.bad_request, errors.csrf_failure], ids=lambda one: one.__name__
)
def test_what_is_shown_when_it_goes_wrong_keeps_nobody_out(site, view, language):
    served = view(RequestFactory().get("/", headers={"Accept-Language": language}))
    with site.visited_by("", language=language) as one:
        one.page.route(
            f"{site.installation.address}/broken/",
            lambda route: route.fulfill(
                response=route.fetch(url=f"{site.installation.address}/"),
                status=served.status_code,
                body=served.content,
            ),
        )
        one.open("/broken/", served.status_code)
        found = [*violations(one, LAPTOP), *violations(one, PHONE)]
        assert not found, "\n".join(found)
        assert not too_wide(one)
