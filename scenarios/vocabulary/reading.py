# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""From the tables in scenarios/data to terms; a missing or misspelt field stops the reading."""

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from enum import EnumType
from functools import cache
from pathlib import Path
from types import MappingProxyType, NoneType
from typing import Any, Protocol, TypeVar, get_args, get_origin, get_type_hints

from scenarios.vocabulary.terms import Text

DATA = Path(__file__).parent.parent / "data"


class UnknownTerm(LookupError):  # noqa: N818 - it names what went wrong, as LookupError does
    """Somebody asked for a word that the vocabulary does not have."""

    def __init__(self, kind: str, key: str, known: Iterable[str]) -> None:
        near = get_close_matches(key, list(known), n=1)
        hint = f"; did you mean '{near[0]}'?" if near else ""
        super().__init__(f"There is no {kind} called '{key}'{hint}")


class Keyed(Protocol):
    """Anything that is found by its key."""

    @property
    def key(self) -> str:
        """The name by which code and data refer to it."""


Term = TypeVar("Term", bound=Keyed)


@cache
def entries(name: str, section: str, kind: type[Term]) -> tuple[Term, ...]:
    """Return a section of a table as terms, in the order of the file."""
    table = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))[section]
    return tuple(shaped(kind, {"key": key, **entry}, f"{name}.toml, {key}") for key, entry in table.items())


@cache
def digests() -> Mapping[str, str]:
    """Return the SHA-256 of every data file."""
    files = sorted(DATA.glob("*.toml"))
    return MappingProxyType({file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files})


def pick(kind: str, key: str, terms: tuple[Term, ...]) -> Term:
    """Return the term with this key, or say which term was meant."""
    for term in terms:
        if term.key == key:
            return term
    raise UnknownTerm(kind, key, (term.key for term in terms))


def shaped(kind: Any, value: Any, place: str) -> Any:
    """Return a raw value as the kind that an annotation asks for; `place` is told when it does not fit."""
    if kind is Text:
        return Text(nl=_unwrapped(value["nl"]), en=_unwrapped(value["en"]))
    if is_dataclass(kind):
        return _record(kind, value, place)
    arguments = [argument for argument in get_args(kind) if argument is not NoneType]
    if get_origin(kind) is tuple:
        return tuple(shaped(arguments[0], item, place) for item in value)
    if get_origin(kind) is Mapping:
        return MappingProxyType({key: shaped(arguments[1], item, place) for key, item in value.items()})
    if NoneType in get_args(kind) and len(arguments) == 1:
        return None if value is None else shaped(arguments[0], value, place)
    return kind(value) if kind is float or isinstance(kind, EnumType) else value


def _record(kind: Any, value: Mapping[str, Any], place: str) -> Any:
    hints = get_type_hints(kind)
    strangers = set(value) - {field.name for field in fields(kind)}
    if strangers:
        raise TypeError(f"{place}: {kind.__name__} has no field {', '.join(sorted(strangers))}")
    try:
        return kind(**{name: shaped(hints[name], item, place) for name, item in value.items()})
    except (KeyError, TypeError) as error:
        raise TypeError(f"{place}: {error}") from error


def _unwrapped(text: str) -> str:
    """Join the lines of each paragraph; blank lines stay."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))
