# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The parts of a proposal and what was done with an amendment, as people read them."""

from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from scenarios import vocabulary
from scenarios.templatetags.figures import language, lever_value, number
from workshops.enums import AmendmentState, Handling
from workshops.forms.amendments import HANDLINGS
from workshops.models import Amendment
from workshops.selectors.amendments import LEVER, Change

register = template.Library()

PARTS: dict[str, Promise] = {
    "title": gettext_lazy("Title"),
    "summary": gettext_lazy("What changes?"),
    "actors": gettext_lazy("Who must act?"),
    "left_out": gettext_lazy("What do the levers leave out?"),
    "budget_source": gettext_lazy("Where does this amount come from?"),
    "start_year": gettext_lazy("From which year?"),
    "phase_years": gettext_lazy("After how many years does it work in full?"),
    "budget_bn": gettext_lazy("What does it do to public money, each year?"),
}
STATES: dict[AmendmentState, Promise] = {
    AmendmentState.OPEN: pgettext_lazy("amendment", "open"),
    AmendmentState.TAKEN_OVER: pgettext_lazy("amendment", "taken over"),
    AmendmentState.MODIFIED: pgettext_lazy("amendment", "taken over in other words"),
    AmendmentState.DECLINED: pgettext_lazy("amendment", "declined"),
    AmendmentState.WITHDRAWN: pgettext_lazy("amendment", "withdrawn"),
}


@register.filter
def part_name(change: Change | str) -> str:
    """Say which part of a proposal it is: a field, or a lever by its name."""
    part = change if isinstance(change, str) else change.part
    if part.startswith(LEVER):
        return vocabulary.lever(part.removeprefix(LEVER)).label.in_language(language())
    return str(PARTS[part])


@register.filter
def part_value(value: Any, change: Change) -> str:
    """Write a number of a proposal as it is read there."""
    if change.lever:
        return lever_value(float(value or 0), change.lever)
    if change.part != "budget_bn":
        return f"{value}"
    size = number(abs(value), 0 if value == round(value) else 1)
    if not value:
        return _("none stated")
    words = _("costs %(amount)s billion euros a year") if value < 0 else _("yields %(amount)s billion euros a year")
    return words % {"amount": size}


@register.filter
def tongue_of(amendment: Amendment, field: str) -> str:
    """Say in which language what was asked, advised or answered is read."""
    return amendment.tongue_of(field, language())


@register.filter
def amendment_label(state: str) -> Promise:
    return STATES[AmendmentState(state)]


@register.filter
def handling_label(handling: str) -> Promise | str:
    return HANDLINGS[Handling(handling)] if handling else ""
