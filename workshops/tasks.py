# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the scheduler asks of workers for workshops."""

from celery import shared_task

from workshops.jobs import digests, partings
from workshops.jobs.contests import ask_all_contests


@shared_task(name="workshops.tasks.part_ballots")
def part_ballots() -> int:
    """Cut the ties of pseudonymous ballots whose time has come."""
    return partings.part_ballots()


@shared_task(name="workshops.tasks.keep_contests_current")
def keep_contests_current() -> int:
    """Ask anew what a new version of the model, or anything else that nobody announced, made stale."""
    return ask_all_contests()


@shared_task(name="workshops.tasks.send_digests")
def send_digests() -> int:
    """Mail each person at most once a day what is new and asked of them."""
    return digests.send_digests()
