# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest

from scenarios import runner
from scenarios.arrays import variant_names
from scenarios.arrays.payoffs import is_kept, packed, unpacked
from scenarios.models import Payoff, Projection
from scenarios.services.projections import request_projection
from tests.factories import ReformRevisionFactory, ScenarioRevisionFactory, YardstickFactory
from tests.scenarios.arrays.menus import EMPLOYERS, stored

TWO_LINES = [
    {"outcome": "net_income", "group": one, "better": "up", "smallest_difference": 0.002, "tolerance": 0.005}
    for one in ("income_q1", "income_q2")
]


def test_steps_come_back_as_they_were_packed():
    steps = np.arange(6.0).reshape(2, 3)
    assert (unpacked(packed(steps), 2) == steps).all()


def test_what_an_earlier_version_stored_is_known_by_its_size():
    payoff = stored(EMPLOYERS, [1.0, 2.0], 1.0)
    assert is_kept(payoff, lines=1, draws=2)
    assert not is_kept(payoff, lines=2, draws=2)
    payoff.variants = b""
    assert not is_kept(payoff, lines=1, draws=2)


@pytest.mark.django_db
def test_a_worker_keeps_every_line_draw_and_rival_theory_and_the_verdict_follows_from_them():
    yardstick = YardstickFactory(lines=TWO_LINES)
    rows = request_projection(
        reform_revision=ReformRevisionFactory(),
        scenario_revisions=[ScenarioRevisionFactory()],
        yardsticks=[yardstick],
    )
    runner.run(rows[0].run)
    payoff, run = Payoff.objects.get(), Projection.objects.get()
    assert is_kept(payoff, lines=2, draws=run.draws)
    steps = unpacked(payoff.draws, 2)
    assert not np.array_equal(steps[0], steps[1])
    assert payoff.better_share == (steps.mean(axis=0) >= 1).mean()
    assert payoff.worse_share == (steps < -2.5).any(axis=0).mean()
    gains = (unpacked(payoff.variants, 2).mean(axis=0) >= 1) & ~(unpacked(payoff.variants, 2) < -2.5).any(axis=0)
    assert run.useful_under == [key for key, holds in zip(variant_names(), gains, strict=True) if holds]
    assert run.useful_variants == len(run.useful_under)
