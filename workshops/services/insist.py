# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Refuse what a rule refuses, with words."""

from django.utils.translation import gettext as _

from workshops.errors import NotAllowedError


def insist(allowed: bool, message: str = "") -> None:  # noqa: FBT001 -- reads as a sentence: insist(can_...(...))
    """Raise unless a rule allows the act."""
    if not allowed:
        raise NotAllowedError(message or _("Your role or the phase of this workshop does not allow this now."))
