# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ask how good the model is: once for each version."""

from django.db import transaction

from scenarios.arrays import MODEL_VERSION
from scenarios.models import Validation
from scenarios.tasks import send_validation


@transaction.atomic
def request_validation() -> Validation:
    """Ask a worker for it, unless this version was asked before."""
    row, is_new = Validation.objects.get_or_create(engine_version=MODEL_VERSION)
    if is_new:
        transaction.on_commit(send_validation)
    return row
