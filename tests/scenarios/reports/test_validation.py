# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from django.utils import timezone

import engine
from scenarios import vocabulary
from scenarios.arrays import MODEL_VERSION
from scenarios.arrays.validation import judged
from scenarios.models import Validation
from scenarios.reports.validation import LEFT, RANGE_LEFT, RANGE_RIGHT, RIGHT, drawn, validation_report

TARGETS = {target.key: target for target in engine.TARGETS}


def row(key, value, low=None, high=None):
    return {"key": key, "value": value, "low": low, "high": high}


def check(key, value, low=None, high=None):
    return next(one for one in judged([row(key, value, low, high)]) if one.key == key)


def test_every_target_has_its_words_and_no_words_are_left_over():
    assert {one.key for one in vocabulary.validation_checks()} == set(TARGETS)
    assert {one.key for one in vocabulary.validation_blocks()} == {target.block for target in engine.TARGETS}


def test_a_figure_whose_target_is_gone_is_left_out_and_a_new_target_waits():
    found = judged([row("jobs_on_mars", 1.0)])
    assert {one.key for one in found} == set(TARGETS)
    assert {one.has_passed for one in found} == {None}


@pytest.mark.parametrize(
    ("key", "value", "place"),
    [
        ("start_unemployment", 6.8, RANGE_LEFT),
        ("start_unemployment", 6.9, 50.0),
        ("start_unemployment", 7.0, RANGE_RIGHT),
        ("start_unemployment", 99.0, RIGHT),
        ("start_unemployment", -99.0, LEFT),
        ("corridor_unemployment_highest", 12.0, RANGE_RIGHT),
        ("corridor_unemployment_highest", 0.0, RANGE_LEFT),
        ("corridor_unemployment_lowest", 3.0, RANGE_LEFT),
        ("minimum_wage_linked_worse", -0.2, RANGE_LEFT),
        ("effects_null_reform", 0.0, RANGE_RIGHT),
    ],
)
def test_a_figure_on_its_bound_is_drawn_at_the_end_of_the_bar(key, value, place):
    assert drawn(check(key, value)).found == pytest.approx(place)


@pytest.mark.parametrize("target", engine.TARGETS, ids=lambda target: target.key)
@pytest.mark.parametrize("times", [-3.0, 0.0, 0.5, 1.0, 7.0])
def test_what_passes_is_drawn_within_the_bar_and_what_misses_is_not(target, times):
    size = max(abs(target.low or 0.0), abs(target.high or 0.0), abs(target.value or 0.0), 1e-9)
    one = check(target.key, times * size)
    line = drawn(one)
    is_inside = line.range_from - 1e-9 <= line.found <= line.range_to + 1e-9
    assert is_inside == one.has_passed


def test_bounds_on_one_side_draw_the_bar_to_the_edge():
    assert drawn(check("corridor_unemployment_highest", 10.0)).range_from == LEFT
    assert drawn(check("corridor_unemployment_lowest", 10.0)).range_to == RIGHT


@pytest.mark.django_db
def test_the_report_counts_what_passes_and_misses_and_asks_one_statement(django_assert_num_queries):
    rows = [row("start_unemployment", 6.9), row("start_flexible", 30.0)]
    Validation.objects.create(engine_version=MODEL_VERSION, rows=rows, computed_at=timezone.now(), worker_seconds=1.0)
    with django_assert_num_queries(1):
        report = validation_report()
    assert (report.judgement.passed, report.judgement.missed) == (1, 1)
    assert [line.check.key for line in report.misses] == ["start_flexible"]
    assert [block.words.key for block in report.blocks] == [one.key for one in vocabulary.validation_blocks()]


@pytest.mark.django_db
def test_figures_of_another_version_are_not_shown():
    Validation.objects.create(engine_version="0.0.1", rows=[row("start_flexible", 30.0)], computed_at=timezone.now())
    report = validation_report()
    assert not report.judgement.is_done
    assert list(report.misses) == []
