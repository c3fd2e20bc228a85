# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What answers pass through: problems and safety headers under the API prefix, refusals as pages elsewhere."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from config.api.problems import CONTENT_TYPE, plain_problem
from config.views.errors import forbidden
from scenarios.errors import ScenarioError
from workshops.errors import WorkshopError

PREFIX, DOCUMENTATION = "/api/", "/api/"
SAFETY = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
}
KEPT = {"Allow", "Content-Language", "Vary"}
Handler = Callable[[HttpRequest], HttpResponse]


def answer_api_in_problems(get_response: Handler) -> Handler:
    """Wrap the site: an error under the API prefix is a problem document, never a page."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not request.path.startswith(PREFIX) or request.path == DOCUMENTATION:
            return response
        is_page = not str(response.get("Content-Type", "")).startswith((CONTENT_TYPE, "application/json"))
        if response.status_code >= HTTPStatus.BAD_REQUEST and is_page:
            page, response = response, plain_problem(HTTPStatus(response.status_code), _words(response.status_code))
            for name in KEPT & page.headers.keys():
                response.headers[name] = page.headers[name]
        for name, value in SAFETY.items():
            response.headers[name] = value
        response.headers["API-Version"] = settings.API_VERSION
        return response

    return answer


def _words(status: int) -> str:
    if status == HTTPStatus.NOT_FOUND:
        return _("There is nothing at this address.")
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return _("Something went wrong on our side. Nothing of what you sent was kept half-way.")
    return _("This request could not be handled.")


class SayRefusals:
    """A service's refusal that no view caught becomes the page that says why, never a fault of ours."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Hand the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer with the refusal's own words."""
        if not isinstance(exception, WorkshopError | ScenarioError):
            return None
        return forbidden(request, exception)
