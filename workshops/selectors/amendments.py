# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The amendments of a proposal: what each changes, which of them collide, and which editions came of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import isclose
from typing import Any

from scenarios.models import ReformRevision
from scenarios.texts.diffs import Piece, pieces
from scenarios.texts.merging import merge
from workshops.models import Amendment, Proposal

TEXT_PARTS = ("title", "summary", "actors", "left_out", "budget_source")
NUMBER_PARTS = ("start_year", "phase_years", "budget_bn")
LEVER = "lever:"
Parts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One part that should read otherwise: a text as words that go out and come in, a number as it was and will be."""

    part: str
    was: Any
    wanted: Any
    words: tuple[Piece, ...] = ()

    @property
    def lever(self) -> str:
        """The lever it moves; empty for anything else."""
        return self.part.removeprefix(LEVER) if self.part.startswith(LEVER) else ""


@dataclass(frozen=True, slots=True)
class Amended:
    """An amendment, what it changes, and the open ones that want the same parts to read differently."""

    amendment: Amendment
    changes: tuple[Change, ...]
    modified: tuple[Change, ...] = ()
    collides_with: tuple[int, ...] = ()
    clashes: tuple[str, ...] = ()

    @property
    def is_about_earlier(self) -> bool:
        """The proposal has another edition since."""
        return self.amendment.about_id != self.amendment.proposal.reform_revision_id

    @property
    def outcome(self) -> tuple[Change, ...]:
        """How the proposal reads since it was taken over, beside the edition it is about."""
        about, became, lang = self.amendment.about, self.amendment.became, self.amendment.lang
        return difference(about, became, lang) if became is not None else ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One text of a proposal: its place in the row, since when it holds, and the amendment it came of."""

    number: int
    revision: ReformRevision
    since: datetime
    amendment: Amendment | None


def amendments_of(proposal: Proposal) -> list[Amended]:
    """Return every amendment of a proposal by number: one statement."""
    rows = list(
        proposal.amendments.select_related(
            "about", "became", "seat__constituency", "seat__delegation", "proposed_by"
        ).order_by("number")
    )
    for row in rows:
        row.proposal = proposal
    return [_amended(row, rows) for row in rows]


def editions_of(proposal: Proposal, amended: Sequence[Amended]) -> list[Edition]:
    """Return the texts a proposal had, the first one first."""
    taken = sorted(
        (one.amendment for one in amended if one.amendment.became is not None),
        key=lambda one: one.answered_at or one.proposed_at,
    )
    first = taken[0].about if taken else proposal.reform_revision
    later = [
        Edition(number, one.became, one.answered_at or one.proposed_at, one)
        for number, one in enumerate(taken, start=2)
        if one.became is not None
    ]
    return [Edition(1, first, proposal.tabled_at, None), *later]


def parts_of(revision: ReformRevision, lang: str) -> dict[str, Any]:
    """Return all that can be amended of an edition, by part, in one language."""
    texts = {name: str(revision.said(name, lang)) for name in TEXT_PARTS}
    levers = {f"{LEVER}{key}": float(value) for key, value in revision.levers.items() if value}
    numbers = {
        "start_year": revision.start_year,
        "phase_years": revision.phase_years,
        "budget_bn": revision.exante_budget_bn,
    }
    return texts | numbers | levers


def changed_parts(revision: ReformRevision, wanted: Parts, lang: str) -> dict[str, Any]:
    """Return the parts that should read otherwise than in this edition; white space alone changes nothing."""
    before = parts_of(revision, lang)
    levers = {part: 0.0 for part in before if part.startswith(LEVER) and part not in wanted}
    return {part: told for part, told in {**wanted, **levers}.items() if not _is_same(before.get(part), told)}


def changes_from(revision: ReformRevision, changes: Parts, lang: str) -> tuple[Change, ...]:
    """Return changes beside what they change, in the order of a proposal."""
    before = parts_of(revision, lang)
    order = (*TEXT_PARTS[:3], *NUMBER_PARTS[:2])
    known = [part for part in order if part in changes]
    levers = sorted(part for part in changes if part.startswith(LEVER))
    rest = [part for part in (*TEXT_PARTS[3:], "budget_bn") if part in changes]
    return tuple(_change(part, before.get(part), changes[part]) for part in (*known, *levers, *rest))


def difference(old: ReformRevision, new: ReformRevision, lang: str) -> tuple[Change, ...]:
    """Return what reads otherwise in one edition than in an earlier one."""
    return changes_from(old, changed_parts(old, parts_of(new, lang), lang), lang)


def carried_onto(now: ReformRevision, about: ReformRevision, changes: Parts, lang: str) -> tuple[Parts, list[str]]:
    """Return all parts as they read with changes made to another edition, and the parts in which the two clash."""
    before, found, clashes = parts_of(about, lang), parts_of(now, lang), []
    for part, wanted in changes.items():
        if part in TEXT_PARTS:
            merged = merge(before[part], found[part], wanted)
            found[part] = merged.settled({})
            clashes += [part] if merged.clashes else []
            continue
        standing = found.get(part, 0.0)
        clashes += [part] if standing not in (before.get(part, 0.0), wanted) else []
        found[part] = wanted
    return found, clashes


def _amended(row: Amendment, rows: Sequence[Amendment]) -> Amended:
    now = row.proposal.reform_revision
    clashes = carried_onto(now, row.about, row.changes, row.lang)[1] if row.is_open else []
    return Amended(
        row,
        changes_from(row.about, row.changes, row.lang),
        changes_from(row.about, row.handling_changes, row.lang),
        tuple(one.number for one in rows if one is not row and one.is_open and row.is_open and _collide(row, one)),
        tuple(clashes),
    )


def _collide(one: Amendment, other: Amendment) -> bool:
    """Whether the same words or the same number should read differently."""
    return any(_is_at_odds(part, one, other) for part in one.changes.keys() & other.changes.keys())


def _is_at_odds(part: str, one: Amendment, other: Amendment) -> bool:
    mine, theirs = one.changes[part], other.changes[part]
    if part not in TEXT_PARTS or one.lang != other.lang:
        return bool(mine != theirs)
    return bool(merge(parts_of(one.about, one.lang)[part], theirs, mine).clashes)


def _is_same(before: Any, told: Any) -> bool:
    if isinstance(told, str):
        return str(before or "").split() == told.split()
    return isclose(before or 0, told, rel_tol=1e-9)  # what is typed in another unit comes back with a rounding


def _change(part: str, was: Any, wanted: Any) -> Change:
    words = pieces(str(was or ""), str(wanted)) if part in TEXT_PARTS else ()
    return Change(part, was or (0 if part not in TEXT_PARTS else ""), wanted, words)
