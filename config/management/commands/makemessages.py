# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Gather the texts to translate, in a form in which only the texts change."""

import re
from pathlib import Path

from django.core.management.base import CommandParser
from django.core.management.commands import makemessages


class Command(makemessages.Command):
    """Django's own command, with our choices: no guesses, no dates, no line numbers."""

    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]
    xgettext_options = [*makemessages.Command.xgettext_options, "--keyword=_p:1c,2"]  # how we call pgettext

    def add_arguments(self, parser: CommandParser) -> None:
        """Choose the language, the form and what to pass over."""
        super().add_arguments(parser)
        parser.set_defaults(
            locale=["nl"],
            no_wrap=True,
            add_location="file",
            no_obsolete=True,
            ignore_patterns=["frontend/*", "var/*", "tests/*", "benchmarks/*"],
        )

    def write_po_file(self, potfile: str, locale: str) -> None:
        """Write a catalogue without the moment of gathering: two that hold the same are the same."""
        super().write_po_file(potfile, locale)
        catalogue = Path(potfile).parent / locale / "LC_MESSAGES" / f"{self.domain}.po"
        text = catalogue.read_text(encoding="utf-8")
        catalogue.write_text(re.sub(r'^"POT-Creation-Date: .*\n', "", text, flags=re.MULTILINE), encoding="utf-8")
