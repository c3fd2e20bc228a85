# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is said of something that is tried, and when nothing can be said yet."""

import pytest

from scenarios.services.previews import BandState
from tests.workshops.reports.test_trial_picture import UNEMPLOYMENT, version
from tests.workshops.selectors.test_impact_table import table_of
from workshops.reports.trial_words import band_words, caution_words, effects_finding, scenario_finding

pytestmark = pytest.mark.usefixtures("in_english")

GOOD = (-0.03, -0.02, -0.01)
YEARS = (2030, 2040)


def finding(**facts):
    table = table_of(("unemployment", "low_educated", GOOD, GOOD))
    return effects_finding(table, **{"is_moved": True, "has_band": True, "start_year": 2018, **facts})


def test_the_largest_changes_are_named_and_one_draw_is_said_to_be_the_middle():
    assert finding() == "In every scenario less unemployment among low educated"
    assert finding(has_band=False) == (
        "In the middle of the assumptions: in every scenario less unemployment among low educated"
    )


def test_nothing_moved_and_nothing_yet_are_told_apart():
    assert finding(is_moved=False) == "No lever is moved, so nothing changes"
    assert finding(start_year=2035) == "It starts in 2035, so nothing of it can be seen in 2030 yet"


def scenario(*bands, **facts):
    # the years of one scenario stand beside one another
    found = version({UNEMPLOYMENT: bands}).comparison.cells[UNEMPLOYMENT]
    cells = {UNEMPLOYMENT: (tuple(row[0] for row in found),)}
    comparison = type(version({}).comparison)(cells, 0.0)
    return scenario_finding(comparison, **{"keys": [UNEMPLOYMENT], "years": YEARS, "is_moved": True, **facts})


def test_a_scenario_names_a_figure_in_the_year_in_which_it_differs_most():
    assert scenario(GOOD, (-0.06, -0.05, -0.04)) == (
        "Largest differences with the edition: unemployment of low educated −5.0 percentage points in 2040"
    )
    assert "no key figure changes noticeably" in scenario((0.0, 0.001, 0.002), (0.0, 0.0, 0.0))
    assert "this is the edition itself" in scenario(GOOD, GOOD, is_moved=False)


@pytest.mark.parametrize("state", [one for one in BandState if one != BandState.THERE])
def test_a_margin_that_is_not_there_is_never_passed_over(state):
    assert band_words(state, draws=1000).startswith("Margin not computed yet:")


def test_a_margin_that_is_there_says_what_it_is():
    assert "from the 10th to the 90th percentile of 1,000 computed futures" in band_words(BandState.THERE, draws=1000)


def test_going_beyond_the_equations_is_said():
    comparison = version({}).comparison
    assert caution_words(comparison) == ""
    assert "In 3% of what was computed" in caution_words(type(comparison)({}, 0.03))
    assert "In 1% of what was computed" in caution_words(type(comparison)({}, 0.0004))
