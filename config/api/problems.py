# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Errors as problem documents (RFC 9457): status, title, detail, and every wrong field at once."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import exception_handler

from scenarios.errors import ScenarioError, TooManyError
from workshops.errors import (
    AgreementsError,
    AssumptionError,
    MovedError,
    NotAllowedError,
    NotComputableError,
    PassageError,
    RoundClosedError,
    WorkshopError,
    WrongPhaseError,
)

CONTENT_TYPE = "application/problem+json"
STATUS_OF = {
    NotAllowedError: HTTPStatus.FORBIDDEN,
    WrongPhaseError: HTTPStatus.CONFLICT,
    RoundClosedError: HTTPStatus.CONFLICT,
    AgreementsError: HTTPStatus.CONFLICT,
    AssumptionError: HTTPStatus.CONFLICT,
    NotComputableError: HTTPStatus.CONFLICT,
    PassageError: HTTPStatus.CONFLICT,
    MovedError: HTTPStatus.CONFLICT,
    TooManyError: HTTPStatus.CONFLICT,
    WorkshopError: HTTPStatus.BAD_REQUEST,
    ScenarioError: HTTPStatus.BAD_REQUEST,
}


def problem(status: HTTPStatus, detail: str, *, errors: list[dict[str, str]] | None = None) -> dict[str, Any]:
    """Return a problem document."""
    found: dict[str, Any] = {"status": int(status), "title": status.phrase, "detail": detail}
    return found | {"errors": errors} if errors else found


def problem_response(exception: Exception, context: dict[str, Any]) -> Response | None:
    """Turn an exception into a problem document; what is not ours to explain goes on."""
    if isinstance(exception, WorkshopError | ScenarioError):
        status = next(status for kind, status in STATUS_OF.items() if isinstance(exception, kind))
        wrong = [{"field": _on_the_wire(exception.field), "detail": exception.message}] if exception.field else None
        return _respond(problem(status, exception.message, errors=wrong))
    response = exception_handler(exception, context)
    if response is None:
        return None
    status = HTTPStatus(response.status_code)
    if isinstance(exception, exceptions.ValidationError):
        wrong = list(_wrong_fields(exception.detail))
        detail = _("Some of what was sent is not right; `errors` says what.")
        return _respond(problem(status, detail, errors=wrong), headers=response.headers)
    return _respond(problem(status, _detail(exception)), headers=response.headers)


def _respond(document: dict[str, Any], headers: Any = None) -> Response:
    kept = {
        name: value for name, value in (headers or {}).items() if name in {"Allow", "WWW-Authenticate", "Retry-After"}
    }
    return Response(document, status=document["status"], content_type=CONTENT_TYPE, headers=kept)


def _detail(exception: Exception) -> str:
    if isinstance(exception, Http404):
        return _("There is nothing at this address.")
    if isinstance(exception, PermissionDenied):
        return _("You may not do this.")
    return str(getattr(exception, "detail", exception))


def _on_the_wire(field: str) -> str:
    """Return the name of a field as it is sent."""
    first, *others = field.split("_")
    return first + "".join(one.capitalize() for one in others)


def _wrong_fields(detail: Any, path: str = "") -> Iterator[dict[str, str]]:
    if isinstance(detail, dict):
        for name, inner in detail.items():
            yield from _wrong_fields(inner, f"{path}.{name}".strip("."))
    elif isinstance(detail, list):
        for inner in detail:
            yield from _wrong_fields(inner, path)
    else:
        yield {"field": path, "detail": str(detail)}


def plain_problem(status: HTTPStatus, detail: str) -> HttpResponse:
    """Answer with a problem document outside of the framework."""
    return JsonResponse(problem(status, detail), status=status, content_type=CONTENT_TYPE)
