# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was typed when the session had run out: kept while the person signs in again, given back only to them."""

from django.http import HttpRequest

PREFIX = "kept:"
WHO = "typed_by"
NEVER = {"csrfmiddlewaretoken", "form_key", WHO}


def keep_typed(request: HttpRequest, key: str) -> None:
    """Keep what this request sent, for the person that the form says it was."""
    typed = {name: value for name, value in request.POST.items() if name not in NEVER}
    request.session[PREFIX + key] = {"who": request.POST.get(WHO, ""), "typed": typed}


def typed_before(request: HttpRequest, key: str) -> dict[str, str]:
    """Return what this person typed before signing in, once; nothing of somebody else's."""
    kept = request.session.pop(PREFIX + key, None)
    return kept["typed"] if kept and kept["who"] == str(request.user.pk) else {}
