# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A closed round as plain data, with which an outsider can recompute what was published: `check_round.py` does so."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from workshops.models import Ballot, Poll
from workshops.reports.check_round import FORMAT
from workshops.selectors.records import RoundRecord, SeatRecord, SideRecord
from workshops.selectors.support import thresholds_of
from workshops.selectors.tallies import Counted, Headline, RoundTallies, SideCount
from workshops.tally import Tally

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Published:
    """A closed round, with what was published of it, in one language."""

    record: RoundRecord
    tallies: RoundTallies
    language: str

    @property
    def counted(self) -> list[Counted]:
        """Every poll counted, in the order of the record."""
        return [counted for _proposal, cells in self.tallies.rows for counted in cells]


def round_file(published: Published) -> Data:
    """Return the file: what was published, and of a round by name every ballot."""
    one, record = published.record.round, published.record
    agreed, needs = thresholds_of(one), _needs(record)
    chairs = {seat.seat.id: (side.side.key, seat.seat.number) for side in record.sides for seat in side.seats}
    return {
        "format": FORMAT,
        "language": published.language,
        "workshop": {"slug": one.workshop.slug, "title": one.workshop.said("title")},
        "round": {
            "number": one.number,
            "title": one.said("title"),
            "body": one.body,
            "mode": one.mode,
            "openedAt": _moment(one.opened_at),
            "closedAt": _moment(one.closed_at),
            "boxHash": one.box_hash or None,
            "agreementsVersion": one.agreements.version if one.agreements else None,
        },
        "thresholds": {
            "broad": str(agreed.broad),
            "majority": str(agreed.majority),
            "response": str(agreed.response),
        },
        "constituencies": [_side(side) for side in record.sides],
        "polls": [
            _poll(poll, counted, needs.get(poll.id, Counter()) if one.is_by_name else None)
            for poll, counted in zip(record.polls, published.counted, strict=True)
        ],
        "ballots": [_ballot(ballot, *chairs[ballot.seat_id]) for ballot in record.ballots if ballot.seat_id]
        if one.is_by_name
        else None,
        "journal": {"line": record.closing.sequence, "hash": record.closing.hash} if record.closing else None,
    }


def _side(found: SideRecord) -> Data:
    return {
        "key": found.side.key,
        "title": found.side.title,
        "entitled": found.entitled,
        "voted": found.voted,
        "quorum": found.quorum,
        "quorumReached": found.has_quorum,
        "seats": [_seat(one) for one in found.seats],
    }


def _seat(found: SeatRecord) -> Data:
    delegation = found.seat.delegation
    return {
        "number": found.seat.number,
        "organisation": delegation.said("name") if delegation else "",
        "member": found.holder,
        "voted": found.has_voted,
    }


def _needs(record: RoundRecord) -> dict[UUID, Counter[str]]:
    found: dict[UUID, Counter[str]] = {}
    for ballot in record.ballots:
        if ballot.need:
            found.setdefault(ballot.poll_id, Counter())[ballot.need] += 1
    return found


def _poll(poll: Poll, counted: Counted, needs: Counter[str] | None) -> Data:
    reform, scenario = poll.reform_revision, poll.scenario_revision
    return {
        "id": str(poll.id),
        "proposal": {
            "number": poll.proposal.number,
            "title": reform.said("title"),
            "edition": reform.number,
            "editionId": str(reform.id),
        },
        "scenario": {
            "letter": counted.place.letter,
            "key": scenario.scenario.key,
            "title": scenario.said("title"),
            "edition": scenario.number,
            "editionId": str(scenario.id),
        },
        "verdict": counted.verdict.value,
        "verdictWithoutLevelThree": counted.strict.value if counted.strict else None,
        "headline": _headline(counted.headline) if counted.headline else None,
        "policyNeeded": None if needs is None else dict(sorted(needs.items())),
        "constituencies": [_count(one, counted) for one in counted.sides],
    }


def _headline(one: Headline) -> Data:
    return {
        "weakest": _exact(one.weakest),
        "meanOfConstituencies": _exact(one.tripartite),
        "meanByHead": _exact(one.plain),
        "groupInformed": one.informed,
    }


def _count(one: SideCount, counted: Counted) -> Data:
    told: Data = {"constituency": one.side.key}
    told |= _tally(one.tally) if one.tally else {"band": one.band.value if one.band else None}
    if counted.before and one.has_before:
        earlier = one.tally_before
        told["before"] = {
            "round": counted.before.round.number,
            "counts": _counts(earlier) if earlier else None,
            "band": one.band_before.value if one.band_before else None,
        }
        told["shift"] = _exact(one.shift)
    return told


def _tally(one: Tally) -> Data:
    return {
        "counts": _counts(one),
        "ballots": one.ballots,
        "tookPosition": one.took_position,
        "supporting": one.supporting,
        "levelsFiveAndFour": one.agreeing,
        "shareOfPositions": _exact(one.share_of_positions),
        "shareOfBallots": _exact(one.share_of_ballots),
        "shareOfSeats": [_exact(bound) for bound in one.bounds_of_seats],
        "median": [level.value for level in one.median] if one.median else None,
    }


def _counts(one: Tally) -> dict[str, int]:
    return {stance.value: count for stance, count in one.counts.items() if count}


def _ballot(ballot: Ballot, side: str, seat: int) -> Data:
    return {
        "poll": str(ballot.poll_id),
        "constituency": side,
        "seat": seat,
        "answer": ballot.stance,
        "policyNeeded": ballot.need or None,
        "reason": ballot.said("reason"),
        "wouldChange": ballot.said("would_change"),
        "castBy": ballot.cast_by.name if ballot.cast_by else "",
        "as": ballot.holding,
        "castAt": _moment(ballot.cast_at),
    }


def _exact(share: Fraction | None) -> str | None:
    return None if share is None else str(share)


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
