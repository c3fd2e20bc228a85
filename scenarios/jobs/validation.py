# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Compute how good the model is, and store it for its version."""

import time

import structlog
from django.db import transaction
from django.utils import timezone

from scenarios.announce import announce
from scenarios.arrays import MODEL_VERSION
from scenarios.arrays.validation import computed_rows
from scenarios.models import Validation

log = structlog.get_logger(__name__)
TOPIC = "validation"


def compute_validation() -> None:
    """Compute it if this version has it still to do; a late or second delivery finds it done."""
    if Validation.objects.filter(engine_version=MODEL_VERSION, computed_at__isnull=False).exists():
        return
    started = time.perf_counter()
    try:
        rows = computed_rows()
    except Exception as failure:
        log.exception("the model could not be validated", version=MODEL_VERSION)
        say_failed(failure)
        return
    store_validation(rows, time.perf_counter() - started)


@transaction.atomic
def store_validation(rows: list[dict[str, object]], seconds: float) -> Validation:
    """Write what this version gave, in place of what is there."""
    row, _is_new = Validation.objects.update_or_create(
        engine_version=MODEL_VERSION,
        defaults={
            "rows": rows,
            "computed_at": timezone.now(),
            "worker_seconds": round(seconds, 2),
            "error": "",
        },
    )
    announce(TOPIC)
    return row


@transaction.atomic
def say_failed(failure: Exception) -> None:
    """Say what went wrong; it is asked again when somebody asks, not by itself."""
    Validation.objects.filter(engine_version=MODEL_VERSION).update(error=str(failure)[:2000] or repr(failure))
    announce(TOPIC)
