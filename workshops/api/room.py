# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Enter a workshop through the API: which one, and who you are in it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request

from scenarios.api.fields import Slug
from scenarios.api.resources import Query
from workshops.models import Workshop
from workshops.rules import Standing, can_enter
from workshops.selectors.people import standing_of

NOWHERE = _("There is nothing here that you may read.")


class WorkshopQuery(Query):
    """Every list of a workshop's things says which workshop."""

    workshop = Slug(max_length=60, help_text=_("The slug of the workshop."))


class Tongue(serializers.ChoiceField):
    """The language in which something is written; without it, the language that is asked for."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=[language for language, *_rest in settings.LANGUAGES], required=False, **kwargs)


@dataclass(frozen=True, slots=True)
class Room:
    """A workshop as one person sees it during one request."""

    workshop: Workshop
    who: Standing


def enter(request: Request, slug: str) -> Room:
    """Return the workshop and the person's standing: three statements. Unknown and closed look the same."""
    workshop = Workshop.objects.filter(slug=slug).first()
    if workshop is None:
        raise NotFound(NOWHERE)
    return room_of(request, workshop)


def room_of(request: Request, workshop: Workshop) -> Room:
    """Return the room of a workshop that was found by what is in it: two statements."""
    who = standing_of(request.user, workshop, day=timezone.localdate())
    if not can_enter(who, workshop):
        raise NotFound(NOWHERE)
    return Room(workshop, who)


@contextmanager
def written_in(told: Mapping[str, Any]) -> Iterator[None]:
    """Take what is written in the language that was sent along, if one was."""
    with translation.override(told.get("lang") or translation.get_language()):
        yield
