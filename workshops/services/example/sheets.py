# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What one seat answered in a round, proposal by proposal and scenario by scenario."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from workshops.enums import REASON_REQUIRED, Need, Stance
from workshops.models import Ballot, Poll
from workshops.services.example.council import Place, SeatedCouncil
from workshops.services.tables import Entry, table, written

Polls = Mapping[tuple[int, str], Poll]
STANCES = {"a": Stance.ABSTAIN, "i": Stance.NEED_INFORMATION, "m": Stance.NO_MANDATE}
NEEDS = {"y": Need.YES, "n": Need.NO, "d": Need.UNKNOWN}
ABSENT = "."


def sheet_of(council: SeatedCouncil, place: Place, polls: Polls, at: datetime) -> list[Ballot]:
    """Return the ballots of one seat: none where it was absent."""
    entries = {entry["number"]: entry for entry in table("proposals")["proposals"]}
    return [
        ballot
        for (number, scenario), poll in polls.items()
        if (ballot := _ballot(council, place, poll, _answer(entries[number], scenario, place), at))
    ]


def _answer(entry: Entry, scenario: str, place: Place) -> dict[str, Any]:
    """Return what the table says of one seat in one poll: its two letters, and its words if it gave any."""
    side, number = place
    return {
        "stance": entry["ballots"][scenario][side][number - 1],
        "need": entry["need"][scenario][side][number - 1],
        "objection": entry["objections"].get(side),
        "reason": next(
            (
                told
                for told in entry["ballot_reasons"]
                if (told["scenario"], told["constituency"], told["seat"]) == (scenario, side, number)
            ),
            None,
        ),
    }


def _ballot(council: SeatedCouncil, place: Place, poll: Poll, answer: dict[str, Any], at: datetime) -> Ballot | None:
    if answer["stance"] == ABSENT:
        return None
    stance = STANCES.get(answer["stance"]) or Stance(answer["stance"])
    return Ballot(
        poll=poll,
        seat=council.seats[place],
        stance=stance,
        need=NEEDS[answer["need"]],
        cast_by=council.members[place],
        cast_at=at,
        **_words(stance, answer["objection"], answer["reason"]),
    )


def _words(stance: Stance, objection: Entry | None, reason: Entry | None) -> dict[str, Any]:
    """Return why: the side's own objection with level 1 or 2, else what this seat wrote, if anything."""
    if stance in REASON_REQUIRED and objection:
        told = {"reason": objection["text"], "reason_en": objection["text_en"]}
        return written({**objection, **told}, "reason", "would_change")
    return written(reason or {}, "reason", "would_change")
