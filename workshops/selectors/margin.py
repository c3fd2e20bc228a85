# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What stands in the margin of a section: proposed changes and comments, open and settled, each beside its passage."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from scenarios.texts.diffs import Piece, excerpt, pieces
from scenarios.texts.merging import merge
from scenarios.texts.passages import Passage, place_of
from workshops.models import Comment, DraftSection, Reply, Suggestion

MOST_OPEN, MOST_SETTLED = 60, 20


@dataclass(frozen=True, slots=True)
class Proposed:
    """A suggestion with its changed words, and how it fits the text as it reads now."""

    suggestion: Suggestion
    pieces: tuple[Piece, ...]
    replies: tuple[Reply, ...]
    is_moved: bool
    collides: bool
    is_about_earlier: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A comment, where its passage stands now, and the answers."""

    comment: Comment
    replies: tuple[Reply, ...]
    place: int | None
    is_about_earlier: bool

    @property
    def is_orphan(self) -> bool:
        """It was about a passage that is no longer there."""
        return bool(self.comment.quote) and self.place is None


@dataclass(frozen=True, slots=True)
class Margin:
    """Open things in the order of the text, settled ones latest first."""

    proposed: tuple[Proposed, ...]
    decided: tuple[Proposed, ...]
    said: tuple[Said, ...]
    resolved: tuple[Said, ...]


def margin_of(section: DraftSection) -> Margin:
    """Return the margin of a section: five statements at any size."""
    rows = section.suggestions.select_related("proposed_by", "about")
    open_ones = list(rows.filter(state="open").order_by("number")[:MOST_OPEN])
    decided = list(rows.exclude(state="open").order_by("-number")[:MOST_SETTLED])
    comments = section.comments.select_related("author", "about")
    said = list(comments.filter(resolved_at__isnull=True).order_by("made_at")[:MOST_OPEN])
    resolved = list(comments.filter(resolved_at__isnull=False).order_by("-resolved_at")[:MOST_SETTLED])
    replies = _replies([one.id for one in (*open_ones, *decided)], [one.id for one in (*said, *resolved)])
    found = [_said(section, one, replies) for one in said]
    return Margin(
        tuple(proposed_in(section, one, replies.get(one.id, ())) for one in open_ones),
        tuple(proposed_in(section, one, replies.get(one.id, ())) for one in decided),
        tuple(sorted(found, key=lambda one: (one.is_orphan, one.place if one.place is not None else -1))),
        tuple(_said(section, one, replies) for one in resolved),
    )


def proposed_in(section: DraftSection, suggestion: Suggestion, replies: tuple[Reply, ...]) -> Proposed:
    """Return a suggestion as it stands to the text of its section."""
    now = section.document.text if section.document else ""
    is_moved = suggestion.is_open and suggestion.before != now
    return Proposed(
        suggestion=suggestion,
        pieces=excerpt(pieces(suggestion.before, suggestion.after)),
        replies=replies,
        is_moved=is_moved,
        collides=is_moved and bool(merge(suggestion.before, now, suggestion.after).clashes),
        is_about_earlier=suggestion.about_id != section.draft.place.revision_id,
    )


def replies_to(suggestion: Suggestion) -> tuple[Reply, ...]:
    """Return what was said about one suggestion: one statement."""
    return tuple(suggestion.replies.select_related("author").order_by("at"))


def _said(section: DraftSection, comment: Comment, replies: dict[UUID, tuple[Reply, ...]]) -> Said:
    now = section.document.text if section.document else ""
    passage = Passage(comment.quote, comment.prefix, comment.suffix)
    return Said(
        comment=comment,
        replies=replies.get(comment.id, ()),
        place=place_of(passage, now) if comment.quote else None,
        is_about_earlier=comment.about_id != section.draft.place.revision_id,
    )


def _replies(suggestions: list[UUID], comments: list[UUID]) -> dict[UUID, tuple[Reply, ...]]:
    found: dict[UUID, tuple[Reply, ...]] = {}
    rows = Reply.objects.filter(Q(suggestion__in=suggestions) | Q(comment__in=comments))
    for one in rows.select_related("author").order_by("at"):
        key = one.suggestion_id or one.comment_id
        if key is not None:
            found[key] = (*found.get(key, ()), one)
    return found
