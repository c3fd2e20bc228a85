# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The table of impacts: which rows, which signs, which scale."""

from uuid import uuid4

import pytest

from scenarios import vocabulary
from scenarios.selectors.impacts import Band, ImpactCell
from workshops.enums import SignOf
from workshops.selectors.impact_table import BUDGET, Change, impact_table
from workshops.selectors.table import Measure, Place, Side

PLACES = [Place(letter, letter.lower(), f"Scenario {letter}", uuid4(), 1) for letter in "AB"]
SIDE = Side(
    id=uuid4(),
    key="workers",
    title="workers",
    singular="worker",
    mark="disc",
    yardstick_id=uuid4(),
    measure=Measure("Income", "net_income", ("income_q1", "income_q2"), "up", 0.002, 0.005),
    groups=("income_q1", "income_q2"),
)


def change(outcome, low, mid, high):
    return Change(Band(low, mid, high), 0.1, vocabulary.outcome(outcome))


def table_of(*rows, sides=()):
    """Rows are (outcome, group, band in A, band in B); no band is not computed."""
    cells = {
        (outcome, group): {
            place.revision_id: ImpactCell(Band(*band), 0.1, 0.5)
            for place, band in zip(PLACES, bands, strict=False)
            if band
        }
        for outcome, group, *bands in rows
    }
    return impact_table(cells, year=2030, places=PLACES, sides=sides)


@pytest.mark.parametrize(
    ("outcome", "band", "sign"),
    [
        ("unemployment", (-0.02, -0.01, -0.005), SignOf.BETTER),
        ("unemployment", (0.005, 0.01, 0.02), SignOf.WORSE),
        ("net_income", (0.005, 0.01, 0.02), SignOf.BETTER),
        ("net_income", (-0.02, -0.01, -0.005), SignOf.WORSE),
        ("cost_index", (0.1, 0.2, 0.3), SignOf.WORSE),
        ("unemployment", (-0.02, -0.01, 0.0), SignOf.UNCERTAIN),
        ("unemployment", (-0.02, -0.01, 0.005), SignOf.UNCERTAIN),
        ("contract_share", (0.01, 0.02, 0.03), SignOf.UNCERTAIN),
    ],
)
def test_better_or_worse_only_where_the_interval_is_clear_of_nought_and_a_direction_is_agreed(outcome, band, sign):
    assert change(outcome, *band).sign == sign


def test_a_change_that_reads_as_nought_is_neither_better_nor_worse():
    tiny = change("unemployment", -0.0004, -0.0003, -0.0002)

    assert not tiny.is_visible
    assert tiny.sign == SignOf.UNCERTAIN
    assert tiny.steps == 0


def test_to_the_right_is_better_whichever_way_the_outcome_counts():
    assert change("unemployment", -0.03, -0.02, -0.01).towards_better == Band(0.01, 0.02, 0.03)
    assert change("net_income", -0.03, -0.02, -0.01).towards_better == Band(-0.03, -0.02, -0.01)


def test_rows_come_in_the_order_of_the_vocabulary_whatever_the_order_of_the_figures():
    table = table_of(
        ("cost_index", "large_employers", (0.1, 0.2, 0.3)),
        ("unemployment", "low_educated", (0.1, 0.2, 0.3)),
        ("unemployment", "everyone", (0.1, 0.2, 0.3)),
    )

    assert [(one.key, row.group) for one, row in table] == [
        ("unemployment", "everyone"),
        ("unemployment", "low_educated"),
        ("cost_index", "large_employers"),
    ]


def test_a_scenario_that_is_not_computed_yet_is_an_empty_cell():
    row = table_of(("unemployment", "low_educated", (-0.2, -0.1, -0.1), None)).row("unemployment", "low_educated")

    assert [one is not None for one in row.changes] == [True, False]


def test_all_groups_of_one_outcome_stand_on_one_scale_with_room_on_both_sides_of_nought():
    table = table_of(
        ("unemployment", "low_educated", (-0.03, -0.02, -0.01), (-0.01, 0.0, 0.012)),
        ("unemployment", "age_15_24", (0.0, 0.005, 0.02)),
    )

    assert table.outcomes[0].reach == (0.02, 0.03)


def test_noise_is_not_blown_up_to_fill_a_scale():
    reach = table_of(("unemployment", "low_educated", (-1e-6, 0.0, 1e-6))).outcomes[0].reach

    assert reach == (pytest.approx(0.004), pytest.approx(0.004))  # 0.4 percentage points


def test_first_come_what_a_side_measures_by_the_budget_and_the_largest_noticeable_changes():
    table = table_of(
        ("unemployment", "everyone", (-0.06, -0.05, -0.04)),
        ("unemployment", "low_educated", (-0.03, -0.02, -0.01)),
        ("unemployment", "middle_educated", (-0.012, -0.011, -0.01)),
        ("unemployment", "high_educated", (-0.005, -0.004, -0.003)),
        ("unemployment", "age_15_24", (-0.014, -0.013, -0.012)),
        ("poverty", "low_educated", (-0.0015, -0.001, -0.0005)),
        ("net_income", "income_q1", (-0.001, 0.0, 0.001)),
        ("net_income", "income_q3", (-0.001, 0.0, 0.001)),
        (*BUDGET, (-0.1, 0.0, 0.1)),
        sides=[SIDE],
    )

    assert {one.key: [row.group for row in one.rows] for one in table.first} == {
        "unemployment": ["low_educated", "middle_educated", "age_15_24"],
        "net_income": ["income_q1"],
        "balance_bn": ["government"],
    }
    assert table.first[0].reach == table.outcomes[0].reach
    assert [one.tick for one in table.first] == [None, 0.002, None]


def test_every_row_is_in_exactly_one_section_and_groups_that_are_not_modelled_are_named():
    every = [(outcome.key, group, (0.1, 0.2, 0.3)) for outcome in vocabulary.outcomes() for group in outcome.groups]
    table = table_of(*every)

    shown = [(one.key, row.group) for section in table.sections for one in section.outcomes for row in one.rows]
    assert sorted(shown) == sorted((outcome, group) for outcome, group, _band in every)
    assert table.rows == len(every)
    assert [section.not_modelled for section in table.sections if section.not_modelled] == [("platform_workers",)]


def test_nothing_computed_is_an_empty_table():
    table = table_of()

    assert (table.outcomes, table.first, table.rows) == ((), (), 0)
