# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The worked example with figures from a few draws: computed once a session, put back row by row after that."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any

import pytest
from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction

from tests.factories.people import PASSWORD
from workshops.models import Workshop
from workshops.services.example import SLUG, compute_figures, load_example

Rows = Mapping[str, tuple[Sequence[str], Sequence[Sequence[Any]]]]


@pytest.fixture(scope="module")
def example(django_db_setup: None, django_db_blocker: Any) -> Iterator[Workshop]:
    """The worked example, for all tests of a module; each test's own changes are undone as always.

    It is not committed: a test that needs other threads or processes to see it calls `lay_out_example` itself.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield lay_out_example()
        transaction.set_rollback(True)


def lay_out_example() -> Workshop:
    """Put the worked example in the database as it is now: empty."""
    put_back(example_rows())
    return Workshop.objects.get(slug=SLUG)


@cache
def example_rows() -> Rows:
    """Return every row of the example, loaded and computed inside a transaction that leaves nothing behind."""
    with transaction.atomic():
        loaded = load_example(password=PASSWORD)
        compute_figures(workshop=loaded.workshop)
        rows = {table._meta.db_table: rows_of(table) for table in tables()}
        transaction.set_rollback(True)
    return rows


def tables() -> list[type[models.Model]]:
    return list(
        chain(*(apps.get_app_config(name).get_models(include_auto_created=True) for name in ("scenarios", "workshops")))
    )


def rows_of(table: type[models.Model]) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
    columns = [field.column for field in table._meta.concrete_fields]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {quoted(columns)} FROM {quoted([table._meta.db_table])}")  # noqa: S608 -- our own names
        return columns, cursor.fetchall()


def put_back(rows: Rows) -> None:
    with connection.cursor() as cursor:
        for name, (columns, values) in rows.items():
            places = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {quoted([name])} ({quoted(columns)}) VALUES ({places})", values)  # noqa: S608 -- our own names
        for statement in connection.ops.sequence_reset_sql(no_style(), tables()):
            cursor.execute(statement)


def quoted(names: Sequence[str]) -> str:
    return ", ".join(map(connection.ops.quote_name, names))
