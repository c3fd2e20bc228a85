# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The acts of the journal in words."""

import re

import pytest
from django.utils import translation

from workshops.enums import Act, Phase, Role
from workshops.models import JournalEntry
from workshops.selectors.journal import Told
from workshops.templatetags.journal import ACTS, act_in_words


@pytest.fixture(autouse=True)
def in_dutch():
    with translation.override("nl"):
        yield


def told(act, subject="proposal 7", **data):
    _kind, _space, number = subject.partition(" ")
    entry = JournalEntry(act=act, subject=subject, data=data)
    return act_in_words(Told(entry, side=None, seat_number="", role=None, kind="", number=number, poll=None, letter=""))


def test_every_act_has_words():
    assert set(ACTS) == set(Act)


@pytest.mark.parametrize("act", list(Act))
def test_what_an_old_line_does_not_hold_is_left_open(act):
    assert re.search(r"[a-z]", told(act))


def test_a_sentence_names_what_the_line_is_about():
    assert told(Act.PROPOSAL_TABLED) == "Voorstel 7 ingediend"
    with translation.override("en"):
        assert told(Act.PROPOSAL_TABLED) == "Proposal 7 tabled"


def test_keys_and_lists_are_told_in_words():
    assert told(Act.ROUND_PREPARED, "round 2", proposals=[1, 4]) == "Ronde 2 voorbereid met voorstellen 1, 4"
    moved = told(Act.PHASE_MOVED, "workshop", **{"from": Phase.DRAFTING, "to": Phase.COMPARING})
    assert moved == "Het traject ging van Opstellen naar Vergelijken"


def test_the_number_of_a_change_is_not_that_of_the_scenario():
    assert told(Act.SUGGESTION_MADE, "scenario 2", number=5) == "Scenario 2: tekstvoorstel 5 gedaan"


def test_what_people_wrote_is_quoted_and_harmless():
    assert told(Act.PROPOSAL_PARKED, because="<b>Later</b>").endswith(": <q>&lt;b&gt;Later&lt;/b&gt;</q>")


def test_a_role_is_named_behind_the_sentence():
    assert told(Act.ROLE_GIVEN, "role", role=Role.OBSERVER) == "Rol gegeven: waarnemer"
