# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A question of one's own as it is sent: scenarios, a package, years and draws. What it may hold, a service checks."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from scenarios import vocabulary
from scenarios.api.fields import Flag, Number, Slug, Whole
from scenarios.api.resources import Body
from scenarios.arrays import YEARS
from scenarios.arrays.questions import MOST_SCENARIOS
from scenarios.services.questions import BY_API, MOST_SEED
from scenarios.services.questions.package import MOST_REFORMS, PASSED_ON, PASSES_ON
from scenarios.services.reforms import COSTED_BY_MODEL, FIRST_START, LAST_START, MOST_BUDGET_BN, MOST_PHASE_YEARS

FIRST_YEAR, LAST_YEAR = YEARS[0], YEARS[-1]


class Moves(serializers.DictField):
    """Key of a lever or driver to its value, in the units of the model; `of` says which, with their bounds."""

    def __init__(self, of: str, **kwargs: Any) -> None:
        self.of = of
        super().__init__(child=Number(), **kwargs)

    def described(self) -> dict[str, Any]:
        """Return them as JSON Schema: each with its bounds."""
        terms = vocabulary.levers() if self.of == "levers" else vocabulary.drivers()
        properties = {
            one.key: {
                "type": "number",
                "minimum": one.low,
                "maximum": one.high,
                "description": one.sentence.in_language("en"),
            }
            for one in terms
        }
        told: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": properties}
        return told | (_some_lever_moves(list(properties)) if self.of == "levers" else {})


def _some_lever_moves(keys: list[str]) -> dict[str, Any]:
    """Return what a package of levers must hold: one that moves, and what is passed on moves too."""
    moved = {"not": {"const": 0}}
    return {
        "minProperties": 1,
        "anyOf": [{"required": [key], "properties": {key: moved}} for key in keys if key != PASSES_ON],
        "if": {"required": [PASSES_ON], "properties": {PASSES_ON: moved}},
        "then": {"required": [PASSED_ON], "properties": {PASSED_ON: moved}},
    }


class AskedScenarioBody(Body):
    """A scenario to project: a default one, one that starts from it, or one with all drivers of your own."""

    scenario = Slug(max_length=60, required=False, help_text=_("The key of a default scenario to start from."))
    name = Slug(max_length=40, required=False, help_text=_("How to call it in the answer."))
    drivers = Moves("drivers", required=False, help_text=_("Drivers that differ, or all of them."))

    conditions: ClassVar[Mapping[str, Any]] = {
        "anyOf": [
            {
                "required": ["scenario"],
                "properties": {"scenario": {"enum": [one.key for one in vocabulary.default_scenarios()]}},
            },
            {
                "required": ["drivers"],
                "properties": {
                    "scenario": False,
                    "drivers": {"required": [one.key for one in vocabulary.drivers()]},
                },
            },
        ]
    }


class AskedReformBody(Body):
    """One reform of the package: from the catalogue, or levers of your own."""

    reform = Slug(max_length=60, required=False, help_text=_("The key of a reform of the catalogue."))
    levers = Moves("levers", required=False)
    startYear = Whole(
        source="start_year",
        min_value=FIRST_START,
        max_value=LAST_START,
        required=False,
        help_text=_("First year with an effect; by default that of the catalogue, or 2017."),
    )
    phaseYears = Whole(
        source="phase_years",
        min_value=1,
        max_value=MOST_PHASE_YEARS,
        required=False,
        help_text=_("Years until it works in full; by default those of the catalogue, or 3."),
    )
    exanteBudgetBn = Number(
        source="exante_budget_bn",
        min_value=-MOST_BUDGET_BN,
        max_value=MOST_BUDGET_BN,
        required=False,
        help_text=_("Of levers whose budget the model does not compute: bn EUR a year, positive is better."),
    )

    conditions: ClassVar[Mapping[str, Any]] = {
        "oneOf": [
            {
                "required": ["reform"],
                "properties": {
                    "levers": False,
                    "exanteBudgetBn": False,
                    "reform": {"enum": [one.key for one in vocabulary.catalogue()]},
                },
            },
            {"required": ["levers"], "properties": {"reform": False}},
        ],
        "if": {
            "required": ["levers"],
            "properties": {"levers": {"propertyNames": {"enum": sorted(COSTED_BY_MODEL)}}},
        },
        "then": {"properties": {"exanteBudgetBn": False}},
    }


class QuestionFields(Body):
    """The fields of a question of one's own."""

    scenarios = serializers.ListField(
        child=AskedScenarioBody(),
        required=False,
        min_length=1,
        max_length=MOST_SCENARIOS,
        error_messages={
            "min_length": _("There is no scenario to compute in; give at least one, or leave the field out."),
            "max_length": _("These are too many scenarios: send at most {max_length}."),
        },
        help_text=_("By default the four scenarios of the catalogue."),
    )
    package = serializers.ListField(
        child=AskedReformBody(),
        required=False,
        min_length=1,
        max_length=MOST_REFORMS,
        error_messages={
            "min_length": _("The package is empty, so nothing would change. Give at least one reform or lever."),
            "max_length": _("This package is too large: join at most {max_length} reforms."),
        },
        help_text=_("What is changed together."),
    )
    years = serializers.ListField(
        child=Whole(min_value=FIRST_YEAR, max_value=LAST_YEAR),
        required=False,
        min_length=1,
        error_messages={"min_length": _("There is no year to report; give at least one.")},
        help_text=_("By default 2015, 2020, 2025, 2030 and 2040."),
    )
    draws = Whole(
        min_value=1,
        max_value=BY_API.draws,
        required=False,
        error_messages={
            "max_value": _(
                "So many draws are not taken from afar: send at most {max_value}. For more, run "
                "`manage.py project --draws` on a machine of your own."
            )
        },
        help_text=_("How often uncertain parameters are drawn; by default 1000. Large numbers are shared by workers."),
    )
    seed = Whole(min_value=0, max_value=MOST_SEED, required=False, help_text=_("The same seed gives the same draws."))
    variants = Flag(required=False, help_text=_("Also the change under each rival theory."))
    experiments = Flag(
        required=False, help_text=_("Also keep every draw, as a file in the format of the EMA Workbench.")
    )
