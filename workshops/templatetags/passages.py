# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A text with the passages that remarks are anchored to, escaped piece by piece."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from scenarios.models import Development
from scenarios.texts.anchors import Anchor, paragraphs_of
from workshops.forms.practice import CLAIM_KINDS
from workshops.models import Annotation
from workshops.selectors.claims import Claim, Ledger, Weight, digest_of, is_about_now
from workshops.selectors.practice import PlacedRemark

register = template.Library()


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A paragraph as it is drawn: which one, where it starts, its words with links in them."""

    number: int
    start: int
    html: SafeString


@register.simple_tag
def paragraphs(text: str, part: str, remarks: Iterable[PlacedRemark] = ()) -> list[ReadParagraph]:
    """Return the paragraphs of a part, each passage a link to its remark; passages may overlap."""
    placed = [(one.anchor, str(one.annotation.pk)) for one in remarks if one.anchor and one.annotation.part == part]
    return [
        ReadParagraph(number, around.start, _with_links(text, around, placed))
        for number, around in enumerate(paragraphs_of(text), 1)
    ]


def _with_links(text: str, around: Anchor, placed: Sequence[tuple[Anchor, str]]) -> SafeString:
    cuts = {around.start, around.end}
    cuts |= {at for one, _ in placed for at in (one.start, one.end) if around.start < at < around.end}
    edges = sorted(cuts)
    pieces = [piece for start, end in itertools.pairwise(edges) for piece in _stretch(text, Anchor(start, end), placed)]
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def _stretch(text: str, stretch: Anchor, placed: Sequence[tuple[Anchor, str]]) -> Iterator[SafeString | str]:
    """A stretch without a cut in it: a link to the shortest passage that covers it, and where passages begin, their marks."""
    covering = [(one, pk) for one, pk in placed if one.start <= stretch.start and stretch.end <= one.end]
    for one, pk in covering:
        if one.start == stretch.start:
            yield format_html('<span id="passage-{}"></span>', pk)
    words = format_html("{}", stretch.words_in(text))
    if not covering:
        yield words
        return
    _, nearest = min(covering, key=lambda found: found[0].end - found[0].start)
    yield format_html('<a class="asks" href="#remark-{}">{}</a>', nearest, words)


@register.filter
def bears_on(annotation: Annotation, claims: Mapping[str, Claim]) -> Claim | None:
    """Return the claim that a remark bears on, while it is still made."""
    return claims.get(annotation.claim)


@register.filter
def still_says(claim: Claim | None, annotation: Annotation) -> bool:
    """Whether a claim reads as it did when the remark was made."""
    return claim is not None and is_about_now(annotation, claim)


@register.filter
def kind_of_claim(claim: Claim) -> str:
    """Say of what kind a claim is."""
    return str(CLAIM_KINDS[claim.kind])


@register.simple_tag
def weighed(ledger: Ledger, one: Development, scenario: str) -> tuple[str, Weight] | None:
    """Return the claim of a bottleneck or opportunity, and how much evidence there is for it."""
    key = f"{one.kind}:{scenario}:{digest_of(one.text)}"
    return (key, ledger.weights[key]) if ledger and key in ledger.weights else None
