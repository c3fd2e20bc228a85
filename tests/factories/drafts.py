# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A scenario that a council is writing."""

from scenarios.enums import Part
from tests.factories.council import Council
from tests.factories.knowledge import DevelopmentFactory, ScenarioRevisionFactory
from tests.factories.workshops import WorkshopScenarioFactory
from workshops.models import DraftSection, ScenarioDraft
from workshops.selectors.drafts import draft_in, section_in
from workshops.services.writing.opening import lay_out

STORY = "Het is 2030. Robots nemen werk over.\n\nMensen leren door. Het loon stijgt."


def drafted(table: Council, *, story: str = STORY, **edition) -> ScenarioDraft:
    """Lay a draft ready of which the secretary holds the pen."""
    revision = ScenarioRevisionFactory(story=story, **edition)
    DevelopmentFactory(revision=revision, text="Lonen groeien uit elkaar.")
    place = WorkshopScenarioFactory(workshop=table.workshop, revision=revision)
    lay_out(place, penholder=table.secretary)
    return again(place.draft)


def again(draft: ScenarioDraft) -> ScenarioDraft:
    """Return a draft as the next request finds it."""
    found = draft_in(draft.place.workshop, draft.place.scenario.key)
    assert found is not None
    return found


def section_of(draft: ScenarioDraft, part: Part = Part.STORY) -> DraftSection:
    """Return a section as the next request finds it."""
    found = section_in(draft.place.workshop, draft.place.scenario.key, part)
    assert found is not None
    return found
