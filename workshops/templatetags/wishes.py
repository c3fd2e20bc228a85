# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How far a constituency is from carrying a proposal, in words."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshops.reports.proposal_finding import letters_of
from workshops.selectors.wishes import Row

register = template.Library()


@register.filter
def gap_words(row: Row) -> str:
    """Say in which scenarios a constituency does not carry it, and how many seats would have to move."""
    letters = {"letters": letters_of([gap.place for gap in row.gaps])}
    if row.fewest is None:
        return _("Not carried in %(letters)s.") % letters
    words = ngettext(
        "Not carried in %(letters)s; %(count)d more seat in favour is enough where it is nearest.",
        "Not carried in %(letters)s; %(count)d more seats in favour are enough where it is nearest.",
        row.fewest,
    )
    return words % {**letters, "count": row.fewest}
