# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Check that nobody altered, removed or moved a line of a journal."""

from typing import Any

from django.core.management import BaseCommand, CommandError

from workshops.journal import breaks
from workshops.models import Workshop


class Command(BaseCommand):
    """Walk the chain of every workshop."""

    help = "Check the journal of every workshop; ends in an error when a line was altered, removed or moved."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 -- Django's signature
        """Say what each journal holds; the last hash is what to compare with an earlier note of it."""
        broken = 0
        for workshop in Workshop.objects.order_by("slug"):
            lines = list(workshop.journal.order_by("sequence"))
            found = breaks(lines)
            broken += bool(found)
            for problem in found:
                self.stderr.write(f"{workshop.slug}: {problem}")
            last = lines[-1].hash if lines else "none"
            self.stdout.write(f"{workshop.slug}: {len(lines)} lines, last hash {last}")
        if broken:
            raise CommandError(f"The journal of {broken} workshops does not hold.")
        self.stdout.write("Every journal holds.")
