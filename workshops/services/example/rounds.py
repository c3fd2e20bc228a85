# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two rounds that are over: opened, answered seat by seat, counted and closed."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from workshops.enums import Act, Body, Phase, Role, RoundState
from workshops.journal import Line
from workshops.models import Agreements, Ballot, Poll, Proposal, Round, RoundSeat
from workshops.services.example.calendar import ROUNDS
from workshops.services.example.sheets import Polls, sheet_of
from workshops.services.example.stage import Done, Stage
from workshops.services.tables import table, written
from workshops.services.tallies import rebuild_tally

WORKING_DAYS = (0, 3, 4, 5, 6, 7)  # a round opens on a Friday and closes a week later


def hold_round(stage: Stage, number: int, proposals: Mapping[int, Proposal], agreements: Agreements) -> Round:
    """Open a round, take in every ballot, and close it."""
    one = _round(stage, number, agreements)
    seats = stage.council.seats.values()
    RoundSeat.objects.bulk_create(RoundSeat(round=one, seat=seat) for seat in seats)
    polls = _polls(stage, one, proposals)
    _record_opening(stage, one, proposals)
    ballots = _cast(stage, one, polls)
    rebuild_tally(one=one)
    _record_closing(stage, one, ballots)
    return one


def _round(stage: Stage, number: int, agreements: Agreements) -> Round:
    told = next(entry for entry in table("workshop")["rounds"] if entry["number"] == number)
    return Round.objects.create(
        workshop=stage.workshop,
        number=number,
        body=Body.COUNCIL,
        state=RoundState.CLOSED,
        agreements=agreements,
        opened_at=stage.calendar.at(ROUNDS[number].opened, 10),
        closed_at=stage.calendar.at(ROUNDS[number].closed, 17),
        **written(told, "title"),
    )


def _polls(stage: Stage, one: Round, proposals: Mapping[int, Proposal]) -> Polls:
    polls = {
        (number, key): Poll(
            round=one, proposal=proposal, reform_revision_id=proposal.reform_revision_id, scenario_revision=scenario
        )
        for number, proposal in proposals.items()
        for key, scenario in stage.scenarios.items()
    }
    Poll.objects.bulk_create(polls.values())
    return polls


def _cast(stage: Stage, one: Round, polls: Polls) -> int:
    """Hand in the sheet of every seat that was there, one after another; return how many ballots that makes."""
    opened = stage.calendar.at(ROUNDS[one.number].opened, 10)
    places = sorted(stage.council.seats, key=lambda place: (_moment(opened, place[1]), place[0]))
    cast: list[Ballot] = []
    for side, number in places:
        at, member = _moment(opened, number), stage.council.members[side, number]
        sheet = sheet_of(stage.council, (side, number), polls, at)
        lines = [_line(ballot) for ballot in sheet]
        if lines:
            stage.done.append(Done(at, lines, member, f"{side}:{number}"))
        cast += sheet
    Ballot.objects.bulk_create(cast)
    return len(cast)


def _moment(opened: datetime, number: int) -> datetime:
    """Return when a seat answered: on a working day of that week, in the daytime."""
    return opened + timedelta(days=WORKING_DAYS[number % 6], hours=number % 5, minutes=5 * number)


def _line(ballot: Ballot) -> Line:
    facts = {"stance": str(ballot.stance), "need": str(ballot.need), "holding": str(ballot.holding)}
    return Line(Act.BALLOT_CAST, f"poll {ballot.poll_id}", facts)


def _record_opening(stage: Stage, one: Round, proposals: Mapping[int, Proposal]) -> None:
    facilitator, subject, agreements = stage.council.first_in(Role.FACILITATOR), f"round {one.number}", one.agreements
    prepared, opened = (
        stage.calendar.at(ROUNDS[one.number].prepared, 11),
        stage.calendar.at(ROUNDS[one.number].opened, 10),
    )
    terms = {
        "seats": len(stage.council.seats),
        "agreements": agreements.version if agreements else None,
        "mode": str(one.mode),
    }
    chosen = {"proposals": sorted(proposals)}
    stage.record(Act.ROUND_PREPARED, facilitator, at=prepared, subject=subject, data=chosen)
    stage.record(Act.ROUND_OPENED, facilitator, at=opened, subject=subject, data=terms)


def _record_closing(stage: Stage, one: Round, ballots: int) -> None:
    """Close the round, and go back to comparing: the facilitator moves the phase a little later."""
    facilitator, closed = stage.council.first_in(Role.FACILITATOR), stage.calendar.at(ROUNDS[one.number].closed, 17)
    stage.record(Act.ROUND_CLOSED, facilitator, at=closed, subject=f"round {one.number}", data={"ballots": ballots})
    steps = {"from": str(Phase.VOTING), "to": str(Phase.COMPARING)}
    stage.record(Act.PHASE_MOVED, facilitator, at=closed + timedelta(minutes=5), data=steps)
