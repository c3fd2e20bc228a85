# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How invented firms and workers cope today, and what the table remarks on it."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from scenarios.enums import ExampleState
from scenarios.models import ExampleEdition, PracticeExample
from scenarios.texts.anchors import Anchor
from workshops.enums import Act, Role
from workshops.models import Annotation, AnnotationReply
from workshops.selectors.claims import Claim, claims_of
from workshops.services.example.calendar import PRACTICE_TOLD
from workshops.services.example.stage import Stage
from workshops.services.examples import keep_edition
from workshops.services.tables import Entry, table, written

WORDS = ("title", "sector", "size", "place", "cope", "prepare")


def load_practice(stage: Stage) -> list[PracticeExample]:
    """Tell each example through the secretariat, publish it, and anchor the remarks to its text."""
    secretary = stage.council.first_in(Role.SECRETARY)
    examples = []
    claims = claims_of(stage.workshop)
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
            **written(entry, *WORDS),
        )
        edition = keep_edition(example, {name: entry[name] for name in WORDS}, number=1, at=at)
        PracticeExample.objects.filter(pk=example.pk).update(submitted_at=at)
        subject = f"example {example.id}"
        stage.record(Act.EXAMPLE_SUBMITTED, secretary, at=at, subject=subject)
        stage.record(Act.EXAMPLE_PUBLISHED, secretary, at=at, subject=subject)
        for told in entry["annotations"]:
            _annotate(stage, edition, told, claims, nth)
        examples.append(example)
    return examples


def _annotate(stage: Stage, edition: ExampleEdition, told: Entry, claims: Mapping[str, Claim], nth: int) -> None:
    """Anchor one remark; a quote that is not in the text stops the loading."""
    author = stage.council.people[told["author"]]
    text: str = getattr(edition, told["part"])
    start = text.index(told["quote"])
    anchor = Anchor(start, start + len(told["quote"]))
    at = stage.calendar.step(PRACTICE_TOLD, 2 * nth + 1)
    claim = _claim(claims, told["about"])
    annotation = Annotation.objects.create(
        workshop=stage.workshop,
        example=edition.example,
        edition=edition,
        part=told["part"],
        prefix=anchor.before_in(text),
        suffix=anchor.after_in(text),
        start=anchor.start,
        end=anchor.end,
        stance=told["stance"],
        claim=claim.key,
        claim_said=claim.said("nl"),
        capacity=stage.council.capacity_of(author.username),
        author=author,
        created_at=at,
        **written(told, "quote", "note", "tag"),
    )
    stage.record(Act.EXAMPLE_ANNOTATED, author, at=at, subject=f"example {edition.example_id}")
    for number, reply in enumerate(told.get("replies", ()), 1):
        _answer(stage, annotation, reply, at + timedelta(hours=number))


def _answer(stage: Stage, annotation: Annotation, told: Entry, at: datetime) -> None:
    author = stage.council.people[told["author"]]
    AnnotationReply.objects.create(
        annotation=annotation,
        capacity=stage.council.capacity_of(author.username),
        author=author,
        at=at,
        **written(told, "text"),
    )


def _claim(claims: Mapping[str, Claim], about: Entry) -> Claim:
    """Return the one claim of this kind, in this scenario, that has this key or begins with these words."""
    found = [
        claim
        for claim in claims.values()
        if claim.kind == about["kind"]
        and claim.scenario == about["scenario"]
        and (claim.key.rpartition(":")[2] == about["name"] or claim.said("nl").startswith(about["name"]))
    ]
    if len(found) != 1:
        raise LookupError(about)
    return found[0]
