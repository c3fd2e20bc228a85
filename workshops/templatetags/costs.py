# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Costs and the budget frame in words: always positive amounts, what they are said beside them."""

from django import template
from django.utils.translation import gettext as _

from scenarios.templatetags.figures import number
from workshops.selectors.matrix import Cost, Matrix

register = template.Library()


@register.filter
def cost_words(cost: Cost | None) -> str:
    """Say what a proposal costs the government a year, always as a positive amount."""
    if cost is None:
        return _("The model works out the costs; not computed yet")
    told = _told(cost)
    if not cost.is_unstated:
        return told
    told = told[0].lower() + told[1:]
    if cost.is_free:
        return _("No amount stated; %(told)s, with the measure itself counted as free") % {"told": told}
    return _("No amount stated; %(told)s") % {"told": told}


def _told(cost: Cost) -> str:
    low, high = number(abs(cost.low_bn), 1), number(abs(cost.high_bn), 1)
    if number(cost.low_bn, 1) != number(cost.high_bn, 1):
        return _cost_range(cost, low, high)
    return _one_amount(cost, low)


def _one_amount(cost: Cost, amount: str) -> str:
    if amount == number(0, 1):
        return _("No costs for the government") if cost.by_model else _("No costs for the government stated")
    facts = {"amount": amount}
    if cost.low_bn > 0:
        return (
            _("Costs %(amount)s billion euros a year by the model")
            if cost.by_model
            else _("Costs %(amount)s billion euros a year")
        ) % facts
    return (
        _("Yields %(amount)s billion euros a year by the model")
        if cost.by_model
        else _("Yields %(amount)s billion euros a year")
    ) % facts


@register.filter
def frame_words(matrix: Matrix) -> str:
    """Say what the no-regret proposals cost together against the frame; yields are not set off."""
    agreed = matrix.agreements
    if agreed is None:
        return _("No budget frame has been agreed.")
    facts = {
        "used": number(matrix.frame_used_bn, 1),
        "frame": number(agreed.frame_bn, 1),
        "over": number(max(matrix.frame_used_bn - agreed.frame_bn, 0), 1),
        "year": str(agreed.frame_year),
    }
    if not matrix.no_regret:
        return (
            _(
                "The frame is %(frame)s billion euros a year in %(year)s; no proposal is no regret, so none of it is used."
            )
            % facts
        )
    if matrix.frame_used_bn > agreed.frame_bn:
        return (
            _(
                "The no-regret proposals together cost %(used)s billion euros a year, %(over)s more than the frame of %(frame)s billion in %(year)s."
            )
            % facts
        )
    return (
        _("The no-regret proposals together cost %(used)s of the frame of %(frame)s billion euros a year in %(year)s.")
        % facts
    )


def _cost_range(cost: Cost, low: str, high: str) -> str:
    if cost.low_bn >= 0:
        return _("Costs %(low)s to %(high)s billion euros a year by the model") % {"low": low, "high": high}
    if cost.high_bn <= 0:
        return _("Yields %(low)s to %(high)s billion euros a year by the model") % {"low": high, "high": low}
    return _("From a yield of %(low)s to a cost of %(high)s billion euros a year by the model") % {
        "low": low,
        "high": high,
    }
