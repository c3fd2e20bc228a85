# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who gains and who loses most."""

from tests.workshops.selectors.test_impact_table import PLACES, table_of
from workshops.enums import SignOf
from workshops.selectors.gains import gains_in

GOOD, BAD, MIXED = (-0.03, -0.02, -0.01), (0.01, 0.02, 0.03), (-0.02, 0.0, 0.02)
COSTS = ("balance_bn", "government", (-2.9, -2.5, -2.1), (-2.6, -2.3, -2.0))


def test_certain_in_every_scenario_goes_before_larger_in_one():
    found = gains_in(
        table_of(
            ("unemployment", "low_educated", (-0.9, -0.8, -0.7), MIXED),
            ("unemployment", "age_15_24", GOOD, GOOD),
        )
    )

    assert (found.gain.group, found.gain.places) == ("age_15_24", tuple(PLACES))
    assert found.loss is None


def test_everybody_and_the_government_are_no_group_that_gains():
    found = gains_in(table_of(("unemployment", "everyone", GOOD, GOOD), COSTS))

    assert (found.gain, found.loss) == (None, None)
    assert (found.budget.low_bn, found.budget.high_bn, found.budget.sign) == (-2.5, -2.3, SignOf.WORSE)


def test_less_than_noticeable_is_no_gain():
    assert gains_in(table_of(("unemployment", "low_educated", (-0.003, -0.002, -0.001)))).gain is None


def test_what_reads_as_noticeable_in_the_table_counts_as_such_in_the_heading():
    just_short = (-0.0059, -0.00496, -0.0041)
    found = gains_in(table_of(("unemployment", "low_educated", (-0.006, -0.0051, -0.004), just_short)))
    assert found.gain.places == tuple(PLACES)
