# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is new for somebody since they were told last: who named them, who answered, what was tabled and voted."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from workshops.enums import SuggestionState
from workshops.models import Comment, DraftSection, Mention, Proposal, Reply, Round, Suggestion, User

MOST = 20
SECTION = "section__draft__place__workshop", "section__draft__place__scenario"


@dataclass(frozen=True, slots=True)
class Remark:
    """Words of somebody, and the section beside which they stand."""

    by: str
    text: str
    lang: str
    section: DraftSection
    at: datetime


@dataclass(frozen=True, slots=True)
class News:
    """What happened in a span of time, as far as it is about one person or their workshops."""

    named: list[Remark] = field(default_factory=list)
    answers: list[Remark] = field(default_factory=list)
    decided: list[Suggestion] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    opened: list[Round] = field(default_factory=list)
    closed: list[Round] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not any((self.named, self.answers, self.decided, self.proposals, self.opened, self.closed))


def news_for(person: User, workshops: Iterable[UUID], *, since: datetime, until: datetime) -> News:
    """Return what is new in the workshops that somebody takes part in: six statements at any size."""
    here, span = list(workshops), (since, until)
    rounds = list(
        Round.objects.filter(workshop__in=here)
        .filter(Q(opened_at__range=span) | Q(closed_at__range=span))
        .counted()
        .select_related("workshop")
        .order_by("number")
    )
    return News(
        named=mentions_of(person, here, since=since, until=until),
        answers=_answers_to(person, here, span),
        decided=list(
            Suggestion.objects.filter(proposed_by=person, decided_at__range=span, draft__place__workshop__in=here)
            .exclude(state__in=(SuggestionState.OPEN, SuggestionState.WITHDRAWN))
            .select_related("draft__place__workshop", "draft__place__scenario")[:MOST]
        ),
        proposals=list(
            Proposal.objects.filter(workshop__in=here, tabled_at__range=span)
            .exclude(tabled_by=person)
            .select_related("workshop", "reform_revision", "constituency")
            .order_by("workshop", "number")[:MOST]
        ),
        opened=[one for one in rounds if one.is_open and one.opened_at and one.opened_at >= since],
        closed=[one for one in rounds if one.closed_at and one.closed_at >= since],
    )


def mentions_of(person: User, workshops: Iterable[UUID], *, since: datetime, until: datetime) -> list[Remark]:
    """Return where somebody is asked by name to read along, the newest first: one statement."""
    here = list(workshops)
    found = (
        Mention.objects.filter(person=person, at__range=(since, until))
        .filter(
            Q(comment__section__draft__place__workshop__in=here)
            | Q(reply__comment__section__draft__place__workshop__in=here)
        )
        .select_related(
            "comment__author",
            "reply__author",
            *(f"comment__{name}" for name in SECTION),
            *(f"reply__comment__{name}" for name in SECTION),
        )[:MOST]
    )
    return [_said(one.reply or one.comment) for one in found if one.reply or one.comment]  # type: ignore[arg-type]


def _answers_to(person: User, here: list[UUID], span: tuple[datetime, datetime]) -> list[Remark]:
    """Return what others answered to somebody's comments and proposed changes, where it does not name them already."""
    found = (
        Reply.objects.filter(at__range=span)
        .filter(Q(comment__author=person) | Q(suggestion__proposed_by=person))
        .filter(
            Q(comment__section__draft__place__workshop__in=here)
            | Q(suggestion__section__draft__place__workshop__in=here)
        )
        .exclude(author=person)
        .exclude(mentions__person=person)
        .select_related(
            "author",
            *(f"comment__{name}" for name in SECTION),
            *(f"suggestion__{name}" for name in SECTION),
        )
        .order_by("-at")[:MOST]
    )
    return [_said(one) for one in found]


def _said(remark: Comment | Reply) -> Remark:
    about = remark if isinstance(remark, Comment) else (remark.comment or remark.suggestion)
    return Remark(
        by=remark.author.name if remark.author else "",
        text=remark.text,
        lang=remark.lang,
        section=about.section,  # type: ignore[union-attr]  # a reply is to one of the two, by constraint
        at=remark.made_at if isinstance(remark, Comment) else remark.at,
    )
