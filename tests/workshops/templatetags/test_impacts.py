# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The words and bars of a proposal's page."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.workshops.selectors.test_impact_table import PLACES, change, table_of
from workshops.enums import Stance
from workshops.tally import tally
from workshops.templatetags.impacts import (
    first_sentence,
    for_how_long,
    interval_on,
    reach_better,
    reach_worse,
    state_of,
    tally_words,
)

pytestmark = pytest.mark.usefixtures("in_english")


def bar(outcome, group, low, mid, high):
    rows = table_of((outcome, group, (low, mid, high))).outcomes[0]
    return interval_on(rows.rows[0].changes[0], rows)


@pytest.mark.parametrize(
    ("outcome", "group", "band", "right"),
    [
        ("unemployment", "low_educated", (-0.03, -0.02, -0.01), True),
        ("unemployment", "low_educated", (0.01, 0.02, 0.03), False),
        ("net_income", "income_q1", (0.01, 0.02, 0.03), True),
        ("cost_index", "small_employers", (0.1, 0.2, 0.3), False),
    ],
)
def test_better_stands_to_the_right_of_nought_and_everything_on_the_scale(outcome, group, band, right):
    one = bar(outcome, group, *band)

    assert (one.mid > one.zero) is right
    assert 0 < one.low < one.mid < one.high < 100


def test_a_change_without_a_direction_is_clear_or_uncertain_but_never_better():
    assert state_of(change("contract_share", 0.01, 0.02, 0.03)) == "clear"
    assert state_of(change("contract_share", -0.01, 0.02, 0.03)) == "uncertain"
    assert state_of(change("contract_share", 0.0001, 0.0002, 0.0003)) == "uncertain"


def test_the_ends_of_a_scale_are_written_in_the_unit_of_the_change():
    rows = table_of(("unemployment", "low_educated", (-0.03, -0.02, 0.012))).outcomes[0]

    assert (reach_worse(rows), reach_better(rows)) == ("1.2", "3.0")
    assert len(PLACES) == len(rows.rows[0].changes)


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "1 second"), (42, "42 seconds"), (600, "10\N{NO-BREAK SPACE}minutes")]
)
def test_how_long_it_takes_is_said_in_seconds_at_first(seconds, words):
    assert for_how_long(timezone.now() - timedelta(seconds=seconds)) == words


def test_a_side_is_counted_in_words():
    assert tally_words(tally([Stance.FULL] * 3, seats=3)) == "3 of 3 support it"
    assert (
        tally_words(tally([Stance.FULL, Stance.OBJECTION, Stance.UNACCEPTABLE, Stance.ABSTAIN], seats=5))
        == "1 of 5 support it · 2 objections · 2 took no position"
    )


def test_the_list_shows_the_first_sentence_of_a_summary():
    assert first_sentence("Costs rise by 2.5%. And more.") == "Costs rise by 2.5%."
    assert first_sentence("No end") == "No end"
