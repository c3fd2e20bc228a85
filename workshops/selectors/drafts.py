# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A scenario that is being written: its sections with what waits in their margins, its drivers, its developments."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils import translation

from scenarios import vocabulary
from scenarios.enums import Part
from scenarios.models import ScenarioRevision
from workshops.enums import SuggestionState
from workshops.models import (
    Comment,
    DraftDriver,
    DraftSection,
    Mandate,
    ScenarioDraft,
    Suggestion,
    User,
    Workshop,
    WorkshopScenario,
)
from workshops.selectors.presence import Here, people_in

HEAVY = ("document__snapshot", "document__stretches")


def place_in(workshop: Workshop, key: str) -> WorkshopScenario | None:
    """Return a scenario's place, its edition and its draft when there is one: one statement."""
    rows = WorkshopScenario.objects.filter(workshop=workshop, scenario__key=key)
    return rows.select_related("workshop", "scenario", "revision", "draft__penholder").first()


def draft_in(workshop: Workshop, key: str) -> ScenarioDraft | None:
    """Return the draft of a scenario: one statement."""
    rows = ScenarioDraft.objects.filter(place__workshop=workshop, place__scenario__key=key)
    return rows.select_related("place__workshop", "place__scenario", "place__revision", "penholder").first()


def section_in(workshop: Workshop, key: str, part: str) -> DraftSection | None:
    """Return one section of a draft with all that a rule wants to know: one statement."""
    rows = DraftSection.objects.filter(draft__place__workshop=workshop, draft__place__scenario__key=key, part=part)
    return rows.select_related(
        "document", "draft__penholder", "draft__place__workshop", "draft__place__scenario", "draft__place__revision"
    ).first()


@dataclass(frozen=True, slots=True)
class Summary:
    """One section as the page of the draft shows it."""

    section: DraftSection
    text: str
    is_changed: bool
    suggestions: int
    comments: int
    people: tuple[Here, ...]


def summaries_of(draft: ScenarioDraft, *, now: datetime) -> list[Summary]:
    """Return every section with what waits there, and whether it reads otherwise than what holds: six statements."""
    sections = list(draft.sections.select_related("document").defer(*HEAVY).order_by("order"))
    suggestions = _counted(Suggestion.objects.filter(draft=draft, state=SuggestionState.OPEN))
    comments = _counted(Comment.objects.filter(section__draft=draft, resolved_at__isnull=True))
    people = people_in([one.id for one in sections], now=now)
    changed = {Part.DRIVERS: draft.drivers.exists(), Part.DEVELOPMENTS: _has_other_developments(draft)}
    found = []
    for section in sections:
        section.draft = draft
        text = section.document.text if section.document else ""
        part = Part(section.part)
        is_changed = changed[part] if part in changed else text.strip() != text_of(draft.place.revision, part).strip()
        waiting = (suggestions.get(section.id, 0), comments.get(section.id, 0))
        found.append(Summary(section, text, is_changed, *waiting, tuple(people.get(section.id, ()))))
    return found


def text_of(revision: ScenarioRevision, part: Part) -> str:
    """Return a part of an edition as one text: the early signs a line each."""
    return "\n".join(revision.signs) if part == Part.SIGNS else str(getattr(revision, part))


def _counted(rows: QuerySet[Suggestion] | QuerySet[Comment]) -> dict[UUID, int]:
    return dict(rows.order_by().values_list("section").annotate(count=Count("pk")))


def _has_other_developments(draft: ScenarioDraft) -> bool:
    facts = ("kind", "domain", "text", "groups", "institutions")
    held = draft.place.revision.developments.order_by("order").values_list(*facts)
    return list(draft.developments.order_by("order").values_list(*facts)) != list(held)


@dataclass(frozen=True, slots=True)
class DriverNow:
    """A driver as it stands in a draft or an edition: how much, on what ground, and who said so."""

    driver: vocabulary.Driver
    value: float
    held: float
    source: str = ""
    capacity: str = ""
    at: datetime | None = None

    @property
    def is_changed(self) -> bool:
        """It differs from the edition that holds."""
        return abs(self.value - self.held) > self.driver.step / 1000

    @property
    def level(self) -> vocabulary.Level | None:
        """The worded level that it is exactly."""
        return self.driver.level_at(self.value)

    @property
    def nearest(self) -> vocabulary.Level:
        """The worded level that it comes closest to."""
        return self.driver.nearest_level(self.value)


Themes = tuple[tuple[str, tuple[DriverNow, ...]], ...]


def drivers_of_draft(draft: ScenarioDraft) -> Themes:
    """Return the drivers by theme, with what was set since the edition that holds: one statement."""
    set_since = {one.key: one for one in draft.drivers.all()}
    return _themes(draft.place.revision, set_since)


def drivers_of_edition(revision: ScenarioRevision) -> Themes:
    """Return the drivers of an edition by theme, each with its ground: no statements."""
    return _themes(revision, {})


def _themes(revision: ScenarioRevision, set_since: Mapping[str, DraftDriver]) -> Themes:
    labels = {theme.key: theme.label for theme in vocabulary.driver_themes()}
    found: dict[str, list[DriverNow]] = {}
    for driver in vocabulary.drivers():
        if driver.key in revision.drivers:
            found.setdefault(driver.theme, []).append(_driver_now(driver, revision, set_since.get(driver.key)))
    return tuple((labels[key].in_language(_language()), tuple(rows)) for key, rows in found.items())


def _driver_now(driver: vocabulary.Driver, revision: ScenarioRevision, since: DraftDriver | None) -> DriverNow:
    held = revision.drivers[driver.key]
    if since is not None:
        return DriverNow(driver, since.value, held, since.source, since.capacity, since.set_at)
    note = revision.driver_notes.get(driver.key, {})
    at = datetime.fromisoformat(note["at"]) if note else None
    return DriverNow(driver, held, held, note.get("source", ""), note.get("capacity", ""), at)


def _language() -> str:
    return translation.get_language() or "nl"


def people_to_write(workshop: Workshop, *, day: date) -> list[User]:
    """Return who takes part and may be given a pen, by name: one statement."""
    in_role = Q(participations__workshop=workshop)
    on_seat = Q(mandates__in=Mandate.objects.current(day).filter(seat__constituency__workshop=workshop))
    return list(User.objects.filter(in_role | on_seat).distinct().order_by("name"))
