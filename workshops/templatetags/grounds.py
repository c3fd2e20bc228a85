# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""On what "useful" rests, in words and as plain numbers for an SVG."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from workshops.reports.proposal_finding import letters_of
from workshops.selectors.usefulness import Ground
from workshops.templatetags.effects import percent

register = template.Library()
APART = 12  # from one mark to the next


@dataclass(frozen=True, slots=True)
class Mark:
    """One rival theory."""

    x: float
    holds: bool


@register.filter
def grounds_finding(grounds: Sequence[Ground]) -> str:
    """Say where it is useful by the model, and on how little that rests at worst."""
    useful = [one for one in grounds if one.is_useful]
    facts = {
        "letters": letters_of([one.place for one in useful]),
        "draws": _draws_words(min((one.share for one in useful), default=0.0)),
        "variants": min((one.variants for one in useful), default=0),
        "tried": grounds[0].tried,
    }
    if not useful:
        return _("Useful in no scenario by the model")
    if len(useful) == len(grounds):
        return _("Useful in every scenario: in %(draws)s and under %(variants)d of the %(tried)d theories") % facts
    return _("Useful in %(letters)s only: in %(draws)s and under %(variants)d of the %(tried)d theories") % facts


def _draws_words(share: float) -> str:
    if share >= 1:
        return _("all draws")
    return _("at least %(share)s of the draws") % {"share": percent(share)}


@register.filter
def draws_width(ground: Ground) -> str:
    """Return how long the bar of the draws is, in hundredths."""
    return f"{100 * ground.share:.2f}"


@register.filter
def needed_at(ground: Ground) -> str:
    """Return where the share that is needed stands, in hundredths."""
    return f"{100 * ground.needed_share:.2f}"


@register.filter
def theories_width(ground: Ground) -> int:
    """Return the room that all marks take."""
    return APART * ground.tried


@register.filter
def theory_marks(ground: Ground) -> list[Mark]:
    """Return a mark per rival theory; those under which it is useful first."""
    return [Mark(APART * at + APART / 2, at < ground.variants) for at in range(ground.tried)]


@register.filter
def not_under_words(ground: Ground) -> str:
    """Name the rival theories under which it is not useful; a dash when there are none or they are not known."""
    language = get_language() or "nl"
    return "; ".join(one.label.in_language(language) for one in ground.not_under) or "–"
