# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Comment on a passage, answer, resolve, reopen."""

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from scenarios.services.documents import plain
from scenarios.texts.passages import Passage, passage_in
from workshops import rules
from workshops.enums import Act
from workshops.errors import PassageError
from workshops.models import Comment, DraftSection, Reply
from workshops.rules import Standing
from workshops.services.insist import insist
from workshops.services.mentions import note_mentions
from workshops.services.writing.suggestions import checked_words
from workshops.services.writing.telling import acting_as, tell_of_section


@transaction.atomic
def make_comment(
    *, who: Standing, section: DraftSection, text: str, quote: str = "", near: int | None = None
) -> Comment:
    """Say something of a passage, or of the whole section; a passage that is no longer there is not guessed."""
    insist(
        rules.can_comment(who, section.draft.place.workshop),
        _("Whoever takes part can comment, until the conclusions."),
    )
    words = checked_words(text, "text")
    passage = _passage(section, plain(quote).strip(), near)
    comment = Comment.objects.create(
        section=section,
        about_id=section.draft.place.revision_id,
        quote=passage.quote,
        prefix=passage.prefix,
        suffix=passage.suffix,
        text=words,
        lang=_language(),
        author=who.person,
        capacity=acting_as(who),
        made_at=timezone.now(),
    )
    note_mentions(comment, workshop=section.draft.place.workshop, by=who.person)
    tell_of_section(Act.COMMENT_MADE, who, section)
    return comment


def _passage(section: DraftSection, quote: str, near: int | None) -> Passage:
    if not quote:
        return Passage("")
    found = passage_in(section.document.text if section.document else "", quote, near=near)
    if found is None:
        raise PassageError(
            _(
                "This passage is no longer in the text: somebody changed it. Mark it again, or comment on the whole text."
            ),
            field="quote",
        )
    return found


@transaction.atomic
def answer_comment(*, who: Standing, comment: Comment, text: str) -> Reply:
    """Answer a comment."""
    section = comment.section
    insist(
        rules.can_comment(who, section.draft.place.workshop), _("Whoever takes part can answer, until the conclusions.")
    )
    reply = Reply.objects.create(
        comment=comment,
        text=checked_words(text, "text"),
        lang=_language(),
        author=who.person,
        capacity=acting_as(who),
        at=timezone.now(),
    )
    note_mentions(reply, workshop=section.draft.place.workshop, by=who.person)
    tell_of_section(Act.COMMENT_ANSWERED, who, section)
    return reply


@transaction.atomic
def resolve_comment(*, who: Standing, comment: Comment) -> Comment:
    """Set a comment aside as settled; it stays readable."""
    if comment.is_resolved:
        return comment
    insist(rules.can_resolve_comment(who, comment), _("Who made the comment and who holds the pen can resolve it."))
    comment.resolved_at, comment.resolved_capacity = timezone.now(), acting_as(who)
    comment.save(update_fields=["resolved_at", "resolved_capacity"])
    tell_of_section(Act.COMMENT_RESOLVED, who, comment.section)
    return comment


@transaction.atomic
def reopen_comment(*, who: Standing, comment: Comment) -> Comment:
    """Bring a comment back that was resolved too soon."""
    if not comment.is_resolved:
        return comment
    insist(rules.can_reopen_comment(who, comment), _("Whoever takes part can reopen a comment, until the conclusions."))
    comment.resolved_at, comment.resolved_capacity = None, ""
    comment.save(update_fields=["resolved_at", "resolved_capacity"])
    tell_of_section(Act.COMMENT_REOPENED, who, comment.section)
    return comment


def _language() -> str:
    return (translation.get_language() or "nl")[:2]
