# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What every answer passes through: problem documents, version and safety headers for the API prefix."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


def answer_api_in_problems(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Hand the request on."""
    return get_response
