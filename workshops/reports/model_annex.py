# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Annex on the model: which of its assumptions are contested, and whether a verdict changes by that."""

from django.utils.translation import gettext as _

from workshops.models import Workshop
from workshops.reports.contest_words import (
    contest_title,
    holder,
    holding_label,
    holding_words,
    value_words,
    verdict_change,
)
from workshops.reports.contested import finding_of, lead_of
from workshops.reports.model import Block, Chapter, Points, Section, Table, Words
from workshops.selectors.contested import Finding, Findings, Holding, Row, Stage, findings_in


def model_chapter(workshop: Workshop) -> Chapter:
    """Say what the figures rest on, and which assumptions somebody holds otherwise."""
    found = findings_in(workshop)
    blocks: list[Block] = [
        Words([_("The model structures a conversation and checks consistency; for decisions ask the CPB.")])
    ]
    return Chapter("model", _("Annex: the model"), blocks, [_contested(found)])


def _contested(found: Findings) -> Section:
    title = _("Contested assumptions")
    if not found.every:
        return Section(title, [Words([_("Nobody contested an assumption of the model.")])])
    blocks: list[Block] = [Words([f"{finding_of(found)}. {lead_of(found)}"]), _held(found)]
    if found.mattering:
        blocks.append(_changes(found))
    if found.idle:
        idle = [(contest_title(one), _("makes no difference to the outcome")) for one in found.idle]
        blocks.append(Points(idle))
    return Section(title, blocks)


def _held(found: Findings) -> Table:
    rows = [[*_row(one, held)] for one in found.every for held in one.holdings]
    return Table(
        _("Who holds what"),
        [_("Assumption"), _("The model"), _("Held"), _("By whom"), _("Why"), _("Verdicts that change")],
        rows,
        _("Each contest is computed by itself, over the same draws as the record."),
    )


def _row(one: Finding, held: Holding) -> list[str]:
    assumption, source = held.assumption, one.contest.said("source")
    unit = f" ({assumption.unit})" if assumption else ""
    reason = one.contest.said("reason")
    return [
        f"{holding_label(held)}{unit}",
        value_words(assumption) if assumption else "",
        holding_words(held),
        holder(one.contest),
        f"{reason} {_('Source:')} {source}" if source else reason,
        str(one.flips) if one.stage == Stage.DONE else _("not known yet"),
    ]


def _changes(found: Findings) -> Table:
    rows = [
        [contest_title(one), f"{row.proposal.number}. {row.proposal.reform_revision.said('title')}", _what_changes(row)]
        for one in found.mattering
        for row in one.flipping
    ]
    return Table(_("Which verdicts change"), [_("If this is held"), _("Proposal"), _("Verdict, by scenario")], rows)


def _what_changes(row: Row) -> str:
    """Say how the verdicts on a proposal change, scenarios with the same change taken together."""
    found: dict[str, list[str]] = {}
    for cell in row.flips:
        found.setdefault(verdict_change(cell), []).append(cell.place.letter)
    return "; ".join(f"{', '.join(letters)}: {change}" for change, letters in found.items())
