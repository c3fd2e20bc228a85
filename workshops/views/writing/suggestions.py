# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Propose a change, read one, decide on it, answer it, take it back."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from scenarios.enums import Part
from scenarios.errors import ScenarioError
from scenarios.texts.diffs import pieces
from scenarios.texts.merging import merge
from workshops import rules
from workshops.errors import WorkshopError
from workshops.forms.writing import SuggestionForm, VerdictForm
from workshops.models import DraftSection, Suggestion
from workshops.selectors.drafts import text_of
from workshops.selectors.margin import proposed_in, replies_to
from workshops.selectors.table import sides_of
from workshops.services.insist import insist
from workshops.services.writing.suggestions import (
    adapt,
    answer_suggestion,
    decline,
    make_suggestion,
    take_over,
    withdraw_suggestion,
)
from workshops.views.room import Room, page, sign_in_first
from workshops.views.writing.door import enter_draft, enter_section
from workshops.views.writing.sections import MANY, ROWS, about


@require_http_methods(["GET", "POST"])
def suggest(request: HttpRequest, slug: str, key: str, part: str) -> HttpResponse:
    """Change a text as you would have it, and say why."""
    if not request.user.is_authenticated:
        return sign_in_first(request)
    room, section = enter_section(request, slug, key, part)
    insist(
        rules.can_suggest_change(room.who, section.draft),
        _("Members, the facilitator and the secretariat propose changes, until voting starts."),
    )
    if section.document is None:
        raise Http404
    form = SuggestionForm(request.POST or None, initial=_start(request, section), **_shape(section))
    if request.method == "POST" and form.is_valid():
        try:
            made = make_suggestion(who=room.who, section=section, **form.cleaned_data)
        except (WorkshopError, ScenarioError) as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else "after", refusal.message)
        else:
            messages.success(
                request,
                _("Your proposal stands in the margin. Who holds the pen decides."),
                extra_tags=f"suggest-{part}",
            )
            return redirect("workshops:suggestion", slug, key, made.number)
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    context = about(section) | {"form": form, "is_about_edition": request.GET.get("from") == "edition"}
    return page(request, room, "workshops/suggestion_write.html", context, status=status)


def _start(request: HttpRequest, section: DraftSection) -> dict[str, str]:
    """Return the text to start from: what was typed where one may not write, the edition that holds, or the draft."""
    kept = request.session.pop("kept_text", None) if request.method == "GET" else None
    if kept and kept["section"] == str(section.pk):
        return {"before": kept["was"], "after": kept["text"]}
    if request.GET.get("from") == "edition":
        text = text_of(section.draft.place.revision, Part(section.part))
    else:
        text = section.document.text if section.document else ""
    return {"before": text, "after": text}


def _shape(section: DraftSection) -> dict[str, Any]:
    document = section.document
    return {
        "rows": ROWS.get(Part(section.part), MANY),
        "longest": document.longest if document else 0,
        "lang": document.lang if document else "nl",
    }


@require_http_methods(["GET", "HEAD", "POST"])
def suggestion(request: HttpRequest, slug: str, key: str, number: int) -> HttpResponse:
    """Show a proposed change; who holds the pen takes it over, adapts it, or declines it with a reason."""
    if not request.user.is_authenticated:
        return sign_in_first(request)
    room, found = _found(request, slug, key, number)
    if request.method != "POST":
        return _page(request, room, found)
    form = VerdictForm(request.POST, **_shape(found.section))
    form.is_valid()
    told = {name: form.cleaned_data.get(name, "") for name in ("text", "onto", "because")}
    try:
        words = _decide(request.POST.get("verdict", ""), room, found, told)
    except (WorkshopError, ScenarioError) as refusal:
        field = refusal.field if refusal.field in form.fields else None
        form.add_error(field, refusal.message)
        return _page(request, room, found, form=form, status=HTTPStatus.CONFLICT)
    messages.success(request, words, extra_tags=f"verdict-{found.pk}")
    return redirect("workshops:draft_section", slug, key, found.section.part)


def _decide(verdict: str, room: Room, found: Suggestion, told: dict[str, str]) -> str:
    if verdict == "take":
        take_over(who=room.who, suggestion=found)
        return _("Proposal %(number)d is taken over.") % {"number": found.number}
    if verdict == "adapt":
        adapt(who=room.who, suggestion=found, **told)
        return _("Proposal %(number)d is taken over as you adapted it.") % {"number": found.number}
    if verdict == "decline":
        decline(who=room.who, suggestion=found, because=told["because"])
        return _("Proposal %(number)d is declined, with your reason.") % {"number": found.number}
    raise WorkshopError(_("Choose one of the answers."))


def _found(request: HttpRequest, slug: str, key: str, number: int) -> tuple[Room, Suggestion]:
    desk = enter_draft(request, slug, key)
    rows = desk.draft.suggestions.select_related("section__document", "proposed_by", "about")
    found = rows.filter(number=number).first()
    if found is None:
        raise Http404
    found.draft = found.section.draft = desk.draft
    return desk.room, found


def _page(  # noqa: PLR0913 -- a page, and what happened on it
    request: HttpRequest,
    room: Room,
    found: Suggestion,
    *,
    form: VerdictForm | None = None,
    problem: str = "",
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    section = found.section
    now = section.document.text if section.document else ""
    merged = merge(found.before, now, found.after)
    start = {"text": merged.settled({}), "onto": now}
    context = about(section) | {
        "proposed": proposed_in(section, found, replies_to(found)),
        "whole": pieces(found.before, found.after),
        "became": pieces(found.after, found.became) if found.became else (),
        "clashes": merged.clashes if found.is_open else [],
        "form": form or VerdictForm(initial=start, **_shape(section)),
        "may_decide": rules.can_decide_suggestion(room.who, found),
        "may_withdraw": rules.can_withdraw_suggestion(room.who, found),
        "may_answer": rules.can_answer_suggestion(room.who, found),
        "sides": sides_of(room.workshop),
        "problem": problem,
        "answered": request.POST.get("answer", "") if problem else "",
    }
    return page(request, room, "workshops/suggestion_show.html", context, status=status)


@require_POST
def answer(request: HttpRequest, slug: str, key: str, number: int) -> HttpResponse:
    """Say something in return."""
    room, found = _found(request, slug, key, number)
    try:
        answer_suggestion(who=room.who, suggestion=found, text=request.POST.get("answer", ""))
    except WorkshopError as refusal:
        return _page(request, room, found, problem=refusal.message, status=HTTPStatus.BAD_REQUEST)
    return redirect("workshops:suggestion", slug, key, number)


@require_POST
def withdraw(request: HttpRequest, slug: str, key: str, number: int) -> HttpResponse:
    """Take one's own proposal back."""
    room, found = _found(request, slug, key, number)
    withdraw_suggestion(who=room.who, suggestion=found)
    messages.success(request, _("Your proposal is withdrawn. It stays readable."))
    return redirect("workshops:draft_section", slug, key, found.section.part)


urlpatterns = [
    path("scenarios/<slug:key>/draft/<slug:part>/suggest/", suggest, name="suggest"),
    path("scenarios/<slug:key>/draft/suggestions/<int:number>/", suggestion, name="suggestion"),
    path("scenarios/<slug:key>/draft/suggestions/<int:number>/answer", answer, name="suggestion_answer"),
    path("scenarios/<slug:key>/draft/suggestions/<int:number>/withdraw", withdraw, name="suggestion_withdraw"),
]
