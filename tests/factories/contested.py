# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Contested projections as a worker leaves them, with the shares that a test wants."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from scenarios.enums import ProjectionState
from scenarios.models import ContestedProjection
from tests.factories.council import Council
from workshops.jobs.contests import ask_contests
from workshops.models import Proposal

Shares = tuple[float, float]


def answered(
    table: Council, proposal: Proposal, shares: Mapping[str, Shares] | Shares, *, held: Mapping[str, Any] | None = None
) -> None:
    """Answer for one proposal: (useful on record, useful as held), the same everywhere or by letter of the scenario.

    `held` tells which contest, when there is more than one.
    """
    ask_contests(table.workshop)
    rows = ContestedProjection.objects.filter(reform_revision=proposal.reform_revision)
    for row in rows:
        if held is not None and row.held != held:
            continue
        row.answer = {
            str(place.revision_id): {
                name: _verdict(table, share)
                for name, share in zip(
                    ("record", "held"),
                    shares if isinstance(shares, tuple) else shares[place.letter],
                    strict=True,
                )
            }
            for place in table.workshop.places.all()
        }
        row.state, row.finished_at = ProjectionState.DONE, timezone.now()
        row.save()


def _verdict(table: Council, share: float) -> dict[str, Any]:
    numbers = [0.01, 0.02, 0.03, 0.0, share]
    sides = {str(one.yardstick_id): numbers for one in table.constituencies.values()}
    return {"share": share, "variants": 7 if share >= 0.5 else 0, "of": 7, "sides": sides}
