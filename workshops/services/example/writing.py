# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the council is writing: a draft beside every scenario, proposed changes, comments, and the sides that recognise it."""

from datetime import datetime

from scenarios.enums import Part
from scenarios.texts.passages import passage_in
from workshops.enums import Act, Role
from workshops.models import Comment, DraftSection, Recognition, Reply, ScenarioDraft, Suggestion
from workshops.services.example.calendar import ANSWERED
from workshops.services.example.stage import Stage
from workshops.services.tables import Entry, table, written
from workshops.services.writing.opening import lay_out

AFTER_ANSWERS = 6  # steps of seven minutes, once the answers are drafted


def write_along(stage: Stage) -> None:
    """Lay the drafts ready, the pen with the secretariat, and let members react."""
    drafts = _open_drafts(stage)
    told = table("writing")
    moments = (stage.calendar.step(ANSWERED, AFTER_ANSWERS + nth, hour=14) for nth in range(len(drafts), 60))
    for entry in told["suggestions"]:
        _suggest(stage, drafts[entry["scenario"]], entry, next(moments))
    for entry in told["comments"]:
        _comment(stage, drafts[entry["scenario"]], entry, next(moments))
    for entry in told["recognitions"]:
        _recognise(stage, drafts[entry["scenario"]], entry, next(moments))


def _open_drafts(stage: Stage) -> dict[str, ScenarioDraft]:
    secretary = stage.council.first_in(Role.SECRETARY)
    drafts = {}
    for nth, place in enumerate(stage.workshop.places.select_related("scenario", "revision").order_by("order")):
        drafts[place.scenario.key] = lay_out(place, penholder=secretary)
        at = stage.calendar.step(ANSWERED, AFTER_ANSWERS + nth, hour=14)
        facts = {"edition": place.revision.number}
        stage.record(Act.DRAFT_OPENED, secretary, at=at, subject=f"scenario {place.letter}", data=facts)
    DraftSection.objects.filter(draft__in=drafts.values(), part=Part.SIGNS).update(is_joint=True)
    return drafts


def _section(draft: ScenarioDraft, entry: Entry) -> DraftSection:
    return draft.sections.select_related("document").get(part=entry["part"])


def _text_of(section: DraftSection, words: str) -> str:
    """Return the text of a section; words that are not in it stop the loading."""
    text = section.document.text if section.document else ""
    text.index(words)
    return text


def _suggest(stage: Stage, draft: ScenarioDraft, entry: Entry, at: datetime) -> None:
    section, author = _section(draft, entry), stage.council.people[entry["author"]]
    text = _text_of(section, entry["old"])
    number = draft.suggestions.count() + 1
    Suggestion.objects.create(
        draft=draft,
        section=section,
        number=number,
        about=draft.place.revision,
        before=text,
        after=text.replace(entry["old"], entry["new"], 1),
        reason=entry["reason"],
        proposed_by=author,
        capacity=stage.council.capacity_of(author.username),
        proposed_at=at,
    )
    facts = {"part": section.part, "number": number}
    stage.record(Act.SUGGESTION_MADE, author, at=at, subject=f"scenario {draft.place.letter}", data=facts)


def _comment(stage: Stage, draft: ScenarioDraft, entry: Entry, at: datetime) -> None:
    section, author = _section(draft, entry), stage.council.people[entry["author"]]
    passage = passage_in(_text_of(section, entry["quote"]), entry["quote"])
    comment = Comment.objects.create(
        section=section,
        about=draft.place.revision,
        quote=entry["quote"],
        prefix=passage.prefix if passage else "",
        suffix=passage.suffix if passage else "",
        text=entry["text"],
        author=author,
        capacity=stage.council.capacity_of(author.username),
        made_at=at,
    )
    subject, facts = f"scenario {draft.place.letter}", {"part": section.part}
    stage.record(Act.COMMENT_MADE, author, at=at, subject=subject, data=facts)
    if "answer" in entry:
        who = stage.council.people[entry["answer_by"]]
        Reply.objects.create(
            comment=comment,
            text=entry["answer"],
            author=who,
            capacity=stage.council.capacity_of(who.username),
            at=at,
        )
        stage.record(Act.COMMENT_ANSWERED, who, at=at, subject=subject, data=facts)


def _recognise(stage: Stage, draft: ScenarioDraft, entry: Entry, at: datetime) -> None:
    author = stage.council.people[entry["author"]]
    side = stage.council.constituencies[entry["constituency"]]
    _key, _colon, number = stage.council.capacity_of(author.username).partition(":")
    Recognition.objects.create(
        constituency=side,
        revision=draft.place.revision,
        answer=entry["answer"],
        seat=stage.council.seats[entry["constituency"], int(number)],
        said_by=author,
        said_at=at,
        **written(entry, "reason"),
    )
    facts = {"answer": entry["answer"], "edition": draft.place.revision.number}
    stage.record(Act.FUTURE_RECOGNISED, author, at=at, subject=f"scenario {draft.place.letter}", data=facts)
