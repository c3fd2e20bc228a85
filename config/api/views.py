# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The description of the API: for machines at /api/v1/openapi.json, for people at /api/."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView


@lru_cache(maxsize=2)
def openapi_in(language: str) -> dict[str, Any]:
    """Return the description in one language; it is the same for everybody and never changes while we run."""
    with translation.override(language):
        return dict(SchemaGenerator().get_schema(request=None, public=True))


class OpenApi(APIView):
    """Open to all, from anywhere."""

    authentication_classes = ()
    permission_classes = ()

    @extend_schema(exclude=True)
    def get(self, request: Request) -> Response:  # noqa: ARG002 -- the shape of a view
        """Return the description in the language that is asked for."""
        return Response(openapi_in(_language()), headers={"Access-Control-Allow-Origin": "*"})


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked of the API."""

    method: str
    path: str
    summary: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A resource, what it is, and what can be asked of it."""

    name: str
    words: str
    operations: tuple[Operation, ...]


@require_safe
def show_api(request: HttpRequest) -> HttpResponse:
    """Tell people what the API offers and how to start, from the description itself."""
    described = openapi_in(_language())
    found = [
        (operation["tags"], Operation(method.upper(), path, str(operation["summary"])))
        for path, operations in described["paths"].items()
        for method, operation in operations.items()
    ]
    resources = [
        Listed(tag["name"], tag["description"], tuple(one for tags, one in found if tag["name"] in tags))
        for tag in described["tags"]
    ]
    context = {"resources": resources, "info": described["info"], "server": described["servers"][0]["url"]}
    return render(request, "pages/api.html", context)


def _language() -> str:
    return "en" if (translation.get_language() or "nl").startswith("en") else "nl"
