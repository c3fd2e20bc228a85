# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Moving a workshop from phase to phase."""

import pytest

from tests.factories import council, open_round
from workshops.enums import Act, Phase
from workshops.errors import NotAllowedError, WrongPhaseError
from workshops.services.phases import move_phase
from workshops.services.rounds import close_round

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def table():
    return council()


def move(table, phase, who=None):
    return move_phase(who=who or table.as_facilitator, workshop=table.workshop, phase=phase)


def test_the_phase_moves_and_the_journal_says_from_where_to_where(table):
    move(table, Phase.COMPARING)
    table.workshop.refresh_from_db()

    assert table.workshop.phase == Phase.COMPARING
    assert table.workshop.journal.get(act=Act.PHASE_MOVED).data == {"from": "drafting", "to": "comparing"}


def test_asked_twice_it_moves_once(table):
    move(table, Phase.COMPARING)
    move(table, Phase.COMPARING)

    assert table.workshop.journal.count() == 1


def test_a_step_back_is_possible(table):
    move(table, Phase.COMPARING)

    assert move(table, Phase.DRAFTING).phase == Phase.DRAFTING


def test_the_phase_stays_while_a_round_is_open(table):
    one = open_round(table)
    with pytest.raises(WrongPhaseError, match="Close it"):
        move(table, Phase.CONCLUDING)
    close_round(who=table.as_facilitator, one=one)

    assert move(table, Phase.CONCLUDING).phase == Phase.CONCLUDING


def test_only_the_facilitator_moves_the_phase(table):
    for who in (table.as_secretary, table.as_member("crown")):
        with pytest.raises(NotAllowedError):
            move(table, Phase.VOTING, who)
