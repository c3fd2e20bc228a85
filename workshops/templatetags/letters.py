# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Mark passages in a text: exact quotes, each a link, everything escaped."""

from collections.abc import Iterable

from django import template
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from workshops.models import Paragraph
from workshops.selectors.request import Asked

register = template.Library()


EVIDENCE: dict[str, Promise] = {
    "scenarios": _("the futures side by side"),
    "institutions": _("the institutions in every future"),
    "roles": _("who acts with which support"),
    "proposals": _("the proposals"),
    "matrix": _("support and impact"),
    "agreements": _("the agreements beforehand"),
    "practice": _("the practice examples"),
    "report": _("the report"),
}


@register.filter
def evidence_label(page: str) -> Promise:
    """Name the page that answers something, in the middle of a sentence."""
    return EVIDENCE[page]


@register.filter
def marked(paragraph: Paragraph, asked: Iterable[Asked]) -> SafeString:
    """Return a paragraph of the letter with its asking sentences as links to what answers them."""
    passages = [
        (one.sentence.said("quote"), _opening(one)) for one in asked if one.sentence.paragraph_id == paragraph.pk
    ]
    return in_paragraphs(with_links(paragraph.said("text"), passages))


@register.filter
def marked_in_its_language(paragraph: Paragraph, asked: Iterable[Asked]) -> SafeString:
    """Return a paragraph as it was sent, whatever the reader's language, with what is marked in it."""
    passages = [(one.sentence.quote, _opening(one)) for one in asked if one.sentence.paragraph_id == paragraph.pk]
    return in_paragraphs(with_links(paragraph.text, passages))


def _opening(one: Asked) -> SafeString:
    return format_html('<a class="asks" id="asked-{0}" href="#ask-{0}">', one.sentence.key)


def with_links(text: str, passages: Iterable[tuple[str, SafeString]]) -> SafeString:
    """Return the text with each passage inside its link; a passage that is not found, or overlaps, is left unmarked."""
    found = sorted((text.find(quote), len(quote), opening) for quote, opening in passages if quote and quote in text)
    pieces, at = [], 0
    for start, length, opening in found:
        if start < at:
            continue
        pieces.append(format_html("{}{}{}</a>", text[at:start], opening, text[start : start + length]))
        at = start + length
    pieces.append(format_html("{}", text[at:]))
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def in_paragraphs(text: SafeString) -> SafeString:
    """Return marked text as paragraphs, parted where a blank line stands."""
    parts = [mark_safe(part) for part in text.split("\n\n") if part.strip()]  # noqa: S308 -- escaped piece by piece above
    return format_html_join("\n", "<p>{}</p>", ((part,) for part in parts))
