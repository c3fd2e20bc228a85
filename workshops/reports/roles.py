# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who acts at which level with which support, and the balance of transition and protection: two tables of the report."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from scenarios.templatetags.figures import number
from workshops.reports.model import Table
from workshops.reports.words import ACTS_AT, AIM, SUPPORT
from workshops.selectors.matrix import Matrix
from workshops.selectors.roles import AimCell, Asked, actor_table, balance_table


def actors(matrix: Matrix) -> Table:
    """Who acts, by level and scenario, each proposal with the support for it."""
    rows = [
        [
            _("central") if row.is_central else _("decentral"),
            str(ACTS_AT[row.actor]),
            *("; ".join(_stands(one) for one in asked) or _("nothing") for _place, asked in row.cells),
        ]
        for row in actor_table(matrix)
    ]
    return Table(
        _("Who acts, by level and future, with the support for it"),
        [_("Level"), _("Who"), *(place.letter for place in matrix.places)],
        rows,
        _("Numbers are those of the proposals."),
    )


def roles(matrix: Matrix) -> Table:
    """What each proposal asks of each, from the state down to the works council."""
    rows = [
        [str(ACTS_AT[row.actor]), f"{one.proposal.number}. {one.reform.said('title')}", told]
        for row in actor_table(matrix)
        for one in row.proposals
        if (told := one.reform.said("roles").get(row.actor, ""))
    ]
    return Table(_("What each has to do"), [_("Who"), _("Proposal"), _("Has to do")], rows)


def balance(matrix: Matrix) -> Table:
    """How transition and protection balance per scenario, with cost and support."""
    rows = [
        [str(AIM[row.aim]) if row.aim else _("not said"), *(_with_numbers(cell) for cell in row.cells)]
        for row in balance_table(matrix)
    ]
    return Table(
        _("The balance of transition and protection"),
        [_("What it is for"), *(place.letter for place in matrix.places)],
        rows,
        _(
            "Desirable: with broad support, or support with reservations. Cost: what the desirable ones cost the "
            "government together, in billions of euros a year; a yield is negative."
        ),
    )


def balance_in_words(cell: AimCell) -> str:
    """Say how many proposals with one aim are desirable in a scenario, and what those cost together."""
    count, total = len(cell.desirable), len(cell.asked)
    if not total:
        return _("none on the table")
    words = ngettext("%(count)d of %(total)d desirable", "%(count)d of %(total)d desirable", count) % {
        "count": count,
        "total": total,
    }
    if not count:
        return words
    low, high = _signed(cell.low_bn), _signed(cell.high_bn)
    cost = low if low == high else _("%(low)s to %(high)s") % {"low": low, "high": high}
    told = _("%(words)s, %(cost)s billion") % {"words": words, "cost": cost}
    if cell.without_cost:
        left_out = ngettext(
            "%(count)d without a known cost", "%(count)d without a known cost", len(cell.without_cost)
        ) % {"count": len(cell.without_cost)}
        return f"{told} ({left_out})"
    return told


def _signed(amount: float) -> str:
    shown = number(abs(amount), 1)
    return f"\N{MINUS SIGN}{shown}" if amount < 0 and shown != number(0, 1) else shown


def _stands(one: Asked) -> str:
    return f"{one.row.proposal.number}: {str(SUPPORT[one.cell.verdict]).lower()}"


def _with_numbers(cell: AimCell) -> str:
    numbers = ", ".join(str(row.proposal.number) for row in cell.desirable)
    return f"{balance_in_words(cell)}: {numbers}" if numbers else balance_in_words(cell)
