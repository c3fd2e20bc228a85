# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Compile a report and freeze it."""

import hashlib
import json

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from scenarios.announce import announce
from workshops import rules
from workshops.enums import Act
from workshops.journal import record
from workshops.models import ConsensusReport, ReportPdf, Workshop
from workshops.reports.consensus import consensus_report
from workshops.reports.pdf import pdf_of
from workshops.rules import Standing
from workshops.services.insist import insist


def compile_report(*, who: Standing, workshop: Workshop) -> ConsensusReport:
    """Compile the report in every language from what the workshop holds now; it never changes afterwards."""
    insist(rules.can_compile_report(who))
    report = _freeze(who, workshop)
    for language, _name in settings.LANGUAGES:
        pdf_in(report, language)  # after the workshop is let go: nobody's ballot waits for a layout
    return report


def pdf_in(report: ConsensusReport, language: str) -> bytes:
    """Return the report's PDF in that language: the one that was kept, else the first, which is kept."""
    kept = report.pdfs.filter(lang=language).first()
    if kept is None:
        written = pdf_of(report.content[language], language=language)
        kept, _made = ReportPdf.objects.get_or_create(report=report, lang=language, defaults={"pdf": written})
    return bytes(kept.pdf)


@transaction.atomic
def _freeze(who: Standing, workshop: Workshop) -> ConsensusReport:
    Workshop.objects.select_for_update().only("pk").get(pk=workshop.pk)
    number = (workshop.reports.aggregate(last=Max("number"))["last"] or 0) + 1
    content = {
        language: consensus_report(workshop, language=language, number=number).as_data()
        for language, _name in settings.LANGUAGES
    }
    report = ConsensusReport.objects.create(
        workshop=workshop,
        number=number,
        content=content,
        content_hash=hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest(),
        compiled_by=who.person,
        compiled_at=timezone.now(),
    )
    record(
        workshop=workshop,
        act=Act.REPORT_COMPILED,
        actor=who.person,
        capacity=who.capacity(),
        subject=f"report {number}",
        data={"hash": report.content_hash},
    )
    announce(workshop.topic)
    return report
