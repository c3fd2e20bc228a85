# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The futures of a question: default scenarios, or drivers of one's own."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from scenarios import vocabulary
from scenarios.arrays.questions import MOST_SCENARIOS, AskedScenario
from scenarios.services.questions.bounds import Wrong, is_number, numbers, unknown


def checked_scenarios(asked: Sequence[Mapping[str, Any]], wrong: Wrong) -> list[AskedScenario]:
    """Return the scenarios, each under a name of its own."""
    if not 1 <= len(asked) <= MOST_SCENARIOS:
        message = _("There are %(given)d scenarios; give from 1 to %(most)d.")
        wrong.say("scenarios", message % {"given": len(asked), "most": MOST_SCENARIOS})
        return []
    found = [_scenario(one, at, wrong) for at, one in enumerate(asked)]
    for at, one in enumerate(found):
        if one.name in {other.name for other in found[:at]}:
            message = _("Two scenarios are called “%(name)s”; give each a name of its own.")
            wrong.say(f"scenarios.{at}.name", message % {"name": one.name})
    return found


def _scenario(asked: Mapping[str, Any], at: int, wrong: Wrong) -> AskedScenario:
    place = f"scenarios.{at}"
    start, own = asked.get("scenario") or "", dict(asked.get("drivers") or {})
    known = {one.key: one.drivers for one in vocabulary.default_scenarios()}
    if start and start not in known:
        wrong.say(f"{place}.scenario", unknown("scenario", start, known))
    specs = {one.key: one for one in vocabulary.drivers()}
    numbers(own, "driver", specs, f"{place}.drivers", wrong)
    missing = [] if start else [key for key in specs if key not in own]
    if missing:
        message = _("A scenario of your own needs every driver, or a scenario to start from. Missing: %(missing)s.")
        wrong.say(f"{place}.drivers", message % {"missing": ", ".join(missing)})
    drivers = {key: float(value) for key, value in {**known.get(start, {}), **own}.items() if is_number(value)}
    name = asked.get("name") or (start if not own else f"{start or 'own'}-{at + 1}")
    return AskedScenario(name, {key: drivers[key] for key in specs if key in drivers}, start)
