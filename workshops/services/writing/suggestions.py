# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Propose a change of a text; take it over, adapt it, decline it, answer, withdraw."""

from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from scenarios.models import Document
from scenarios.services.documents import Writer, change_text, check_text, plain
from scenarios.texts.merging import merge
from workshops import rules
from workshops.enums import Act, SuggestionState
from workshops.errors import MovedError, WorkshopError
from workshops.models import DraftSection, Reply, ScenarioDraft, Suggestion
from workshops.rules import Standing
from workshops.services.insist import insist
from workshops.services.writing.telling import acting_as, tell_of_section, writer_of

LONGEST_WORDS = 2_000


@transaction.atomic
def make_suggestion(  # noqa: PLR0913 -- a change is all of this
    *, who: Standing, section: DraftSection, before: str, after: str, reason: str, form_key: UUID | None = None
) -> Suggestion:
    """Propose other words for a section, with the reason; a form sent twice proposes once."""
    insist(
        rules.can_suggest_change(who, section.draft),
        _("Members, the facilitator and the secretariat propose changes, until voting starts."),
    )
    draft = ScenarioDraft.objects.select_for_update().get(pk=section.draft_id)
    sent_before = Suggestion.objects.filter(form_key=form_key, draft=draft).first() if form_key else None
    if sent_before is not None:
        return sent_before
    before, after = plain(before), plain(after)
    if section.document is None:
        raise WorkshopError(_("This part is no text. Make a comment instead."))
    if before == after:
        raise WorkshopError(_("Change something in the text first: it reads as it did."), field="after")
    check_text(after, section.document.longest, before=before)
    last = draft.suggestions.aggregate(last=Max("number"))["last"] or 0
    suggestion = Suggestion.objects.create(
        draft=draft,
        section=section,
        number=last + 1,
        about_id=section.draft.place.revision_id,
        before=before,
        after=after,
        reason=checked_words(reason, "reason"),
        lang=_language(),
        proposed_by=who.person,
        capacity=acting_as(who),
        proposed_at=timezone.now(),
        form_key=form_key,
    )
    tell_of_section(Act.SUGGESTION_MADE, who, section, number=suggestion.number)
    return suggestion


@transaction.atomic
def take_over(*, who: Standing, suggestion: Suggestion) -> Suggestion:
    """Let the text read as proposed, around what others wrote since; where that clashes it has to be adapted."""
    suggestion, document = _held(who, suggestion)
    merged = merge(suggestion.before, document.text, suggestion.after)
    if merged.clashes:
        raise MovedError(_("The text changed at the same place since this was proposed. Adapt the proposal."))
    onto = document.text
    document = change_text(document=document, text=merged.settled({}), writer=_proposer(suggestion))
    return _decided(who, suggestion, SuggestionState.TAKEN, onto=onto, became=document.text)


@transaction.atomic
def adapt(*, who: Standing, suggestion: Suggestion, onto: str, text: str, because: str) -> Suggestion:
    """Let the text read as the penholder made it of the proposal; what was taken over stays the proposer's words.

    `onto` is the text that the penholder had before them: when it moved on, they look again.
    """
    suggestion, document = _held(who, suggestion)
    text = plain(text)
    check_text(text, document.longest, before=document.text)
    verdict = checked_words(because, "because")
    merged = merge(plain(onto), document.text, text)
    if merged.clashes:
        raise MovedError(_("The text changed while you were adapting it. Yours stands below; look at it again."))
    before, wanted = document.text, merged.settled({})
    proposed = merge(suggestion.before, before, suggestion.after).settled({})
    if len(proposed) <= document.longest:
        document = change_text(document=document, text=proposed, writer=_proposer(suggestion))
    document = change_text(document=document, text=wanted, writer=writer_of(who))
    return _decided(who, suggestion, SuggestionState.ADAPTED, onto=before, became=document.text, verdict=verdict)


@transaction.atomic
def decline(*, who: Standing, suggestion: Suggestion, because: str) -> Suggestion:
    """Leave the text as it is, and say why."""
    suggestion, _document = _held(who, suggestion)
    verdict = checked_words(because, "because")
    return _decided(who, suggestion, SuggestionState.DECLINED, verdict=verdict)


@transaction.atomic
def withdraw_suggestion(*, who: Standing, suggestion: Suggestion) -> Suggestion:
    """Take a proposed change back."""
    insist(rules.can_withdraw_suggestion(who, suggestion), _("Only who proposed it can withdraw it, while it is open."))
    suggestion.state = SuggestionState.WITHDRAWN
    suggestion.save(update_fields=["state"])
    tell_of_section(Act.SUGGESTION_WITHDRAWN, who, suggestion.section, number=suggestion.number)
    return suggestion


@transaction.atomic
def answer_suggestion(*, who: Standing, suggestion: Suggestion, text: str) -> Reply:
    """Say something in return: who proposed it, or who holds the pen."""
    insist(
        rules.can_answer_suggestion(who, suggestion),
        _("Who proposed the change and who holds the pen can answer here."),
    )
    reply = Reply.objects.create(
        suggestion=suggestion,
        text=checked_words(text, "text"),
        lang=_language(),
        author=who.person,
        capacity=acting_as(who),
        at=timezone.now(),
    )
    tell_of_section(Act.SUGGESTION_ANSWERED, who, suggestion.section, number=suggestion.number)
    return reply


def checked_words(text: str, field: str) -> str:
    """Refuse what is empty or too long."""
    text = plain(text).strip()
    if not text:
        raise WorkshopError(_("Write something here: the others need it to follow you."), field=field)
    if len(text) > LONGEST_WORDS:
        message = _("Use at most %(most)d characters; there are %(typed)d now.")
        raise WorkshopError(message % {"most": LONGEST_WORDS, "typed": len(text)}, field=field)
    return text


def _held(who: Standing, suggestion: Suggestion) -> tuple[Suggestion, Document]:
    """Return the suggestion and its text for deciding: two who decide at once decide one after the other."""
    ScenarioDraft.objects.select_for_update().get(pk=suggestion.draft_id)
    suggestion.refresh_from_db(fields=["state"])
    if not suggestion.is_open and rules.holds_pen(who, suggestion.draft):
        raise MovedError(_("This was decided or withdrawn already. Look at what became of it."))
    insist(rules.can_decide_suggestion(who, suggestion), _("Only who holds the pen decides, until voting starts."))
    document = suggestion.section.document
    if document is None:
        raise ValueError("this part is no text")
    return suggestion, Document.objects.select_for_update().get(pk=document.pk)


def _proposer(suggestion: Suggestion) -> Writer:
    return Writer(suggestion.proposed_by, suggestion.capacity)


def _decided(who: Standing, suggestion: Suggestion, state: SuggestionState, **became: str) -> Suggestion:
    suggestion.state, suggestion.decided_capacity, suggestion.decided_at = state, acting_as(who), timezone.now()
    for field, value in became.items():
        setattr(suggestion, field, value)
    suggestion.save(update_fields=["state", "decided_capacity", "decided_at", *became])
    tell_of_section(Act(f"suggestion_{state.value}"), who, suggestion.section, number=suggestion.number)
    return suggestion


def _language() -> str:
    return (translation.get_language() or "nl")[:2]
