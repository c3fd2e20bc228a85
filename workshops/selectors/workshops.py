# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which workshops run, and which one a page is about."""

from datetime import date

from django.db.models import QuerySet

from workshops.models import Workshop


def running_workshops() -> QuerySet[Workshop]:
    """Return the workshops, the one that is due first on top."""
    return Workshop.objects.order_by("due_on")


def milestones_of(workshop: Workshop) -> list[tuple[date, str]]:
    """Return the dates counted back from the due date, earliest first."""
    return [(one.on(workshop.due_on), one.said("title")) for one in workshop.milestones.all()]
