# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Django's name for this package, so that its commands are found."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """The package that puts the parts together; it has no tables."""

    name = "config"
    verbose_name = "Configuration"
