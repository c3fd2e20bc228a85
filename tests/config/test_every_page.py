# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every address is looked at in a browser, or says why it is no page."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from tests.browser.cases import CASES, NO_PAGES


def test_no_page_is_forgotten():
    names = set(names_in(get_resolver().url_patterns))
    assert {case.name for case in CASES if not case.name.startswith("/")} | set(NO_PAGES) == names


def names_in(patterns, prefix="") -> Iterator[str]:
    for one in patterns:
        if isinstance(one, URLResolver) and one.pattern._route != "api/v1/":  # the API has tests of its own
            yield from names_in(one.url_patterns, f"{one.namespace}:" if one.namespace else prefix)
        elif isinstance(one, URLPattern) and one.name:
            yield f"{prefix}{one.name}"
