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
from workshops.models import ConsensusReport, Workshop
from workshops.reports.consensus import consensus_report
from workshops.rules import Standing
from workshops.services.insist import insist


@transaction.atomic
def compile_report(*, who: Standing, workshop: Workshop) -> ConsensusReport:
    """Compile the report in every language from what the workshop holds now; it never changes afterwards."""
    insist(rules.can_compile_report(who))
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
