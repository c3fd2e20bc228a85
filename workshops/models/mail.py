# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is named in a remark, and how often somebody wants to hear by mail."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from workshops.enums import MailRhythm
from workshops.models.margin import Comment, Reply


class Mention(models.Model):
    """Somebody is asked by name to read a comment, or an answer to one."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mentions")
    comment = models.ForeignKey(Comment, null=True, blank=True, on_delete=models.CASCADE, related_name="mentions")
    reply = models.ForeignKey(Reply, null=True, blank=True, on_delete=models.CASCADE, related_name="mentions")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(comment__isnull=False, reply__isnull=True) | Q(comment__isnull=True, reply__isnull=False),
                name="a_mention_in_one_thing",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.comment_id or self.reply_id}"


class MailPreference(models.Model):
    """How often somebody wants mail, in which language; `told_until` is up to when they have been told."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mail_preference")
    rhythm = models.CharField(
        max_length=8, choices=[(one.value, one.value) for one in MailRhythm], default=MailRhythm.DAILY
    )
    lang = models.CharField(max_length=5, default="nl")
    sent_on = models.DateField(null=True, blank=True)
    told_until = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.person_id}: {self.rhythm}"
