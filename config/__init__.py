# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the parts are put together: settings, addresses, worker and server entry points."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
