# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The package of a question: reforms of the catalogue and levers of one's own, that go together."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from scenarios import vocabulary
from scenarios.arrays.questions import ONE_RULE, AskedReform
from scenarios.services.questions.bounds import Wrong, fits, is_number, numbers, told, unknown, whole
from scenarios.services.reforms import (
    COSTED_BY_MODEL,
    FIRST_START,
    LAST_START,
    MOST_BUDGET_BN,
    MOST_PHASE_YEARS,
)

MOST_REFORMS = 12
PASSES_ON, PASSED_ON = "benefit_link", "minimum_wage"


def checked_package(asked: Sequence[Mapping[str, Any]], wrong: Wrong) -> tuple[AskedReform, ...]:
    """Return the reforms, each by itself in order."""
    if len(asked) > MOST_REFORMS:
        message = _("There are %(given)d reforms; give at most %(most)d together.")
        wrong.say("package", message % {"given": len(asked), "most": MOST_REFORMS})
    return tuple(_reform(one, f"package.{at}", wrong) for at, one in enumerate(asked[:MOST_REFORMS]))


def _reform(asked: Mapping[str, Any], place: str, wrong: Wrong) -> AskedReform:
    timing = {name: asked[name] for name in ("start_year", "phase_years") if asked.get(name) is not None}
    _timing(timing, place, wrong)
    key, levers = asked.get("reform") or "", asked.get("levers")
    if bool(key) == (levers is not None):
        wrong.say(place, _("Give either the key of a reform of the catalogue, or levers of your own."))
        return AskedReform({})
    if key:
        return _from_catalogue(key, timing, asked, place, wrong)
    return _own_reform(levers or {}, timing, asked.get("exante_budget_bn"), place, wrong)


def _from_catalogue(
    key: str, timing: Mapping[str, Any], asked: Mapping[str, Any], place: str, wrong: Wrong
) -> AskedReform:
    known = {one.key: one for one in vocabulary.catalogue()}
    if asked.get("exante_budget_bn") is not None:
        wrong.say(f"{place}.exante_budget_bn", _("A reform of the catalogue has its own budget; leave this out."))
    if key not in known:
        wrong.say(f"{place}.reform", unknown("reform", key, known))
        return AskedReform({})
    one = known[key]
    usual = {"start_year": one.start_year, "phase_years": one.phase_years}
    return AskedReform(
        dict(one.levers),
        exante_budget_bn=one.exante_budget_bn,
        budget_from_model=one.budget_from_model,
        key=key,
        **(usual | dict(timing)),
    )


def _own_reform(
    levers: Mapping[str, Any], timing: Mapping[str, Any], budget: Any, place: str, wrong: Wrong
) -> AskedReform:
    specs = {one.key: one for one in vocabulary.levers()}
    numbers(levers, "lever", specs, f"{place}.levers", wrong)
    moved = {key: float(value) for key, value in levers.items() if is_number(value) and value}
    if not moved and not any(place in one for one in wrong.found):
        wrong.say(f"{place}.levers", _("No lever moves, so nothing would change. Give at least one lever a value."))
    if PASSES_ON in moved and PASSED_ON not in moved:
        message = _("%(link)s passes a change of %(passed)s on. Change %(passed)s too, or leave this out.")
        wrong.say(f"{place}.levers.{PASSES_ON}", message % {"link": PASSES_ON, "passed": PASSED_ON})
    if budget is not None:
        _budget(budget, f"{place}.exante_budget_bn", wrong, is_costed=set(levers) <= COSTED_BY_MODEL)
    return AskedReform(
        moved,
        exante_budget_bn=float(budget) if is_number(budget) else 0.0,
        budget_from_model=set(moved) <= COSTED_BY_MODEL,
        **timing,
    )


def _budget(budget: Any, place: str, wrong: Wrong, *, is_costed: bool) -> None:
    if is_costed:
        wrong.say(place, _("The model computes the budget of these levers itself; leave this out."))
    elif not (is_number(budget) and abs(budget) <= MOST_BUDGET_BN):
        message = _("%(field)s is %(value)s; give an amount from -%(most)g to %(most)g billion euros a year.")
        name = place.rpartition(".")[2]
        wrong.say(place, message % {"field": name, "value": told(budget), "most": MOST_BUDGET_BN})


def _timing(timing: Mapping[str, Any], place: str, wrong: Wrong) -> None:
    bounds = {"start_year": (FIRST_START, LAST_START), "phase_years": (1, MOST_PHASE_YEARS)}
    for name, value in timing.items():
        whole(f"{place}.{name}", value, *bounds[name], wrong)


def contradictions(package: Sequence[AskedReform], wrong: Wrong) -> None:
    """Refuse reforms that pull at the same lever from both ends, that come twice, or that go too far together."""
    specs = {one.key: one for one in vocabulary.levers()}
    keys = [one.key for one in package]
    for at, one in enumerate(package):
        if one.key and one.key in keys[:at]:
            message = _("The reform “%(key)s” is in the package twice; leave it out once.")
            wrong.say(f"package.{at}.reform", message % {"key": one.key})
        for other in package[:at]:
            for lever in sorted(one.levers.keys() & other.levers.keys() & set(ONE_RULE)):
                if one.levers[lever] * other.levers[lever] < 0:
                    message = _(
                        "“%(one)s” and “%(other)s” contradict: both move %(lever)s, one up and one down. "
                        "Leave one of them out."
                    )
                    wrong.say(f"package.{at}", message % {"one": other.name, "other": one.name, "lever": lever})
    for lever, spec in specs.items():
        moves = [one.levers.get(lever, 0.0) for one in package]
        if lever != PASSES_ON and not fits(together := math.fsum(moves), spec):
            message = _("The package moves %(lever)s by %(value)g in all; choose together from %(low)g to %(high)g.")
            bounds = {"lever": lever, "value": together, "low": spec.low, "high": spec.high}
            wrong.say("package", message % bounds)
