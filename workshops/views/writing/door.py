# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Let in who takes part, and find what they came for."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from workshops import rules
from workshops.models import DraftSection, ScenarioDraft, WorkshopScenario
from workshops.selectors.drafts import draft_in, place_in, section_in
from workshops.views.room import Room, enter


@dataclass(frozen=True, slots=True)
class Desk:
    """A draft as one person sees it."""

    room: Room
    draft: ScenarioDraft

    @property
    def place(self) -> WorkshopScenario:
        return self.draft.place


def enter_place(request: HttpRequest, slug: str, key: str) -> tuple[Room, WorkshopScenario]:
    """Return the room and a scenario's place in it, for everybody who may read the workshop."""
    room = enter(request, slug)
    place = place_in(room.workshop, key)
    if place is None:
        raise Http404
    place.workshop = room.workshop
    return room, place


def enter_draft(request: HttpRequest, slug: str, key: str) -> Desk:
    """Return the draft of a scenario, for who takes part."""
    room = _room_of_writers(request, slug)
    draft = draft_in(room.workshop, key)
    if draft is None:
        raise Http404
    return Desk(room, draft)


def enter_section(request: HttpRequest, slug: str, key: str, part: str) -> tuple[Room, DraftSection]:
    """Return one section of a draft, for who takes part."""
    room = _room_of_writers(request, slug)
    section = section_in(room.workshop, key, part)
    if section is None:
        raise Http404
    return room, section


def _room_of_writers(request: HttpRequest, slug: str) -> Room:
    room = enter(request, slug)
    if not rules.can_read_draft(room.who):
        raise PermissionDenied(_("Only who takes part in this workshop can see a draft. Read the edition that holds."))
    return room
