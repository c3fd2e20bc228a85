# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who asks: a bearer token, kept only as its digest."""

import hashlib

from django.utils.translation import gettext as _
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from workshops.models import AccessToken, User


def digest_of(token: str) -> str:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


class BearerAuthentication(BaseAuthentication):
    """`Authorization: Bearer TOKEN`, made by `manage.py create_token`."""

    def authenticate(self, request: Request) -> tuple[User, AccessToken] | None:
        """Return the person of the token; none when no token is sent."""
        scheme, _separator, token = get_authorization_header(request).decode("latin-1").partition(" ")
        if scheme.lower() != "bearer":
            return None
        found = AccessToken.objects.select_related("person").filter(digest=digest_of(token.strip())).first()
        if found is None or not found.person.is_active:
            raise AuthenticationFailed(_("This token is not known, or no longer valid. Ask for a new one."))
        return found.person, found

    def authenticate_header(self, request: Request) -> str:  # noqa: ARG002 -- the shape of an authentication
        """Tell a client that is refused what to send."""
        return "Bearer"
