# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Practice examples that somebody may read, with the remarks on them."""

from django.db.models import Count, Q, QuerySet

from scenarios.enums import ExampleState
from scenarios.models import PracticeExample
from workshops.models import Annotation, Workshop
from workshops.rules import Standing


def examples_for(who: Standing, workshop: Workshop) -> QuerySet[PracticeExample]:
    """Return what is published, one's own, and for the secretariat what waits to be read."""
    rows = PracticeExample.objects.filter(topic=workshop.topic).exclude(state=ExampleState.WITHDRAWN)
    if not who.is_secretary:
        rows = rows.filter(Q(state=ExampleState.PUBLISHED) | Q(submitted_by=who.person, submitted_by__isnull=False))
    return rows.annotate(remarks=Count("annotations")).order_by("submitted_at")


def workshop_told(example: PracticeExample) -> Workshop | None:
    """Return the workshop that an example was told to."""
    kind, _separator, key = example.topic.partition(":")
    return Workshop.objects.filter(pk=key).first() if kind == "workshop" else None


def remarks_on(example: PracticeExample, workshop: Workshop) -> QuerySet[Annotation]:
    """Return the remarks of this workshop on an example, oldest first."""
    return Annotation.objects.filter(example=example, workshop=workshop).select_related("author").order_by("created_at")
