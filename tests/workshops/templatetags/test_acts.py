# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Acts, phases and agreed numbers in words."""

import datetime as dt

import pytest
from django.urls import resolve
from django.utils import translation

from workshops.enums import Phase
from workshops.models import Workshop
from workshops.selectors.asked import Ask, Asked
from workshops.templatetags.acts import amount, ask_url, percent, phase_steps


@pytest.mark.parametrize("ask", Ask)
def test_everything_that_is_asked_can_be_done_somewhere(ask):
    asked = Asked(ask, Workshop(slug="robot"), dt.date(2016, 7, 1))

    assert resolve(ask_url(asked)).kwargs == {"slug": "robot"}


@pytest.mark.parametrize(
    ("share", "english", "dutch"), [(0.75, "75%", "75%"), (2 / 3, "66.7%", "66,7%"), (1.0, "100%", "100%")]
)
def test_a_share_is_written_as_the_language_writes_it(share, english, dutch):
    for language, words in (("en", english), ("nl", dutch)):
        with translation.override(language):
            assert percent(share) == words


@pytest.mark.parametrize(
    ("value", "outcome", "begins"),
    [
        (0.002, "net_income", "0.2 %"),
        (0.0005, "balance", "0.05 "),
        (0.004, "balance", "0.4 "),
        (0.5, "cost_index", "0.5 "),
    ],
)
def test_a_limit_has_its_unit_and_as_many_decimals_as_it_needs(value, outcome, begins):
    with translation.override("en"):
        assert amount(value, outcome).startswith(begins)


def test_the_steps_are_told_in_order():
    assert phase_steps("voting") == [
        (Phase.DRAFTING, True, False),
        (Phase.COMPARING, True, False),
        (Phase.VOTING, False, True),
        (Phase.CONCLUDING, False, False),
    ]
