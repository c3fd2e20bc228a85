# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the picture of support and impact shows, as one sentence computed from its data."""

from collections.abc import Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from workshops.selectors.matrix import Matrix, Row
from workshops.selectors.verdicts import NoRegret

IN_WORDS = (
    pgettext_lazy("a number in words", "one"),
    pgettext_lazy("a number in words", "two"),
    pgettext_lazy("a number in words", "three"),
    pgettext_lazy("a number in words", "four"),
    pgettext_lazy("a number in words", "five"),
    pgettext_lazy("a number in words", "six"),
    pgettext_lazy("a number in words", "seven"),
    pgettext_lazy("a number in words", "eight"),
    pgettext_lazy("a number in words", "nine"),
    pgettext_lazy("a number in words", "ten"),
    pgettext_lazy("a number in words", "eleven"),
    pgettext_lazy("a number in words", "twelve"),
)


def finding_of(matrix: Matrix) -> str:
    """Return the title of the picture."""
    if not matrix.rows or not matrix.places:
        return _("There is nothing to weigh yet")
    asked = [cell for row in matrix.rows for cell in row.cells if cell.support]
    if not asked:
        return capfirst(_before_voting(matrix.rows))
    if all(cell.is_waiting for cell in asked):
        return _("Voting is open; support is shown when the round closes")
    if any(cell.is_provisional for cell in asked):
        return capfirst(_so_far(len(matrix.no_regret)))
    return capfirst(_in_the_end(len(matrix.no_regret)))


def near_misses_of(matrix: Matrix) -> str:
    """Return what comes close, when anything does."""
    count = sum(row.verdict == NoRegret.NEAR_MISS for row in matrix.rows)
    if not count:
        return ""
    sentence = ngettext(
        "%(number)s proposal fails in one scenario only.", "%(number)s proposals fail in one scenario only.", count
    )
    return capfirst(sentence % {"number": in_words(count)})


def in_words(count: int) -> str:
    """Return a number as running text has it: up to twelve in letters."""
    return str(IN_WORDS[count - 1]) if 0 < count <= len(IN_WORDS) else str(count)


def _in_the_end(count: int) -> str:
    if count == 0:
        return _("no proposal is useful and desirable in every scenario")
    return ngettext(
        "%(number)s proposal is useful and desirable in every scenario",
        "%(number)s proposals are useful and desirable in every scenario",
        count,
    ) % {"number": in_words(count)}


def _so_far(count: int) -> str:
    if count == 0:
        return _("so far no proposal is useful and desirable in every scenario")
    return ngettext(
        "so far %(number)s proposal is useful and desirable in every scenario",
        "so far %(number)s proposals are useful and desirable in every scenario",
        count,
    ) % {"number": in_words(count)}


def _before_voting(rows: Sequence[Row]) -> str:
    count = sum(row.is_useful_everywhere for row in rows)
    if count == 0:
        return _("nobody has voted yet, and no proposal is known to be useful in every scenario")
    return ngettext(
        "%(number)s proposal is useful in every scenario; nobody has voted yet",
        "%(number)s proposals are useful in every scenario; nobody has voted yet",
        count,
    ) % {"number": in_words(count)}
