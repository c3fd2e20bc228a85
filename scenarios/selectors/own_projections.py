# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A question of somebody's own, followed: how far it is, without the bytes that nobody looks at."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q
from django.utils import timezone

from scenarios.enums import ProjectionState
from scenarios.models import OwnProjection

BYTES = ("bins", "experiments")


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the parts are done, the pilot included."""

    done: int
    of: int


def own_projection(own_id: UUID) -> OwnProjection | None:
    """Return what was asked: one statement. What has expired is not there any more."""
    return OwnProjection.objects.defer(*BYTES).filter(pk=own_id, expires_at__gt=timezone.now()).first()


def shared_projection(*, digest: str, audience: str) -> OwnProjection | None:
    """Return the newest row of a question that all of an audience may see: one statement."""
    rows = OwnProjection.objects.defer(*BYTES, "answer").filter(digest=digest, audience=audience)
    return rows.filter(expires_at__gt=timezone.now()).last()


def progress_of(own: OwnProjection) -> Progress:
    """Return how far it is: one statement."""
    done = Count("pk", filter=Q(state=ProjectionState.DONE))
    counted = own.parts.aggregate(done=done, of=Count("pk"))
    return Progress(counted["done"], counted["of"])


def kept_experiments(own_id: UUID) -> bytes | None:
    """Return every draw as a file, when it was asked for and is done: one statement."""
    kept = OwnProjection.objects.filter(pk=own_id).values_list("experiments", flat=True).first()
    return None if kept is None else bytes(kept)
