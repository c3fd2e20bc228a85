# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The ASGI entry point: everything on one machine, or only the live channel behind a proxy."""

import os

from django.core.asgi import get_asgi_application

from config import env
from config.bounded import AtMost

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
application = AtMost(get_asgi_application(), requests=env.number("ASGI_THREADS", default=12, low=1, high=200))
