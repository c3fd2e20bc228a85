# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Lay out the worked example, once."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from workshops.errors import WorkshopError
from workshops.services.example import compute_figures, load_example


class Command(BaseCommand):
    """Make the example workshop with its invented council, proposals and two rounds of votes."""

    help = "Lay out the worked example workshop, once; never over existing data. Its people share DEMO_PASSWORD."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Read who computes the figures."""
        parser.add_argument(
            "--project-now", action="store_true", help="compute the figures here instead of leaving them to a worker"
        )

    def handle(self, *args: Any, project_now: bool, verbosity: int, **options: Any) -> None:  # noqa: ARG002 -- Django's signature
        """Lay it out, and say so or say that it is there."""
        if not settings.DEMO_PASSWORD:
            raise CommandError("The people of the example need a password: set DEMO=1 and DEMO_PASSWORD.")
        try:
            loaded = load_example(password=settings.DEMO_PASSWORD)
        except WorkshopError as refusal:
            raise CommandError(refusal.message) from refusal
        told = "The worked example is laid out" if loaded.is_new else "The worked example is there already"
        self.say(f"{told}: /workshops/{loaded.workshop.slug}/", verbosity)
        if project_now:
            runs = compute_figures(workshop=loaded.workshop)
            self.say(f"Computed {runs} runs.", verbosity)

    def say(self, words: str, verbosity: int) -> None:
        """Tell, unless asked to be silent."""
        if verbosity:
            self.stdout.write(words)
