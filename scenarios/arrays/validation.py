# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Translate what the engine is held to, and what it gives, to rows and back."""

from dataclasses import dataclass
from typing import Any

import engine
from engine import Check, Found, Target

Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Judged:
    """One target and our figure; a figure of None was not computed, bounds of None do not bind."""

    key: str
    block: str
    target: float | None
    low: float | None
    high: float | None
    found: float | None
    found_low: float | None
    found_high: float | None
    has_passed: bool | None
    used: str
    year: int
    source: str
    status: str


def computed_rows(*, twin: float | None = None) -> Rows:
    """Compute every figure anew, and return it by the key of its target; what was not computed here is left out."""
    return [
        {"key": one.target.key, "value": one.found.value, "low": one.found.low, "high": one.found.high}
        for one in engine.validated(twin)
        if one.found
    ]


def judged(rows: Rows) -> tuple[Judged, ...]:
    """Put stored figures beside the targets of this version; a figure whose target is gone is left out."""
    stored = {row["key"]: Found(row["value"], row["low"], row["high"]) for row in rows}
    return tuple(_judged(Check(target, stored.get(target.key))) for target in engine.TARGETS)


def _judged(check: Check) -> Judged:
    target: Target = check.target
    found = check.found
    return Judged(
        key=target.key,
        block=target.block,
        target=target.value,
        low=target.low,
        high=target.high,
        found=found.value if found else None,
        found_low=found.low if found else None,
        found_high=found.high if found else None,
        has_passed=check.has_passed,
        used=target.used,
        year=target.year,
        source=target.source,
        status=target.status,
    )
