# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Compile the translations, without the gettext tools."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management import BaseCommand


class Command(BaseCommand):
    """Turn every django.po into the django.mo that Django reads."""

    help = "Compile the translations in config/locale."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 -- Django's signature
        """Compile each, and say what is missing from it."""
        for folder in settings.LOCALE_PATHS:
            for source in sorted(Path(folder).glob("*/LC_MESSAGES/django.po")):
                self.stdout.write(compile_one(source))


def compile_one(source: Path) -> str:
    """Compile one catalogue; return a line that says how complete it is."""
    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parts[-3])
    with source.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)
    messages = [message for message in catalogue if message.id]
    done = sum(bool(message.string) and not message.fuzzy for message in messages)
    return f"Translations into {source.parts[-3]}: {done} of {len(messages)}"
