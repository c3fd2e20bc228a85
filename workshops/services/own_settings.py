# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Say how one sees the driving forces of a scenario, and take it back. Values stay out of the journal."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from scenarios import vocabulary
from scenarios.announce import announce
from workshops import rules
from workshops.enums import Act
from workshops.errors import WorkshopError
from workshops.journal import record
from workshops.models import OwnSetting, WorkshopScenario
from workshops.rules import Standing
from workshops.services.insist import insist
from workshops.services.writing.fields import shown


@transaction.atomic
def set_own_drivers(*, who: Standing, place: WorkshopScenario, values: Mapping[str, float]) -> None:
    """Keep how somebody sees the drivers, instead of all that they set before; a driver that is left out is taken back."""
    _insist(who, place)
    for key, value in values.items():
        _check(key, value)
    OwnSetting.objects.filter(place=place, person=who.person).delete()
    side = who.seats[0].constituency if who.seats else None
    OwnSetting.objects.bulk_create(
        OwnSetting(place=place, person=who.person, constituency=side, revision=place.revision, key=key, value=value)
        for key, value in values.items()
    )
    _tell(who, place, Act.OWN_DRIVERS_SET if values else Act.OWN_DRIVERS_WITHDRAWN)


@transaction.atomic
def withdraw_own_drivers(*, who: Standing, place: WorkshopScenario) -> None:
    """Take back all that somebody set in a scenario; twice is once."""
    _insist(who, place)
    gone, _each = OwnSetting.objects.filter(place=place, person=who.person).delete()
    if gone:
        _tell(who, place, Act.OWN_DRIVERS_WITHDRAWN)


def _insist(who: Standing, place: WorkshopScenario) -> None:
    insist(
        rules.can_set_drivers(who, place.workshop),
        _("Who takes part in this workshop sets these, until the conclusions."),
    )


def _check(key: str, value: float) -> None:
    driver = next((one for one in vocabulary.drivers() if one.key == key), None)
    if driver is None:
        raise WorkshopError(_("The model has no such driving force."), field=key)
    if not driver.low <= value <= driver.high:
        words = {"low": shown(driver, driver.low), "high": shown(driver, driver.high)}
        raise WorkshopError(_("Choose a number from %(low)s to %(high)s.") % words, field=key)


def _tell(who: Standing, place: WorkshopScenario, act: Act) -> None:
    """Write that somebody did it, never as whom or how: that would undo what the page does not tell."""
    record(workshop=place.workshop, act=act, actor=who.person, subject=f"scenario {place.letter}")
    announce(place.workshop.topic)
