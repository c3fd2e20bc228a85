# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A lease on rows that are worked on: renewed while the work lasts, lost by a worker that dies."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import close_old_connections
from django.db.models import QuerySet
from django.utils import timezone

LEASE = timedelta(seconds=20)
RENEW_EVERY = 5.0
MOST_ATTEMPTS = 5


@contextmanager
def kept_lease(rows: QuerySet[Any]) -> Iterator[None]:
    """Renew the lease of rows while the work lasts; a killed worker stops renewing, and they are free again."""
    over = threading.Event()

    def renew() -> None:
        while not over.wait(RENEW_EVERY):
            rows.update(lease_until=timezone.now() + LEASE)
        close_old_connections()

    keeper = threading.Thread(target=renew, name="lease", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        over.set()
        keeper.join()
