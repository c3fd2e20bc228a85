# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A version that is tried, beside what it is tried against."""

import pytest

import engine
from scenarios import vocabulary
from scenarios.arrays import comparisons
from scenarios.arrays.comparisons import compare, reform_with, untouched
from scenarios.runner.previews import numbers_of

SCENARIOS = [numbers_of(one.drivers) for one in vocabulary.default_scenarios()]
UNEMPLOYMENT = ("unemployment", "low_educated")


def wage(size):
    return reform_with(
        (("minimum_wage", size),), start_year=2017, phase_years=3, exante_budget_bn=0.0, budget_from_model=True
    )


def tried(reform=None, after=SCENARIOS, draws=1, years=(2030,)):
    return compare(before=SCENARIOS, after=after, reform=reform, years=years, draws=draws, seed=7)


def test_one_draw_has_no_margin_and_every_outcome_of_every_group():
    found = tried(wage(0.1))

    assert set(found.cells) == {(one.key, group) for one in engine.OUTCOMES for group in one.groups}
    assert [len(found.cells[UNEMPLOYMENT]), len(found.cells[UNEMPLOYMENT][0])] == [4, 1]
    assert all(one.change.low == one.change.mid == one.change.high for rows in found.cells.values() for (one,) in rows)


def test_it_says_what_the_engine_says_of_the_same_draws():
    parameters = engine.draw_parameters(30, 7)
    scenarios = [dict(one) for one in SCENARIOS]
    expected = engine.impact(
        engine.project(scenarios=scenarios, reforms=[wage(0.1)], parameters=parameters),
        engine.project(scenarios=scenarios, parameters=parameters),
    )
    found = tried(wage(0.1), draws=30, years=(2030, 2040))

    for key, values in expected.values.items():
        low, mid, high = engine.quantiles(values)
        cell = found.cells[key][2][1].change
        assert [cell.low, cell.mid, cell.high] == pytest.approx([low[2, -1], mid[2, -1], high[2, -1]], abs=1e-12)


def test_nothing_moved_changes_exactly_nothing():
    assert all(one.change.mid == 0 for rows in tried().cells.values() for (one,) in rows)


def test_other_drivers_change_the_levels_against_the_edition():
    faster = [numbers_of({**dict(SCENARIOS[0]), "displacement_pace": 3.0}), *SCENARIOS[1:]]
    found = tried(after=faster).cells["routine_share", "everyone"]

    assert found[0][0].change.mid == pytest.approx(found[0][0].level.mid - found[0][0].baseline)
    assert found[0][0].change.mid < 0
    assert found[1][0].change.mid == 0


def test_what_it_is_compared_with_is_computed_once(monkeypatch):
    asked = []
    project = engine.project
    monkeypatch.setattr(comparisons.engine, "project", lambda **about: asked.append(about) or project(**about))
    untouched.cache_clear()
    tried(wage(0.1))
    tried(wage(0.2))

    assert [bool(one.get("reforms")) for one in asked] == [False, True, True]


def test_how_much_lies_beyond_what_the_equations_are_for_is_told():
    extreme = {one.key: one.high for one in vocabulary.drivers()}
    bleak = numbers_of({**dict(SCENARIOS[1]), **{key: extreme[key] for key in ("displacement_pace", "demand_middle")}})
    found = compare(before=[SCENARIOS[1]], after=[bleak], reform=wage(0.4), years=(2040,), draws=1, seed=7)

    assert tried().implausible == 0
    assert found.implausible == 1
