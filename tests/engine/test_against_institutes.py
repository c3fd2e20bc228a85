# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the model finds beside what CPB and SCP published, digit by digit; the targets are in engine/data/validation.toml."""

import numpy as np
import pytest

import engine
from engine.validation import institutes, replica

TREND = [engine.default_drivers("trend")]


def test_the_basic_scenario_of_2015_is_found_back():
    """CPB and SCP: wages +5, +14 and +14% (fitted); unemployment 8.2% low, 3.3% the rest (not fitted)."""
    found = replica.basic_scenario()
    assert found.wage_growth == pytest.approx((5.0, 14.0, 14.0), abs=0.2)
    assert found.unemployment[0] == pytest.approx(7.79, abs=0.05)
    assert found.unemployment_above_low == pytest.approx(3.10, abs=0.05)


@pytest.mark.parametrize(
    ("rise", "linked", "thousands", "percent"),
    [
        (0.05, True, -27, -0.31),
        (0.05, False, -11, -0.13),
        (0.10, True, -55, -0.63),
        (0.40, True, -261, -3.03),
        (0.40, False, -157, -1.81),
    ],
)
def test_jobs_lost_to_a_higher_minimum_wage_are_near_those_of_2020(rise, linked, thousands, percent):
    """CPB (2020): +5% linked -18 thousand, +10% linked -0.5%, +40% linked -3.5%, +40% unlinked -2.0%."""
    found = institutes.minimum_wage(rise, linked=linked)
    assert found.thousands == pytest.approx(thousands, abs=0.6)
    assert found.percent == pytest.approx(percent, abs=0.006)


def test_one_parameter_spans_both_views_of_the_minimum_wage():
    """CPB (2016): +5% costs 27 thousand jobs unlinked and 45 thousand linked."""
    assert institutes.minimum_wage(0.05, linked=False, eps_mw=1.3).thousands == pytest.approx(-33, abs=1)
    assert institutes.minimum_wage(0.05, linked=True, eps_mw=1.3).thousands == pytest.approx(-48, abs=1)


def test_the_loss_per_point_grows_with_the_rise():
    losses = [institutes.minimum_wage(rise, linked=True).thousands / rise for rise in (0.05, 0.10, 0.20, 0.40)]
    assert (np.diff(losses) < 0).all()


def test_the_pension_age_brings_about_the_labour_force_that_was_published():
    """CPB (2014): the higher pension age adds about 450 thousand persons to the labour force by 2060."""
    assert institutes.pension_age_supply() == pytest.approx(537, abs=5)


@pytest.mark.parametrize(
    ("variant", "total", "low", "wages", "jobs"),
    [
        ("base", 6.0, 13.8, (15.2, 35.0), (-57, -28)),
        ("no_norm", 5.3, 11.0, (15.0, 35.1), (-56, -28)),
        ("strong_norm", 6.8, 17.1, (15.4, 34.9), (-57, -28)),
        ("monopsony", 5.5, 11.3, (15.0, 35.0), (-26, 3)),
        ("minimum_wage_2016", 6.9, 18.3, (15.5, 34.8), (-110, -82)),
        ("capital_skill", 5.0, 8.3, (19.1, 30.7), (-48, -19)),
        ("high_substitution", 6.6, 16.1, (14.3, 36.7), (-63, -33)),
    ],
)
def test_rival_theories_give_what_the_notes_of_the_model_say(variant, total, low, wages, jobs):
    at = [one.key for one in engine.structural_variants()].index(variant)
    base = engine.project_variants(scenarios=TREND, years=[2030, 2040])
    level = {key: values[0, at, 1] for key, values in base.values.items()}
    assert 100 * level["unemployment", "everyone"] == pytest.approx(total, abs=0.06)
    assert 100 * level["unemployment", "low_educated"] == pytest.approx(low, abs=0.06)
    assert (level["real_wage", "low_educated"], level["real_wage", "high_educated"]) == pytest.approx(wages, abs=0.051)
    for link, expected in zip((1.0, 0.0), jobs, strict=True):
        reform = engine.Reform({"minimum_wage": 0.1, "benefit_link": link}, budget_from_model=True)
        reformed = engine.project_variants(scenarios=TREND, reforms=[reform], years=[2030, 2040])
        lost = engine.impact(reformed, base).values["employment", "everyone"][0, at, 0]
        assert 1000 * lost == pytest.approx(expected, abs=0.51)
