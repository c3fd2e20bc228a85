# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The catalogue of ready-made reforms, each in its latest edition."""

from typing import Any

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios.api.fields import OneOf, Said, SaidIn
from scenarios.api.resources import Resource
from scenarios.enums import ActsAt, Aim, Competing, EuRoom, Level, Modelled
from scenarios.models import ReformRevision
from scenarios.selectors.reforms import catalogue_reforms


class RoleShape(serializers.Serializer[Any]):
    """What somebody has to do, at one level."""

    at = OneOf(ActsAt)
    role = serializers.CharField()


class RevisionShape(serializers.Serializer[ReformRevision]):
    """A frozen edition of a reform: its text, the levers it moves, what it costs."""

    revision = serializers.UUIDField(source="id", help_text=_("What proposals, polls and projections point at."))
    number = serializers.IntegerField(help_text=_("Which edition this is."))
    title = Said()
    summary = Said()
    levers = serializers.DictField(
        child=serializers.FloatField(),
        help_text=_("Lever to shift, in the units of the model; empty when nothing can be computed."),
    )
    modelled = OneOf(Modelled)
    interpretation = Said(help_text=_("Which levers the words became."))
    leftOut = Said("left_out", help_text=_("What the model leaves out."))
    level = OneOf(Level)
    actors = Said()
    startYear = serializers.IntegerField(source="start_year")
    phaseYears = serializers.IntegerField(source="phase_years", help_text=_("Years until it works in full."))
    leadYears = serializers.IntegerField(source="lead_years")
    budgetBn = serializers.FloatField(
        source="exante_budget_bn",
        help_text=_("Billion euros of 2015 a year; positive is better for the balance of the government."),
    )
    budgetFromModel = serializers.BooleanField(
        source="budget_from_model", help_text=_("The model computes the effect on the budget by itself.")
    )
    budgetSource = Said("budget_source")
    budgetStatus = serializers.CharField(source="budget_status")
    institutions = serializers.ListField(
        source="changes", child=serializers.SlugField(), help_text=_("Institutions that it changes.")
    )
    aim = OneOf(Aim, allow_blank=True, help_text=_("Whether it eases the step to other work, protects, or both."))
    roles = serializers.SerializerMethodField(help_text=_("Who has to do what, from the state to the works council."))
    euRoom = OneOf(EuRoom, source="eu_room", allow_blank=True)
    euNote = Said("eu_note")
    abroad = Said(help_text=_("Who does it elsewhere."))
    competing = OneOf(Competing, allow_blank=True, help_text=_("What it does to how firms compete."))
    competingNote = Said("competing_note")
    lang = SaidIn("summary")

    @extend_schema_field(RoleShape(many=True))
    def get_roles(self, revision: ReformRevision) -> list[dict[str, str]]:
        """Return the roles in their order."""
        said = revision.said("roles")
        return [{"at": actor.value, "role": said[actor]} for actor in ActsAt if actor in said]


class ReformShape(RevisionShape):
    """A reform of the catalogue in its latest edition."""

    key = serializers.SlugField(source="reform.key")
    institution = serializers.SlugField(source="reform.institution.key", allow_null=True, default=None)


class Reforms(Resource):
    @extend_schema(summary=_("List the reforms of the catalogue"), responses=ReformShape(many=True))
    def list(self, request: Request) -> Response:  # noqa: ARG002 -- the shape of an action
        """Return the ready-made reforms in the order of the catalogue."""
        return self.page(catalogue_reforms(), ReformShape)

    @extend_schema(summary=_("Read one reform of the catalogue"), responses=ReformShape)
    def retrieve(self, request: Request, reform: str) -> Response:  # noqa: ARG002 -- the shape of an action
        """Return one reform by its key."""
        found = next((one for one in catalogue_reforms() if one.reform.key == reform), None)
        if found is None:
            raise Http404
        return self.one(found, ReformShape)
