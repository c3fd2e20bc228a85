# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.factories import WorkshopFactory
from workshops.enums import Act
from workshops.journal import record
from workshops.management.commands import verify_log
from workshops.models import JournalEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def workshop():
    workshop = WorkshopFactory(slug="robot")
    for number in range(1, 4):
        record(workshop=workshop, act=Act.PROPOSAL_TABLED, actor=None, subject=f"proposal {number}")
    return workshop


def verify():
    said, complained = StringIO(), StringIO()
    call_command("verify_log", stdout=said, stderr=complained)
    return said.getvalue()


def test_a_journal_that_nobody_touched_holds(workshop):
    said = verify()

    assert f"robot: 3 lines, last hash {workshop.journal.last().hash}" in said
    assert "Every journal holds." in said


def test_a_workshop_without_acts_holds():
    WorkshopFactory(slug="empty")

    assert "empty: 0 lines, last hash none" in verify()


@pytest.mark.parametrize("damage", ["altered", "missing"])
def test_damage_to_a_journal_ends_in_an_error(workshop, damage, monkeypatch):
    lines = list(JournalEntry.objects.order_by("sequence"))
    if damage == "altered":
        lines[1].subject = "proposal 9"
    else:
        del lines[1]
    monkeypatch.setattr(verify_log, "breaks", lambda _lines, real=verify_log.breaks: real(lines))
    complained = StringIO()

    with pytest.raises(CommandError, match="1 workshops"):
        call_command("verify_log", stdout=StringIO(), stderr=complained)

    assert f"robot: line 2 {'was altered' if damage == 'altered' else 'is missing'}" in complained.getvalue()
