# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tell the journal what was done to a draft, as what, and wake whoever has it open."""

from typing import Any

from scenarios.announce import announce
from scenarios.services.documents import Writer
from workshops.enums import Act
from workshops.journal import record
from workshops.models import DraftSection, ScenarioDraft
from workshops.rules import Standing


def acting_as(who: Standing) -> str:
    """Return as what somebody writes: the first seat, else a role."""
    return who.capacity(who.seats[0] if who.seats else None)


def writer_of(who: Standing) -> Writer:
    """Return who somebody is to a text."""
    return Writer(who.person, acting_as(who))


def tell(act: Act, who: Standing, draft: ScenarioDraft, **facts: Any) -> None:
    """Record an act on a draft and wake its pages."""
    record(
        workshop=draft.place.workshop,
        act=act,
        actor=who.person,
        capacity=acting_as(who),
        subject=f"scenario {draft.place.letter}",
        data=facts,
    )
    announce(draft.topic)


def tell_of_section(act: Act, who: Standing, section: DraftSection, **facts: Any) -> None:
    """Record an act on one section; its margin is woken too."""
    tell(act, who, section.draft, part=section.part, **facts)
    announce(section.topic)
