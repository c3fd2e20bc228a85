# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What every question to the model in a workshop rests on: scenarios, proposals, yardsticks, agreements."""

from dataclasses import dataclass
from functools import cached_property

from scenarios.models import ScenarioRevision, Yardstick
from workshops.enums import ProposalState
from workshops.models import Agreements, Constituency, Proposal, Workshop
from workshops.selectors.agreements import agreements_that_hold
from workshops.selectors.table import Place, Side, place_of, side_of

YEAR = 2030


@dataclass(frozen=True)
class Ground:
    """The workshop as the model is asked about it; withdrawn proposals are left out."""

    agreements: Agreements | None
    places: tuple[Place, ...]
    revisions: tuple[ScenarioRevision, ...]
    sides: tuple[Side, ...]
    yardsticks: tuple[Yardstick, ...]
    proposals: tuple[Proposal, ...]

    @property
    def year(self) -> int:
        return self.agreements.report_year if self.agreements else YEAR

    @property
    def needed_share(self) -> float:
        return self.agreements.useful_share if self.agreements else 0.8

    @property
    def needed_variants(self) -> int:
        return self.agreements.useful_variants if self.agreements else 5

    @cached_property
    def computable(self) -> tuple[Proposal, ...]:
        """The proposals that the model can compute."""
        return tuple(one for one in self.proposals if one.reform_revision.is_computable)

    def proposal(self, number: str) -> Proposal | None:
        """Return the proposal of that number."""
        return next((one for one in self.proposals if str(one.number) == number), None)


def ground_of(workshop: Workshop) -> Ground:
    """Return what questions in a workshop rest on: four statements at any size."""
    placed = list(workshop.places.select_related("revision", "scenario").order_by("order"))
    sides = list(Constituency.objects.filter(workshop=workshop).select_related("yardstick").order_by("order"))
    proposals = workshop.proposals.exclude(state=ProposalState.WITHDRAWN).select_related(
        "reform_revision", "constituency", "delegation"
    )
    return Ground(
        agreements=agreements_that_hold(workshop),
        places=tuple(place_of(row) for row in placed),
        revisions=tuple(row.revision for row in placed),
        sides=tuple(side_of(row) for row in sides),
        yardsticks=tuple(row.yardstick for row in sides),
        proposals=tuple(proposals.order_by("number")),
    )
