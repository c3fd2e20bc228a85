# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Load the reference data; safe to repeat."""

from typing import Any

from django.core.management import BaseCommand

from scenarios.services.reference import load_reference


class Command(BaseCommand):
    """Bring institutions, reforms, scenarios and yardsticks up to date with scenarios/data."""

    help = "Load institutions, ready-made reforms, scenarios and yardsticks from scenarios/data; safe to repeat."

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:  # noqa: ARG002 -- Django's signature
        """Load, and say what is there."""
        loaded = load_reference()
        if verbosity:
            self.stdout.write(
                f"There are {len(loaded.institutions)} institutions, {len(loaded.reforms)} ready-made reforms, "
                f"{len(loaded.scenarios)} scenarios and {len(loaded.yardsticks)} yardsticks."
            )
