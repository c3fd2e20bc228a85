# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Texts in the making as people read them: changed words, passages with comments, whose words they are."""

from collections.abc import Iterable, Sequence

from django import template
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from scenarios import vocabulary
from scenarios.enums import DevelopmentKind, Domain, Part
from scenarios.models import ScenarioRevision
from scenarios.templatetags.figures import language, number
from scenarios.texts.diffs import Kind, Piece
from scenarios.vocabulary import Driver
from workshops.enums import Recognised, SuggestionState
from workshops.forms.words import (
    DOMAINS,
    KINDS,
    PART_HELP,
    PARTS,
    RECOGNISED,
    SUGGESTION_STATES,
    as_whom,
    writer_name,
)
from workshops.models import DraftSection
from workshops.selectors.drafts import DriverNow, text_of
from workshops.selectors.editions import segments_of, writer_key
from workshops.selectors.margin import Said
from workshops.selectors.table import Side
from workshops.services.writing.fields import shown
from workshops.templatetags.letters import in_paragraphs, with_links

register = template.Library()

LEAST_SHOWN = 0.01


register.filter("as_whom", as_whom)
register.filter("writer_name", writer_name)


@register.filter
def part_label(part: str) -> Promise | str:
    return PARTS[Part(part)] if part else ""


@register.filter
def part_help(part: str) -> Promise:
    return PART_HELP[Part(part)]


@register.filter
def part_slug(part: str) -> str:
    return Part(part).value


@register.filter
def section_url(section: DraftSection) -> str:
    """Return where a section is written, at its margin."""
    place = section.draft.place
    return f"{reverse('workshops:draft_section', args=[place.workshop.slug, place.scenario.key, section.part])}#margin"


@register.filter
def kind_label(kind: str) -> Promise:
    return KINDS[DevelopmentKind(kind)]


@register.filter
def domain_label(domain: str) -> Promise:
    return DOMAINS[Domain(domain)]


@register.filter
def suggestion_label(state: str) -> Promise:
    return SUGGESTION_STATES[SuggestionState(state)]


@register.filter
def recognised_label(answer: str) -> Promise | str:
    return RECOGNISED[Recognised(answer)] if answer else ""


@register.filter
def part_text(revision: ScenarioRevision, part: str) -> str:
    """Return a part of an edition as it was written."""
    return text_of(revision, Part(part))


@register.filter
def driver_value(value: float | None, driver: Driver) -> str:
    """Write a driver's value with its unit."""
    if value is None:
        return "–"
    unit = driver.unit.in_language(language())
    return f"{shown(driver, value)}{'' if unit.startswith('%') else ' '}{unit}"


@register.filter
def driver_ground(driver: Driver) -> str:
    """Say where the default value of a driver comes from."""
    return vocabulary.source(driver.source).citation.in_language(language())


@register.filter
def share_words(share: float) -> str:
    """Write a share as a whole percentage, and less than one as such."""
    return _("less than 1%") if share < LEAST_SHOWN else f"{number(share * 100)}%"


@register.filter
def driver_words(row: DriverNow) -> str:
    """Say a driver's value as a worded level, or which level it comes closest to."""
    if row.level is not None:
        return row.level.label.in_language(language())
    return _("near: %(level)s") % {"level": row.nearest.label.in_language(language()).lower()}


@register.filter
def side_of(capacity: str, sides: Iterable[Side]) -> Side | None:
    """Return the side that somebody acted for."""
    return next((one for one in sides if one.key == writer_key(capacity)), None)


@register.filter
def changed_words(pieces: Sequence[Piece]) -> SafeString:
    """Write two texts as one: what went out struck through, what came in underlined, said to who cannot see that."""
    return in_lines(format_html_join("", "{}", ((_piece(one),) for one in pieces)))


def _piece(piece: Piece) -> SafeString:
    if piece.kind == Kind.SAME:
        return format_html("{}", piece.text)
    tag, words = ("ins", _("added:")) if piece.kind == Kind.IN else ("del", _("deleted:"))
    parts = piece.text.split("\n\n")
    marked = (
        format_html('<{0}><span class="hidden-visually">{1} </span>{2}</{0}>', tag, words, part or "¶")
        for part in parts
    )
    return format_html_join("\n\n", "{}", ((one,) for one in marked))


def in_lines(text: SafeString) -> SafeString:
    """Return marked text as paragraphs in which line ends are kept."""
    broken = mark_safe(text.replace("\n\n", "\0").replace("\n", "<br>").replace("\0", "\n\n"))  # noqa: S308 -- escaped above
    return in_paragraphs(broken)


@register.simple_tag
def with_comments(text: str, said: Iterable[Said]) -> SafeString:
    """Return a text with the passages that comments are about, as links to those comments."""
    passages = [
        (one.comment.quote, format_html('<a class="asks" href="#comment-{}">', one.comment.pk))
        for one in said
        if one.place is not None
    ]
    return in_lines(with_links(text, passages))


@register.simple_tag
def with_writers_of(edition: ScenarioRevision, part: str, sides: Sequence[Side]) -> SafeString:
    """Return a text in which the words of each side carry its mark; what came from elsewhere carries none."""
    marks = {side.key: side for side in sides}
    found = []
    for segment in segments_of(text_of(edition, Part(part)), edition.stretches.get(part, [])):
        side = marks.get(segment.key)
        kind = side.mark if side else ("role" if segment.key else "")
        if not kind:
            found.append(format_html("{}", segment.text))
            continue
        name = writer_name(segment.key, sides)
        parts = segment.text.split("\n\n")
        found.append(
            format_html_join(
                "\n\n",
                '<span class="by by--{}" title="{}"><span class="hidden-visually">{}: </span>{}</span>',
                ((kind, name, name, part) for part in parts),
            )
        )
    return in_lines(format_html_join("", "{}", ((one,) for one in found)))
