# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import council, drafted, section_of
from workshops.models import Presence
from workshops.selectors.presence import GONE_AFTER, people_in
from workshops.services.writing.presence import be_here, leave

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    return council()


@pytest.fixture
def section(table):
    return section_of(drafted(table))


@pytest.fixture
def woken(monkeypatch):
    topics = []
    monkeypatch.setattr("workshops.services.writing.presence.announce", topics.append)
    return topics


def names(section):
    return [one.person.name for one in people_in([section.id], now=timezone.now()).get(section.id, [])]


def test_who_has_a_section_open_is_there_and_the_others_hear_it_once(table, section, woken):
    for _time in range(3):
        be_here(who=table.as_member("workers"), section=section)

    assert names(section) == [table.member("workers").name]
    assert woken == [section.document.topic]


def test_who_was_not_heard_of_for_a_while_is_gone(table, section):
    be_here(who=table.as_member("workers"), section=section)
    Presence.objects.update(seen_at=timezone.now() - GONE_AFTER - timedelta(seconds=1))

    assert names(section) == []


def test_who_comes_back_is_news(table, section, woken):
    be_here(who=table.as_member("workers"), section=section)
    Presence.objects.update(seen_at=timezone.now() - 2 * GONE_AFTER)
    be_here(who=table.as_member("workers"), section=section)

    assert len(woken) == 2


def test_who_leaves_is_gone_at_once(table, section):
    be_here(who=table.as_member("workers"), section=section)
    leave(who=table.as_member("workers"), section=section)

    assert names(section) == []
