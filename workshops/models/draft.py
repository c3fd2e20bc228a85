# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A scenario that is being written: its sections, its drivers and developments, and who is in which section."""

from uuid import uuid4

from django.conf import settings
from django.db import models

from scenarios.enums import DevelopmentKind, Domain, Part
from scenarios.models import Document
from scenarios.models.text import Written
from workshops.models.workshop import WorkshopScenario


class ScenarioDraft(models.Model):
    """What may become the next edition of the scenario in this place; one person holds the pen."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    place = models.OneToOneField(WorkshopScenario, on_delete=models.CASCADE, related_name="draft")
    penholder = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="pens"
    )
    opened_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"draft of {self.place_id}"

    @property
    def topic(self) -> str:
        """The name under which open pages of this draft are woken."""
        return f"draft:{self.id}"


class DraftSection(models.Model):
    """One part of a draft: a text written together, or fields; joint when others than the penholder may type too."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    draft = models.ForeignKey(ScenarioDraft, on_delete=models.CASCADE, related_name="sections")
    part = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Part])
    order = models.PositiveSmallIntegerField()
    document = models.OneToOneField(Document, null=True, on_delete=models.PROTECT, related_name="section")
    is_joint = models.BooleanField(default=False)

    class Meta:
        ordering = ["draft", "order"]
        constraints = [models.UniqueConstraint(fields=["draft", "part"], name="a_part_once_per_draft")]

    def __str__(self) -> str:
        return self.part

    @property
    def topic(self) -> str:
        """The name under which open pages of this section's margin are woken."""
        return f"section:{self.id}"


class DraftDriver(models.Model):
    """A driver that was set otherwise than in the edition that holds; on what ground, and by whom."""

    draft = models.ForeignKey(ScenarioDraft, on_delete=models.CASCADE, related_name="drivers")
    key = models.SlugField(max_length=60)
    value = models.FloatField(help_text="In the engine's units.")
    source = models.CharField(max_length=300)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    capacity = models.CharField(max_length=120)
    set_at = models.DateTimeField()

    class Meta:
        ordering = ["draft", "key"]
        constraints = [models.UniqueConstraint(fields=["draft", "key"], name="a_driver_once_per_draft")]

    def __str__(self) -> str:
        return f"{self.key}: {self.value}"


class DraftDevelopment(Written):
    """A bottleneck or an opportunity as it will stand in the next edition; the version tells two changes apart."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    draft = models.ForeignKey(ScenarioDraft, on_delete=models.CASCADE, related_name="developments")
    order = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=[(one.value, one.value) for one in DevelopmentKind])
    domain = models.CharField(max_length=30, choices=[(one.value, one.value) for one in Domain])
    text = models.TextField()
    groups = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)
    capacity = models.CharField(max_length=120, blank=True, help_text="Who changed it last; empty: it came along.")
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["draft", "order"]

    def __str__(self) -> str:
        return self.text[:60]


class Presence(models.Model):
    """Somebody has a section open: true for a moment only, and gone by itself."""

    section = models.ForeignKey(DraftSection, on_delete=models.CASCADE, related_name="presences")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    capacity = models.CharField(max_length=120, blank=True)
    seen_at = models.DateTimeField()
    told_at = models.DateTimeField(
        null=True, blank=True, help_text="When the journal was last told that this person writes here."
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["section", "person"], name="a_person_once_per_section")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.section_id}"
