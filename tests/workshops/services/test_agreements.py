# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fixing what was agreed before anybody votes."""

import pytest
from django.utils import translation

from tests.factories import AgreementsFactory, council, open_round
from workshops.enums import Act, Phase
from workshops.errors import AgreementsError, NotAllowedError
from workshops.models import Agreements
from workshops.services.agreements import change_agreements, lock_agreements
from workshops.services.rounds import close_round

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def table():
    return council()


@pytest.fixture
def agreed(table):
    return AgreementsFactory(workshop=table.workshop)


def change(table, **values):
    return change_agreements(who=table.as_facilitator, workshop=table.workshop, values=values)


def test_what_is_not_locked_changes_in_place(table, agreed):
    changed = change(table, broad_share=0.8)

    assert (changed.pk, changed.version, changed.broad_share) == (agreed.pk, 1, 0.8)


def test_a_change_after_the_lock_begins_the_next_version_and_leaves_the_locked_one(table, agreed):
    lock_agreements(who=table.as_facilitator, workshop=table.workshop)
    changed = change(table, frame_bn=7.5)
    agreed.refresh_from_db()

    assert (changed.version, changed.frame_bn, changed.is_locked) == (2, 7.5, False)
    assert (agreed.frame_bn, agreed.is_locked) == (6.0, True)


def test_nothing_changed_begins_no_version_and_no_line(table, agreed):
    lock_agreements(who=table.as_facilitator, workshop=table.workshop)
    change(table, frame_bn=6.0)

    assert Agreements.objects.count() == 1
    assert not table.workshop.journal.filter(act=Act.AGREEMENTS_CHANGED).exists()


def test_the_journal_tells_only_what_changed(table, agreed):
    change(table, frame_bn=7.0, broad_share=0.75, version=9)

    assert table.workshop.journal.get().data == {"frame_bn": 7.0}
    agreed.refresh_from_db()
    assert agreed.version == 1


def test_a_text_changes_in_the_language_it_is_typed_in(table, agreed):
    agreed.translations = {"en": {"frame_source": "An example."}}
    agreed.save()
    change(table, frame_source="The budget memorandum.")
    agreed.refresh_from_db()
    assert agreed.said("frame_source", "en") == "The budget memorandum."
    assert agreed.said("frame_source", "nl") == "Een voorbeeld."

    with translation.override("nl"):
        change(table, frame_source="De miljoenennota.")
    agreed.refresh_from_db()
    assert {agreed.said("frame_source", language) for language in ("nl", "en")} == {"De miljoenennota."}


def test_nothing_changes_while_a_round_is_open(table):
    one = open_round(table)
    with pytest.raises(AgreementsError, match="open"):
        change(table, frame_bn=9.0)
    close_round(who=table.as_facilitator, one=one)

    assert change(table, frame_bn=9.0).version == 2


def test_locking_records_who_everything_agreed_and_what_each_side_measures_by(table, agreed):
    locked = lock_agreements(who=table.as_facilitator, workshop=table.workshop)

    assert locked.locked_by == table.facilitator
    told = table.workshop.journal.get(act=Act.AGREEMENTS_LOCKED).data
    assert told["frame_bn"] == 6.0
    assert told["sides"]["workers"]["yardstick"] == table.constituencies["workers"].yardstick.lines


def test_agreements_are_locked_once(table, agreed):
    lock_agreements(who=table.as_facilitator, workshop=table.workshop)

    with pytest.raises(AgreementsError, match="already"):
        lock_agreements(who=table.as_facilitator, workshop=table.workshop)


def test_without_agreements_there_is_nothing_to_lock(table):
    with pytest.raises(AgreementsError, match="no agreements"):
        lock_agreements(who=table.as_facilitator, workshop=table.workshop)


@pytest.mark.parametrize("act", [lock_agreements, lambda **who: change_agreements(**who, values={"frame_bn": 1.0})])
def test_only_the_facilitator_and_not_after_the_conclusions(table, agreed, act):
    for who in (table.as_secretary, table.as_member("workers")):
        with pytest.raises(NotAllowedError):
            act(who=who, workshop=table.workshop)
    table.workshop.phase = Phase.CONCLUDING
    with pytest.raises(NotAllowedError):
        act(who=table.as_facilitator, workshop=table.workshop)
