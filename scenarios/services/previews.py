# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ask what a version would do without keeping it: the point at once, the band when a worker has drawn it."""

from dataclasses import dataclass
from enum import StrEnum

import structlog
from django.conf import settings
from redis import RedisError

from scenarios.arrays.comparisons import Comparison
from scenarios.runner import shelf
from scenarios.runner.previews import Trial, numbers_of, preview
from scenarios.services.projections import SEED
from scenarios.tasks import MODEL_VERSION, send_band

__all__ = [
    "MODEL_VERSION",
    "MOST_WAITING",
    "NOT_ASKED",
    "SEED",
    "BandState",
    "Trial",
    "band_of",
    "numbers_of",
    "preview",
]
log = structlog.get_logger(__name__)
MOST_WAITING = shelf.MOST_WAITING


class BandState(StrEnum):
    """How far the band of a trial is."""

    NOT_ASKED = "not_asked"
    ASKED = "asked"
    THERE = "there"
    BUSY = "busy"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The band of a trial, or why there is none."""

    state: BandState
    comparison: Comparison | None = None


NOT_ASKED = Wanted(BandState.NOT_ASKED)


def band_of(trial: Trial, *, asker: str, most_waiting: int = MOST_WAITING) -> Wanted:
    """Return the band when it is there, else ask a worker for it: the same draws as in a projection of record.

    A newer trial of the same asker takes the place of one that waits.
    """
    draws = settings.PROJECTION_DRAWS
    digest = trial.digest(draws=draws, seed=SEED)
    try:
        found = shelf.kept(digest)
        if found is not None:
            return Wanted(BandState.THERE, found)
        must_send = shelf.wish(asker, digest, most=most_waiting)
        if must_send is None:
            return Wanted(BandState.BUSY)
        if must_send and not send_band(trial.as_message(), asker=asker, draws=draws, seed=SEED):
            shelf.forget_wish(asker)
            return Wanted(BandState.AWAY)
    except (RedisError, OSError):
        log.warning("broker not reached, the band stays away")
        return Wanted(BandState.AWAY)
    return Wanted(BandState.ASKED)
