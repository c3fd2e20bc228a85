# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ask what a reform does when an assumption is held otherwise: one row a reform, asked once."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from scenarios.enums import ProjectionState
from scenarios.models import ContestedProjection, ReformRevision, ScenarioRevision, Yardstick
from scenarios.services.projections import SEED, input_hash
from scenarios.tasks import send_contested

Key = tuple[Any, str]


@dataclass(frozen=True)
class Question:
    """One reform in several scenarios, with `held` as in `ContestedProjection`."""

    reform: ReformRevision
    scenarios: Sequence[ScenarioRevision]
    yardsticks: Sequence[Yardstick]
    year: int
    held: Mapping[str, Any]

    @cached_property
    def held_hash(self) -> str:
        """What is held, as one digest: the same for whoever holds the same."""
        return _digest(self.held)

    @cached_property
    def input_hash(self) -> str:
        """What decides the answer, as one digest: that of every projection on record, and what is held."""
        cells = [
            [str(one.id), input_hash(self.reform, one, list(self.yardsticks), self.year)] for one in self.scenarios
        ]
        return _digest([sorted(cells), self.held])

    @property
    def key(self) -> Key:
        """What its row is found by."""
        return self.reform.id, self.input_hash


@transaction.atomic
def request_contested(*, questions: Sequence[Question], topic: str = "") -> int:
    """Ask questions that belong together in one run; return how many were new."""
    known = _asked_before(questions)
    run = uuid4()
    asked = {
        one.key: ContestedProjection(
            run=run,
            reform_revision=one.reform,
            scenario_revisions=[str(scenario.id) for scenario in one.scenarios],
            yardsticks=[str(yardstick.id) for yardstick in one.yardsticks],
            year=one.year,
            held=dict(one.held),
            held_hash=one.held_hash,
            input_hash=one.input_hash,
            topic=topic,
            seed=SEED,
            draws=settings.PROJECTION_DRAWS,
        )
        for one in questions
        if one.key not in known
    }
    if asked:
        ContestedProjection.objects.bulk_create(asked.values(), ignore_conflicts=True)  # somebody else may ask the same
        transaction.on_commit(lambda: send_contested(run))
    return len(asked)


@transaction.atomic
def retry_contested(*, questions: Sequence[Question]) -> int:
    """Put what failed back in the queue; return how many."""
    failed = [one for one in _asked_before(questions).values() if one.has_failed]
    ContestedProjection.objects.filter(id__in=[one.id for one in failed], state=ProjectionState.FAILED).update(
        state=ProjectionState.WAITING, error="", attempts=0, lease_until=None, dispatched_at=None
    )
    for run in sorted({one.run for one in failed}):
        transaction.on_commit(lambda run=run: send_contested(run))  # type: ignore[misc]
    return len(failed)


def _asked_before(questions: Sequence[Question]) -> dict[Key, ContestedProjection]:
    if not questions:
        return {}
    rows = ContestedProjection.objects.filter(
        Q(reform_revision__in={one.reform.id for one in questions})
        & Q(input_hash__in={one.input_hash for one in questions})
    )
    return {(row.reform_revision_id, row.input_hash): row for row in rows}


def _digest(told: Any) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
