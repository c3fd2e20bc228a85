# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whoever reads Dutch never meets an English sentence: every text is translated, and none is doubtful."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management import call_command

from tests.servers import legs

CATALOGUE = Path("config/locale/nl/LC_MESSAGES/django.po")
SOURCES = ("config", "scenarios", "workshops", "templates")
GATHERING = ("xgettext", "msguniq", "msgmerge", "msgattrib")
HELD = re.compile(r"%\(\w+\)[a-z]|%%|<[^>]*>|`[^`]*`")  # what is filled in, and what is never translated


def read(file: Path) -> Catalog:
    with file.open("rb") as stream:
        return read_po(stream, locale="nl")


def texts_of(catalogue: Catalog) -> set[tuple[str | None, str]]:
    return {(one.context, one.id if isinstance(one.id, str) else one.id[0]) for one in catalogue if one.id}


def pairs(catalogue: Catalog) -> Iterator[tuple[str, str]]:
    """Return every text with its translation; the singular and the plural apart."""
    for one in catalogue:
        if one.id:
            yield from [(one.id, one.string)] if isinstance(one.id, str) else zip(one.id, one.string, strict=True)


@pytest.fixture(scope="module")
def dutch() -> Catalog:
    return read(settings.BASE_DIR / CATALOGUE)


@pytest.fixture(scope="module")
def gathered_file(tmp_path_factory) -> Path:
    """The catalogue after gathering anew, in a copy of the code: gathering writes beside the templates."""
    if absent := [program for program in GATHERING if shutil.which(program) is None]:
        legs.missing(absent[0], "Debian: apt-get install gettext")
    copy = tmp_path_factory.mktemp("gathered")
    for folder in SOURCES:
        shutil.copytree(settings.BASE_DIR / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(copy)
        patch.setattr(settings, "LOCALE_PATHS", [copy / "config" / "locale"])
        call_command("makemessages", verbosity=0)
    return copy / CATALOGUE


@pytest.fixture(scope="module")
def gathered(gathered_file) -> Catalog:
    return read(gathered_file)


def test_every_text_has_a_dutch_translation(dutch):
    assert [text for text, translation in pairs(dutch) if not translation] == []


def test_no_translation_is_a_guess(dutch):
    assert [one.id for one in dutch if one.id and one.fuzzy] == []


def test_a_translation_holds_what_its_text_holds(dutch):
    differing = [(a, b) for a, b in pairs(dutch) if sorted(HELD.findall(a)) != sorted(HELD.findall(b))]
    assert differing == []


def test_a_translation_ends_as_its_text_does(dutch):
    assert [(a, b) for a, b in pairs(dutch) if a[-1] != b[-1] and {a[-1], b[-1]} & set(".:?!")] == []


def test_no_dutch_sentence_is_longer_than_25_words(dutch):
    sentences = [one for _text, words in pairs(dutch) for one in re.split(r"(?<=[.?!])\s+", words)]
    assert [one for one in sentences if len(one.split()) > 25] == []


def test_dutch_has_two_numbers(dutch):
    assert (dutch.num_plurals, dutch.plural_expr) == (2, "(n != 1)")


def test_gathering_anew_finds_no_text_that_the_catalogue_lacks(dutch, gathered):
    assert texts_of(gathered) - texts_of(dutch) == set(), "`make messages`, then translate"


def test_gathering_anew_drops_no_text(dutch, gathered):
    assert texts_of(dutch) - texts_of(gathered) == set(), "`make messages` drops what is used nowhere"


def test_a_catalogue_does_not_say_when_it_was_gathered(gathered_file):
    assert "POT-Creation-Date" not in gathered_file.read_text(encoding="utf-8")
