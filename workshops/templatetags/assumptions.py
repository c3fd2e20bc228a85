# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Assumptions as people read them: numbers with their unit, who holds what, and a range as a picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import template
from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from scenarios.templatetags.figures import MINUS
from workshops.enums import Contestable
from workshops.models import Contest
from workshops.reports import contest_words
from workshops.reports.words import NO_REGRET
from workshops.selectors.assumptions import Assumption
from workshops.selectors.contested import Compared, Finding, Holding
from workshops.selectors.table import Place
from workshops.selectors.verdicts import NoRegret

register = template.Library()
for told in (
    contest_words.contest_title,
    contest_words.full_label,
    contest_words.holder,
    contest_words.holding_label,
    contest_words.holding_words,
    contest_words.share_change,
    contest_words.share_move,
    contest_words.shown,
    contest_words.value_words,
    contest_words.verdict_change,
):
    register.filter(told.__name__, told)

MARGIN = 4.0  # in hundredths of the width, on either side of a picture
STATUS: dict[str, Promise] = {
    "found": gettext_lazy("found"),
    "memory": gettext_lazy("not checked"),
    "assumption": gettext_lazy("assumption"),
}
KINDS: dict[Contestable, Promise] = {
    Contestable.PRIOR: gettext_lazy("What nobody knows exactly"),
    Contestable.DRIVER: gettext_lazy("What pushes a scenario"),
    Contestable.BUDGET: gettext_lazy("What a proposal costs beforehand"),
}


@register.filter
def holder_mark(contest: Contest) -> str:
    """Return the shape of the side that contests; nothing for a role."""
    return contest.seat.constituency.mark if contest.seat else ""


@register.filter
def status_label(status: str) -> Promise | str:
    return STATUS.get(status, status)


@register.filter
def kind_label(kind: str) -> Promise:
    return KINDS[Contestable(kind)]


@register.filter
def regret_word(verdict: str) -> Promise:
    return NO_REGRET[NoRegret(verdict)]


@register.filter
def places(finding: Finding) -> list[Place]:
    """Return the scenarios over which a contest is compared."""
    return [cell.place for cell in finding.rows[0].cells] if finding.rows else []


@register.filter
def number_row(values: Sequence[float]) -> str:
    """Write a row of numbers, each with the decimals that it has; years are among them, so thousands stay together."""
    point = formats.get_format("DECIMAL_SEPARATOR")
    return "; ".join(f"{value:.10g}".replace("-", MINUS).replace(".", point) for value in values)


@register.filter
def largest_cell(finding: Finding) -> Compared | None:
    """Return the cell in which the useful share moves farthest."""
    row = finding.largest
    return max(row.cells, key=lambda cell: abs(cell.moved), default=None) if row else None


@dataclass(frozen=True, slots=True)
class Scale:
    """What every row of a picture of one assumption has in common: from which value to which it runs."""

    low: float
    high: float

    def at(self, value: float) -> float:
        """Return where a value stands, in hundredths of the width."""
        width = self.high - self.low or abs(self.high) or 1.0
        return round(MARGIN + (100 - 2 * MARGIN) * (value - self.low) / width, 2)


@dataclass(frozen=True, slots=True)
class Span:
    """A range on a scale, in hundredths of the width."""

    low: float
    mid: float
    high: float

    @property
    def is_point(self) -> bool:
        return self.low == self.high

    @property
    def points(self) -> str:
        """The triangle that shows where a value is most likely."""
        return f"{self.low},100 {self.mid},0 {self.high},100"


@register.filter
def picture_scale(assumption: Assumption, findings: Sequence[Finding]) -> Scale:
    """Return the scale on which the model's range and all that is held of it fit."""
    ends = [assumption.low, assumption.high]
    for holding in _held(assumption, findings):
        ends += [holding.low, holding.high]
    return Scale(min(ends), max(ends))


@register.filter
def span(scale: Scale, of: Assumption | Holding) -> Span:
    """Return where a range stands."""
    return Span(scale.at(of.low), scale.at(of.value), scale.at(of.high))


@register.filter
def held_by(assumption: Assumption, findings: Sequence[Finding]) -> list[tuple[Finding, Holding]]:
    """Return who holds an assumption how."""
    return [
        (finding, holding)
        for finding in findings
        for holding in finding.holdings
        if holding.assumption is not None and holding.assumption.about == assumption.about
    ]


def _held(assumption: Assumption, findings: Sequence[Finding]) -> list[Holding]:
    return [holding for _finding, holding in held_by(assumption, findings)]


@register.filter
def anchor(about: str) -> str:
    """Return the name of an assumption as the id of an element."""
    return about.replace(":", "-")
