# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What every page may know of the installation."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def installation(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001 -- the shape of a context processor
    """Say whether this is a demonstration."""
    return {"is_demo": settings.DEMO}
