# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The journal as it is told, and the end of a very long chain."""

import pytest

from tests.factories import WorkshopFactory, council, open_round
from workshops.enums import Act, Role
from workshops.journal import Line, record, record_each
from workshops.selectors import journal
from workshops.selectors.journal import chain_of, lines_of, told

pytestmark = pytest.mark.django_db


def test_references_are_looked_up():
    table = council()
    one = open_round(table)
    poll = one.polls.first()
    record(workshop=table.workshop, act=Act.BALLOT_CAST, actor=None, capacity="workers:2", subject=f"poll {poll.id}")
    record(workshop=table.workshop, act=Act.ROUND_CLOSED, actor=None, capacity="facilitator", subject="round 1")
    closed, cast = told(table.workshop, lines_of(table.workshop, with_ballots=True))

    assert (cast.side, cast.seat_number, cast.poll) == (table.constituencies["workers"], "2", poll)
    assert cast.letter in {"A", "B"}
    assert (closed.role, closed.kind, closed.number) == (Role.FACILITATOR, "round", "1")


def test_a_reference_to_what_is_gone_is_no_trouble():
    workshop = WorkshopFactory()
    gone = "poll 7f3a8bd6-0f1c-4a53-9a52-1d2f5a3c9e11"
    record(workshop=workshop, act=Act.BALLOT_CAST, actor=None, capacity="gone:1", subject=gone)
    (line,) = told(workshop, lines_of(workshop, with_ballots=True))

    assert (line.poll, line.side, line.letter, line.stance) == (None, None, "", "")


def test_the_end_of_a_long_chain_is_checked_against_the_line_before_it(monkeypatch):
    monkeypatch.setattr(journal, "MOST_CHECKED", 3)
    workshop = WorkshopFactory()
    record_each(workshop=workshop, lines=[Line(Act.PHASE_MOVED)] * 8, actor=None)
    chain = chain_of(workshop)

    assert (chain.lines, chain.checked, chain.holds, chain.is_checked_whole) == (8, 3, True, False)
    assert chain.last_hash == workshop.journal.last().hash


@pytest.mark.parametrize("lines", [0, 2, 3])
def test_a_short_chain_is_checked_whole(lines, monkeypatch):
    monkeypatch.setattr(journal, "MOST_CHECKED", 3)
    workshop = WorkshopFactory()
    record_each(workshop=workshop, lines=[Line(Act.PHASE_MOVED)] * lines, actor=None)
    chain = chain_of(workshop)

    assert (chain.lines, chain.holds, chain.is_checked_whole) == (lines, True, True)
