# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What seats ask before they support a proposal, and what can be looked up of it."""

from dataclasses import dataclass

from workshops.enums import ConditionState
from workshops.models import Condition, Proposal


@dataclass(frozen=True, slots=True)
class Asked:
    """A condition, and whether the proposal as it reads now fits it; none where that cannot be looked up."""

    condition: Condition
    fits: bool | None

    @property
    def is_contradicted(self) -> bool:
        """It is called met while the text says otherwise."""
        return self.fits is False and self.condition.state == ConditionState.MET


def conditions_of(proposal: Proposal) -> list[Asked]:
    """Return every condition of a proposal by number: one statement."""
    rows = proposal.conditions.select_related(
        "seat__constituency", "seat__delegation", "other__reform_revision", "scenario"
    ).order_by("number")
    return [Asked(row, _fits(row, proposal)) for row in rows]


def _fits(row: Condition, proposal: Proposal) -> bool | None:
    return proposal.reform_revision.start_year >= row.year if row.year is not None else None
