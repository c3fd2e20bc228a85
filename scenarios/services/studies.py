# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ask for studies: write the row, and send it once it is committed."""

from django.db import transaction

from scenarios.announce import announce
from scenarios.enums import ProjectionState, StudyKind
from scenarios.models import Study
from scenarios.selectors.studies.asked import Question, input_hash
from scenarios.selectors.studies.plain import plain
from scenarios.tasks import send_study


@transaction.atomic
def request_study(*, kind: StudyKind, subject: str, question: Question, topic: str = "") -> Study:
    """Ask a question; one that was asked before is not asked twice, and one that failed is tried again."""
    row = Study(
        kind=kind,
        subject=subject,
        topic=topic,
        question=plain(question),
        input_hash=input_hash(kind, question),
    )
    Study.objects.bulk_create([row], ignore_conflicts=True)  # somebody else may ask the same at this moment
    study = Study.objects.get(input_hash=row.input_hash)
    if study.has_failed:
        _put_back(study)
    elif study.pk != row.pk:
        return study
    transaction.on_commit(lambda: send_study(study.run))
    announce(topic)
    return study


def _put_back(study: Study) -> None:
    Study.objects.filter(pk=study.pk, state=ProjectionState.FAILED).update(
        state=ProjectionState.WAITING, error="", attempts=0, lease_until=None, dispatched_at=None
    )
    study.refresh_from_db()
