# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The positions in sentences: who supports a proposal if a scenario comes true, who does not, and who leaves it open."""

from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from workshops.enums import Stand
from workshops.reports.model import Position as Written
from workshops.reports.model import Quote
from workshops.reports.words import MANDATED, seat_name
from workshops.selectors.minorities import Minority
from workshops.selectors.positions import Position
from workshops.selectors.table import Place
from workshops.wording import Language, Passage, Registered


def language_now() -> Language:
    """Return in which of our two languages positions are to be worded."""
    return "en" if (get_language() or "nl").startswith("en") else "nl"


def sentences_of(position: Position) -> Iterator[Written]:
    """Say how the council divides in one scenario, a sentence and its footnote for every position."""
    supporters = next((one for one in position.passages if one.key == Stand.SUPPORTS), None)
    lead = supporters.wording if supporters else position.wording
    yield Written(_support(lead, position.place), lead.footnote)
    for passage in position.passages:
        if passage.key != Stand.SUPPORTS:
            yield Written(_other(passage), passage.wording.footnote)


def _support(wording: Registered, place: Place) -> str:
    facts = {"letter": place.letter, "title": place.title, "who": wording.label}
    if wording.is_plural:
        return _("If scenario %(letter)s (%(title)s) comes true, %(who)s support this proposal.") % facts
    return _("If scenario %(letter)s (%(title)s) comes true, %(who)s supports this proposal.") % facts


def _other(passage: Passage) -> str:
    who = {"who": passage.wording.label[0].upper() + passage.wording.label[1:]}
    if passage.key == Stand.OPPOSES:
        told = _("%(who)s do not support it.") if passage.wording.is_plural else _("%(who)s does not support it.")
    elif passage.wording.is_plural:
        told = _("%(who)s take no position.")
    else:
        told = _("%(who)s takes no position.")
    return told % who


def quoted(one: Minority) -> Iterator[Quote]:
    """Return a minority position in its own words, whose it is and how far they may speak; and the reply to it."""
    position = one.position
    told = [_("Minority position %(number)d, of %(who)s") % {"number": position.number, "who": one.wording.label}]
    told.append(f"{one.place.letter} {one.place.title}" if one.place else _("in all scenarios"))
    if one.is_earlier_version:
        told.append(_("about edition %(edition)d of the text") % {"edition": position.reform_revision.number})
    reserved = " ".join(f"{MANDATED[mandated]}: {who}." for mandated, who in one.reserved)
    source = f"{'; '.join(told)}. {one.wording.footnote} {reserved}".strip()
    yield Quote(position.said("text"), source, position.said_lang("text"))
    if one.reply is not None:
        who = seat_name(one.reply.seat)
        yield Quote(
            one.reply.said("text"),
            _("Reply to minority position %(number)d: %(who)s") % {"number": position.number, "who": who},
            one.reply.said_lang("text"),
        )
