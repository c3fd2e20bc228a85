# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Lay a draft ready, hand over the pen, let others type."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from scenarios.enums import LONGEST_PARTS, Part
from scenarios.models import ScenarioRevision
from scenarios.services.documents import new_document
from workshops import rules
from workshops.enums import Act
from workshops.errors import WorkshopError
from workshops.models import DraftDevelopment, DraftSection, ScenarioDraft, User, WorkshopScenario
from workshops.rules import Standing
from workshops.selectors.drafts import text_of
from workshops.services.insist import insist
from workshops.services.writing.telling import tell, tell_of_section


@transaction.atomic
def open_draft(*, who: Standing, place: WorkshopScenario) -> ScenarioDraft:
    """Start from the edition that holds; who lays it ready gets the pen. Asked twice it is done once."""
    place = WorkshopScenario.objects.select_for_update().get(pk=place.pk)
    insist(
        rules.can_open_draft(who, place.workshop),
        _("The facilitator or the secretariat lays a draft ready, until voting starts."),
    )
    known = ScenarioDraft.objects.filter(place=place).first()
    if known is not None:
        return known
    draft = lay_out(place, penholder=who.person)
    tell(Act.DRAFT_OPENED, who, draft, edition=place.revision.number)
    return draft


def lay_out(place: WorkshopScenario, *, penholder: User | None) -> ScenarioDraft:
    """Make a draft that reads as the edition that holds."""
    revision = place.revision
    draft = ScenarioDraft.objects.create(place=place, penholder=penholder, opened_at=timezone.now())
    for order, part in enumerate(Part):
        longest = LONGEST_PARTS.get(part)
        document = None
        if longest is not None:
            document = new_document(text=text_of(revision, part), longest=longest, lang=revision.lang)
            document.stretches = revision.stretches.get(part) or document.stretches
            document.save(update_fields=["stretches"])
        DraftSection.objects.create(draft=draft, part=part, order=order, document=document)
    copy_developments(revision, draft)
    return draft


def copy_developments(revision: ScenarioRevision, draft: ScenarioDraft) -> None:
    """Take over the bottlenecks and opportunities of an edition."""
    DraftDevelopment.objects.bulk_create(
        DraftDevelopment(
            draft=draft,
            order=one.order,
            kind=one.kind,
            domain=one.domain,
            text=one.text,
            groups=one.groups,
            lang=one.lang,
            translations=one.translations,
        )
        for one in revision.developments.order_by("order")
    )


@transaction.atomic
def give_pen(*, who: Standing, draft: ScenarioDraft, to: User) -> ScenarioDraft:
    """Hand the pen to one person who takes part; whoever had it goes on by proposing."""
    insist(
        rules.can_give_pen(who, draft),
        _("Who holds the pen, the facilitator or the secretariat hands it over, until voting starts."),
    )
    if not _takes_part(to, draft):
        raise WorkshopError(_("Choose somebody who takes part in this workshop."), field="to")
    if draft.penholder_id == to.pk:
        return draft
    draft.penholder = to
    draft.save(update_fields=["penholder"])
    tell(Act.PEN_GIVEN, who, draft, to=str(to.journal_id))
    return draft


def _takes_part(person: User, draft: ScenarioDraft) -> bool:
    workshop = draft.place.workshop
    return (
        person.participations.filter(workshop=workshop).exists()
        or person.mandates.current(timezone.localdate()).filter(seat__constituency__workshop=workshop).exists()
    )


@transaction.atomic
def set_joint(*, who: Standing, section: DraftSection, is_joint: bool) -> DraftSection:
    """Let others type in a section, or keep it to the pen again."""
    insist(rules.can_open_section(who, section.draft), _("Only who holds the pen decides who may type here."))
    if section.is_joint == is_joint:
        return section
    section.is_joint = is_joint
    section.save(update_fields=["is_joint"])
    tell_of_section(Act.SECTION_OPENED if is_joint else Act.SECTION_CLOSED, who, section)
    return section
