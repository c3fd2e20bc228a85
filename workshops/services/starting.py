# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Start a workshop: what a new table finds in front of it before anybody sits down."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone, translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from scenarios import vocabulary
from scenarios.models import ScenarioRevision, Yardstick
from scenarios.services.projections import request_baselines
from scenarios.services.reference import load_reference
from workshops import rules
from workshops.enums import Act, Role
from workshops.errors import WorkshopError
from workshops.journal import record
from workshops.models import (
    Agreements,
    Constituency,
    Milestone,
    Participation,
    User,
    Workshop,
    WorkshopScenario,
)
from workshops.rules import Standing
from workshops.services.insist import insist
from workshops.services.tables import table, written

LONGEST = {"title": 160, "purpose": 2_000, "slug": 60, "frame_source": 2_000}
RESERVED = {"new"}  # an address of ours


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is known on the first day. Without a slug the address is made from the title."""

    title: str
    purpose: str
    due_on: date
    frame_bn: float
    frame_year: int
    frame_source: str
    slug: str = ""
    is_public: bool = False


@transaction.atomic
def start_workshop(*, person: User, standings: Mapping[UUID, Standing], beginning: Beginning) -> Workshop:
    """Lay a workshop ready: three sides, four scenarios, draft agreements, dates; who starts it keeps and leads it."""
    insist(
        rules.can_start_workshop(person, standings),
        _("Only who keeps this site, or leads a workshop on it, can start one."),
    )
    slug = _address(beginning)
    _check(beginning)
    reference = load_reference()
    language = _language()
    workshop = Workshop.objects.create(
        slug=slug,
        lang=language,
        title=beginning.title.strip(),
        purpose=beginning.purpose.strip(),
        due_on=beginning.due_on,
        is_public=beginning.is_public,
    )
    _lay_table(workshop, reference.yardsticks)
    _draft_agreements(workshop, beginning)
    places = place_scenarios(workshop, reference.scenarios)
    for role in (Role.FACILITATOR, Role.SECRETARY):
        Participation.objects.create(workshop=workshop, person=person, role=role)
    facts = {"due_on": beginning.due_on.isoformat(), "is_public": beginning.is_public, "scenarios": sorted(places)}
    record(workshop=workshop, act=Act.WORKSHOP_STARTED, actor=person, capacity=Role.FACILITATOR.value, data=facts)
    request_baselines(scenario_revisions=list(places.values()), topic=workshop.topic)
    return workshop


def _address(beginning: Beginning) -> str:
    """Return the name in the address, or say why it cannot be this one."""
    slug = slugify(beginning.slug or beginning.title)[: LONGEST["slug"]].strip("-")
    if not slug:
        raise WorkshopError(_("Give a name for the address, of letters and digits."), field="slug")
    if slug in RESERVED or Workshop.objects.filter(slug=slug).exists():
        raise WorkshopError(
            _("The address %(slug)s is taken. Choose another name for it.") % {"slug": slug}, field="slug"
        )
    return slug


def _check(beginning: Beginning) -> None:
    for field in ("title", "purpose", "frame_source"):
        told = getattr(beginning, field).strip()
        if not told:
            raise WorkshopError(_("This field is required."), field=field)
        if len(told) > LONGEST[field]:
            raise WorkshopError(_("Use at most %(most)d characters.") % {"most": LONGEST[field]}, field=field)
    if beginning.due_on <= timezone.localdate():
        raise WorkshopError(_("The advice is due in the future: choose a later day."), field="due_on")
    if not 0 <= beginning.frame_bn <= 1_000:
        raise WorkshopError(_("The budget frame is from 0 to 1,000 billion euros a year."), field="frame_bn")


def _lay_table(workshop: Workshop, yardsticks: Mapping[str, Yardstick]) -> None:
    """Set the sides with what they measure by, and the dates."""
    told = table("start")
    Constituency.objects.bulk_create(
        Constituency(
            workshop=workshop,
            **{name: entry[name] for name in ("key", "order", "mark", "groups")},
            yardstick=yardsticks[entry["yardstick"]],
            **written(entry, "title", "singular"),
        )
        for entry in told["constituencies"]
    )
    Milestone.objects.bulk_create(
        Milestone(workshop=workshop, days_before=entry["days_before"], **written(entry, "title"))
        for entry in told["milestones"]
    )


def _draft_agreements(workshop: Workshop, beginning: Beginning) -> None:
    """Lay the first version of the agreements ready, not locked."""
    texts: dict[str, Any] = written(table("start"), "absent_groups")
    source, language = beginning.frame_source.strip(), _language()
    if language != texts["lang"]:
        texts["translations"].setdefault(language, {})["frame_source"] = source
    Agreements.objects.create(
        workshop=workshop,
        version=1,
        frame_bn=beginning.frame_bn,
        frame_year=beginning.frame_year,
        frame_source=source,
        **texts,
    )


def place_scenarios(workshop: Workshop, revisions: Mapping[str, ScenarioRevision]) -> dict[str, ScenarioRevision]:
    """Give each of the default scenarios its letter; the council rewrites them, or leaves them."""
    placed = {}
    for order, told in enumerate(vocabulary.default_scenarios(), start=1):
        revision = placed[told.key] = revisions[told.key]
        WorkshopScenario.objects.create(
            workshop=workshop, scenario=revision.scenario, revision=revision, letter=told.letter, order=order
        )
    return placed


def _language() -> str:
    return (translation.get_language() or "nl")[:2]
