# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is tried out: fields that each start somewhere, and a link that carries only what was moved."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from scenarios import vocabulary
from scenarios.templatetags.figures import language
from scenarios.vocabulary import Driver, Lever, Status
from workshops.forms.levers import PREFIX, NumberField, number_of, typed_as

DRIVER_PREFIX = "driver_"
TIMING = ("start_year", "phase_years", "budget_bn")
HELD = "held"
SET, HOLD, RELEASE, RESTART = "set", "hold", "release", "restart"


@dataclass(frozen=True, slots=True)
class Choice:
    """A worded level of a driver: how it is sent, how it is shown, what it is called."""

    value: str
    shown: str
    label: str


@dataclass(frozen=True, slots=True)
class Control:
    """A field with everything that somebody should know before moving it."""

    field: BoundField
    unit: str
    sentence: str
    bounds: str
    start: str
    source: str = ""
    status: Status | None = None
    levels: tuple[Choice, ...] = ()

    @property
    def is_moved(self) -> bool:
        """It says something else than at the start."""
        form = cast("TrialForm", self.field.form)
        return form.typed(self.field.name) != form.starts[self.field.name]


@dataclass(frozen=True, slots=True)
class ControlTheme:
    """Controls under one heading."""

    title: str
    controls: tuple[Control, ...]

    @property
    def is_open(self) -> bool:
        return any(one.is_moved for one in self.controls)

    @property
    def moved(self) -> int:
        return sum(one.is_moved for one in self.controls)


def settled(query: QueryDict) -> QueryDict:
    """Return an address in which a pressed button has done its work: hold this version, let it go, start again."""
    found = query.copy()
    if RESTART in query:
        for name in filter(_is_field, query):
            del found[name]
    if HOLD in query or RELEASE in query:
        for name in query:
            if name == HELD or name.startswith(f"{HELD}-"):
                del found[name]
    if HOLD in query:
        found[HELD] = "1"
        for name in filter(_is_field, query):
            found[f"{HELD}-{name}"] = str(query[name])
    return found


def _is_field(name: str) -> bool:
    return name.startswith((PREFIX, DRIVER_PREFIX)) or name in TIMING


class TrialForm(forms.Form):
    """Fields that each start somewhere. What the address leaves out stands where it starts."""

    known_prefix = PREFIX
    unknown: Promise = gettext_lazy("The model has no lever called “%(key)s”. Leave it out of the address.")

    def __init__(
        self, query: QueryDict, *, fields: Mapping[str, forms.Field], starts: Mapping[str, str], held: bool
    ) -> None:
        self.starts = dict(starts)
        self.query = query
        prefix = HELD if held else None
        typed = {name: query.get(f"{HELD}-{name}" if held else name, start) for name, start in starts.items()}
        if not held:
            typed |= {name: value for name, value in [query.get(SET, "").partition(":")[::2]] if name in starts}
        keyed = {f"{HELD}-{name}" if held else name: as_typed(value) for name, value in typed.items()}
        super().__init__(keyed, prefix=prefix, auto_id="id_%s" if not held else False)
        self.fields |= fields

    def clean(self) -> dict[str, Any]:
        """Name what the address asks for and the model does not have."""
        for name in self.query:
            key = name.removeprefix(f"{HELD}-")
            if key.startswith(self.known_prefix) and key not in self.fields:
                facts = {"key": key.removeprefix(self.known_prefix)[:60]}
                self.add_error(None, str(self.unknown) % facts)
        return super().clean() or {}

    def typed(self, name: str) -> str:
        """Return what a field says, written plainly; what cannot be read stays as it is."""
        return plainly(str(self[name].value() or ""))

    @property
    def words(self) -> str:
        """What is tried, in words."""
        raise NotImplementedError

    @property
    def moved(self) -> dict[str, str]:
        """What differs from the start, written plainly: what a link carries."""
        said = {name: self.typed(name) or "0" for name in self.fields}
        return {name: value for name, value in said.items() if value != self.starts[name]}

    def control(self, name: str, **facts: Any) -> Control:
        """Return a field with its start beside it."""
        return Control(field=self[name], start=typed_as(self.starts[name]), **facts)


def ends_of(term: Lever | Driver) -> dict[str, str]:
    return {"low": number_of(term.low, term), "high": number_of(term.high, term)}


def citation_of(source: str) -> str:
    return vocabulary.source(source).citation.in_language(language()).rstrip(".")


def plainly(typed: str) -> str:
    """Write a number with a point and no digits it does not need; what is no number stays as it is."""
    found = number_in(typed)
    return typed if found is None else found


def as_typed(value: str) -> str:
    """Write a number as people of the language type it; what is no number stays as it is."""
    found = number_in(value)
    return value if found is None else typed_as(found)


def number_in(typed: str) -> str | None:
    """Return a number written plainly; none when it is no number."""
    try:
        found = NumberField(required=False).to_python(typed)
    except ValidationError:
        return None
    if found is None:
        return None
    return f"{found.normalize():f}" if found else "0"
