# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How good the model is: every figure that it is held to, computed once for a version of it."""

from django.db import models


class Validation(models.Model):
    """What one version of the model gave; its own outbox row until it is computed."""

    engine_version = models.CharField(max_length=20, unique=True)
    rows = models.JSONField(null=True, blank=True, help_text="Per target its key, our figure and its band.")
    requested_at = models.DateTimeField(auto_now_add=True)
    dispatched_at = models.DateTimeField(null=True, blank=True)
    computed_at = models.DateTimeField(null=True, blank=True)
    worker_seconds = models.FloatField(null=True, blank=True)
    error = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.engine_version}: {'done' if self.is_done else self.error or 'waiting'}"

    @property
    def is_done(self) -> bool:
        return self.computed_at is not None

    @property
    def has_failed(self) -> bool:
        return bool(self.error) and not self.is_done
