# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The scenarios with their drivers and developments, and their own figures when nothing is done."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios.api.fields import Moment, OneOf, Said, SaidIn
from scenarios.api.resources import Resource
from scenarios.enums import DevelopmentKind
from scenarios.models import Development, Figure, ScenarioRevision
from scenarios.selectors.scenarios import figures_in, published_scenarios


class DevelopmentShape(serializers.Serializer[Development]):
    """A bottleneck or an opportunity."""

    id = serializers.UUIDField()
    kind = OneOf(DevelopmentKind)
    domain = serializers.CharField()
    text = Said()
    groups = serializers.ListField(child=serializers.CharField(), help_text=_("Population groups under pressure."))


class ScenarioShape(serializers.Serializer[ScenarioRevision]):
    """One coherent future in its latest edition."""

    key = serializers.SlugField(source="scenario.key")
    revision = serializers.UUIDField(source="id", help_text=_("What polls and projections point at."))
    number = serializers.IntegerField(help_text=_("Which edition this is."))
    title = Said()
    summary = Said()
    story = Said()
    economy = Said(help_text=_("What this future means for the economy."))
    labourMarket = Said("labour_market", help_text=_("What it means for the labour market."))
    organisation = Said(help_text=_("What it means for the organisation of work."))
    relations = Said(help_text=_("Industrial relations in this future."))
    signs = serializers.SerializerMethodField(help_text=_("Early signs that this future is coming."))
    related = Said(help_text=_("Scenarios of others, and how they were used."))
    drivers = serializers.DictField(
        child=serializers.FloatField(), help_text=_("Driver to value; units, bounds and sources stand under `model`.")
    )
    developments = DevelopmentShape(many=True, source="developments.all")
    lang = SaidIn("story")
    createdAt = Moment(source="created_at")

    def get_signs(self, revision: ScenarioRevision) -> list[str]:
        """Return the early signs, in the language that is asked for."""
        return [str(one) for one in revision.said("signs")]


class FigureShape(serializers.Serializer[Figure]):
    """One outcome of one group in one year: eight of every ten draws lie between low and high."""

    outcome = serializers.CharField()
    group = serializers.CharField()
    year = serializers.IntegerField()
    low = serializers.FloatField()
    mid = serializers.FloatField()
    high = serializers.FloatField()


class Scenarios(Resource):
    @extend_schema(summary=_("List the scenarios"), responses=ScenarioShape(many=True))
    def list(self, request: Request) -> Response:  # noqa: ARG002 -- the shape of an action
        """Return the scenarios that all may read."""
        return self.page(published_scenarios().prefetch_related("developments"), ScenarioShape)

    @extend_schema(summary=_("Read one scenario"), responses=ScenarioShape)
    def retrieve(self, request: Request, scenario: str) -> Response:  # noqa: ARG002 -- the shape of an action
        """Return one scenario by its key."""
        found = get_object_or_404(published_scenarios().prefetch_related("developments"), scenario__key=scenario)
        return self.one(found, ScenarioShape)


class Figures(Resource):
    @extend_schema(summary=_("List the figures of a scenario"), responses=FigureShape(many=True))
    def list(self, request: Request, scenario: str) -> Response:  # noqa: ARG002 -- the shape of an action
        """Return what a scenario looks like when nothing is done; empty until it has been computed."""
        found = get_object_or_404(published_scenarios(), scenario__key=scenario)
        return self.page(figures_in(found.id), FigureShape)
