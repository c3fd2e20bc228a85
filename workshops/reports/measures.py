# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Annex: the proposals by other measures than the council's verdict, and where those disagree."""

from django.utils.translation import gettext as _

from scenarios.arrays.weighing import RANKED
from workshops.reports.metric_words import (
    METRICS,
    WHY_NOT,
    disagreement_of,
    explained,
    finding_of,
    title_of,
    value_of,
)
from workshops.reports.model import Block, Chapter, Points, Table, Words
from workshops.reports.sources import Sources


def measures_chapter(found: Sources) -> Chapter:
    """Return every computed proposal and doing nothing by each measure, with its place."""
    metrics = found.metrics
    title = _("Annex: other measures")
    if metrics.is_empty:
        return Chapter("measures", title, [Words([_("Nothing has been computed yet.")])])
    rows = [
        [
            title_of(option),
            *(f"{value_of(option, metric)} ({option.reading(metric).rank})" for metric in RANKED),
        ]
        for option in metrics.options
    ]
    table = Table(
        _("Doing nothing and the proposals by each measure; in brackets the place"),
        [_("Choice"), *(str(METRICS[metric]) for metric in RANKED)],
        rows,
        _(
            "Over the draws and the seven rival theories the poorer figure of the two. Regret and outcome: times the smallest difference that counts to the side worst off. Shares are of the futures examined, no chances; regret depends on what is on the table."
        ),
    )
    blocks: list[Block] = [
        Words([f"{finding_of(metrics)}. {disagreement_of(metrics)}"]),
        table,
        Points([(one.name, one.says) for one in explained() if one.metric in RANKED]),
    ]
    if metrics.left_out:
        told = [
            f"{one.row.proposal.number}. {one.row.reform.said('title')}: {WHY_NOT[one.because]}"
            for one in metrics.left_out
        ]
        blocks.append(Words([_("Not among the choices: %(proposals)s.") % {"proposals": "; ".join(told)}]))
    return Chapter("measures", title, blocks)
