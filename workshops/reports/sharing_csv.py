# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Packages from support as rows for a spreadsheet."""

from collections.abc import Iterator
from fractions import Fraction

from workshops.reports.studies_csv import safe
from workshops.selectors.sharing import Sharing


def sharing_rows(found: Sharing) -> Iterator[list[str]]:
    """Return a row per scenario and way; then a row per proposal, with how often it is in the package."""
    satisfied = [f"satisfaction_{side.key}" for side in found.sides]
    yield ["scenario", "way", "proposals", "cost_bn", "frame_bn", "frame_with_savings_bn", *satisfied]
    for one in found.places:
        for package in one.packages:
            yield [
                one.place.letter,
                package.way.value,
                " ".join(str(number) for number in sorted(package.numbers)),
                _number(package.cost),
                _number(one.frame),
                _number(one.raised_frame),
                *(_number(share) for share in package.satisfaction),
            ]
    yield []
    yield [
        "proposal",
        "title",
        "least_share_of_draws",
        "draws",
        *(f"cost_bn_{one.place.letter}" for one in found.places),
    ]
    for proposal in found.proposals:
        share = found.core.shares[str(proposal.number)]
        costs = (_number(one.costs[proposal.number]) for one in found.places)
        title = safe(proposal.reform_revision.said("title"))
        yield [str(proposal.number), title, _number(share), str(found.core.draws), *costs]


def _number(value: Fraction | None) -> str:
    return "" if value is None else f"{float(value):.6g}"
