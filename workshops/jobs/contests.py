# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ask the model what every contested assumption changes; what was asked before is not asked twice."""

from scenarios.services.contested import request_contested, retry_contested
from workshops.enums import Phase
from workshops.models import Workshop
from workshops.selectors.contests import questions_on, standing_contests
from workshops.selectors.ground import ground_of


def ask_contests(workshop: Workshop) -> int:
    """Ask what is not answered yet in a workshop, a run per contest; return how many questions are new.

    So it is after a contest, a proposal, an edition of a scenario, a year, or a version of the model is new.
    """
    contests = standing_contests(workshop)
    if not contests:
        return 0
    ground = ground_of(workshop)
    return sum(request_contested(questions=questions_on(one, ground), topic=workshop.topic) for one in contests)


def ask_failed_contests(workshop: Workshop) -> int:
    """Put what failed in a workshop back in the queue; return how many questions."""
    ground = ground_of(workshop)
    every = [question for one in standing_contests(workshop) for question in questions_on(one, ground)]
    return retry_contested(questions=every)


def ask_all_contests() -> int:
    """Ask what is not answered yet in every workshop that is not concluding; return how many questions are new."""
    contested = Workshop.objects.filter(contests__ended_at__isnull=True).exclude(phase=Phase.CONCLUDING)
    return sum(ask_contests(one) for one in contested.distinct())
