# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ask for a study of the model, and follow it: what makes a proposal fail, what moves it, by when, and packages."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, ClassVar
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios.api.fields import Key, Moment, OneOf, Slug
from scenarios.api.resources import Body, Resource
from scenarios.enums import ProjectionState, StudyKind
from scenarios.models import Study
from scenarios.selectors.studies.asked import answer_of
from workshops.api.projections import SOON
from workshops.api.proposals import proposal_in_reach
from workshops.api.room import enter
from workshops.models import User
from workshops.selectors.people import standings_of
from workshops.selectors.studies import is_open_to
from workshops.services.studies import OF_A_PROPOSAL, ask_about_packages, ask_about_proposal, ask_about_timing


class StudyShape(serializers.Serializer[Study]):
    """One question to the model that takes many runs, and what was found. Numbers are in the units of the model."""

    id = serializers.UUIDField(source="run")
    kind = OneOf(StudyKind)
    state = OneOf(ProjectionState)
    error = serializers.SerializerMethodField()
    stepsDone = serializers.IntegerField(source="steps_done")
    steps = serializers.IntegerField(help_text=gettext_lazy("Nought: it is not known how many."))
    engineVersion = serializers.CharField(source="engine_version", help_text=gettext_lazy("Empty until it is known."))
    requestedAt = Moment(source="requested_at")
    finishedAt = Moment(source="finished_at", allow_null=True)
    answer = serializers.SerializerMethodField(
        help_text=gettext_lazy("By kind; null until it is done. What is counted by key comes as a list with `key`.")
    )

    def get_error(self, study: Study) -> str:
        """Return what went wrong, in words that show nothing of the inside."""
        return _("The computation failed. Ask for it again.") if study.has_failed else ""

    @extend_schema_field({"type": ["object", "null"], "additionalProperties": {}})
    def get_answer(self, study: Study) -> Any:
        """Return the answer with names as the API has them."""
        return told(answer_of(study))


class StudyBody(Body):
    """What makes a proposal fail or moves its effect; or by when a workshop needs something, and its packages."""

    kind = OneOf(StudyKind)
    proposal = Key(required=False, help_text=gettext_lazy("For discovery and sensitivity."))
    workshop = Slug(max_length=60, required=False, help_text=gettext_lazy("For timing and packages."))

    conditions: ClassVar = {
        "oneOf": [
            {
                "required": ["kind", "proposal"],
                "properties": {"kind": {"enum": ["discovery", "sensitivity"]}, "workshop": False},
            },
            {
                "required": ["kind", "workshop"],
                "properties": {"kind": {"enum": ["timing", "packages"]}, "proposal": False},
            },
        ]
    }

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Take a proposal or a workshop, as the kind asks."""
        needed = "proposal" if attrs["kind"] in OF_A_PROPOSAL else "workshop"
        if attrs.keys() != {"kind", needed}:
            message = _("Send `proposal` with discovery or sensitivity, and `workshop` with timing or packages.")
            raise serializers.ValidationError({needed: [message]})
        return attrs


class Studies(Resource):
    @extend_schema(
        summary=gettext_lazy("Ask for a study"),
        request=StudyBody,
        responses={status.HTTP_202_ACCEPTED: StudyShape},
    )
    def create(self, request: Request) -> Response:
        """Ask a question that takes many runs; follow it at the address in `Location`.

        What was asked before is not asked twice; what failed is tried again.
        """
        study = _asked(request, self.sent(request, StudyBody))
        headers = {"Location": reverse("api:study", args=[study.run]), "Retry-After": SOON}
        return self.one(study, StudyShape, status=status.HTTP_202_ACCEPTED, headers=headers)

    @extend_schema(summary=gettext_lazy("Follow a study"), responses=StudyShape)
    def retrieve(self, request: Request, study: UUID) -> Response:
        """Return how far it is, and what was found."""
        found = get_object_or_404(Study, run=study)
        person = request.user
        own = standings_of(person, day=timezone.localdate()) if isinstance(person, User) else {}
        if not is_open_to(own, found):
            raise Http404
        return self.one(found, StudyShape)


def told(value: Any) -> Any:
    """Return a dataclass and what it holds with names in lower camel case; what has keys becomes a list."""
    if is_dataclass(value):
        return {_camel(field.name): told(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return [{"key": key, "value": told(held)} for key, held in value.items()]
    if isinstance(value, tuple | list):
        return [told(held) for held in value]
    return value.value if isinstance(value, Enum) else value


def _camel(name: str) -> str:
    return re.sub(r"_(\w)", lambda found: found[1].upper(), name)


def _asked(request: Request, sent: dict[str, Any]) -> Study:
    if sent["kind"] in OF_A_PROPOSAL:
        room, proposal = proposal_in_reach(request, sent["proposal"])
        return ask_about_proposal(who=room.who, proposal=proposal, kind=sent["kind"])
    room = enter(request, sent["workshop"])
    ask = ask_about_timing if sent["kind"] == StudyKind.TIMING else ask_about_packages
    return ask(who=room.who, workshop=room.workshop)
