# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Hand out what other systems sign in with."""

import hashlib
import secrets

from django.db import transaction

from workshops.models import AccessToken, User


@transaction.atomic
def create_token(*, person: User) -> str:
    """Return a new bearer token: said once, for only its digest is kept."""
    token = secrets.token_urlsafe(32)
    AccessToken.objects.create(person=person, digest=digest_of(token))
    return token


def digest_of(token: str) -> str:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()
