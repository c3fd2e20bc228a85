# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Questions to the model as studies ask them, small enough to answer in a test."""

from dataclasses import replace

from scenarios import vocabulary
from scenarios.selectors.studies.asked import (
    AskedReform,
    AskedScenario,
    AskedYardstick,
    PackagesQuestion,
    ReformQuestion,
    TimingQuestion,
)

SCENARIOS = tuple(AskedScenario(one.key, dict(one.drivers)) for one in vocabulary.default_scenarios())
YARDSTICKS = tuple(AskedYardstick(one.key, one.lines) for one in vocabulary.yardsticks())


def reform(key: str) -> AskedReform:
    """A reform of the catalogue under its own key."""
    told = vocabulary.catalogue_reform(key)
    return AskedReform(
        key, dict(told.levers), told.start_year, told.phase_years, told.exante_budget_bn, told.budget_from_model
    )


def about_reform(key: str = "training_account", *, draws: int = 60) -> ReformQuestion:
    return ReformQuestion(SCENARIOS, reform(key), YARDSTICKS, 2030, draws)


def about_floors(*, draws: int = 60, **floors: float) -> TimingQuestion:
    """Ask about the floors of the default yardsticks, some of them at another level (by outcome)."""
    known = (
        replace(one, lines=tuple(replace(line, floor=floors.get(line.outcome, line.floor)) for line in one.lines))
        for one in YARDSTICKS
    )
    return TimingQuestion(SCENARIOS, tuple(known), draws)


def about_packages(
    *keys: str, frame_bn: float = 6.0, support: dict[str, float | None] | None = None, draws: int = 60
) -> PackagesQuestion:
    return PackagesQuestion(
        scenarios=SCENARIOS,
        reforms=tuple(reform(key) for key in keys),
        yardsticks=YARDSTICKS,
        support=support or dict.fromkeys(keys),
        frame_bn=frame_bn,
        year=2030,
        screening=20,
        draws=draws,
    )
