# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""When things happened in the example, counted back from the day the advice is due."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from workshops.services.tables import Entry


@dataclass(frozen=True, slots=True)
class RoundDays:
    """The steps towards one round, in days before the due date."""

    tabled: int
    judged: int
    prepared: int
    opened: int
    closed: int


ROUNDS = {
    1: RoundDays(tabled=213, judged=185, prepared=176, opened=174, closed=167),
    2: RoundDays(tabled=164, judged=157, prepared=155, opened=153, closed=146),
}
COMPARED = 199
AGREED = 181
AMENDED = 144
CONTESTED = 145
MINORITIES_STATED = 144
PRACTICE_TOLD = 143
ANSWERED = 143
AGREED_ANEW = 143
FROM_NOW = 142


@dataclass(frozen=True, slots=True)
class Calendar:
    """Turns days before the due date into moments."""

    due_on: date

    def at(self, days_before: int, hour: int, minute: int = 0) -> datetime:
        """Return a moment on the clock of the council."""
        day = self.due_on - timedelta(days=days_before)
        return timezone.make_aware(datetime.combine(day, time(hour, minute)))

    def step(self, days_before: int, nth: int, *, hour: int = 9) -> datetime:
        """Return the nth moment of a day on which things follow one another."""
        return self.at(days_before, hour) + timedelta(minutes=7 * nth)


def calendar_of(told: Entry, today: date) -> Calendar:
    """Keep the due date of the table while its votes lie behind us and its end ahead; else move it along."""
    due_on: date = told["due_on"]
    if FROM_NOW >= (due_on - today).days >= 0:
        return Calendar(due_on)
    return Calendar(today + timedelta(days=FROM_NOW))
