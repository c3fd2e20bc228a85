# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Contested assumptions in words, for pages and documents: values with their unit, who holds what, what becomes of a verdict."""

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scenarios import vocabulary
from scenarios.templatetags.figures import language, number
from workshops.enums import Contestable, Role
from workshops.models import Contest
from workshops.reports.words import ROLES, seat_name
from workshops.selectors.assumptions import Assumption
from workshops.selectors.contested import Compared, Finding, Holding
from workshops.selectors.verdicts import is_useful

NO_WORDS = "\N{EN DASH}"
USEFUL: dict[bool | None, Promise] = {
    True: gettext_lazy("useful"),
    False: gettext_lazy("not useful"),
    None: gettext_lazy("not established"),
}
STAYS: dict[bool | None, Promise] = {
    True: gettext_lazy("stays useful"),
    False: gettext_lazy("stays not useful"),
    None: gettext_lazy("stays not established"),
}


def shown(value: float, assumption: Assumption) -> str:
    """Write one value of an assumption, without its unit."""
    return number(value * assumption.scale + 0.0, assumption.decimals)


def value_words(assumption: Assumption) -> str:
    """Say what the model has: a value, or a range with what is most likely in it."""
    return _words(assumption, assumption.low, assumption.value, assumption.high)


def holding_words(holding: Holding) -> str:
    """Say how an assumption is held; without the assumption, its bare numbers."""
    if holding.assumption is None:
        return number(holding.value, 2)
    return _words(holding.assumption, holding.low, holding.value, holding.high)


def _words(assumption: Assumption, low: float, value: float, high: float) -> str:
    if low == high:
        return shown(value, assumption)
    facts = {name: shown(one, assumption) for name, one in (("low", low), ("value", value), ("high", high))}
    return _("%(low)s to %(high)s, most likely %(value)s") % facts


def holding_label(holding: Holding) -> str:
    """Name the assumption that is held; for what is gone, its bare name."""
    if holding.assumption is None:
        return holding.key
    return full_label(holding.assumption)


def full_label(assumption: Assumption) -> str:
    """Name an assumption, with the scenario or the proposal that it belongs to."""
    if assumption.proposal is not None:
        title = assumption.proposal.reform_revision.said("title")
        return _("%(what)s: %(title)s") % {"what": assumption.label, "title": title}
    if assumption.place is None:
        return assumption.label
    return _("%(what)s in scenario %(letter)s") % {"what": assumption.label, "letter": assumption.place.letter}


def contest_title(finding: Finding) -> str:
    """Name what a contest is about: a state of knowledge, else the assumption."""
    if finding.contest.kind == Contestable.PRESET:
        term = next((one for one in vocabulary.presets() if one.key == finding.contest.key), None)
        return term.label.in_language(language()) if term else finding.contest.key
    return holding_label(finding.holdings[0])


def holder(contest: Contest) -> str:
    """Say in which seat or role somebody contests."""
    if contest.seat is not None:
        return seat_name(contest.seat)
    return str(ROLES[Role(contest.capacity)]) if contest.capacity in set(Role) else contest.capacity


def verdict_change(cell: Compared) -> str:
    """Say what becomes of a verdict: "useful -> not useful", or that it stays."""
    if not cell.flips:
        return str(STAYS[is_useful(cell.record)])
    return f"{USEFUL[is_useful(cell.record)]} \N{RIGHTWARDS ARROW} {USEFUL[is_useful(cell.held)]}"


def share_change(cell: Compared) -> str:
    """Say how far the share of draws moves in which a proposal is useful, or that people judged it."""
    if cell.is_judged:
        return _("by judgement")
    if cell.record_share is None or cell.held_share is None:
        return NO_WORDS
    return _from_to(cell.record_share, cell.held_share, 1)  # a limit of 80% tells 79.6 from 80


def share_move(cell: Compared) -> str:
    """Say the same for the largest move of all, with a decimal where whole percentages hide it."""
    record, held = cell.record_share or 0.0, cell.held_share or 0.0
    return _from_to(record, held, int(round(100 * record) == round(100 * held)))


def _from_to(record: float, held: float, decimals: int) -> str:
    return f"{_share(record, decimals)} \N{RIGHTWARDS ARROW} {_share(held, decimals)}"


def _share(share: float, decimals: int) -> str:
    joined = translation.pgettext("a share: 95%", "%(number)s%%")
    return joined % {"number": number(100 * share, decimals)}
