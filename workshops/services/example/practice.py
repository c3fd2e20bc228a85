# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How invented firms and workers cope today, and what the table remarks on it."""

from scenarios.enums import ExampleState
from scenarios.models import PracticeExample
from workshops.enums import Act, Role
from workshops.models import Annotation
from workshops.services.example.calendar import PRACTICE_TOLD
from workshops.services.example.stage import Stage
from workshops.services.tables import Entry, table, written

CONTEXT = 60


def load_practice(stage: Stage) -> list[PracticeExample]:
    """Tell each example through the secretariat, publish it, and anchor the remarks to its text."""
    secretary = stage.council.first_in(Role.SECRETARY)
    examples = []
    for nth, entry in enumerate(table("practice")["examples"]):
        at = stage.calendar.step(PRACTICE_TOLD, 2 * nth)
        example = PracticeExample.objects.create(
            topic=stage.workshop.topic,
            told_by=entry["told_by"],
            scenario=entry["scenario"],
            institution=entry["institution"],
            consent=entry["consent"],
            is_fictional=True,
            state=ExampleState.PUBLISHED,
            submitted_by=secretary,
            **written(entry, "title", "sector", "size", "place", "cope", "prepare"),
        )
        PracticeExample.objects.filter(pk=example.pk).update(submitted_at=at)
        subject = f"example {example.id}"
        stage.record(Act.EXAMPLE_SUBMITTED, secretary, at=at, subject=subject)
        stage.record(Act.EXAMPLE_PUBLISHED, secretary, at=at, subject=subject)
        for told in entry["annotations"]:
            _annotate(stage, example, told, nth)
        examples.append(example)
    return examples


def _annotate(stage: Stage, example: PracticeExample, told: Entry, nth: int) -> None:
    """Anchor one remark; a quote that is not in the text stops the loading."""
    author = stage.council.people[told["author"]]
    text: str = getattr(example, told["part"])
    start = text.index(told["quote"])
    at = stage.calendar.step(PRACTICE_TOLD, 2 * nth + 1)
    Annotation.objects.create(
        workshop=stage.workshop,
        example=example,
        part=told["part"],
        prefix=text[max(0, start - CONTEXT) : start],
        stance=told["stance"],
        capacity=stage.council.capacity_of(author.username),
        author=author,
        created_at=at,
        **written(told, "quote", "note", "tag"),
    )
    stage.record(Act.EXAMPLE_ANNOTATED, author, at=at, subject=f"example {example.id}")
