# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The database itself keeps frozen rows from changing."""

import pytest
from django.db import DatabaseError, connection, transaction

from scenarios.models import ReformRevision, ScenarioRevision
from tests.factories import ReformRevisionFactory, ScenarioRevisionFactory, WorkshopFactory
from workshops.enums import Act
from workshops.journal import record
from workshops.models import JournalEntry

pytestmark = pytest.mark.django_db


def refused(statement: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError as refusal:
        return "frozen" in str(refusal)
    return False


def test_the_text_of_a_scenario_edition_cannot_be_changed_even_by_raw_sql():
    edition = ScenarioRevisionFactory()

    assert refused("UPDATE scenarios_scenariorevision SET story = 'other'")
    assert refused("UPDATE scenarios_scenariorevision SET drivers = '{}'")

    assert ScenarioRevision.objects.get().story == edition.story


def test_an_edition_cannot_be_deleted():
    ReformRevisionFactory()

    assert refused("DELETE FROM scenarios_reformrevision")
    assert ReformRevision.objects.count() == 1


def test_a_translation_may_be_added_to_a_frozen_edition():
    edition = ReformRevisionFactory()

    edition.translations = {"en": {"title": "In English"}}
    edition.save(update_fields=["translations"])

    assert ReformRevision.objects.get().said("title", "en") == "In English"


def test_a_line_of_the_journal_can_be_neither_changed_nor_removed():
    record(workshop=WorkshopFactory(), act=Act.PHASE_MOVED, actor=None)

    assert refused("UPDATE workshops_journalentry SET act = 'other'")
    assert refused("DELETE FROM workshops_journalentry")
    assert JournalEntry.objects.get().act == Act.PHASE_MOVED


@pytest.mark.postgres
def test_a_frozen_table_cannot_be_emptied():
    ScenarioRevisionFactory()
    connection.check_constraints()  # else PostgreSQL refuses for checks that are still to be made

    assert refused("TRUNCATE scenarios_scenariorevision CASCADE")
