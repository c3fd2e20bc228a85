# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The proposals that carry an answer, each with its support and its impact per side, over all scenarios."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from scenarios.templatetags.figures import change, change_unit, in_range
from workshops.reports.model import Table
from workshops.reports.words import BANDS, DIRECTION, NO_REGRET
from workshops.selectors.cells import Line
from workshops.selectors.matrix import Matrix, Row
from workshops.selectors.table import Side


def carriers(matrix: Matrix, rows: Sequence[Row]) -> Table:
    """Name some proposals with what each side says of them and gets from them, from the lowest to the highest scenario."""
    return Table(
        _("The proposals that carry this answer, in %(year)d, over all scenarios") % {"year": matrix.year},
        [_("Proposal"), *(f"{side.title} ({side.measure.title})" for side in matrix.sides), _("Over all scenarios")],
        [
            [titled(row), *(_of_side(row, nth, side) for nth, side in enumerate(matrix.sides)), _verdict(row)]
            for row in rows
        ],
        _("Per side: the seats in support and the median change, from the lowest scenario to the highest."),
    )


def titled(row: Row) -> str:
    """Return a proposal by its number and name."""
    return f"{row.proposal.number}. {row.reform.said('title')}"


def _verdict(row: Row) -> str:
    missed = row.verdicts.strict.breaks_in
    return f"{NO_REGRET[row.verdict]} ({missed.letter})" if missed else str(NO_REGRET[row.verdict])


def _of_side(row: Row, nth: int, side: Side) -> str:
    lines = [cell.lines[nth] for cell in row.cells]
    return f"{_support(lines)}; {_impact(lines, side)}"


def _support(lines: Sequence[Line]) -> str:
    tallies = [line.tally for line in lines if line.tally is not None]
    if tallies:
        counts = [tally.supporting for tally in tallies]
        return _("%(supporting)s of %(seats)d support") % {
            "supporting": in_range(str(min(counts)), str(max(counts))),
            "seats": tallies[0].seats,
        }
    return _each(str(BANDS[line.band]) for line in lines if line.band is not None) or _("not voted on")


def _impact(lines: Sequence[Line], side: Side) -> str:
    judged = _each(str(DIRECTION[line.effect.judged]) for line in lines if line.effect.judged is not None)
    if judged:
        return _("judged: %(direction)s") % {"direction": judged}
    mids = [line.effect.band.mid for line in lines if line.effect.band is not None]
    outcome = side.measure.outcome
    if not mids or not outcome:
        return _("not computed")
    return f"{in_range(change(min(mids), outcome), change(max(mids), outcome))} {change_unit(outcome)}"


def _each(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(words))
