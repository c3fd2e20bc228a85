# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Secret rounds: ballots sealed until closing, then a shuffled box that nobody can tie to who voted."""

import hashlib
import json
import secrets
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from workshops import sealing
from workshops.enums import Stance
from workshops.models import Ballot, Round, RoundSeat, SealedBallot
from workshops.selectors.sealed import contents_of


def seal_ballots(place: RoundSeat, answers: Mapping[UUID, Mapping[str, str] | None]) -> None:
    """Seal a seat's answers over what it had sealed before; None takes an answer back. The caller holds the round."""
    one = place.round
    row = SealedBallot.objects.filter(round=one, seat=place.seat_id).first()
    contents = contents_of(one, row)
    for poll_id, told in answers.items():
        if told is None:
            contents.pop(str(poll_id), None)
        else:
            contents[str(poll_id)] = {**told, "at": timezone.now().isoformat()}
    SealedBallot.objects.update_or_create(
        round=one,
        seat_id=place.seat_id,
        defaults={
            "content": sealing.seal(one.public_key, contents),
            "polls": sorted(contents),
            "answered": len(contents),
        },
    )


def open_box(one: Round, *, at: datetime) -> str:
    """Open every sealed ballot, shuffle, store each answer without its seat, and return the digest of the box.

    The caller holds the round. The key is destroyed once all this is stored; the sealed rows are gone with it.
    """
    rows = list(SealedBallot.objects.filter(round=one).select_related("seat"))
    box = [
        _parted(poll, row.seat.constituency_id, told, at)
        for row in rows
        for poll, told in contents_of(one, row).items()
    ]
    secrets.SystemRandom().shuffle(box)
    Ballot.objects.bulk_create(box)
    destroy_box(one)
    return digest_of(box)


def destroy_box(one: Round) -> None:
    """Remove the sealed ballots of a round, and once that is stored the key: what a disk may still hold stays sealed."""
    SealedBallot.objects.filter(round=one).delete()
    round_id = one.pk
    transaction.on_commit(lambda: sealing.destroy_key(round_id))


def digest_of(box: list[Ballot]) -> str:
    """Return the digest of a box in an order that tells nothing."""
    lines = sorted(
        json.dumps(
            [str(one.pk), str(one.poll_id), str(one.side_id), one.stance, one.need, one.reason, one.would_change]
        )
        for one in box
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _parted(poll: str, side_id: UUID, told: Mapping[str, str], at: datetime) -> Ballot:
    return Ballot(
        id=uuid4(),
        poll_id=UUID(poll),
        side_id=side_id,
        stance=Stance(told["stance"]),
        need=told["need"],
        reason=told["reason"],
        would_change=told["would_change"],
        lang=told["lang"],
        cast_at=at,
    )
