# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The model laid open: every number with its unit, bounds, source and status."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios.api.fields import InLanguage
from scenarios.api.resources import Resource
from scenarios.arrays import Prior
from scenarios.arrays.described import Theory
from scenarios.reports.model_card import ModelCard, model_card
from scenarios.services.questions import BY_API, Limits
from scenarios.vocabulary import DefaultScenario, Driver, Lever, Outcome, PopulationGroup, SourceRef

STATUSES = ["found", "memory", "assumption"]


class TermShape(serializers.Serializer[Any]):
    """A word of the model: its key in the data, its label for people, and where it comes from."""

    key = serializers.CharField()
    label = InLanguage()  # type: ignore[assignment]
    sentence = InLanguage()


class ValueUnit(serializers.CharField):
    """The unit in which a value is sent and received; `unit` is that in which it is shown."""

    def __init__(self) -> None:
        super().__init__(read_only=True, source="key", help_text=_("The unit of values as they are sent and received."))

    def to_representation(self, value: Any) -> str:
        return str(self.root.instance.units[value])  # type: ignore[union-attr]  # the root shows the model card


class BoundedShape(TermShape):
    """A number that can be set: value x scale is how it is shown, in its unit."""

    valueUnit = ValueUnit()
    theme = serializers.CharField()
    scale = serializers.FloatField(help_text=_("Shown value = value x scale."))
    decimals = serializers.IntegerField()
    low = serializers.FloatField()
    high = serializers.FloatField()
    step = serializers.FloatField()
    source = serializers.CharField()  # type: ignore[assignment]
    status = serializers.ChoiceField(choices=STATUSES)


class LeverShape(BoundedShape, serializers.Serializer[Lever]):
    """A parameter that a reform moves; 0 is no change."""

    unit = InLanguage(source="unit_label")


class WordedLevelShape(serializers.Serializer[Any]):
    """A value of a driver in words."""

    value = serializers.FloatField()
    label = InLanguage()  # type: ignore[assignment]


class DriverShape(BoundedShape, serializers.Serializer[Driver]):
    """A force that makes one scenario differ from another."""

    unit = InLanguage()
    levels = WordedLevelShape(many=True)


class OutcomeShape(TermShape, serializers.Serializer[Outcome]):
    """A quantity that the model reports, per group."""

    unit = InLanguage()
    valueUnit = ValueUnit()
    scale = serializers.FloatField(help_text=_("Shown value = value x scale."))
    decimals = serializers.IntegerField()
    difference = serializers.ChoiceField(choices=["points", "percent"])
    differenceUnit = InLanguage(source="difference_unit")
    differenceScale = serializers.FloatField(source="difference_scale")
    differenceDecimals = serializers.IntegerField(source="difference_decimals")
    better = serializers.ChoiceField(choices=["up", "down"], allow_null=True, help_text=_("Which way is better."))
    noticeable = serializers.FloatField(allow_null=True)
    groups = serializers.ListField(child=serializers.CharField())
    source = serializers.CharField()  # type: ignore[assignment]
    status = serializers.ChoiceField(choices=STATUSES)


class GroupShape(TermShape, serializers.Serializer[PopulationGroup]):
    """People, employers or the government on whom a reform has an effect."""

    kind = serializers.CharField()
    short = InLanguage()
    modelled = serializers.BooleanField(help_text=_("Whether the model can compute anything for it."))
    note = InLanguage(allow_null=True)


class PriorShape(serializers.Serializer[Prior]):
    """An uncertain parameter: drawn anew a thousand times, from low to high, most often near mode."""

    key = serializers.CharField()
    meaning = serializers.CharField()
    unit = serializers.CharField()
    low = serializers.FloatField()
    mode = serializers.FloatField()
    high = serializers.FloatField()
    least = serializers.FloatField(help_text=_("Below this the equations have no meaning."))
    most = serializers.FloatField(help_text=_("Above this the equations have no meaning."))
    source = serializers.CharField()  # type: ignore[assignment]
    status = serializers.CharField()


class TheoryShape(serializers.Serializer[Theory]):
    """A rival theory: the parameters and drivers that it sets, the rest as they are."""

    key = serializers.CharField()
    parameters = serializers.DictField(child=serializers.FloatField())
    drivers = serializers.DictField(child=serializers.FloatField())
    source = serializers.CharField()  # type: ignore[assignment]
    status = serializers.ChoiceField(choices=STATUSES)


class DefaultScenarioShape(serializers.Serializer[DefaultScenario]):
    """One of the futures to start from, with the value of every driver; its story stands under `scenarios`."""

    key = serializers.CharField()
    title = InLanguage()
    summary = InLanguage()
    drivers = serializers.DictField(child=serializers.FloatField())
    source = serializers.CharField()  # type: ignore[assignment]
    status = serializers.ChoiceField(choices=STATUSES)


class LimitsShape(serializers.Serializer[Limits]):
    """How large a question of your own may be."""

    draws = serializers.IntegerField()
    scenariosTimesYears = serializers.IntegerField(source="cells")
    drawsTimesCellsKept = serializers.IntegerField(
        source="kept", help_text=_("Draws x scenarios x years of which every draw is put in a file.")
    )


class SourceShape(serializers.Serializer[SourceRef]):
    """Where a number or claim comes from."""

    key = serializers.CharField()
    citation = InLanguage()
    locator = InLanguage(allow_null=True)
    year = serializers.IntegerField()
    status = serializers.ChoiceField(choices=STATUSES, help_text=_("Whether we read it there ourselves."))


class ModelShape(serializers.Serializer[ModelCard]):
    """The model of this version."""

    version = serializers.CharField()
    years = serializers.ListField(child=serializers.IntegerField(), help_text=_("Reported when no years are asked."))
    dataVintage = serializers.IntegerField(
        source="data_vintage", help_text=_("The year of the newest number of the model.")
    )
    dataFiles = serializers.DictField(
        source="data_files",
        child=serializers.CharField(),
        help_text=_("File to SHA-256: the numbers that were used."),
    )
    limits = serializers.SerializerMethodField(help_text=_("How large a question of your own may be."))
    scenarios = DefaultScenarioShape(many=True)
    levers = LeverShape(many=True)
    drivers = DriverShape(many=True)
    outcomes = OutcomeShape(many=True)
    groups = GroupShape(many=True)
    priors = PriorShape(many=True)
    variants = serializers.ListField(
        child=serializers.CharField(), help_text=_("Rival theories that every reform is also run under.")
    )
    theories = TheoryShape(many=True)
    sources = SourceShape(many=True)
    statusCounts = serializers.DictField(
        source="status_counts",
        child=serializers.IntegerField(),
        help_text=_("How many of the numbers were found, remembered or assumed."),
    )

    @extend_schema_field(LimitsShape)
    def get_limits(self, _card: ModelCard) -> Any:
        """Return how large a question may be."""
        return LimitsShape(BY_API).data


class Model(Resource):
    @extend_schema(summary=_("Read the model"), responses=ModelShape)
    def retrieve(self, request: Request) -> Response:  # noqa: ARG002 -- the shape of an action
        """Return what the model consists of."""
        return self.one(model_card(), ModelShape)
