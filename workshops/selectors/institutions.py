# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The institutions of today and what strains them in each scenario."""

from dataclasses import dataclass
from typing import Any

from scenarios.models import Institution


@dataclass(frozen=True, slots=True)
class Strain:
    """How hard a scenario presses, and why; judged by the authors."""

    degree: str
    sentence: str


@dataclass(frozen=True, slots=True)
class StrainedInstitution:
    """One institution over the scenarios."""

    institution: Institution
    strains: tuple[Strain | None, ...]


def institutions_under_strain(scenario_keys: list[str]) -> list[StrainedInstitution]:
    """Return every institution with its strain per scenario: one statement."""
    rows = Institution.objects.order_by("order")
    return [
        StrainedInstitution(one, tuple(_strain(one.said("strains").get(key)) for key in scenario_keys)) for one in rows
    ]


def _strain(told: Any) -> Strain | None:
    if not told:
        return None
    if isinstance(told, dict):
        return Strain(told.get("degree", ""), told.get("sentence", ""))
    return Strain("", str(told))
