# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest

from engine.baseline import netherlands
from engine.distribution import FIXED, Workforce, log_wage_moments
from engine.levers import Reform, shifts_in
from engine.low_pay import low_paid_shares
from engine.minimum_wage import lifted, wage_floor

BASE = netherlands()
PEOPLE = 400_000


def workforce(shift, spill):
    log_minimum = np.array([np.log(BASE.minimum_wage)])
    return Workforce(
        log_wage=BASE.log_wages,
        log_minimum=log_minimum + shift,
        log_minimum_unreformed=log_minimum,
        floor=wage_floor(log_minimum + shift, shift, np.array([spill])),
        workers=np.ones((3, 3, 1)),
        unemployed=np.ones((3, 1)),
    )


@pytest.mark.parametrize("shift", [0.0, 0.1, -0.1])
@pytest.mark.parametrize("spill", [0.0, 0.6])
@pytest.mark.parametrize("fee_floor", [0.0, 1.25, 1.5])
def test_the_shares_are_those_among_many_drawn_people(shift, spill, fee_floor):
    shifts = shifts_in(2030, [Reform({"self_employed_floor": fee_floor})] if fee_floor else [])
    people = workforce(shift, spill)
    mean, spread = log_wage_moments(people.log_wage, BASE)
    draws = np.random.default_rng(1).normal(size=PEOPLE)
    line = 1.3 * BASE.minimum_wage
    found = low_paid_shares(people, shifts, BASE)
    for education in range(3):
        pay = lifted(mean[education, 1] + spread[education, 1] * draws[np.newaxis], people.floor)
        pay = np.exp(np.maximum(pay, people.floor.log_level[:, np.newaxis]))
        fee = np.exp(mean[education, 2] + spread[education, 2] * draws)
        fee += FIXED.floor_closing * np.maximum(fee_floor * np.exp(people.log_minimum) - fee, 0.0)
        wanted = [(pay < line).mean(), (fee < line).mean()]
        assert found[education, :, 0] == pytest.approx(wanted, abs=0.004)


def test_nobody_in_employment_is_low_paid_once_the_minimum_wage_has_passed_the_line():
    shares = [low_paid_shares(workforce(shift, 0.3), shifts_in(2030, []), BASE)[0, 0, 0] for shift in (0.2, 0.3, 0.45)]
    assert shares[0] > shares[1] > shares[2]
    assert shares[2] < 0.01


def test_the_low_paid_insecure_share_is_near_what_cpb_and_scp_saw():
    shares = low_paid_shares(workforce(0.0, 0.3), shifts_in(2015, []), BASE)[..., 0]
    insecure = (shares * np.stack([BASE.flexible_share, BASE.self_employed_share], axis=1)).sum(axis=1)
    assert insecure[0] == pytest.approx(0.185, abs=0.01)  # 18.5% of the low educated in 2012
    assert insecure[2] == pytest.approx(0.10, abs=0.01)  # 10% of the high educated in 2012
