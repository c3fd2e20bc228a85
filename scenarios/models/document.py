# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A text that is written together: what it reads now, and the updates that made it so."""

from typing import Self
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F
from django.db.models.functions import Length


class DocumentQuerySet(models.QuerySet["Document"]):
    def grown(self, updates: int) -> Self:
        """Those with so many updates that are not compacted yet."""
        return self.filter(number__gte=F("compacted") + updates)

    def bulky(self, spare: int, times: int) -> Self:
        """Those that carry along much more than they say."""
        return self.annotate(weight=Length("snapshot")).filter(weight__gte=Length("text") * times + spare)


class Document(models.Model):
    """`text` is what all updates together make; `snapshot` holds the first `compacted` of them as one.

    An epoch is a row of updates that build on one another. A new one starts from the bare text, so that what was
    typed and deleted years ago is not carried along for ever.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    lang = models.CharField(max_length=5, default="nl")
    text = models.TextField(blank=True)
    longest = models.PositiveIntegerField(help_text="Most characters.")
    stretches = models.JSONField(default=list, help_text="So many bytes of UTF-8, and who wrote them, from the start.")
    epoch = models.PositiveIntegerField(default=1)
    number = models.PositiveIntegerField(default=0, help_text="Of the newest update.")
    compacted = models.PositiveIntegerField(default=0)
    snapshot = models.BinaryField(default=bytes)
    changed_at = models.DateTimeField(null=True, blank=True)

    objects = DocumentQuerySet.as_manager()

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def topic(self) -> str:
        """The name under which open pages of this text are woken."""
        return f"document:{self.id}"


class DocumentUpdate(models.Model):
    """What one browser, or the site itself, changed; the key says that it was sent before."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="updates")
    number = models.PositiveIntegerField()
    key = models.UUIDField(default=uuid4)
    data = models.BinaryField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    capacity = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["document", "number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="one_update_per_number"),
            models.UniqueConstraint(fields=["document", "key"], name="an_update_once"),
        ]

    def __str__(self) -> str:
        return f"{self.document_id}: {self.number}"
