# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The futures side by side: words, symbols and numbers for what is compared."""

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from scenarios.templatetags.figures import (
    driver_label,
    group_label,
    language,
    level,
    number,
    outcome_label,
    signed,
    unit,
)
from scenarios.vocabulary import Outcome
from workshops.selectors.differences import Difference, Differences
from workshops.selectors.distances import Pair
from workshops.selectors.futures import Future
from workshops.selectors.paths import PathRow
from workshops.selectors.pressure import Pressure

register = template.Library()
Cell_co = TypeVar("Cell_co", covariant=True)

SIGNS = {
    Pressure.UNDER: "▼",
    Pressure.MIXED: "◆",
    Pressure.BETTER: "▲",
    Pressure.NEITHER: "–",
    Pressure.NOT_MODELLED: "□",
}
WORDS: dict[Pressure, Promise] = {
    Pressure.UNDER: gettext_lazy("under pressure"),
    Pressure.MIXED: gettext_lazy("better and worse"),
    Pressure.BETTER: gettext_lazy("better off"),
    Pressure.NEITHER: gettext_lazy("no clear change"),
    Pressure.NOT_MODELLED: gettext_lazy("not in the model"),
}


class Row(Protocol[Cell_co]):
    """Anything with a cell for each scenario."""

    @property
    def cells(self) -> Sequence[Cell_co]:
        """The cells, in the order of the scenarios."""


@register.filter
def with_futures(row: Row[Cell_co], futures: Sequence[Future]) -> Iterator[tuple[Future, Cell_co]]:
    """Pair each cell of a row with its scenario."""
    return zip(futures, row.cells, strict=True)


@register.filter
def last_year(row: PathRow) -> int:
    return row.years[-1]


@register.filter
def pressure_sign(state: Pressure) -> str:
    return SIGNS[state]


@register.filter
def pressure_words(state: Pressure) -> str:
    return str(WORDS[state])


@register.filter
def change_of(value: float, outcome: Outcome) -> str:
    """Write a change with its unit."""
    words = outcome.difference_unit.in_language(language())
    space = "" if words.startswith("%") else "\N{NO-BREAK SPACE}"
    return f"{signed(value * outcome.difference_scale, outcome.difference_decimals)}{space}{words}"


@register.filter
def pairs_apart(one: Difference) -> str:
    """Write which pairs lie apart, or that all do."""
    if len(one.apart) == one.pairs:
        return _("all")
    return ", ".join(f"{first.letter}\N{EN DASH}{second.letter}" for first, second in one.apart)


@register.filter
def differences_finding(found: Differences) -> str:
    """Say in one sentence in how many figures the scenarios really differ, and in which most."""
    count, total = len(found.real), len(found.real) + len(found.hardly)
    if not count:
        return _("In no key figure do the scenarios really differ.")
    most = found.real[0]
    sentence = ngettext(
        "The scenarios really differ in %(count)s of %(total)s key figure, most in %(outcome)s (%(group)s): "
        "%(low)s in %(lowest)s, %(high)s in %(highest)s (%(unit)s).",
        "The scenarios really differ in %(count)s of %(total)s key figures, most in %(outcome)s (%(group)s): "
        "%(low)s in %(lowest)s, %(high)s in %(highest)s (%(unit)s).",
        total,
    )
    return sentence % {
        "count": count,
        "total": total,
        "outcome": _lower(outcome_label(most.outcome)),
        "group": _lower(group_label(most.group)),
        "low": level(most.low.mid, most.outcome),
        "lowest": most.lowest.letter,
        "high": level(most.high.mid, most.outcome),
        "highest": most.highest.letter,
        "unit": unit(most.outcome),
    }


@register.filter
def hundredths(share: float) -> float:
    return round(100 * share, 2)


@register.filter
def percent(share: float) -> str:
    """Write a share as a whole percentage."""
    return f"{number(100 * share)}%"


@register.filter
def nearly_same_words(pair: Pair) -> str:
    """Warn that two scenarios hardly differ, with why, and with what would pull them apart most."""
    facts = {
        "first": pair.first.title,
        "second": pair.second.title,
        "apart": percent(pair.drivers_apart),
        "real": pair.real,
        "known": pair.known,
        "driver": _lower(driver_label(pair.most_room)) if pair.most_room else "",
    }
    told = [_("%(first)s and %(second)s are nearly the same: their driving forces are %(apart)s apart.") % facts]
    if pair.known:
        sentence = ngettext(
            "They really differ in %(real)s of %(known)s key figure.",
            "They really differ in %(real)s of %(known)s key figures.",
            pair.known,
        )
        told.append(sentence % facts)
    if pair.most_room:
        told.append(_("Most room to pull them apart is left in: %(driver)s.") % facts)
    return " ".join(told)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
