# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The first page of the report: what came out, what was asked and how far it is answered; then question by question."""

from collections.abc import Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workshops.enums import AnswerState
from workshops.models import Question
from workshops.reports.carriers import carriers, titled
from workshops.reports.finding import finding_of
from workshops.reports.model import Block, Chapter, Points, Quote, Section, Table, Words
from workshops.reports.sources import Sources
from workshops.reports.words import ANSWER
from workshops.selectors.request import Asked, Letter
from workshops.selectors.verdicts import NoRegret

COUNTED = (AnswerState.ANSWERED, AnswerState.PARTLY, AnswerState.OPEN)
CHAPTERS = {
    "scenarios": "developments",
    "developments": "developments",
    "groups": "developments",
    "polarisation": "developments",
    "external_scenarios": "developments",
    "institutions": "institutions",
    "protection": "institutions",
    "transition": "institutions",
    "roles": "institutions",
    "horizon": "institutions",
    "relations": "relations",
    "no_regret": "no-regret",
    "reforms": "support",
    "support": "support",
    "practice": "practice",
    "budget": "agreements",
}


def request_chapter(found: Sources, following: Sequence[Chapter]) -> Chapter:
    """Return the first chapter; `following` are the chapters after it, which work the answers out."""
    title = _("The request, and the answer in short")
    letter = found.letter
    if letter is None:
        return Chapter("request", title, [Words([_outcome(found), _("No request has been entered.")])])
    overview: list[Block] = [Words([_outcome(found), _so_far(letter)]), _overview(letter, following)]
    sections = [_question(found, letter, one) for one in letter.questions]
    beside = [one for one in letter.asked if one.sentence.question_id is None]
    if beside:
        sections.append(Section(_("Asked beside the questions"), [_points(beside)]))
    return Chapter("request", title, overview, sections)


def _outcome(found: Sources) -> str:
    """Say first what came out: how many are useful and desirable in every scenario, and which."""
    told = "; ".join(titled(row) for row in found.matrix.no_regret)
    return f"{finding_of(found.matrix)}{': ' if told else ''}{told}."


def _so_far(letter: Letter) -> str:
    told = _("Everything that was asked has an answer")
    if letter.open_count:
        told = ngettext(
            "Of the %(total)s things the letter asks, %(open)s is not fully answered yet",
            "Of the %(total)s things the letter asks, %(open)s are not fully answered yet",
            letter.open_count,
        ) % {"total": len(letter.asked), "open": letter.open_count}
    return f"{told}."


def _overview(letter: Letter, following: Sequence[Chapter]) -> Table:
    rows = []
    for question in letter.questions:
        asked = letter.of_question(question)
        counts = [str(sum(one.state == state for one in asked)) for state in COUNTED]
        rows.append([f"{question.number}. {question.said('short_title')}", *counts, _worked_out(asked, following)])
    return Table(
        _("How far each question is answered"),
        [_("Question"), *(capfirst(str(ANSWER[state])) for state in COUNTED), _("Worked out in chapter")],
        rows,
        _("Counted in things that the letter asks. In a separate track: %(count)d.")
        % {"count": letter.count(AnswerState.SEPARATE)},
    )


def _worked_out(asked: Sequence[Asked], following: Sequence[Chapter]) -> str:
    """Return the numbers of the chapters that answer some asking sentences; this chapter is the first."""
    keys = {CHAPTERS.get(one.sentence.answered_by, "") for one in asked}
    return ", ".join(str(number) for number, chapter in enumerate(following, 2) if chapter.key in keys) or "–"


def _question(found: Sources, letter: Letter, question: Question) -> Section:
    asked = letter.of_question(question)
    blocks: list[Block] = [
        Quote(question.said("text"), letter.request.said("sender"), question.said_lang("text")),
        _points(asked),
        Words([question.said("answer") or _("Not answered yet.")], question.said_lang("answer")),
        *_carried_by(found, letter, question),
    ]
    return Section(f"{question.number}. {question.said('short_title')}", blocks)


def _points(asked: Sequence[Asked]) -> Points:
    return Points([(capfirst(str(ANSWER[one.state])), one.sentence.said("label")) for one in asked])


def _carried_by(found: Sources, letter: Letter, question: Question) -> list[Block]:
    """Name the proposals that bear on a question; where no regret is asked, those that are it or nearly, with figures."""
    if any(one.sentence.answered_by == "no_regret" for one in letter.of_question(question)):
        return _no_regret(found)
    numbers = {one.number for one in letter.bearing_on(question)}
    rows = [row for row in found.matrix.rows if row.proposal.number in numbers]
    told = "; ".join(titled(row) for row in rows)
    return [Words([_("Proposals that bear on this: %(proposals)s.") % {"proposals": told}])] if rows else []


def _no_regret(found: Sources) -> list[Block]:
    rows = [
        row for verdict in (NoRegret.YES, NoRegret.NEAR_MISS) for row in found.matrix.rows if row.verdict == verdict
    ]
    if not rows:
        return [Words([f"{finding_of(found.matrix)}."])]
    return [carriers(found.matrix, rows)]
