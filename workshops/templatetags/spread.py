# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The spread of settings: where dots and bands stand, and the same in words."""

from dataclasses import dataclass

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from scenarios.vocabulary import Driver
from workshops.disclosure import DOTS, PARTS, Spread
from workshops.selectors.own_settings import DriverSpread
from workshops.services.writing.fields import shown

register = template.Library()
ROW = 10  # from one dot of a pile to the next, in px


@dataclass(frozen=True, slots=True)
class Dot:
    """One person: hundredths of the width, and px from the top."""

    across: float
    down: int


@dataclass(frozen=True, slots=True)
class Strip:
    """What is drawn on the room between the bounds: dots, or the band of the middle half; and what the edition holds."""

    dots: tuple[Dot, ...]
    band: tuple[float, float] | None
    held: float | None
    own: float | None
    height: int

    @property
    def band_width(self) -> float:
        return self.band[1] - self.band[0] if self.band else 0.0


@register.filter
def strip_of(spread: Spread, row: DriverSpread) -> Strip:
    """Return where everything stands."""
    height = ROW * max(2, *spread.dots, 0) + ROW
    dots = tuple(
        Dot(round(100 * (at + 0.5) / DOTS, 2), height - ROW * nth - ROW // 2)
        for at, count in enumerate(spread.dots)
        for nth in range(count)
    )
    band = (100 * spread.middle[0] / PARTS, 100 * (spread.middle[1] + 1) / PARTS) if spread.middle else None
    return Strip(dots, band, _across(row.held, row.driver), _across(row.own, row.driver), height)


def _across(value: float | None, driver: Driver) -> float | None:
    return None if value is None else round(100 * (value - driver.low) / (driver.high - driver.low), 2)


@register.filter
def spread_words(spread: Spread, row: DriverSpread) -> str:
    """Write what is drawn, in words and numbers."""
    driver = row.driver
    if not spread.count:
        return _("nobody yet")
    if spread.is_too_few:
        return _("too few to show without telling on anybody")
    if spread.middle:
        facts = {"low": _edge(driver, spread.middle[0], PARTS), "high": _edge(driver, spread.middle[1] + 1, PARTS)}
        return _("the middle half between %(low)s and %(high)s") % facts
    if not spread.dots:
        return _("not shown together, because a small side could be worked out")
    return ", ".join(
        ngettext("%(count)s at %(low)s to %(high)s", "%(count)s at %(low)s to %(high)s", count)
        % {"count": count, "low": _edge(driver, at, DOTS), "high": _edge(driver, at + 1, DOTS)}
        for at, count in enumerate(spread.dots)
        if count
    )


def _edge(driver: Driver, at: int, parts: int) -> str:
    return shown(driver, driver.low + (driver.high - driver.low) * at / parts)
