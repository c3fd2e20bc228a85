# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which reforms a workshop may have projected, and who may see a projection."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import Q

from scenarios.models import OwnProjection, ReformRevision
from scenarios.selectors.runs import Asked
from workshops.models import User, Workshop
from workshops.rules import Standing
from workshops.selectors.workshops import workshops_open_to


def projectable(workshop: Workshop, revision_id: UUID) -> ReformRevision | None:
    """Return an edition of the catalogue, or one that is on the table of the workshop."""
    within_reach = Q(reform__key__isnull=False) | Q(proposals__workshop=workshop)
    return ReformRevision.objects.filter(within_reach, pk=revision_id).distinct().first()


def is_open_to(own: Iterable[UUID], asked: Asked) -> bool:
    """Say whether somebody with these workshops may see it: one of them measures by it, or has it on the table.

    What nobody's yardsticks are in, and comes from the catalogue, all may read.
    """
    reform, workshops = asked.reform_revision, workshops_open_to(own)
    if asked.yardsticks:
        return workshops.filter(constituencies__yardstick__in=asked.yardsticks).exists()
    if reform is None or reform.reform.is_from_catalogue:
        return True
    return workshops.filter(proposals__reform_revision=reform).exists()


def is_own_open_to(person: User | None, standings: Mapping[UUID, Standing], own: OwnProjection) -> bool:
    """Say whether somebody may see a question of one's own: who asked it, or takes part where it was asked."""
    takes_part = {f"workshop:{workshop}" for workshop, standing in standings.items() if standing.takes_part}
    return (person is not None and own.asked_by_id == person.pk) or own.audience in takes_part
