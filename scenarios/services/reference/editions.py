# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Editions: find the one that says this already, or make the next; never change one."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Model

from scenarios.vocabulary import Text

Content = Mapping[str, Any]


def written(**texts: Text) -> dict[str, Any]:
    """Return texts as columns: Dutch in the fields, English beside it."""
    return {
        "lang": "nl",
        "translations": {"en": {field: text.en for field, text in texts.items()}},
        **{field: text.nl for field, text in texts.items()},
    }


def joined(*texts: Text, by: str = "\n\n") -> Text:
    """Return several texts as one, in both languages."""
    return Text(nl=by.join(text.nl for text in texts), en=by.join(text.en for text in texts))


def says(row: Model, content: Content) -> bool:
    """Whether a row holds this content already, its translations aside."""
    return all(getattr(row, field) == value for field, value in content.items() if field != "translations")


def retell(row: Model, content: Content) -> None:
    """Bring a row's translations up to date: they are no part of what an edition fixes."""
    if getattr(row, "translations") != content["translations"]:  # noqa: B009 -- any written row
        type(row)._default_manager.filter(pk=row.pk).update(translations=content["translations"])


def next_number(numbers: Iterable[int]) -> int:
    """Return the number after the last edition, whoever wrote it."""
    return max(numbers, default=0) + 1
