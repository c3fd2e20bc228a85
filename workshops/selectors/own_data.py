# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that is tied to a person, table by table: whatever points at the account is in it, new tables included."""

from collections.abc import Iterator
from typing import Any

from axes.models import AccessAttempt
from django.apps import apps
from django.db import models
from django.db.models import F, Q

from workshops.enums import Role
from workshops.models import AccessToken, Ballot, JournalEntry, Mandate, Participation, User, Workshop

SECRET = {User: {"password"}, AccessToken: {"digest"}}
# What makes a row readable without the tables around it.
READABLE: dict[type[models.Model], dict[str, str]] = {
    Ballot: {
        "workshop": "poll__round__workshop__slug",
        "round": "poll__round__number",
        "proposal": "poll__proposal__number",
        "title": "poll__reform_revision__title",
        "scenario": "poll__scenario_revision__title",
        "constituency": "seat__constituency__key",
        "seat_number": "seat__number",
    },
    Mandate: {
        "workshop": "seat__constituency__workshop__slug",
        "constituency": "seat__constituency__key",
        "seat_number": "seat__number",
    },
}
Rows = list[dict[str, Any]]


def own_data(person: User) -> dict[str, Rows]:
    """Return the rows of every table that is tied to a person: the account, what points at it, and its lines in the journal."""
    found = {User._meta.label_lower: _rows(User.objects.filter(pk=person.pk))}
    for model, named in tables_about_people():
        rows = _rows(model._default_manager.filter(named_is(person, named)))
        if rows:
            found[model._meta.label_lower] = rows
    lines = JournalEntry.objects.filter(actor=person.journal_id).order_by("workshop", "sequence")
    found[JournalEntry._meta.label_lower] = _rows(lines.annotate(in_workshop=F("workshop__slug")))
    found[AccessAttempt._meta.label_lower] = _rows(AccessAttempt.objects.filter(username=person.username))
    return found


def tables_about_people() -> Iterator[tuple[type[models.Model], list[str]]]:
    """Return every table that points at accounts, with the columns that do."""
    for model in apps.get_models():
        named = [one.name for one in model._meta.fields if one.is_relation and one.related_model is User]
        if named:
            yield model, named


def named_is(person: User, named: list[str]) -> Q:
    """Return the condition that one of these columns points at a person."""
    asked = Q()
    for name in named:
        asked |= Q(**{name: person})
    return asked


def left_without_a_lead(person: User) -> list[Workshop]:
    """Return the workshops that nobody else leads: two statements."""
    led = Workshop.objects.filter(participations__person=person, participations__role=Role.FACILITATOR)
    others = Participation.objects.filter(role=Role.FACILITATOR).exclude(person=person).values("workshop")
    return list(led.exclude(pk__in=others).distinct())


def _rows(found: models.QuerySet[Any]) -> Rows:
    """Return rows as plain values: the columns that are no secret, and what makes them readable."""
    hidden = SECRET.get(found.model, set())
    columns = [one.attname for one in found.model._meta.concrete_fields if one.name not in hidden]
    readable = READABLE.get(found.model, {})
    added = {name: F(where) for name, where in readable.items()}
    columns += [name for name in found.query.annotations if name not in columns]
    return list(found.values(*columns, **{f"about_{name}": where for name, where in added.items()}))
