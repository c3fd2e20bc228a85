# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Between dataclasses and what a row can hold."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, TypeVar

from scenarios.vocabulary.reading import shaped

Json = dict[str, Any]
Kind = TypeVar("Kind")


def plain(value: Any) -> Any:
    """Return a dataclass, and whatever it holds, as what JSON knows."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(held) for key, held in value.items()}
    if isinstance(value, tuple | list):
        return [plain(held) for held in value]
    return value.value if isinstance(value, Enum) else value


def read(kind: type[Kind], told: Json) -> Kind:
    """Return what a row holds as a dataclass; a field too many or too few stops the reading."""
    return shaped(kind, told, kind.__name__)  # type: ignore[no-any-return]
