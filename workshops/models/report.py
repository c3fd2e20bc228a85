# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The secretariat's compiled outcome, frozen when made."""

from uuid import uuid4

from django.conf import settings
from django.db import models

from workshops.models.workshop import Workshop


class ConsensusReport(models.Model):
    """`content` is the report model as plain data; writers make page and PDF from it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="reports")
    number = models.PositiveIntegerField()
    content = models.JSONField(help_text="Language to report model.")
    content_hash = models.CharField(max_length=64)
    compiled_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    compiled_at = models.DateTimeField()

    class Meta:
        ordering = ["workshop", "-number"]
        constraints = [models.UniqueConstraint(fields=["workshop", "number"], name="one_report_per_number")]

    def __str__(self) -> str:
        return f"report {self.number}"


class ReportPdf(models.Model):
    """The PDF of a report in one language: written once, so that every download is the same file."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    report = models.ForeignKey(ConsensusReport, on_delete=models.CASCADE, related_name="pdfs")
    lang = models.CharField(max_length=5)
    pdf = models.BinaryField()

    class Meta:
        ordering = ["report", "lang"]
        constraints = [models.UniqueConstraint(fields=["report", "lang"], name="one_pdf_per_report_and_language")]

    def __str__(self) -> str:
        return f"{self.report} ({self.lang})"
