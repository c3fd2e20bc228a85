# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The compiled reports: plain data, frozen when made."""

from typing import Any, ClassVar
from uuid import UUID

from django.conf import settings
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios.api.fields import Moment
from scenarios.api.resources import Resource
from workshops.api.room import WorkshopQuery, enter, room_of
from workshops.models import ConsensusReport


class MentionedReportShape(serializers.Serializer[ConsensusReport]):
    """A report, named."""

    id = serializers.UUIDField()
    number = serializers.IntegerField()
    workshop = serializers.SlugField(source="workshop.slug")
    compiledAt = Moment(source="compiled_at")
    contentHash = serializers.CharField(source="content_hash", help_text=_("SHA-256 of the content in all languages."))


class SectionShape(serializers.Serializer[Any]):
    """A part of a chapter."""

    title = serializers.CharField()
    blocks = serializers.ListField(
        child=serializers.DictField(), help_text=_("Each says its `kind`: words, points, quote, table, picture, ...")
    )


class ChapterShape(SectionShape):
    """A chapter."""

    key = serializers.CharField()
    sections = SectionShape(many=True)


class ContentShape(serializers.Serializer[Any]):
    """The report in one language."""

    lang = serializers.CharField()
    title = serializers.CharField()
    subtitle = serializers.CharField()
    status = serializers.CharField()
    facts = serializers.ListField(child=serializers.ListField(child=serializers.CharField()))
    chapters = ChapterShape(many=True)
    provenance = serializers.ListField(child=serializers.ListField(child=serializers.CharField()))


class ReportShape(MentionedReportShape):
    """A report with its content in the language that is asked for."""

    content = serializers.SerializerMethodField()

    @extend_schema_field(ContentShape)
    def get_content(self, report: ConsensusReport) -> Any:
        """Return the content, as it was frozen."""
        language = str(self.context["language"])[:2]
        return report.content.get(language) or report.content[settings.LANGUAGE_CODE]


class Reports(Resource):
    asks: ClassVar = {"list": WorkshopQuery}

    @extend_schema(summary=_("List the reports of a workshop"), responses=MentionedReportShape(many=True))
    def list(self, request: Request) -> Response:
        """Return the reports, the newest first."""
        workshop = enter(request, self.asked["workshop"]).workshop
        rows = workshop.reports.select_related("workshop").defer("content").order_by("-number")
        return self.page(rows, MentionedReportShape)

    @extend_schema(summary=_("Read one report"), responses=ReportShape)
    def retrieve(self, request: Request, report: UUID) -> Response:
        """Return one report with its content."""
        found = get_object_or_404(ConsensusReport.objects.select_related("workshop"), pk=report)
        room_of(request, found.workshop)
        return self.one(found, ReportShape)
