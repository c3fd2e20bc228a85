# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Question 4 and the final question: what is useful and desirable everywhere, and who supports what."""

from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from scenarios.templatetags.figures import billions, change, change_range, change_unit
from workshops.reports.model import (
    Block,
    Chapter,
    Picture,
    PictureRow,
    Position,
    Positions,
    Seats,
    Section,
    Table,
    Words,
)
from workshops.reports.position_words import language_now, quoted, sentences_of
from workshops.reports.sources import Sources
from workshops.reports.words import BANDS, DIRECTION, NO_REGRET, SUPPORT, USEFUL
from workshops.selectors.matrix import Cell, Line, Row
from workshops.selectors.positions import positions_on


def no_regret_chapter(found: Sources) -> Chapter:
    """Which proposals are useful and desirable in every scenario; which fail, and where."""
    count = len(found.matrix.no_regret)
    finding = ngettext(
        "%(count)d proposal is useful and desirable in every scenario.",
        "%(count)d proposals are useful and desirable in every scenario.",
        count,
    ) % {"count": count}
    blocks: list[Block] = [Words([finding, _budget(found)]), _picture(found), _verdicts(found)]
    return Chapter("no-regret", _("Question 4: useful and desirable in every scenario (no regret)"), blocks)


def _budget(found: Sources) -> str:
    agreed = found.matrix.agreements
    if agreed is None:
        return _("No budget frame has been agreed.")
    return _(
        "Together these cost %(used)s of the frame of %(frame)s billion euros a year (%(source)s). "
        "The costs are estimates before effects on behaviour."
    ) % {
        "used": billions(found.matrix.frame_used_bn),
        "frame": billions(agreed.frame_bn),
        "source": agreed.said("frame_source"),
    }


def _picture(found: Sources) -> Picture:
    places = found.matrix.places
    rows = [
        PictureRow(
            title=f"{row.proposal.number}. {row.proposal.reform_revision.said('title')}",
            verdict=str(NO_REGRET[row.verdict]),
            cells=[_drawn(cell) for cell in row.cells],
        )
        for row in found.matrix.rows
    ]
    return Picture(
        _("Support per side and usefulness, per proposal and scenario"),
        _(
            "Per proposal and scenario: the verdict on support, how many seats of each side support, and whether it is useful. The table below says the same."
        ),
        [f"{place.letter} {place.title}" for place in places],
        rows,
        _(
            "One mark is one seat: full agrees, half can live with it, open objects, crossed finds it unacceptable, dash took no position."
        ),
    )


def _drawn(cell: Cell) -> dict[str, Any]:
    return {
        "support": str(SUPPORT[cell.verdict]),
        "useful": cell.is_useful,
        "seats": [asdict(seats) for seats in (_seats(line) for line in cell.lines) if seats],
    }


def _seats(line: Line) -> Seats | None:
    tally = line.tally
    if tally is None:
        return None
    counts = {
        "full": tally.agreeing,
        "half": tally.living_with,
        "open": tally.objecting,
        "crossed": tally.refusing,
        "dash": tally.silent,
    }
    runs = [{"glyph": glyph, "count": count} for glyph, count in counts.items() if count]
    return Seats(line.side.mark, line.side.title, tally.supporting, runs)


def _verdicts(found: Sources) -> Table:
    rows = []
    for row in found.matrix.rows:
        title = f"{row.proposal.number}. {row.proposal.reform_revision.said('title')}"
        cells = [f"{SUPPORT[cell.verdict]}; {USEFUL[cell.usefulness]}" for cell in row.cells]
        rows.append([title, *cells, str(NO_REGRET[row.verdict])])
    columns = [_("Proposal"), *(place.title for place in found.matrix.places), _("Over all scenarios")]
    return Table(_("Support and usefulness in words"), columns, rows)


def support_chapter(found: Sources) -> Chapter:
    """Per proposal: support and effect per side in every scenario, and the positions as they are registered."""
    sections = [_proposal(found, row) for row in found.matrix.rows]
    return Chapter("support", _("Is there support? The proposals one by one"), [], sections)


def _proposal(found: Sources, row: Row) -> Section:
    proposal, reform = row.proposal, row.proposal.reform_revision
    sides = found.matrix.sides
    rows = [
        [
            f"{cell.place.letter} {cell.place.title}",
            *(f"{_counted(line)}; {_effect(line)}" for line in cell.lines),
        ]
        for cell in row.cells
    ]
    table = Table(
        _("Seats in support, and the change for the groups that each side represents, in %(year)d")
        % {"year": found.matrix.year},
        [_("Scenario"), *(f"{side.title} ({side.measure.title})" for side in sides)],
        rows,
        _("Change: median of the draws with the 10th and 90th percentile, or a judgement where the model cannot say."),
    )
    blocks: list[Block] = [Words([reform.said("summary"), proposal.said("reasons")]), table]
    positions = _positions(found, row)
    if positions:
        blocks.append(Positions(positions))
    for one in found.minorities:
        if one.position.proposal_id == proposal.id:
            blocks.extend(quoted(one))
    return Section(f"{proposal.number}. {reform.said('title')}", blocks)


def _counted(line: Line) -> str:
    tally = line.tally
    if line.band is not None:
        return str(BANDS[line.band])
    if tally is None:
        return _("not voted on")
    return _("%(supporting)d of %(seats)d support") % {"supporting": tally.supporting, "seats": tally.seats}


def _effect(line: Line) -> str:
    effect, outcome = line.effect, line.side.measure.outcome
    if effect.judged is not None:
        return _("judged: %(direction)s") % {"direction": DIRECTION[effect.judged]}
    if effect.band is None or not outcome:
        return _("not computed")
    band = effect.band
    return f"{change(band.mid, outcome)} ({change_range(band, outcome)}) {change_unit(outcome)}"


def _positions(found: Sources, row: Row) -> list[Position]:
    support = {
        (row.proposal.id, cell.place.revision_id): cell.support for cell in row.cells if cell.support is not None
    }
    places = [cell.place for cell in row.cells]
    positions = positions_on(row.proposal, support, places, found.stances, found.chambers, language=language_now())
    told = [sentence for position in positions for sentence in sentences_of(position)]
    if positions and positions[0].absent:
        told.append(Position(_("No ballot in this round: %(who)s.") % {"who": positions[0].absent}, ""))
    return told
