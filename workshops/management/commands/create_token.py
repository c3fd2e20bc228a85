# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Make a bearer token for a person; it is shown once."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError

from workshops.models import User
from workshops.services.tokens import create_token


class Command(BaseCommand):
    """Print a token that lets a program act as a person."""

    help = "Print a new bearer token for a person. It is shown once: only its digest is kept."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Read for whom."""
        parser.add_argument("person", help="the name that this person signs in with")

    def handle(self, *args: Any, person: str, **options: Any) -> None:  # noqa: ARG002 -- Django's signature
        """Print the token alone, so that a script can catch it."""
        found = User.objects.filter(username=person, is_active=True).first()
        if found is None:
            raise CommandError(f"Nobody signs in as '{person}'.")
        self.stdout.write(create_token(person=found))
