# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Make a draft the edition that holds, or bring an earlier edition back: always a new edition, never a changed one."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from scenarios.enums import LONGEST_PARTS, Part
from scenarios.models import Development, Document, Scenario, ScenarioRevision
from scenarios.services.documents import Writer, change_text
from scenarios.services.projections import request_baselines
from workshops import rules
from workshops.enums import Act, ProposalState
from workshops.errors import MovedError, WorkshopError, WrongPhaseError
from workshops.models import ScenarioDraft, WorkshopScenario
from workshops.rules import Standing
from workshops.selectors.contents import Content, content_of_draft, content_of_edition
from workshops.selectors.drafts import text_of
from workshops.services.insist import insist
from workshops.services.projections import project_reform
from workshops.services.writing.opening import copy_developments
from workshops.services.writing.telling import acting_as, tell

NEEDED = (Part.TITLE, Part.STORY)
TOLD = ("kind", "domain", "lang", "text", "groups", "translations")


@transaction.atomic
def adopt_scenario(*, who: Standing, draft: ScenarioDraft, base: UUID, seen: str) -> ScenarioRevision:
    """Freeze the draft as the next edition, and ask for its figures.

    `base` and `seen` tell which edition and which text stood on the page: of two who adopt at once the first does,
    and the second is told; a text that moved on is looked at again.
    """
    place = _held(who, draft, base)
    content = content_of_draft(draft)
    if content.digest != seen:
        raise MovedError(_("The draft changed since you opened this page. Read what changed, and adopt it then."))
    _check(content, place.revision)
    revision = _freeze(
        who,
        place,
        _columns(content) | {"driver_notes": _notes(draft), "stretches": _stretches(draft)},
        list(draft.developments.order_by("order")),
    )
    draft.drivers.all().delete()
    _put_in_place(place, revision)
    tell(Act.SCENARIO_ADOPTED, who, draft, edition=revision.number)
    return revision


@transaction.atomic
def return_to_edition(
    *, who: Standing, draft: ScenarioDraft, edition: ScenarioRevision, base: UUID
) -> ScenarioRevision:
    """Bring an earlier edition back as a new one; in the draft, what nobody touched follows, what somebody wrote stays."""
    place = _held(who, draft, base)
    before = place.revision
    if edition.pk == before.pk or edition.scenario_id != place.scenario_id:
        raise WorkshopError(_("Choose an earlier edition of this scenario."))
    words = {part: getattr(edition, part) for part in LONGEST_PARTS}
    revision = _freeze(
        who,
        place,
        words
        | {
            "drivers": edition.drivers,
            "driver_notes": edition.driver_notes,
            "stretches": edition.stretches,
            "translations": edition.translations,
            "lang": edition.lang,
            "returned_from": edition.number,
        },
        list(edition.developments.order_by("order")),
    )
    _let_draft_follow(draft, before, revision)
    _put_in_place(place, revision)
    tell(Act.SCENARIO_RETURNED, who, draft, edition=revision.number, returned=edition.number)
    return revision


def _held(who: Standing, draft: ScenarioDraft, base: UUID) -> WorkshopScenario:
    """Return the place, held so that two who adopt come one after the other."""
    place = WorkshopScenario.objects.select_for_update().get(pk=draft.place_id)
    place = WorkshopScenario.objects.select_related("workshop", "scenario", "revision").get(pk=place.pk)
    draft.place = place
    insist(
        rules.can_adopt_scenario(who, place.workshop),
        _("The facilitator or the secretariat records what the table adopts, until voting starts."),
    )
    if place.workshop.rounds.open().exists():
        raise WrongPhaseError(_("A round is open: its questions are about the edition that holds. Close it first."))
    if place.revision_id != base:
        message = _(
            "Edition %(number)d was adopted since you opened this page. Your draft is still there: look at it again."
        )
        raise MovedError(message % {"number": place.revision.number})
    return place


def _check(content: Content, held: ScenarioRevision) -> None:
    for part in NEEDED:
        if not content.texts[part]:
            raise WorkshopError(_("A scenario needs a title and a story. Write them first."))
    if "\n" in content.texts[Part.TITLE]:
        raise WorkshopError(_("The title is one line. Take out the line breaks."))
    if content.digest == content_of_edition(held).digest:
        raise WorkshopError(_("The draft reads as the edition that holds: there is nothing to adopt."))


def _columns(content: Content) -> dict[str, Any]:
    columns: dict[str, Any] = dict(content.texts)
    return columns | {"signs": content.texts[Part.SIGNS].splitlines(), "drivers": dict(content.drivers)}


def _notes(draft: ScenarioDraft) -> dict[str, Any]:
    """Return who set which driver last, on what ground: those of the edition before, and those set since."""
    set_since = {
        one.key: {"source": one.source, "capacity": one.capacity, "at": one.set_at.isoformat()}
        for one in draft.drivers.all()
    }
    return dict(draft.place.revision.driver_notes) | set_since


def _stretches(draft: ScenarioDraft) -> dict[str, Any]:
    """Return whose words are whose; blank ends that are left off are left off there too."""
    rows = draft.sections.filter(document__isnull=False).values_list("part", "document__text", "document__stretches")
    return {part: _within(text, stretches) for part, text, stretches in rows}


def _within(text: str, stretches: list[list[Any]]) -> list[list[Any]]:
    start = len(text) - len(text.lstrip())
    first, last = len(text[:start].encode()), len(text.rstrip().encode())
    found, at = [], 0
    for size, who in stretches:
        begin, end = max(at, first), min(at + size, last)
        if end > begin:
            found.append([end - begin, who])
        at += size
    return found


def _freeze(
    who: Standing, place: WorkshopScenario, content: dict[str, Any], developments: list[Any]
) -> ScenarioRevision:
    """Write the next edition; a translation comes along with every text that reads as before."""
    Scenario.objects.select_for_update().get(pk=place.scenario_id)
    last = place.scenario.revisions.aggregate(last=Max("number"))["last"] or 0
    content.setdefault("lang", place.revision.lang)
    content.setdefault("translations", _kept_translations(place.revision, content))
    revision = ScenarioRevision.objects.create(
        scenario=place.scenario, number=last + 1, created_by=who.person, capacity=acting_as(who), **content
    )
    Development.objects.bulk_create(
        Development(revision=revision, order=order, **{field: getattr(one, field) for field in TOLD})
        for order, one in enumerate(developments, start=1)
    )
    return revision


def _kept_translations(held: ScenarioRevision, content: dict[str, Any]) -> dict[str, Any]:
    same = {part for part in LONGEST_PARTS if content[part] == getattr(held, part)}
    return {
        language: {field: text for field, text in told.items() if field in same}
        for language, told in held.translations.items()
    }


def _put_in_place(place: WorkshopScenario, revision: ScenarioRevision) -> None:
    """Let the workshop go on with this edition: its own figures are asked for, and what each proposal does in it."""
    place.revision = revision
    place.save(update_fields=["revision"])
    topic = place.workshop.topic
    request_baselines(scenario_revisions=[revision], topic=topic)
    proposals = place.workshop.proposals.exclude(state=ProposalState.WITHDRAWN).select_related("reform_revision")
    for proposal in proposals:
        if proposal.reform_revision.is_computable:
            project_reform(
                workshop=place.workshop, revision=proposal.reform_revision, topic=f"{topic} {proposal.topic}"
            )


def _let_draft_follow(draft: ScenarioDraft, before: ScenarioRevision, after: ScenarioRevision) -> None:
    for section in draft.sections.filter(document__isnull=False).select_related("document"):
        document = section.document
        if document is not None and document.text.strip() == text_of(before, Part(section.part)).strip():
            _take_words_over(document, text_of(after, Part(section.part)), after.stretches.get(section.part))
    held = [(one.kind, one.text) for one in before.developments.order_by("order")]
    if [(one.kind, one.text) for one in draft.developments.order_by("order")] == held:
        draft.developments.all().delete()
        copy_developments(after, draft)


def _take_words_over(document: Document, text: str, stretches: list[Any] | None) -> None:
    document = change_text(document=document, text=text, writer=Writer(None, ""))
    if stretches:
        document.stretches, document.changed_at = stretches, timezone.now()
        document.save(update_fields=["stretches", "changed_at"])
