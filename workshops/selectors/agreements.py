# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was agreed beforehand, ready to be read: the thresholds per side, the yardsticks, earlier versions."""

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.db.models import Count

from scenarios.models import Yardstick
from workshops.models import Agreements, Constituency, Workshop


@dataclass(frozen=True, slots=True)
class Line:
    """An outcome that a side looks at, for the groups to which the same limits apply."""

    groups: tuple[str, ...]
    outcome: str
    better: str
    smallest_difference: float
    tolerance: float
    floor: float | None


@dataclass(frozen=True, slots=True)
class SideAgreed:
    """Whom a side represents, what it measures by, and how many of its seats must speak out."""

    side: Constituency
    seats: int
    needed: int
    yardstick: Yardstick

    @property
    def lines(self) -> list[Line]:
        """The yardstick, groups with the same limits taken together."""
        groups: dict[tuple[Any, ...], list[str]] = {}
        for line in self.yardstick.lines:
            limits = (
                line["outcome"],
                line["better"],
                line["smallest_difference"],
                line["tolerance"],
                line.get("floor"),
            )
            groups.setdefault(limits, []).append(line["group"])
        return [Line(tuple(alike), *limits) for limits, alike in groups.items()]


@dataclass(frozen=True, slots=True)
class Agreed:
    """One version of the agreements among its versions."""

    agreements: Agreements
    versions: tuple[Agreements, ...]
    sides: tuple[SideAgreed, ...]

    @property
    def is_latest(self) -> bool:
        return self.agreements == self.versions[0]


def agreements_that_hold(workshop: Workshop) -> Agreements | None:
    """Return the last ones locked; while none are, those being drawn up: one statement."""
    versions = list(workshop.agreements.all())
    return next((one for one in versions if one.is_locked), versions[0] if versions else None)


def agreed_in(workshop: Workshop, *, version: int | None = None) -> Agreed | None:
    """Return a version of the agreements, the newest unless told otherwise: three statements at most."""
    versions = tuple(workshop.agreements.select_related("locked_by").order_by("-version"))
    found = next((one for one in versions if version in {None, one.version}), None)
    if found is None:
        return None
    response = Fraction(found.response_share).limit_denominator(1000)
    sides = Constituency.objects.filter(workshop=workshop).select_related("yardstick").annotate(count=Count("seats"))
    named = _named_in(found)
    told = (
        SideAgreed(
            side,
            side.count,
            max(math.ceil(side.count * response), side.quorum),
            named.get(found.yardsticks.get(side.key, ""), side.yardstick),
        )
        for side in sides.order_by("order")
    )
    return Agreed(found, versions, tuple(told))


def yardstick_under(agreements: Agreements, side: Constituency) -> Yardstick:
    """Return what a side measures by under a version of the agreements: two statements at most."""
    return _named_in(agreements).get(agreements.yardsticks.get(side.key, ""), side.yardstick)


def _named_in(agreements: Agreements) -> dict[str, Yardstick]:
    """Return the yardsticks that a version names; a first version that was never changed names none."""
    if not agreements.yardsticks:
        return {}
    return {str(one.id): one for one in Yardstick.objects.filter(id__in=agreements.yardsticks.values())}
