# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest

import engine
from engine import public_finance
from engine.baseline import netherlands
from engine.levers import shifts_in
from engine.public_finance import Economy

BASE = netherlands()
ONE = np.ones(1)
AS_IT_WAS = Economy(
    labour_share=np.array([0.62]),
    wage_index=ONE,
    output_index=ONE,
    care_index=ONE,
    labour_force_index=1.0,
    unemployed_index=ONE,
)


def balance(economy=AS_IT_WAS, reform=None, year=2015, pension_age=65.25):
    return public_finance.balance(year, pension_age, economy, shifts_in(2030, [reform] if reform else []), BASE)[0]


def test_the_account_of_the_base_year_closes_on_the_observed_deficit():
    assert balance() == pytest.approx(-0.018, abs=1e-12)


def test_an_ex_ante_budget_is_added_unless_the_model_computes_it():
    given = engine.Reform({}, exante_budget_bn=6.9)
    own = engine.Reform({}, exante_budget_bn=6.9, budget_from_model=True)
    assert balance(reform=given) - balance() == pytest.approx(0.01)
    assert balance(reform=own) == balance()


def test_more_unemployed_and_more_care_cost_money():
    for name in ("unemployed_index", "care_index"):
        more = {field: getattr(AS_IT_WAS, field) for field in Economy.__slots__} | {name: 1.1 * ONE}
        assert balance(Economy(**more)) < balance()


def test_a_later_pension_saves_on_pensioners():
    assert public_finance.pensioners(2030, 69.0, BASE) < public_finance.pensioners(2030, 68.0, BASE)
    assert balance(year=2030, pension_age=69.0) > balance(year=2030, pension_age=68.0)
