# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""People, and what they sign in with. A person is not a side: that hangs on the seat."""

from uuid import uuid4

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """`journal_id` is the only thing of a person that the journal knows, so erasing a person breaks no hash."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    name = models.CharField(max_length=120)
    journal_id = models.UUIDField(default=uuid4, unique=True, editable=False)
    is_fictional = models.BooleanField(default=False)

    def get_full_name(self) -> str:
        return self.name or self.username

    def get_short_name(self) -> str:
        return self.get_full_name()


class AccessToken(models.Model):
    """A bearer token for the API; only its digest is kept."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.person_id}: {self.digest[:8]}"
