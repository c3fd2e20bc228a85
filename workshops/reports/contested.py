# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the contested assumptions come to, as sentences computed from their answers."""

from collections.abc import Mapping

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.utils.translation import pgettext as _p

from workshops.reports.finding import in_words
from workshops.selectors.contested import Findings, Stage

MOST_NAMED = 3


def finding_of(found: Findings) -> str:
    """Return the answer that stands first: which verdicts change, or that none does."""
    if not found.every:
        return _("Nobody contests an assumption of the model")
    if found.flipped:
        return _changes(found.flipped)
    if found.is_underway:
        return _("The model is computing what the contested assumptions change")
    if not found.is_settled:
        return _("Not every contested assumption could be computed")
    return _("Not one verdict changes")


def lead_of(found: Findings) -> str:
    """Return how many contested assumptions matter, how many do not, and how many are open."""
    if not found.every:
        return _("Whoever has a seat or a role can say which value should be otherwise, and why.")
    told = [_counted(len(found.every))]
    if found.mattering:
        told.append(_mattering(len(found.mattering)))
    if found.idle:
        told.append(_idle(len(found.idle)))
    waiting = sum(one.stage == Stage.UNDERWAY for one in found.open)
    if waiting:
        told.append(_waiting(waiting))
    return " ".join(told)


def _changes(flipped: Mapping[int, set[str]]) -> str:
    count = sum(len(letters) for letters in flipped.values())
    named = [
        _("proposal %(number)d in %(letters)s") % {"number": number, "letters": _joined(sorted(letters))}
        for number, letters in list(flipped.items())[:MOST_NAMED]
    ]
    if len(flipped) > MOST_NAMED:
        named.append(_("and others"))
    sentence = ngettext("%(count)s verdict changes: %(which)s", "%(count)s verdicts change: %(which)s", count)
    return capfirst(sentence % {"count": in_words(count), "which": "; ".join(named)})


def _counted(count: int) -> str:
    sentence = ngettext(
        "An assumption is contested %(count)s time.", "Assumptions are contested %(count)s times.", count
    )
    return capfirst(sentence % {"count": in_words(count)})


def _mattering(count: int) -> str:
    sentence = ngettext("%(count)s of these changes a verdict.", "%(count)s of these change a verdict.", count)
    return capfirst(sentence % {"count": in_words(count)})


def _idle(count: int) -> str:
    sentence = ngettext(
        "%(count)s makes no difference to the outcome: that quarrel can be dropped.",
        "%(count)s make no difference to the outcome: those quarrels can be dropped.",
        count,
    )
    return capfirst(sentence % {"count": in_words(count)})


def _waiting(count: int) -> str:
    sentence = ngettext("%(count)s is still being computed.", "%(count)s are still being computed.", count)
    return capfirst(sentence % {"count": in_words(count)})


def _joined(letters: list[str]) -> str:
    if len(letters) < 2:
        return "".join(letters)
    return _p("a list of letters", "%(first)s and %(last)s") % {"first": ", ".join(letters[:-1]), "last": letters[-1]}
