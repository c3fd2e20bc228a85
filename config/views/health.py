# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether the process lives, and whether everything it needs is there."""

import structlog
from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from kombu.exceptions import OperationalError
from redis import Redis, RedisError

from config.celery import app

log = structlog.get_logger(__name__)
SECONDS_TO_ANSWER = 2.0


def healthz(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 -- the shape of a view
    """Answer whenever the process lives."""
    return JsonResponse({"status": "alive"})


@never_cache
def readyz(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 -- the shape of a view
    """Refuse only without the database; a missing broker or worker must not take voting down."""
    if not _database_answers():
        return JsonResponse({"status": "down", "words": [_("The database does not answer.")]}, status=503)
    words = _missing()
    return JsonResponse({"status": "degraded" if words else "ready", "words": words})


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        log.exception("database does not answer")
        return False
    return True


def _missing() -> list[str]:
    try:
        Redis.from_url(settings.REDIS_URL, socket_connect_timeout=0.5, socket_timeout=0.5).ping()
    except (RedisError, OSError):
        return [_("The message broker does not answer: voting and reading go on, projections wait.")]
    if not _worker_answers():
        return [_("No worker answers: projections wait until one is back.")]
    return []


def _worker_answers() -> bool:
    """Ask for the first answer, over a line of its own: one kept from before the broker went would be dead."""
    try:
        with app.connection_for_write() as line:
            return bool(app.control.broadcast("ping", reply=True, timeout=SECONDS_TO_ANSWER, limit=1, connection=line))
    except (RedisError, OperationalError, OSError):
        return False
