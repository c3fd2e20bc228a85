# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How participants see the drivers of a scenario: what may be told of each, and one's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from scenarios import vocabulary
from workshops.disclosure import Spread, spreads
from workshops.models import OwnSetting, User, WorkshopScenario
from workshops.selectors.table import Side


@dataclass(frozen=True, slots=True)
class SideSpread:
    """How one side sees a driver; no side: those with a role at the table and no seat."""

    side: Side | None
    spread: Spread


@dataclass(frozen=True, slots=True)
class DriverSpread:
    """One driver: the edition's value, everybody together, each side, and one's own."""

    driver: vocabulary.Driver
    held: float | None
    total: Spread
    sides: tuple[SideSpread, ...]
    own: float | None


@dataclass(frozen=True, slots=True)
class SettingsSpread:
    """All drivers of a scenario, by theme, and how many people set any of them."""

    themes: tuple[tuple[vocabulary.Text, tuple[DriverSpread, ...]], ...]
    people: int
    about_earlier: int


def own_settings_of(place: WorkshopScenario, person: User | None) -> dict[str, float]:
    """Return what somebody set in a scenario: one statement."""
    rows = OwnSetting.objects.filter(place=place, person=person) if person else OwnSetting.objects.none()
    return {row.key: row.value for row in rows}


def spread_of(place: WorkshopScenario, sides: Sequence[Side], person: User | None) -> SettingsSpread:
    """Return how everybody sees the drivers of a scenario, as far as it may be told: one statement."""
    rows = list(OwnSetting.objects.filter(place=place))
    by_theme = {theme.key: theme.label for theme in vocabulary.driver_themes()}
    found: dict[str, list[DriverSpread]] = {}
    for driver in vocabulary.drivers():
        about = [row for row in rows if row.key == driver.key]
        found.setdefault(driver.theme, []).append(_driver(driver, about, place, sides, person))
    return SettingsSpread(
        themes=tuple((by_theme[key], tuple(drivers)) for key, drivers in found.items()),
        people=len({row.person_id for row in rows}),
        about_earlier=len({row.person_id for row in rows if row.revision_id != place.revision_id}),
    )


def _driver(
    driver: vocabulary.Driver,
    rows: Sequence[OwnSetting],
    place: WorkshopScenario,
    sides: Sequence[Side],
    person: User | None,
) -> DriverSpread:
    values: dict[UUID | None, list[float]] = {side.id: [] for side in sides} | {None: []}
    for row in rows:
        values.get(row.constituency_id, values[None]).append(row.value)
    told = spreads(values, low=driver.low, high=driver.high)
    others = [SideSpread(None, told.sides[None])] if values[None] else []
    return DriverSpread(
        driver=driver,
        held=place.revision.drivers.get(driver.key),
        total=told.total,
        sides=(*(SideSpread(side, told.sides[side.id]) for side in sides), *others),
        own=next((row.value for row in rows if person and row.person_id == person.pk), None),
    )
