# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The futures side by side: paths on shared axes, groups under pressure, and where they really differ."""

import pytest

from scenarios.enums import DevelopmentKind
from scenarios.models import Development, ScenarioRevision
from scenarios.selectors.impacts import Band, Figures
from workshops.selectors.differences import differences_of
from workshops.selectors.distances import distances_of
from workshops.selectors.futures import Future
from workshops.selectors.paths import paths_of
from workshops.selectors.pressure import Pressure, pressure_of

JOBLESS = ("unemployment", "low_educated")


def future(letter: str, *developments: Development, **drivers: float) -> Future:
    return Future(letter, letter.lower(), ScenarioRevision(title=f"Scenario {letter}", drivers=drivers), developments)


def figures(futures, **bands) -> Figures:
    """Figures of one outcome: for each scenario by its letter, the band of each year."""
    return Figures({}, {JOBLESS: {one.id: bands[one.letter] for one in futures if one.letter in bands}})


@pytest.fixture
def futures():
    return [future("A"), future("B"), future("C")]


def test_all_pictures_of_a_row_run_from_the_lowest_to_the_highest_of_any_scenario(futures):
    known = figures(
        futures,
        A={2015: Band(0.1, 0.1, 0.1), 2025: Band(0.08, 0.1, 0.12)},
        B={2015: Band(0.1, 0.1, 0.1), 2025: Band(0.1, 0.15, 0.2)},
    )

    (row,) = paths_of([JOBLESS, ("gdp", "everyone")], [one.id for one in futures], known, 2025)

    assert (row.low, row.high, row.years, row.year_at) == (0.08, 0.2, (2015, 2025), 100.0)
    assert row.cells[0].line.split()[1] == "100,31.33"
    assert row.cells[1].line.split()[1] == "100,17.17"
    assert row.cells[1].shape == "0,31.33 100,3 100,31.33 0,31.33"
    assert row.cells[2] is None
    assert row.by_year[1] == (2025, [Band(0.08, 0.1, 0.12), Band(0.1, 0.15, 0.2), None])


def test_figures_that_nobody_computed_make_no_row(futures):
    assert paths_of([JOBLESS], [one.id for one in futures], Figures({}, {}), 2030) == ()


def group_row(futures, known, group="low_educated", year=2030):
    return next(row for row in pressure_of(futures, known, year) if row.group.key == group)


def test_a_group_is_under_pressure_where_the_model_is_certain_and_the_change_is_noticeable(futures):
    start = {2015: Band(0.1, 0.1, 0.1)}
    known = figures(
        futures,
        A=start | {2030: Band(0.11, 0.12, 0.13)},
        B=start | {2030: Band(0.09, 0.12, 0.13)},  # the start lies within the margin
        C=start | {2030: Band(0.1005, 0.101, 0.102)},  # certain, but too little to notice
    )

    row = group_row(futures, known)

    assert [cell.state for cell in row.cells] == [Pressure.UNDER, Pressure.NEITHER, Pressure.NEITHER]
    assert row.cells[0].worse[0].band.mid == pytest.approx(0.02)
    assert [cell.unclear for cell in row.cells] == [0, 1, 1]


def test_less_unemployment_is_better_and_one_better_with_one_worse_is_both():
    futures = [future("A"), future("B")]
    bands = {2015: Band(0.1, 0.1, 0.1), 2030: Band(0.05, 0.06, 0.07)}
    wages = {2015: Band(10, 10, 10), 2030: Band(8, 8.5, 9)}
    known = Figures(
        {},
        {
            JOBLESS: {one.id: bands for one in futures},
            ("real_wage", "low_educated"): {futures[1].id: wages},
        },
    )

    row = group_row(futures, known)

    assert [cell.state for cell in row.cells] == [Pressure.BETTER, Pressure.MIXED]
    assert row.cells[1].worse[0].band.mid == pytest.approx(-0.15)  # wages change in percent of the start


def test_a_group_beyond_the_model_is_told_by_the_bottlenecks_that_name_it():
    bottleneck = Development(kind=DevelopmentKind.BOTTLENECK, groups=["platform_workers"])
    chance = Development(kind=DevelopmentKind.OPPORTUNITY, groups=["platform_workers"])
    futures = [future("A", bottleneck, chance), future("B")]

    row = group_row(futures, Figures({}, {}), "platform_workers")

    assert [(cell.state, cell.bottlenecks) for cell in row.cells] == [
        (Pressure.NOT_MODELLED, 1),
        (Pressure.NOT_MODELLED, 0),
    ]


def test_scenarios_really_differ_where_bands_are_apart_and_the_medians_noticeably(futures):
    known = figures(
        futures,
        A={2030: Band(0.10, 0.11, 0.12)},
        B={2030: Band(0.119, 0.13, 0.14)},
        C={2030: Band(0.15, 0.16, 0.17)},
    )

    found = differences_of([JOBLESS], futures, known, 2030)

    (one,) = found.real
    assert (one.lowest.letter, one.highest.letter, one.pairs) == ("A", "C", 3)
    assert one.gap.steps == pytest.approx(0.05 / 0.003)
    assert [(first.letter, second.letter) for first, second in one.apart] == [("A", "C"), ("B", "C")]
    assert found.hardly == ()


def test_overlapping_bands_hardly_differ_and_a_lone_scenario_is_not_compared(futures):
    overlapping = figures(futures, A={2030: Band(0.10, 0.11, 0.14)}, B={2030: Band(0.11, 0.13, 0.15)})
    alone = figures(futures, A={2030: Band(0.10, 0.11, 0.14)})

    found = differences_of([JOBLESS], futures, overlapping, 2030)
    assert (found.real, [one.outcome for one in found.hardly]) == ((), ["unemployment"])
    nothing = differences_of([JOBLESS], futures, alone, 2030)
    assert (nothing.real, nothing.hardly) == ((), ())


def test_a_figure_without_a_noticeable_size_is_not_compared(futures):
    bands = {one.id: {2030: Band(0.1 * at, 0.1 * at, 0.1 * at)} for at, one in enumerate(futures, 1)}
    key = ("routine_share", "everyone")

    found = differences_of([key], futures, Figures({}, {key: bands}), 2030)

    assert (found.real, found.hardly) == ((), ())


def test_every_two_scenarios_have_one_distance_and_the_table_of_pairs_has_each_once():
    futures = [
        future("A", displacement_pace=0.5, new_tasks=0.0),
        future("B", displacement_pace=4.0, new_tasks=0.003),
        future("C", displacement_pace=0.6, new_tasks=0.0),
    ]
    known = figures(
        futures,
        A={2030: Band(0.10, 0.11, 0.12)},
        B={2030: Band(0.15, 0.16, 0.17)},
        C={2030: Band(0.10, 0.11, 0.12)},
    )

    found = distances_of([JOBLESS], futures, known, 2030)

    assert [(one.first.letter, one.second.letter) for one in found.pairs] == [("A", "B"), ("A", "C"), ("B", "C")]
    assert [one.drivers_apart for one in found.pairs] == pytest.approx([0.75, 0.1 / 3.5 / 2, (3.4 / 3.5 + 0.5) / 2])
    assert [(one.real, one.known) for one in found.pairs] == [(1, 1), (0, 1), (1, 1)]
    assert [[cell and cell.second.letter for cell in row.cells] for row in found.rows] == [["B", None], ["C", "C"]]


def test_two_that_are_nearly_the_same_are_named_with_the_driver_that_would_pull_them_apart_most():
    futures = [
        future("A", displacement_pace=0.5, new_tasks=0.003),
        future("B", displacement_pace=0.6, new_tasks=0.003),
        future("C", displacement_pace=4.0, new_tasks=0.0),
    ]

    (same,) = distances_of([JOBLESS], futures, Figures({}, {}), 2030).nearly_same

    assert (same.first.letter, same.second.letter, same.most_room) == ("A", "B", "displacement_pace")


def test_a_lone_scenario_is_not_near_anything():
    found = distances_of([JOBLESS], [future("A", displacement_pace=1.0)], Figures({}, {}), 2030)

    assert (found.pairs, found.rows, found.nearly_same) == ((), (), ())
