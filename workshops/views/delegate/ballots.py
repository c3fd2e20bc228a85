# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Answer a round, one proposal a screen: look, store, undo, take back."""

from collections.abc import Mapping
from datetime import datetime
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workshops import rules
from workshops.enums import Need, Stance
from workshops.errors import NotAllowedError, WorkshopError
from workshops.forms.ballots import AnswerForm, stored
from workshops.models import Ballot
from workshops.reports.words import seat_name
from workshops.selectors.ballots import Question, Sheet, answered_before
from workshops.selectors.cells import Line
from workshops.selectors.matrix import effects_on
from workshops.selectors.rounds import current_of, is_secret_round_open, rounds_of, turnout_of
from workshops.selectors.table import sides_of
from workshops.services.ballots import Answer, Cast, cast_ballots, restore_ballots
from workshops.views.delegate import undo
from workshops.views.delegate.desk import Desk, desk_at
from workshops.views.delegate.kept import keep_for_later, take_kept
from workshops.views.room import Drawn, draw, enter, page, piece, sign_in_first

Asked = list[tuple[Question, AnswerForm]]


@require_safe
def show_ballots(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the round: what is asked, what the seat answered, what is left."""
    desk = desk_at(request, slug)
    context = {
        "desk": desk,
        "round": desk.round,
        "paper": desk.paper,
        "state": _state(request, desk),
        "turnout": _turnout(request, desk),
        "undo": undo.offer(request, desk),
        "sheets": [(sheet, desk.url_of(sheet)) for sheet in desk.paper.sheets] if desk.paper else [],
        "seats": [(seat, desk.url_of(None, seat)) for seat in desk.room.who.seats],
        "continue_url": desk.url_of(desk.paper.next_open()) if desk.paper and desk.paper.next_open() else "",
        "may_open": bool(desk.round and rules.can_open_round(desk.room.who, desk.round)),
    }
    return page(request, desk.room, "workshops/ballots_show.html", context)


def _state(request: HttpRequest, desk: Desk) -> Drawn:
    return draw(request, desk.room, "workshops/_round_now.html", {"round": desk.round})


def _turnout(request: HttpRequest, desk: Desk) -> Drawn | None:
    if desk.round is None or desk.is_draft or not rules.can_see_turnout(desk.room.who):
        return None
    return draw(request, desk.room, "workshops/_turnout.html", {"turnout": turnout_of(desk.round)})


@require_safe
def show_round_now(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Answer the piece that says whether the round is open."""
    room = enter(request, slug)
    return piece(request, room, "workshops/_round_now.html", {"round": current_of(rounds_of(room.workshop))})


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show one sheet, or store what was answered on it."""
    if not request.user.is_authenticated:
        if request.method == "POST" and not is_secret_round_open(slug):
            keep_for_later(request)
        return sign_in_first(request)
    desk = desk_at(request, slug)
    if desk.seat is None:
        raise PermissionDenied(_("You do not hold a seat here, so there is nothing for you to fill in."))
    sheet = desk.sheet(number)
    return _store(request, desk, sheet) if request.method == "POST" else _show(request, desk, sheet)


def _show(request: HttpRequest, desk: Desk, sheet: Sheet) -> HttpResponse:
    kept = take_kept(request, desk.seat)
    notice = _("You were signed out. What you had filled in stands here again; it is not stored yet.") if kept else ""
    asked = [
        (one, AnswerForm(prefix=one.place.key, initial=stored(one.ballot) | kept.get(one.place.key, {})))
        for one in sheet.questions
    ]
    return _sheet_page(request, desk, sheet, asked, notice=notice)


def _store(request: HttpRequest, desk: Desk, sheet: Sheet) -> HttpResponse:
    asked = [(one, AnswerForm(request.POST, prefix=one.place.key)) for one in sheet.questions]
    copied_from = request.POST.get("same_as")
    if copied_from:
        notice = _("The answer is filled in for every scenario. Check it, then store it.")
        return _sheet_page(request, desk, sheet, _copied(asked, copied_from), notice=notice)
    if not all(form.is_valid() for _question, form in asked):
        return _sheet_page(request, desk, sheet, asked, status=HTTPStatus.BAD_REQUEST)
    answers = {question.poll.id: form.answer for question, form in asked if form.answer}
    if not answers:
        problem = _("There is nothing to store yet. Answer at least one scenario.")
        return _sheet_page(request, desk, sheet, asked, problem=problem, status=HTTPStatus.BAD_REQUEST)
    if _was_changed_elsewhere(request, sheet, answers):
        return _sheet_page(request, desk, sheet, asked, notice=_conflict(sheet), status=HTTPStatus.CONFLICT)
    try:
        cast = cast_ballots(person=request.user, seat_id=desk.seat.id, answers=answers)  # type: ignore[arg-type, union-attr]
    except WorkshopError as refusal:
        status = HTTPStatus.FORBIDDEN if isinstance(refusal, NotAllowedError) else HTTPStatus.CONFLICT
        return _sheet_page(request, desk, sheet, asked, problem=refusal.message, status=status)
    _tell_and_remember(request, desk, sheet, cast)
    return redirect(_next_url(request, desk, sheet, cast))


@require_POST
def take_back(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Withdraw what a seat answered on one sheet."""
    desk = desk_at(request, slug)
    sheet = desk.sheet(number)
    answered = [question.poll.id for question in sheet.questions if question.ballot]
    words = _("Your answers to proposal %(number)d are taken back.") % {"number": number}
    if _restore(request, desk, sheet, dict.fromkeys(answered), words):
        undo.remember(request, desk, sheet, answered, None)
    return redirect(desk.url_of(sheet))


@require_POST
def stay(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Store again what the seat answered about the same texts in an earlier round: my vote stays."""
    desk = desk_at(request, slug)
    if desk.seat is None or desk.round is None:
        raise PermissionDenied(_("You do not hold a seat here, so there is nothing for you to fill in."))
    sheet = desk.sheet(number)
    kept = {poll_id: _again(ballot) for poll_id, ballot in answered_before(sheet, desk.round, desk.seat).items()}
    try:
        cast = cast_ballots(person=request.user, seat_id=desk.seat.id, answers=kept)  # type: ignore[arg-type]
    except WorkshopError as refusal:
        messages.error(request, refusal.message)
        return redirect(desk.url_of(sheet))
    if cast:
        _tell_and_remember(request, desk, sheet, cast)
    return redirect(_next_url(request, desk, sheet, cast))


def _again(ballot: Ballot) -> Answer:
    need = Need(ballot.need) if ballot.need else None
    return Answer(Stance(ballot.stance), need, ballot.reason, ballot.would_change, ballot.lang)


@require_POST
def undo_last(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Put back what a seat had answered on a sheet before it was last stored."""
    desk = desk_at(request, slug)
    sheet = desk.sheet(number)
    before = undo.take(request, desk, sheet)
    if before is None:
        messages.warning(request, _("There is nothing to undo: these answers changed since, or were undone already."))
    else:
        words = _("Undone. Proposal %(number)d stands as it stood before.") % {"number": number}
        _restore(request, desk, sheet, before, words)
    return redirect(desk.url_of(sheet))


def _restore(request: HttpRequest, desk: Desk, sheet: Sheet, before: Mapping[UUID, Answer | None], words: str) -> bool:
    """Let the service do it, and say how it went."""
    if desk.seat is None:
        raise PermissionDenied(_("You do not hold a seat here, so there is nothing for you to fill in."))
    try:
        restore_ballots(person=request.user, seat_id=desk.seat.id, before=before)  # type: ignore[arg-type]
    except WorkshopError as refusal:
        messages.error(request, refusal.message)
        return False
    messages.success(request, words, extra_tags=desk.key_of(sheet))
    return True


def _copied(asked: Asked, key: str) -> Asked:
    """Fill in one scenario's answer for every scenario, without storing it."""
    source = next((form for question, form in asked if question.place.key == key), None)
    if source is None:
        return asked
    given = {name: source[name].value() or "" for name in source.fields}
    return [(question, AnswerForm(prefix=question.place.key, initial=given)) for question, _form in asked]


def _was_changed_elsewhere(request: HttpRequest, sheet: Sheet, answers: Mapping[UUID, Answer]) -> bool:
    """Another tab, or the substitute, stored something else after this page was opened."""
    if _seen(sheet) == request.POST.get("seen", ""):
        return False
    ballots = {one.poll.id: one.ballot for one in sheet.questions if one.ballot}
    return any(stored(ballots[poll]) != told.plain for poll, told in answers.items() if poll in ballots)


def _seen(sheet: Sheet) -> str:
    return sheet.last_cast_at.isoformat() if sheet.last_cast_at else ""


def _conflict(sheet: Sheet) -> str:
    return _(
        "These answers were changed at %(time)s, after you opened this page. "
        "Yours stand below and are not stored. Store them again if they have to take the place of the others."
    ) % {"time": _clock(sheet.last_cast_at)}


def _clock(moment: datetime | None) -> str:
    return formats.time_format(timezone.localtime(moment), "TIME_FORMAT") if moment else ""


def _tell_and_remember(request: HttpRequest, desk: Desk, sheet: Sheet, cast: Mapping[UUID, Cast]) -> None:
    """Confirm with the time; what was stored before in the same words is not stored again, and leaves the undo alone."""
    stored_at = max(one.ballot.cast_at for one in cast.values())
    if sheet.last_cast_at is None or stored_at > sheet.last_cast_at:
        undo.remember(request, desk, sheet, cast, stored_at)
    still_open = [one.place.letter for one in sheet.questions if one.poll.id not in cast and one.ballot is None]
    facts = {
        "time": _clock(stored_at),
        "number": sheet.number,
        "seat": seat_name(desk.seat),  # type: ignore[arg-type]
        "letters": ", ".join(still_open),
    }
    words = _("Your answers to proposal %(number)d were stored at %(time)s, for %(seat)s.") % facts
    if still_open:
        words = (
            _(
                "Your answers to proposal %(number)d were stored at %(time)s, for %(seat)s. "
                "Scenario %(letters)s can wait: you have not answered there yet."
            )
            % facts
        )
    messages.success(request, words, extra_tags=desk.key_of(sheet))


def _next_url(request: HttpRequest, desk: Desk, sheet: Sheet, cast: Mapping[UUID, Cast]) -> str:
    """Stay, or go on to the next sheet with something to answer; when all is answered, to the overview."""
    if request.POST.get("then") == "stay" or desk.paper is None:
        return desk.url_of(sheet)
    following = desk.paper.next_open(sheet)
    is_complete = all(one.ballot or one.poll.id in cast for one in sheet.questions)
    return desk.url_of(None if following == sheet and is_complete else following)


def _sheet_page(  # noqa: PLR0913 -- the sheet, and what happened on it
    request: HttpRequest,
    desk: Desk,
    sheet: Sheet,
    asked: Asked,
    *,
    notice: str = "",
    problem: str = "",
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    paper = desk.paper
    lines = _effects(desk, sheet)
    context = {
        "desk": desk,
        "round": desk.round,
        "state": _state(request, desk),
        "sheet": sheet,
        "paper": paper,
        "answers": [(question, form, lines.get(question.place.revision_id)) for question, form in asked],
        "year": _year(desk),
        "effects": [line.effect for line in lines.values()],
        "errors": [(question, form.lines) for question, form in asked if form.is_bound and form.lines],
        "stays": answered_before(sheet, desk.round, desk.seat) if desk.may_vote and desk.round and desk.seat else {},
        "notice": notice,
        "problem": problem,
        "is_refused": status >= HTTPStatus.BAD_REQUEST,
        "seen": _seen(sheet),
        "keep": desk.key_of(sheet),
        "undo": undo.offer(request, desk),
        "place": paper.place_of(sheet) if paper else 1,
        "seats": [(seat, desk.url_of(sheet, seat)) for seat in desk.room.who.seats],
        "overview_url": desk.url_of(None),
        "before_url": desk.url_of(paper.before(sheet)) if paper and paper.before(sheet) else "",
        "after_url": desk.url_of(paper.after(sheet)) if paper and paper.after(sheet) else "",
    }
    return page(request, desk.room, "workshops/ballot_answer.html", context, status=status)


def _effects(desk: Desk, sheet: Sheet) -> dict[UUID, Line]:
    """Return what the proposal does, per scenario, for the groups that the seat represents."""
    side = next((one for one in sides_of(desk.room.workshop) if one.id == desk.seat.constituency_id), None)  # type: ignore[union-attr]
    if side is None:
        return {}
    effects = effects_on(side, sheet.proposal, desk.places, year=_year(desk))
    return {revision: Line(side, None, effect) for revision, effect in effects.items()}


def _year(desk: Desk) -> int:
    agreed = desk.round.agreements if desk.round else None
    return agreed.report_year if agreed else 2030


urlpatterns = [
    path("ballots/", show_ballots, name="ballots"),
    path("ballots/now", show_round_now, name="round_now"),
    path("ballots/<int:number>/", answer, name="ballot"),
    path("ballots/<int:number>/take-back", take_back, name="ballot_take_back"),
    path("ballots/<int:number>/stay", stay, name="ballot_stay"),
    path("ballots/<int:number>/undo", undo_last, name="ballot_undo"),
]
