# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Cut the tie between seats and pseudonymous ballots, some time after closing."""

import secrets
from datetime import timedelta
from uuid import uuid4

import structlog
from django.db import transaction
from django.utils import timezone

from workshops.enums import Act, BallotMode
from workshops.journal import record
from workshops.models import Ballot, Round

log = structlog.get_logger(__name__)


def part_ballots() -> int:
    """Cut the ties of every round whose time has come, and return how many rounds that were."""
    now = timezone.now()
    waiting = Round.objects.over().filter(mode=BallotMode.PSEUDONYMOUS, parted_at__isnull=True)
    due = [one for one in waiting if one.closed_at and one.closed_at + timedelta(days=one.keep_days) <= now]
    for one in due:
        part_ballots_of(one)
    return len(due)


@transaction.atomic
def part_ballots_of(one: Round) -> None:
    """Store each ballot of a round anew, shuffled, with its side and without its seat, its person and its moment."""
    one = Round.objects.select_for_update().select_related("workshop").get(pk=one.pk)
    closed_at = one.closed_at
    if one.parted_at is not None or closed_at is None:
        return
    tied = list(Ballot.objects.filter(poll__round=one).select_related("seat"))
    parted = [
        Ballot(
            id=uuid4(),
            poll_id=ballot.poll_id,
            side_id=ballot.constituency_id,
            need=ballot.need,
            stance=ballot.stance,
            reason=ballot.reason,
            would_change=ballot.would_change,
            lang=ballot.lang,
            translations=ballot.translations,
            cast_at=closed_at,
        )
        for ballot in tied
    ]
    secrets.SystemRandom().shuffle(parted)
    Ballot.objects.filter(poll__round=one).delete()
    Ballot.objects.bulk_create(parted)
    one.parted_at = timezone.now()
    one.save(update_fields=["parted_at"])
    facts = {"ballots": len(parted), "after_days": one.keep_days}
    record(workshop=one.workshop, act=Act.BALLOTS_PARTED, actor=None, subject=f"round {one.number}", data=facts)
    log.info("ballots parted from their seats", round=str(one.pk), ballots=len(parted))
