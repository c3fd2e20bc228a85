# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The model laid open: every number with its unit, bounds, source and status."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios.api.fields import InLanguage
from scenarios.api.resources import Resource
from scenarios.arrays import Prior
from scenarios.reports.model_card import ModelCard, model_card
from scenarios.vocabulary import Driver, Lever, Outcome, PopulationGroup, SourceRef

STATUSES = ["found", "memory", "assumption"]


class TermShape(serializers.Serializer[Any]):
    """A word of the model: its key in the data, its label for people, and where it comes from."""

    key = serializers.CharField()
    label = InLanguage()  # type: ignore[assignment]
    sentence = InLanguage()


class BoundedShape(TermShape):
    """A number that can be set: value x scale is how it is shown, in its unit."""

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
    source = serializers.CharField()  # type: ignore[assignment]
    status = serializers.CharField()


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
    levers = LeverShape(many=True)
    drivers = DriverShape(many=True)
    outcomes = OutcomeShape(many=True)
    groups = GroupShape(many=True)
    priors = PriorShape(many=True)
    variants = serializers.ListField(
        child=serializers.CharField(), help_text=_("Rival theories that every reform is also run under.")
    )
    sources = SourceShape(many=True)
    statusCounts = serializers.DictField(
        source="status_counts",
        child=serializers.IntegerField(),
        help_text=_("How many of the numbers were found, remembered or assumed."),
    )


class Model(Resource):
    @extend_schema(summary=_("Read the model"), responses=ModelShape)
    def retrieve(self, request: Request) -> Response:  # noqa: ARG002 -- the shape of an action
        """Return what the model consists of."""
        return self.one(model_card(), ModelShape)
