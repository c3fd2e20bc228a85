# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who has a section open at this moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from workshops.models import Presence, User

GONE_AFTER = timedelta(seconds=45)


@dataclass(frozen=True, slots=True)
class Here:
    """Somebody in a section, and as what."""

    person: User
    capacity: str


def people_in(sections: Iterable[UUID], *, now: datetime) -> dict[UUID, list[Here]]:
    """Return who is in which section, by name: one statement."""
    found: dict[UUID, list[Here]] = {}
    rows = Presence.objects.filter(section__in=list(sections), seen_at__gt=now - GONE_AFTER).select_related("person")
    for row in rows.order_by("person__name"):
        found.setdefault(row.section_id, []).append(Here(row.person, row.capacity))
    return found
