# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a proposal, or something that is only tried, starts from."""

from scenarios.selectors.reforms import catalogue_reforms
from workshops.forms.proposals import AGAIN, Start
from workshops.selectors.proposals import proposals_in
from workshops.views.room import Room


def start_of(room: Room, asked: str) -> Start | None:
    """Return what is asked to start from; none when it is still to be chosen."""
    if asked in {"own", "beyond"}:
        return Start(asked)
    if asked.startswith(AGAIN) and asked.removeprefix(AGAIN).isdecimal():
        known = proposals_in(room.workshop).filter(number=int(asked.removeprefix(AGAIN))).first()
        return Start(asked, known.reform_revision) if known else None
    found = [one for one in catalogue_reforms() if one.reform.key == asked] if asked else []
    return Start(asked, found[0]) if found else None
