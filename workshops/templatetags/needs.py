# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether new policy is needed, in words."""

from collections.abc import Sequence

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshops.enums import Need, NeedClass
from workshops.forms.words import NEEDS
from workshops.reports.words import NEED_BANDS, NEED_HEADS, NEEDED
from workshops.selectors.needs import PlaceNeeds
from workshops.selectors.support import Needed
from workshops.selectors.table import Side

register = template.Library()


@register.filter
def needed_words(need: Needed) -> str:
    """Say what the sides answer together."""
    return str(NEEDED[need.verdict])


@register.filter
def need_head(answer: NeedClass) -> str:
    """Say an answer as the head of a column."""
    return str(NEED_HEADS[answer])


@register.filter
def need_heads(_needs: Sequence[PlaceNeeds]) -> list[str]:
    """Return the heads of the columns, in their order."""
    return [str(words) for words in NEED_HEADS.values()]


@register.filter
def sides_of_need(need: Needed, sides: Sequence[Side]) -> list[tuple[Side, str]]:
    """Return the sides that were asked, each with how its seats answered, in counts or in a band."""
    return [(side, _told(need, side)) for side in sides if side.id in need.tallies or side.id in need.bands]


@register.filter
def needs_finding(needs: Sequence[PlaceNeeds]) -> str:
    """Say per scenario on how many points every side wants new policy."""
    return " ".join(
        ngettext(
            "In scenario %(letter)s every side says so on %(needed)d of %(asked)d point.",
            "In scenario %(letter)s every side says so on %(needed)d of %(asked)d points.",
            one.asked,
        )
        % {"letter": one.place.letter, "needed": one.needed, "asked": one.asked}
        for one in needs
    )


def _told(need: Needed, side: Side) -> str:
    if side.id in need.bands:
        return str(NEED_BANDS[need.bands[side.id]])
    counts = need.tallies[side.id].counts
    told = [f"{NEEDS[one]} {counts[one]}" for one in Need if counts.get(one)]
    return ", ".join(told) or _("nobody answered")
