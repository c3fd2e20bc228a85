# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the scheduler asks of workers here."""

from celery import shared_task

from workshops.jobs import partings


@shared_task(name="workshops.tasks.part_ballots")
def part_ballots() -> int:
    """Cut the ties of pseudonymous ballots whose time has come."""
    return partings.part_ballots()
