# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a firm or its workers cope today: what everybody reads, and every edition of it."""

from uuid import uuid4

from django.conf import settings
from django.db import models

from scenarios.enums import ExampleState, Teller
from scenarios.models.text import Written

TEXTS = ("title", "sector", "size", "place", "link", "cope", "prepare")


class ToldText(Written):
    """The words of an example, and of an edition of it."""

    title = models.CharField(max_length=160)
    sector = models.CharField(max_length=80)
    size = models.CharField(max_length=40, blank=True)
    place = models.CharField(max_length=80, blank=True)
    link = models.URLField(max_length=300, blank=True)
    cope = models.TextField(help_text="How do you cope with uncertainty now?")
    prepare = models.TextField(help_text="How do you prepare for great changes?")

    class Meta:
        abstract = True


class PracticeExample(ToldText):
    """What is read now: the words of edition `number`. A newer edition may wait for the secretariat."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    topic = models.CharField(
        max_length=100, db_index=True, help_text="The workshop it was told to; opaque to this package."
    )
    told_by = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Teller])
    scenario = models.CharField(max_length=60, blank=True, help_text="Key of the scenario it illustrates.")
    institution = models.CharField(max_length=60, blank=True, help_text="Key of the institution it is about.")
    consent = models.BooleanField(default=False, help_text="Those it is about agree that others read it.")
    is_anonymised = models.BooleanField(default=False, help_text="Nobody can tell which firm or whom it is about.")
    is_fictional = models.BooleanField(default=False)
    number = models.PositiveIntegerField(default=1, help_text="Of the edition that is read.")
    state = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in ExampleState], default=ExampleState.SUBMITTED
    )
    returned_because = models.TextField(blank=True, help_text="What the secretariat asks the teller to change.")
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="practice_examples"
    )
    submitted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["submitted_at"]

    def __str__(self) -> str:
        return self.title


class ExampleEdition(ToldText):
    """The words as they once were: what remarks point at. A row never changes; it goes only with its example."""

    example = models.ForeignKey(PracticeExample, on_delete=models.CASCADE, related_name="editions")
    number = models.PositiveIntegerField()
    capacity = models.CharField(max_length=120, blank=True, help_text="As what somebody wrote it; empty: the teller.")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["example", "number"]
        constraints = [models.UniqueConstraint(fields=["example", "number"], name="one_example_edition_per_number")]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"


class ExampleImage(Written):
    """A picture beside an example, drawn anew by us so that nothing hides in it; there from one edition to another."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    example = models.ForeignKey(PracticeExample, on_delete=models.CASCADE, related_name="images")
    order = models.PositiveIntegerField()
    since = models.PositiveIntegerField(help_text="Number of the first edition that shows it.")
    until = models.PositiveIntegerField(null=True, blank=True, help_text="Number of the first that no longer does.")
    data = models.BinaryField()
    kind = models.CharField(max_length=20, help_text="Media type.")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    alternative = models.CharField(max_length=400, help_text="What it shows, for who cannot see it.")

    class Meta:
        ordering = ["example", "order"]

    def __str__(self) -> str:
        return self.alternative[:60]
