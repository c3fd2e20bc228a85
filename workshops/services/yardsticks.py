# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Agree by what a side of the table measures: outcomes of groups, what counts, what is bearable, and what must never be."""

import math
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from scenarios import vocabulary
from scenarios.models import Yardstick
from workshops.enums import Act
from workshops.errors import WorkshopError
from workshops.models import Agreements, Constituency
from workshops.rules import Standing
from workshops.selectors.agreements import Line, yardstick_under
from workshops.services.agreements import (
    agreements_to_change,
    begin_next_version,
    project_again,
    record_on,
    take_up_yardsticks,
)

MOST_LINES = 12
LONGEST = {"title": 160, "source": 2_000}
LIMITS = ("smallest_difference", "tolerance", "floor")


@transaction.atomic
def change_yardstick(
    *, who: Standing, side: Constituency, title: str, lines: Sequence[Line], source: str
) -> Agreements:
    """Write another yardstick for a side into the agreements.

    Under agreements that were never locked it holds at once; else from the lock of the next version on.
    """
    workshop = side.workshop
    latest = agreements_to_change(who=who, workshop=workshop)
    told = {"title": title.strip(), "source": source.strip()}
    _check(lines, told)
    measures = [measure for line in lines for measure in _measures(line)]
    before = yardstick_under(latest, side)
    if measures == _complete(before.lines) and all(before.said(name) == words for name, words in told.items()):
        return latest
    language = (translation.get_language() or "nl")[:2]
    yardstick = Yardstick.objects.create(lines=measures, lang=language, status="assumption", **told)
    begin_next_version(latest)
    latest.yardsticks = latest.yardsticks | {side.key: str(yardstick.id)}
    latest.save()
    record_on(Act.AGREEMENTS_CHANGED, who, latest, {"side": side.key, "yardstick": measures} | told)
    if latest.version == 1 and take_up_yardsticks(latest):
        latest.save(update_fields=["yardsticks"])
        project_again(workshop)
    return latest


def _measures(line: Line) -> list[dict[str, Any]]:
    limits = {name: getattr(line, name) for name in LIMITS}
    return [{"outcome": line.outcome, "group": group, "better": line.better} | limits for group in line.groups]


def _complete(lines: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return stored lines with every limit named: those of the first data leave a floor out that there is not."""
    return [{"floor": None} | line for line in lines]


def _check(lines: Sequence[Line], told: dict[str, str]) -> None:
    """Refuse what the model could not measure by, naming the line."""
    if not lines:
        raise WorkshopError(_("A side needs at least one line to measure by."), code="empty")
    if len(lines) > MOST_LINES:
        raise WorkshopError(_("Use at most %(most)d lines: a yardstick is their mean.") % {"most": MOST_LINES})
    for field, most in LONGEST.items():
        if len(told[field]) > most:
            raise WorkshopError(_("Use at most %(most)d characters.") % {"most": most}, field=field)
        if not told[field]:
            raise WorkshopError(
                _("Fill in both the name of the yardstick and where its limits come from."), field=field
            )
    seen: set[tuple[str, str]] = set()
    for line in lines:
        for group in line.groups:
            _check_measure(line, group)
            if (line.outcome, group) in seen:
                raise WorkshopError(_("The same outcome of the same group stands there twice. Leave one out."))
            seen.add((line.outcome, group))


def _check_measure(line: Line, group: str) -> None:
    outcome = next((one for one in vocabulary.outcomes() if one.key == line.outcome), None)
    if outcome is None or group not in outcome.groups:
        raise WorkshopError(_("The model has no such outcome of such a group."), field="outcome")
    if line.better not in {"up", "down"}:
        raise WorkshopError(_("Say whether higher or lower is better."), field="better")
    given = [getattr(line, name) for name in LIMITS if getattr(line, name) is not None]
    if not all(math.isfinite(one) for one in given):
        raise WorkshopError(_("Type a number."), field="smallest_difference")
    if line.smallest_difference <= 0:
        raise WorkshopError(_("What counts as a difference must be more than zero."), field="smallest_difference")
    if line.tolerance < 0:
        raise WorkshopError(_("A bearable loss is zero or more."), field="tolerance")
