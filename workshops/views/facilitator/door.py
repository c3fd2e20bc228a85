# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Let the facilitator in, and tell others who may."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext as _

from workshops.views.room import Room, enter


def enter_as_facilitator(request: HttpRequest, slug: str) -> Room:
    """Return the room of a facilitator; whether an act is allowed now, a rule says."""
    room = enter(request, slug)
    if not room.who.is_facilitator:
        raise PermissionDenied(_("Only the facilitator of this workshop can do this."))
    return room
