# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""`python manage.py import_composition WORKSHOP FILE`: seats from a table, such as workshops/data/real_council_2015.csv."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from workshops.errors import WorkshopError
from workshops.models import Workshop
from workshops.services.composition import import_composition, rows_in


class Command(BaseCommand):
    help = "Bring organisations and seats into a workshop that has none, from a CSV file. No people, no ballots."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("workshop", help="the workshop's name in its address")
        parser.add_argument("file", type=Path, help="a CSV file with the columns constituency, organisation, seats")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 -- Django's signature
        workshop = Workshop.objects.filter(slug=options["workshop"]).first()
        if workshop is None:
            raise CommandError(f"There is no workshop {options['workshop']!r}.")
        try:
            with options["file"].open(encoding="utf-8-sig") as lines:
                brought = import_composition(workshop=workshop, rows=rows_in(lines))
        except (OSError, WorkshopError) as trouble:
            raise CommandError(str(trouble)) from trouble
        print(f"Brought in {brought.organisations} organisations and {brought.seats} seats.")
