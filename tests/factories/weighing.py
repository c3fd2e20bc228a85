# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What support and impact are read from: answers per side, and payoffs as a worker stores them."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from scenarios.arrays import variant_names
from scenarios.arrays.payoffs import packed
from scenarios.enums import ProjectionState
from scenarios.models import Impact, Payoff, Projection, Yardstick
from tests.factories.acts import ProposalFactory
from tests.factories.council import Council
from tests.factories.knowledge import ProjectionFactory
from tests.factories.rounds import cast
from workshops.enums import Stance
from workshops.models import Poll, Proposal, Round

Band = tuple[float, float, float]
VARIANTS = len(variant_names())


def answer(council: Council, poll: Poll, answers: Mapping[str, Sequence[Stance]]) -> None:
    """Let the first seats of each side answer a poll, in order."""
    for side, stances in answers.items():
        for number, stance in enumerate(stances, start=1):
            cast(poll, council.seat(side, number), stance)


def answer_all(council: Council, one: Round, stance: Stance) -> None:
    """Let every seat answer every poll of a round alike."""
    for poll in one.polls.all():
        for seat in council.seats:
            cast(poll, seat, stance)


def computed(
    council: Council,
    proposal: Proposal,
    bands: Mapping[str, Band],
    *,
    useful_share: float = 1.0,
    useful_variants: int = 7,
    balance_bn: float = -1.0,
) -> list[Projection]:
    """Store runs of a proposal in every scenario: per side the change, in the engine's units."""
    sides = council.constituencies
    runs = []
    for place in council.workshop.places.select_related("revision"):
        run = ProjectionFactory(
            reform_revision=proposal.reform_revision,
            scenario_revision=place.revision,
            yardsticks=[str(side.yardstick_id) for side in sides.values()],
            state=ProjectionState.DONE,
            engine_version="1.0.0",
            useful_share=useful_share,
            useful_variants=useful_variants,
            variants=7,
        )
        for key, (low, mid, high) in bands.items():
            Payoff.objects.create(
                projection=run,
                yardstick=sides[key].yardstick,
                year=run.year,
                draws=steps_of(sides[key].yardstick, np.resize([low, mid, high], run.draws)),
                variants=steps_of(sides[key].yardstick, np.full(VARIANTS, mid)),
                outcome="net_income",
                low=low,
                mid=mid,
                high=high,
                worse_share=float(high < 0),
                better_share=float(low > 0),
            )
        Impact.objects.create(
            projection=run,
            year=run.year,
            outcome="balance_bn",
            group="government",
            low=balance_bn - 0.1,
            mid=balance_bn,
            high=balance_bn + 0.1,
            baseline=0.0,
            positive_share=0.0,
        )
        runs.append(run)
    return runs


def steps_of(yardstick: Yardstick, changes: NDArray[np.float64]) -> bytes:
    """Store the same change by every line of a yardstick, in smallest differences, as a worker does."""
    signs = [1.0 if line["better"] == "up" else -1.0 for line in yardstick.lines]
    return packed(
        np.stack(
            [sign * changes / line["smallest_difference"] for sign, line in zip(signs, yardstick.lines, strict=True)]
        )
    )


def tabled(council: Council, side: str = "workers", **facts: object) -> Proposal:
    """Table a proposal by a side."""
    return ProposalFactory(workshop=council.workshop, constituency=council.constituencies[side], **facts)
