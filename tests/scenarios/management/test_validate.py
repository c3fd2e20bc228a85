# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""`manage.py validate`: a table of every check, in which a miss is a miss and no failure."""

import importlib
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from scenarios.management.commands import validate
from scenarios.models import Validation

MISSES = [
    {"key": "start_unemployment", "value": 6.9, "low": None, "high": None},
    {"key": "since_employment_2024", "value": 8.74, "low": 8.68, "high": 8.75},
]


def said(**options) -> str:
    out = StringIO()
    call_command("validate", stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def two_figures(monkeypatch):
    asked = []
    monkeypatch.setattr(validate, "computed_rows", lambda **how: asked.append(how) or MISSES)
    return asked


def test_every_check_is_printed_with_its_target_source_and_verdict():
    table = said()
    assert "CPB, Kansrijk arbeidsmarktbeleid: update minimumloonbeleid (press release, 30 April 2020)" in table
    assert "People in work, early 2024 (million people)" in table
    assert "MISS" in table
    assert "checks pass" in table


def test_a_miss_is_printed_as_a_miss_and_what_is_not_computed_as_that(two_figures):
    table = said()
    (line,) = (one for one in table.splitlines() if "People in work, early 2024" in one)
    assert line.split()[-8:] == ["9.57", "..", "9.96", "8.74", "(8.68", "..", "8.75)", "MISS"]
    assert "1 of 60 checks pass, 1 miss, 58 not computed." in table


def test_nothing_is_stored_unless_asked_and_no_database_is_needed(two_figures):
    said()


@pytest.mark.django_db
def test_what_is_stored_is_what_the_page_shows(two_figures):
    assert "Stored" in said(store=True)
    assert Validation.objects.get().rows == MISSES


def test_the_second_implementation_is_run_at_as_many_points_as_asked(two_figures, monkeypatch):
    counted = []
    twin = importlib.import_module("tests.engine.agreement")
    monkeypatch.setattr(twin, "widest_over", lambda count: counted.append(count) or 3e-12)
    monkeypatch.setattr(validate.importlib, "import_module", lambda _name: twin)
    said(points=12)
    assert counted == [12]
    assert two_figures == [{"twin": 3e-12}]


@pytest.mark.parametrize("points", [-1, 2001])
def test_a_number_of_points_that_is_not_there_is_refused(points):
    with pytest.raises(CommandError, match="from 1 to 2000"):
        said(points=points)


def test_without_the_tests_it_says_what_is_missing(monkeypatch):
    monkeypatch.setattr(validate, "TWIN", "tests.engine.nobody")
    with pytest.raises(CommandError, match="without --points"):
        said(points=5)
