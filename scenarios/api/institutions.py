# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The institutions of today, and what strains them in each scenario."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios.api.fields import Said, SaidIn
from scenarios.api.resources import Resource
from scenarios.models import Institution


class StrainShape(serializers.Serializer[Any]):
    """What presses on it in one scenario."""

    scenario = serializers.SlugField()
    degree = serializers.ChoiceField(choices=["little", "some", "strong", ""])
    sentence = serializers.CharField()


class InstitutionShape(serializers.Serializer[Institution]):
    """A rule or body as it is today."""

    key = serializers.SlugField()
    title = Said()
    today = Said(help_text=_("How it works today."))
    purpose = Said(help_text=_("What it is for."))
    citation = Said("source", help_text=_("Where it is told how it works."))
    sourceStatus = serializers.CharField(source="source_status")
    strains = serializers.SerializerMethodField()
    lang = SaidIn("today")

    @extend_schema_field(StrainShape(many=True))
    def get_strains(self, institution: Institution) -> list[dict[str, str]]:
        """Return what presses on it, as the authors judge."""
        return [
            {"scenario": key, "degree": institution.degrees.get(key, ""), "sentence": sentence}
            for key, sentence in institution.said("strains").items()
        ]


class Institutions(Resource):
    @extend_schema(summary=_("List the institutions"), responses=InstitutionShape(many=True))
    def list(self, request: Request) -> Response:  # noqa: ARG002 -- the shape of an action
        """Return the rules and bodies on the labour market as they are today."""
        return self.page(Institution.objects.order_by("order", "key"), InstitutionShape)

    @extend_schema(summary=_("Read one institution"), responses=InstitutionShape)
    def retrieve(self, request: Request, institution: str) -> Response:  # noqa: ARG002 -- the shape of an action
        """Return one institution by its key."""
        return self.one(get_object_or_404(Institution, key=institution), InstitutionShape)
