# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ask the engine a question of one's own: a row, its parts, and a message once they are committed."""

from datetime import timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from scenarios.arrays.questions import Question
from scenarios.enums import ProjectionState
from scenarios.errors import TooManyError
from scenarios.models import UNFINISHED, OwnProjection, ProjectionPart
from scenarios.tasks import send_part

MOST_UNFINISHED = 3
MOST_KEPT = 20
KEPT = timedelta(days=30)


@transaction.atomic
def request_own_projection(
    *, question: Question, asked_by: AbstractBaseUser | None, audience: str = "", topic: str = ""
) -> OwnProjection:
    """Ask on somebody's behalf; what the same people may see already, or is under way for them, is not asked twice.

    Of what one person asked, the newest are kept: what is done and older makes room.
    """
    known = _asked_before(question, asked_by, audience)
    if known is not None:
        return known
    _refuse_too_many(asked_by)
    _make_room(asked_by)
    own = OwnProjection.objects.create(
        question=question.as_data(),
        digest=question.digest,
        asked_by=asked_by,  # type: ignore[misc]  # whoever the site calls a user
        audience=audience,
        topic=topic,
        is_split=question.is_split,
        expires_at=timezone.now() + KEPT,
    )
    parts = question.parts if question.is_split else ()
    ProjectionPart.objects.bulk_create(
        [ProjectionPart(own=own, number=0)]
        + [
            ProjectionPart(own=own, number=number, first_block=part.first, blocks=part.blocks)
            for number, part in enumerate(parts, start=1)
        ]
    )
    first = own.parts.get(number=0).pk
    transaction.on_commit(lambda: send_part(first))
    return own


def _asked_before(question: Question, asked_by: AbstractBaseUser | None, audience: str) -> OwnProjection | None:
    same = OwnProjection.objects.filter(digest=question.digest, audience=audience)
    if not audience:
        same = same.filter(asked_by=asked_by)  # type: ignore[misc]  # whoever the site calls a user
    return same.exclude(state=ProjectionState.FAILED).filter(expires_at__gt=timezone.now()).last()


def _make_room(asked_by: AbstractBaseUser | None) -> None:
    done = OwnProjection.objects.filter(asked_by=asked_by).exclude(state__in=UNFINISHED)  # type: ignore[misc]
    older = done.order_by("-requested_at").values_list("pk", flat=True)[MOST_KEPT - 1 :]
    OwnProjection.objects.filter(pk__in=list(older)).delete()


def _refuse_too_many(asked_by: AbstractBaseUser | None) -> None:
    if asked_by is None:
        return
    waiting = OwnProjection.objects.unfinished().filter(asked_by=asked_by).count()  # type: ignore[misc]
    if waiting >= MOST_UNFINISHED:
        message = _("You have %(waiting)d projections of your own that are not done yet. Ask again when one is done.")
        raise TooManyError(message % {"waiting": waiting})
