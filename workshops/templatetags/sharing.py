# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Packages from support in words: how each was put together, and why something takes no part."""

from collections.abc import Sequence
from fractions import Fraction

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from scenarios.templatetags.figures import number
from workshops.models import Proposal
from workshops.selectors.sharing import SharedIn, SharedPackage, Sharing, Unshared, Way
from workshops.selectors.table import Side

register = template.Library()

WAYS: dict[Way, Promise] = {
    Way.COMPLETED: gettext_lazy("Equal shares, completed"),
    Way.EQUAL_SHARES: gettext_lazy("Equal shares, nothing added"),
    Way.GREEDY: gettext_lazy("Most support first"),
    Way.PHRAGMEN: gettext_lazy("In turn (Phragmén)"),
    Way.OWN: gettext_lazy("What you put together"),
}
WHY_NOT: dict[Unshared, Promise] = {
    Unshared.NOT_ASKED: gettext_lazy("not voted on in every scenario"),
    Unshared.NOT_CLOSED: gettext_lazy("the round is still open"),
    Unshared.NOT_BY_NAME: gettext_lazy("voted on without names, so nobody knows which answers belong together"),
    Unshared.NO_COST: gettext_lazy("the model works out the costs, and has not done so yet"),
}


@register.filter
def way_label(way: Way) -> Promise:
    """Name a way to put a package together."""
    return WAYS[way]


@register.filter
def why_not(reason: Unshared) -> Promise:
    """Say why a proposal takes no part."""
    return WHY_NOT[reason]


@register.filter
def exact_bn(amount: Fraction) -> str:
    """Write an amount in billions."""
    return number(float(amount), 1)


@register.filter
def part_in(one: SharedIn, proposal: Proposal) -> str:
    """Say what a proposal is in a scenario's package: bought, a saving, free, or nothing."""
    if one.main is None or proposal.number not in one.main.numbers:
        return ""
    if proposal in one.free:
        return "free"
    return "saving" if any(proposal == saved for saved, _amount in one.savings) else "bought"


@register.filter
def cost_in(one: SharedIn, proposal: Proposal) -> str:
    """Write what a proposal costs in a scenario; a yield has a minus sign."""
    return number(float(one.costs[proposal.number]), 1)


@register.filter
def by_side(package: SharedPackage, sides: Sequence[Side]) -> list[tuple[Side, float | None]]:
    """Return per side which share of its points went to a package."""
    pairs = zip(sides, package.satisfaction, strict=True)
    return [(side, None if share is None else float(share)) for side, share in pairs]


@register.filter
def core_finding(sharing: Sharing) -> str:
    """Tell in a heading how much is in the package whatever comes."""
    count, places = len(sharing.core_proposals), len(sharing.places)
    if not count:
        return _("No proposal is in the package in every scenario")
    words = ngettext(
        "%(count)d proposal is in the package in each of the %(places)d scenarios",
        "%(count)d proposals are in the package in each of the %(places)d scenarios",
        count,
    )
    return words % {"count": count, "places": places}
