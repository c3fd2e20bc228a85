# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What workers can be asked to do for workshops."""

from celery import shared_task

from workshops.jobs.contests import ask_all_contests


@shared_task(name="workshops.tasks.keep_contests_current")
def keep_contests_current() -> int:
    """Ask anew what a new version of the model, or anything else that nobody announced, made stale."""
    return ask_all_contests()
