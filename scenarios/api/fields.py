# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fields that mean what their description says: no number is taken for text, and no text for a number."""

import math
import re
from datetime import UTC
from enum import StrEnum
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers
from rest_framework.fields import get_attribute

# what is left off the ends of a text: to the languages that read patterns these separators are no spaces
SPACES = r"\s\x1c-\x1f\x85"
UUID_FORM = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


class Text(serializers.CharField):
    """Text of a bounded length; blank ends are left off, unless `trim_whitespace=False`."""

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        if self.max_length is not None and len(data) > self.max_length:
            self.fail("max_length", max_length=self.max_length)
        return super().to_internal_value(data)


def _bounds_told(options: dict[str, Any]) -> dict[str, Any]:
    """Return the options of a number with words for its bounds that say what to send instead."""
    low, high = options.get("min_value"), options.get("max_value")
    if low is None or high is None:
        return options
    words = format_lazy(_("Send a number from {low} to {high}."), low=low, high=high)
    return options | {"error_messages": {"min_value": words, "max_value": words} | options.get("error_messages", {})}


class Number(serializers.FloatField):
    """A finite number."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**_bounds_told(options))

    def to_internal_value(self, data: Any) -> float:
        if isinstance(data, bool) or not isinstance(data, int | float):
            self.fail("invalid")
        try:
            number = float(data)
        except OverflowError:
            self.fail("invalid")
        if not math.isfinite(number):
            self.fail("invalid")
        return number


class Whole(serializers.IntegerField):
    """A whole number; 3.0 is one too."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**_bounds_told(options))

    def to_internal_value(self, data: Any) -> int:
        if isinstance(data, bool) or not isinstance(data, int | float) or data != data // 1:
            self.fail("invalid")
        return int(data)


class Key(serializers.UUIDField):
    """A UUID as it is written everywhere here: with hyphens."""

    def to_internal_value(self, data: Any) -> Any:
        if not (isinstance(data, str) and UUID_FORM.fullmatch(data)):
            self.fail("invalid", value=str(data)[:60])
        return super().to_internal_value(data)


class Slug(serializers.SlugField):
    """The name of something in an address."""

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str) or (self.max_length and len(data) > self.max_length):
            self.fail("invalid")
        return super().to_internal_value(data)


class OneOf(serializers.ChoiceField):
    """One of a closed list."""

    def __init__(self, kind: type[StrEnum], **kwargs: Any) -> None:
        self.kind = kind
        super().__init__(choices=[(one.value, one.value) for one in kind], **kwargs)

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, str):
            self.fail("invalid_choice", input=str(data)[:60])
        chosen = super().to_internal_value(data)
        return self.kind(chosen) if chosen else ""


class Yes(serializers.BooleanField):
    """Nothing but `true`."""

    default_error_messages = {"no": _("This has to be true.")}

    def to_internal_value(self, data: Any) -> bool:
        if data is not True:
            self.fail("no")
        return True


class Flag(serializers.BooleanField):
    """`true` or `false`, and nothing that looks like it."""

    def to_internal_value(self, data: Any) -> bool:
        if not isinstance(data, bool):
            self.fail("invalid", input=str(data)[:60])
        return data


class Moment(serializers.DateTimeField):
    """A moment, told in UTC."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(default_timezone=UTC, read_only=True, **kwargs)


class Said(serializers.CharField):
    """A text in the language that is asked for, else in the language it was written in; `of` says whose."""

    def __init__(self, words: str = "", *, of: str = "", **kwargs: Any) -> None:
        self.words, self.of = words, of
        super().__init__(read_only=True, source="*", **kwargs)

    def get_attribute(self, instance: Any) -> Any:
        return get_attribute(instance, self.of.split(".")) if self.of else instance

    def to_representation(self, value: Any) -> str:
        return str(value.said(self.words or str(self.field_name)) or "")


class SaidIn(serializers.CharField):
    """The language in which a text is told."""

    def __init__(self, words: str, **kwargs: Any) -> None:
        self.words = words
        super().__init__(read_only=True, source="*", **kwargs)

    def to_representation(self, value: Any) -> str:
        return str(value.said_lang(self.words))


class InLanguage(serializers.CharField):
    """A text of the vocabulary, in the language that is asked for."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(read_only=True, **kwargs)

    def to_representation(self, value: Any) -> str:
        return str(value.in_language(self.context["language"]))
