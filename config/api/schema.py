# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the API describes itself: OpenAPI 3.1, with what every answer carries and how every error looks."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.extensions import OpenApiAuthenticationExtension, OpenApiSerializerFieldExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import Direction, OpenApiParameter
from rest_framework import serializers

from config.api.pagination import Pages
from config.api.problems import CONTENT_TYPE
from scenarios.api import levers
from scenarios.api.fields import SPACES, Text
from scenarios.api.resources import Body, Resource

NUL, NOT_BLANK = r"\x00", rf"^[^\x00]*[^{SPACES}\x00][^\x00]*$"
READS = frozenset({"get", "head"})
MADE = frozenset({"201", "202"})
RESOURCES = {
    "workshops": _("Deliberations from request to report: who sits there, what was agreed, in which phase."),
    "scenarios": _("Coherent futures with their drivers, developments and figures when nothing is done."),
    "institutions": _("The rules and bodies of today, and what strains them in each scenario."),
    "reforms": _("The catalogue of ready-made changes of the rules."),
    "proposals": _("Reforms put on the table by somebody, with reasons."),
    "amendments": _("What seats want to read otherwise in a proposal, and what became of it."),
    "projections": _(
        "Questions to the engine: what a reform, or a package of your own, does per scenario and population group."
    ),
    "studies": _("Questions that take many runs: what makes a proposal fail, what moves it, by when, and packages."),
    "polls": _("What is put to the vote: one proposal in one scenario; and the ballots in it."),
    "ballots": _("Your own ballots in a workshop."),
    "support": _("How the seats answered, per constituency."),
    "matrix": _("Support beside impact, proposals by scenarios: the object of the page and the CSV."),
    "assumptions": _("What the model assumes in a workshop, with limits, source and status."),
    "contests": _("Assumptions that somebody holds otherwise, and whether a verdict changes by it."),
    "measures": _("Other measures than the verdict: regret, dominance and their rankings, and where they disagree."),
    "stress-ratings": _("Whether an institution still does what it is for in a scenario, as each side says."),
    "institution-verdicts": _("What the council would have become of an institution, scenario by scenario."),
    "practice-examples": _("How firms and their workers cope today."),
    "annotations": _("Remarks on passages of practice examples."),
    "positions": _("Who supports what, in the council's own wording."),
    "reports": _("The compiled reports, frozen when made."),
    "model": _("The model laid open: levers, drivers, outcomes and uncertain numbers, with bounds and sources."),
}
PROBLEMS = {
    "400": ("BadRequest", "What was asked or sent is not right; `errors` says all that is wrong."),
    "401": ("Unauthorized", "Say who you are: send a bearer token, or sign in."),
    "403": ("Forbidden", "Your role or seat does not allow this."),
    "404": ("NotFound", "There is nothing here, or nothing that you may see."),
    "406": ("NotAcceptable", "This can only be told as JSON."),
    "409": ("Conflict", "The state of the workshop does not allow this now."),
    "413": ("TooLarge", "More was sent than is read."),
    "415": ("UnsupportedMediaType", "Only JSON is read."),
    "500": ("ServerError", "Something went wrong on our side."),
}


class Description(AutoSchema):
    """Reads from a resource what it may be asked; shapes go by the name of what they show."""

    def get_override_parameters(self) -> list[Any]:
        declared = list(super().get_override_parameters())
        if not isinstance(self.view, Resource):
            return declared
        if (query := self.view.query_of(self.view.action))().fields:
            declared.append(query)
        if self.view.has_linked_pages and self.view.action == "list":
            declared += [
                OpenApiParameter(name, {"type": "integer", "minimum": least, "maximum": most, "default": usual})
                for name, (least, most, usual) in Pages.bounds.items()
            ]
        return declared

    def get_serializer_name(self, serializer: Any, direction: Direction) -> str:
        return super().get_serializer_name(serializer, direction).removesuffix("Shape")

    def _map_basic_serializer(self, serializer: Any, direction: Direction) -> Any:
        described = super()._map_basic_serializer(serializer, direction)
        if isinstance(serializer, Body):
            described |= {"additionalProperties": False, **serializer.conditions}
        return described


class BearerScheme(OpenApiAuthenticationExtension):
    """The bearer token."""

    target_class = "config.api.authentication.BearerAuthentication"
    name = "bearer"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:  # noqa: ARG002 -- the shape of an extension
        return {"type": "http", "scheme": "bearer", "description": "Made by `python manage.py create_token PERSON`."}


class TextField(OpenApiSerializerFieldExtension):
    """Text that is sent holds no NUL, and where it may not be blank more than spaces."""

    target_class = Text
    match_subclasses = True

    def map_serializer_field(self, auto_schema: AutoSchema, direction: Direction) -> dict[str, Any]:
        described: dict[str, Any] = dict(
            auto_schema._map_serializer_field(self.target, direction, bypass_extensions=True)  # noqa: SLF001 -- as the manual shows
        )
        if self.target.allow_blank:
            return described | {"not": {"pattern": NUL}}
        return described | {"pattern": NOT_BLANK, "minLength": 1}


class LeversField(OpenApiSerializerFieldExtension):
    """The levers, each with its bounds."""

    target_class = levers.Levers

    def map_serializer_field(self, auto_schema: AutoSchema, direction: Direction) -> dict[str, Any]:  # noqa: ARG002 -- the shape of an extension
        return levers.described()


class MovesField(OpenApiSerializerFieldExtension):
    """Levers or drivers, each with its bounds."""

    target_class = "scenarios.api.questions.Moves"

    def map_serializer_field(self, auto_schema: AutoSchema, direction: Direction) -> dict[str, Any]:  # noqa: ARG002 -- the shape of an extension
        return dict(self.target.described())


class YesField(OpenApiSerializerFieldExtension):
    """Nothing but true."""

    target_class = "scenarios.api.fields.Yes"

    def map_serializer_field(self, auto_schema: AutoSchema, direction: Direction) -> dict[str, Any]:  # noqa: ARG002 -- the shape of an extension
        described: dict[str, Any] = {"type": "boolean", "const": True}
        if isinstance(self.target, serializers.Field) and self.target.help_text:
            described["description"] = str(self.target.help_text)
        return described


def declare_what_every_answer_carries(
    result: dict[str, Any],
    generator: Any,  # noqa: ARG001 -- the shape of a hook
    request: Any,  # noqa: ARG001
    public: bool,  # noqa: ARG001, FBT001
) -> dict[str, Any]:
    """Add the version header to every answer, and the problems that an operation can meet."""
    components = result.setdefault("components", {})
    components["headers"] = {
        "API-Version": {"required": True, "schema": {"type": "string"}, "description": "Full version."}
    }
    components["headers"]["Location"] = {"schema": {"type": "string", "format": "uri-reference"}}
    components.setdefault("schemas", {})["Problem"] = PROBLEM
    components["responses"] = {name: _problem(words) for name, words in PROBLEMS.values()}
    for path, operations in result["paths"].items():
        for method, operation in operations.items():
            if "requestBody" in operation:
                operation["requestBody"]["required"] = True
            for status, answer in operation["responses"].items():
                answer["headers"] = {name: {"$ref": f"#/components/headers/{name}"} for name in _headers_of(status)}
            for status in _problems_of(path, method, operation):
                name = PROBLEMS[status][0]
                operation["responses"].setdefault(status, {"$ref": f"#/components/responses/{name}"})
    result["tags"] = [{"name": name, "description": str(words)} for name, words in RESOURCES.items()]
    _tidy(result)
    return result


def _headers_of(status: str) -> list[str]:
    return ["API-Version", "Location"] if status in MADE else ["API-Version"]


def _tidy(described: Any) -> None:
    """Leave out what the generator keeps for itself."""
    for inner in described.values() if isinstance(described, dict) else described:
        if isinstance(inner, dict):
            inner.pop("x-spec-enum-id", None)
        if isinstance(inner, dict | list):
            _tidy(inner)


def _problems_of(path: str, method: str, operation: Mapping[str, Any]) -> list[str]:
    is_read = method in READS
    finds = "{" in path or any(one["name"] == "workshop" for one in operation.get("parameters", [])) or not is_read
    has_body = "requestBody" in operation
    met = {"403": not is_read, "404": finds, "409": not is_read, "413": has_body, "415": has_body}
    return [status for status in PROBLEMS if met.get(status, True)]


def _problem(words: str) -> dict[str, Any]:
    return {
        "description": words,
        "headers": {"API-Version": {"$ref": "#/components/headers/API-Version"}},
        "content": {CONTENT_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


PROBLEM = {
    "type": "object",
    "description": "What went wrong (RFC 9457).",
    "required": ["status", "title", "detail"],
    "properties": {
        "status": {"type": "integer"},
        "title": {"type": "string"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "description": "Everything that is wrong with what was asked or sent.",
            "items": {
                "type": "object",
                "required": ["field", "detail"],
                "properties": {"field": {"type": "string"}, "detail": {"type": "string"}},
            },
        },
    },
}
