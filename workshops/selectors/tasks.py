# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is asked of somebody today."""

from workshops.models import User


def things_asked_of(person: User) -> list[str]:
    """Return nothing yet."""
    return []
