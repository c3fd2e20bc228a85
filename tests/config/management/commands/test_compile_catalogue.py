# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Translations are compiled by Python alone; doubtful ones are left out."""

import gettext

import pytest

from config.management.commands.compile_catalogue import compile_one

CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Support"
msgstr "Draagvlak"

#, fuzzy
msgid "Ballot"
msgstr "Stembus"

msgid "Seat"
msgstr ""

msgid "%(count)s ballot"
msgid_plural "%(count)s ballots"
msgstr[0] "%(count)s stem"
msgstr[1] "%(count)s stemmen"
"""


@pytest.fixture
def source(tmp_path):
    file = tmp_path / "nl" / "LC_MESSAGES" / "django.po"
    file.parent.mkdir(parents=True)
    file.write_text(CATALOGUE, encoding="utf-8")
    return file


def test_it_says_how_many_texts_are_translated(source):
    assert compile_one(source) == "Translations into nl: 2 of 4"


def test_what_is_translated_can_be_looked_up(source):
    compile_one(source)
    with source.with_suffix(".mo").open("rb") as file:
        known = gettext.GNUTranslations(file)
    assert known.gettext("Support") == "Draagvlak"
    assert known.ngettext("%(count)s ballot", "%(count)s ballots", 2) == "%(count)s stemmen"


def test_a_doubtful_translation_is_not_shown(source):
    compile_one(source)
    with source.with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Ballot") == "Ballot"
