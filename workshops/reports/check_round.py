# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Recompute every figure of a round from its file, and say "OK" or name what differs.

It needs Python 3.11 or newer and nothing else: no package, no network, no part of Draagvlak. Read it before you trust it.

    python3 check_round.py round-2.json
    python3 check_round.py round-2.json round-1.json

With the file of an earlier round beside it, what the later one says of the earlier is held against it too.
It ends with 0 when all agrees, with 1 when something differs, with 2 when a file cannot be read.
"""

import json
import math
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

FORMAT = "draagvlak-round/1"
LEVELS = ("5", "4", "3", "2", "1")
SUPPORTING = ("5", "4", "3")
FIVE_AND_FOUR = ("5", "4")
OUTSIDE = ("abstain", "information", "mandate")
COUNTED_FROM = 20
CLOSE = 1e-9

Data = Mapping[str, Any]
Counts = Mapping[str, int]
Found = tuple[str, Any, Any]  # which figure, as published, as recomputed

WORDS = {
    "en": {
        "ok": "OK: {figures} figures recomputed, all as published ({polls} questions, {seats} seats, {source}).",
        "ballots": "from {count} ballots by name",
        "counts": "from the counts that are published; this round was not by name, so its ballots are in nobody's hands",
        "hidden": "Not recomputed: {count} questions of which a side is told in words. Their verdict rests on counts that are not published.",
        "earlier": "What is said of round {number} was taken from this file; give the file of that round to hold it against.",
        "differs": "DIFFERENT  {where}: {figure}: published {published}, recomputed {recomputed}",
        "sum": "{count} of {figures} figures differ.",
        "unreadable": "Cannot read {path}: {why}",
        "format": "it is no file of a round that this script knows ({format})",
        "usage": "Say which file: python3 check_round.py round.json",
    },
    "nl": {
        "ok": "OK: {figures} cijfers nagerekend, alle zoals gepubliceerd ({polls} vragen, {seats} zetels, {source}).",
        "ballots": "uit {count} stemmen op naam",
        "counts": "uit de gepubliceerde tellingen; deze ronde was niet op naam, dus haar stemmen heeft niemand in handen",
        "hidden": "Niet nagerekend: {count} vragen waarvan een geleding in woorden is weergegeven. Hun oordeel rust op tellingen die niet zijn gepubliceerd.",
        "earlier": "Wat over ronde {number} is gezegd, komt uit dit bestand; geef het bestand van die ronde erbij om het te vergelijken.",
        "differs": "ANDERS  {where}: {figure}: gepubliceerd {published}, nagerekend {recomputed}",
        "sum": "{count} van {figures} cijfers zijn anders.",
        "unreadable": "{path} is niet te lezen: {why}",
        "format": "het is geen bestand van een ronde dat dit script kent ({format})",
        "usage": "Zeg welk bestand: python3 check_round.py round.json",
    },
}


@dataclass
class Checked:
    """What was compared: how many figures, which differ, and how many questions could not be recomputed."""

    figures: int = 0
    differences: list[tuple[str, str, Any, Any]] = field(default_factory=list)
    hidden: int = 0
    unseen: set[int] = field(default_factory=set)

    def hold(self, where: str, found: Iterator[Found]) -> None:
        """Compare what was published with what we find, figure by figure."""
        for figure, published, recomputed in found:
            self.figures += 1
            if not _same(published, recomputed):
                self.differences.append((where, figure, published, recomputed))


@dataclass(frozen=True)
class Side:
    """One side's counts for one question."""

    seats: int
    quorum: int
    counts: Counts

    @property
    def ballots(self) -> int:
        """Seats that answered anything."""
        return sum(self.counts.values())

    @property
    def positions(self) -> int:
        """Seats that answered one of the five levels."""
        return self.at(LEVELS)

    def at(self, levels: Sequence[str]) -> int:
        """Return how many answered one of these levels."""
        return sum(self.counts.get(level, 0) for level in levels)

    def share(self, levels: Sequence[str] = SUPPORTING) -> Fraction | None:
        """Return their share of those who took a position; none when nobody did."""
        return Fraction(self.at(levels), self.positions) if self.positions else None

    @property
    def median(self) -> list[str] | None:
        """The level in the middle, or the two in the middle, from low to high."""
        ordered = sorted(level for level in LEVELS for _seat in range(self.counts.get(level, 0)))
        if not ordered:
            return None
        return [ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]]


def check(told: Data, earlier: Mapping[int, Data] | None = None) -> Checked:
    """Recompute all that a file says; `earlier` are files of rounds before it, by number."""
    checked = Checked()
    entitled = {side["key"]: side for side in told["constituencies"]}
    checked.hold("electorate", _electorate(told))
    ballots = _recounted(told)
    if told["ballots"] is not None:
        checked.hold("ballots", _ballots(told))
    for poll in told["polls"]:
        where = f"proposal {poll['proposal']['number']}, scenario {poll['scenario']['letter']}"
        sides = []
        for one in poll["constituencies"]:
            place = f"{where}, {one['constituency']}"
            if "band" in one:
                checked.hold(place, iter([("told in words", True, told["ballots"] is None)]))
                continue
            key = one["constituency"]
            counts = ballots.get((poll["id"], key), {}) if told["ballots"] is not None else one["counts"]
            side = Side(entitled[key]["entitled"], entitled[key]["quorum"], counts)
            sides.append(side)
            checked.hold(place, _counts(one, side, is_by_name=told["ballots"] is not None))
            checked.hold(place, _shift(poll, one, side, earlier or {}, checked.unseen))
        if told["ballots"] is not None:
            needs = Counter(one["policyNeeded"] for one in told["ballots"] if one["poll"] == poll["id"])
            needs.pop(None, None)
            checked.hold(where, iter([("policy needed", poll["policyNeeded"], dict(needs))]))
        if len(sides) < len(poll["constituencies"]):
            checked.hidden += 1
            checked.hold(where, iter([("headline", poll["headline"], None)]))
        else:
            checked.hold(where, _verdicts(poll, sides, told["thresholds"]))
    return checked


def _electorate(told: Data) -> Iterator[Found]:
    for side in told["constituencies"]:
        key, seats = side["key"], side["seats"]
        yield f"{key}: entitled", side["entitled"], len({seat["number"] for seat in seats})
        if all(seat["voted"] is not None for seat in seats):
            yield f"{key}: voted", side["voted"], sum(seat["voted"] for seat in seats)
        yield f"{key}: quorum reached", side["quorumReached"], side["voted"] >= side["quorum"]
        if told["ballots"] is not None:
            for seat in seats:
                cast = any(_chair(one) == (key, seat["number"]) for one in told["ballots"])
                yield f"{key} {seat['number']}: voted", seat["voted"], cast


def _ballots(told: Data) -> Iterator[Found]:
    """No ballot of a seat that is not entitled, about what was not asked, twice, or with an unknown answer."""
    seats = {(side["key"], seat["number"]) for side in told["constituencies"] for seat in side["seats"]}
    polls = {poll["id"] for poll in told["polls"]}
    often = Counter((one["poll"], _chair(one)) for one in told["ballots"])
    for one in told["ballots"]:
        name = f"{one['constituency']} {one['seat']}"
        yield f"{name}: entitled", True, _chair(one) in seats
        yield f"{name}: asked", True, one["poll"] in polls
        yield f"{name}: ballots per question", 1, often[one["poll"], _chair(one)]
        yield f"{name}: known answer", True, one["answer"] in LEVELS + OUTSIDE


def _chair(ballot: Data) -> tuple[str, int]:
    return ballot["constituency"], ballot["seat"]


def _recounted(told: Data) -> dict[tuple[str, str], Counter[str]]:
    found: dict[tuple[str, str], Counter[str]] = {}
    for one in told["ballots"] or []:
        found.setdefault((one["poll"], one["constituency"]), Counter())[one["answer"]] += 1
    return found


def _counts(one: Data, side: Side, *, is_by_name: bool) -> Iterator[Found]:
    if is_by_name:
        yield "counts", one["counts"], dict(side.counts)
    else:
        yield "positions that may be counted", True, side.positions >= COUNTED_FROM
    missing = side.seats - side.positions
    yield "ballots", one["ballots"], side.ballots
    yield "more ballots than seats", False, side.ballots > side.seats
    yield "took a position", one["tookPosition"], side.positions
    yield "supporting", one["supporting"], side.at(SUPPORTING)
    yield "levels 5 and 4", one["levelsFiveAndFour"], side.at(FIVE_AND_FOUR)
    yield "share of positions", one["shareOfPositions"], side.share()
    of_ballots = Fraction(side.at(SUPPORTING), side.ballots) if side.ballots else None
    yield "share of ballots", one["shareOfBallots"], of_ballots
    low, high = Fraction(side.at(SUPPORTING), side.seats), Fraction(side.at(SUPPORTING) + missing, side.seats)
    yield "share of seats, if all others were against", one["shareOfSeats"][0], low
    yield "share of seats, if all others were for", one["shareOfSeats"][1], high
    yield "median", one["median"], side.median


def _shift(poll: Data, one: Data, side: Side, earlier: Mapping[int, Data], unseen: set[int]) -> Iterator[Found]:
    before = one.get("before")
    if before is None:
        return
    number, counts = before["round"], before["counts"]
    if number in earlier:
        found = _earlier(earlier[number], poll, one["constituency"])
        yield f"counts of round {number}", counts, found.get("counts")
        yield f"words of round {number}", before["band"], found.get("band")
    else:
        unseen.add(number)
    if counts is not None:
        then, now = Side(side.seats, 0, counts).share(), side.share()
        yield f"shift since round {number}", one["shift"], None if then is None or now is None else now - then


def _earlier(told: Data, poll: Data, key: str) -> Data:
    """Return what an earlier file says of this side, on the same text in the same scenario."""
    for one in told["polls"]:
        if all(one[part]["editionId"] == poll[part]["editionId"] for part in ("proposal", "scenario")):
            return next((side for side in one["constituencies"] if side["constituency"] == key), {})
    return {}


def _verdicts(poll: Data, sides: Sequence[Side], thresholds: Mapping[str, str]) -> Iterator[Found]:
    yield "verdict", poll["verdict"], _verdict(sides, thresholds, SUPPORTING)
    yield "verdict without level 3", poll["verdictWithoutLevelThree"], _verdict(sides, thresholds, FIVE_AND_FOUR)
    headline = poll["headline"]
    shares = [share for share in (side.share() for side in sides) if share is not None]
    positions, is_whole = sum(side.positions for side in sides), len(shares) == len(sides)
    by_head = Fraction(sum(side.at(SUPPORTING) for side in sides), positions) if positions else None
    yield "weakest constituency", headline["weakest"], min(shares) if is_whole else None
    mean = sum(shares, Fraction(0)) / len(shares) if is_whole else None
    yield "mean of the constituencies", headline["meanOfConstituencies"], mean
    yield "mean by head", headline["meanByHead"], by_head
    drawn = [(side.at(SUPPORTING) + 0.5) / (side.positions + 1) for side in sides]
    yield "group-informed", headline["groupInformed"], math.prod(drawn) ** (1 / len(drawn)) if is_whole else None


def _verdict(sides: Sequence[Side], thresholds: Mapping[str, str], levels: Sequence[str]) -> str:
    broad, majority, response = (Fraction(thresholds[name]) for name in ("broad", "majority", "response"))
    if not any(side.ballots for side in sides):
        return "not_voted"
    shares = [share for share in (side.share(levels) for side in sides) if share is not None]
    speak = all(side.ballots >= side.quorum and Fraction(side.positions, side.seats) >= response for side in sides)
    if len(shares) < len(sides) or not speak:
        return "insufficient"
    if min(shares) >= broad and sum(side.at(("1",)) for side in sides) <= 1:
        return "broad"
    carried = [share > majority for share in shares]
    if all(carried):
        return "reserved"
    return "divided" if any(carried) else "none"


def _same(published: Any, recomputed: Any) -> bool:
    if isinstance(recomputed, Fraction):
        return isinstance(published, str) and Fraction(published) == recomputed
    if isinstance(recomputed, float):
        return isinstance(published, float | int) and math.isclose(published, recomputed, abs_tol=CLOSE)
    if isinstance(recomputed, dict) and isinstance(published, dict):
        return {key: count for key, count in published.items() if count} == recomputed
    return bool(published == recomputed)


def report(told: Data, checked: Checked) -> Iterator[str]:
    """Say what was found, in the language of the file."""
    words = WORDS.get(str(told.get("language")), WORDS["en"])
    for where, figure, published, recomputed in checked.differences:
        yield words["differs"].format(where=where, figure=figure, published=published, recomputed=recomputed)
    if checked.differences:
        yield words["sum"].format(count=len(checked.differences), figures=checked.figures)
    else:
        by_name = told["ballots"] is not None
        source = words["ballots"].format(count=len(told["ballots"])) if by_name else words["counts"]
        seats = sum(side["entitled"] for side in told["constituencies"])
        yield words["ok"].format(figures=checked.figures, polls=len(told["polls"]), seats=seats, source=source)
    if checked.hidden:
        yield words["hidden"].format(count=checked.hidden)
    for number in sorted(checked.unseen):
        yield words["earlier"].format(number=number)


def read(path: str) -> Data:
    """Return what a file says, or refuse what is no file of a round."""
    told = json.loads(Path(path).read_text(encoding="utf-8"))
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        found = told.get("format") if isinstance(told, dict) else None
        raise ValueError(WORDS["en"]["format"].format(format=found))
    return told


def main(paths: Sequence[str]) -> int:
    """Check the first file; the others are rounds before it."""
    if not paths:
        sys.stderr.write(WORDS["en"]["usage"] + "\n")
        return 2
    files = []
    for path in paths:
        try:
            files.append(read(path))
        except (OSError, ValueError) as failure:
            sys.stderr.write(WORDS["en"]["unreadable"].format(path=path, why=failure) + "\n")
            return 2
    told, earlier = files[0], {one["round"]["number"]: one for one in files[1:]}
    checked = check(told, earlier)
    sys.stdout.write("\n".join(report(told, checked)) + "\n")
    return 1 if checked.differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
