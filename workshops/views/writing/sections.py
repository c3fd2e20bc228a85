# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of one section: write in it, or read it with the words that others change under your eyes; its margin."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from scenarios.enums import Part
from scenarios.errors import ScenarioError
from scenarios.texts.merging import Choice
from workshops import rules
from workshops.errors import WorkshopError
from workshops.forms.writing import CHOICES
from workshops.models import DraftSection
from workshops.selectors.margin import Margin, margin_of
from workshops.selectors.people import people_at
from workshops.selectors.presence import people_in
from workshops.selectors.table import sides_of
from workshops.services.writing.opening import set_joint
from workshops.services.writing.typing import Saved, Typed, save_text
from workshops.views.room import Room, draw, page, piece, sign_in_first
from workshops.views.writing.door import enter_section

FIELDS = {Part.DRIVERS: "workshops:draft_drivers", Part.DEVELOPMENTS: "workshops:draft_developments"}
ROWS = {Part.TITLE: 2, Part.SUMMARY: 6, Part.STORY: 26, Part.SIGNS: 10}
MANY = 14


@require_http_methods(["GET", "HEAD", "POST"])
def section(request: HttpRequest, slug: str, key: str, part: str) -> HttpResponse:
    """Show a section, or save what was typed in it where no script does that."""
    if not request.user.is_authenticated:
        return sign_in_first(request)
    room, found = enter_section(request, slug, key, part)
    if request.method == "POST":
        return _save(request, room, found)
    return section_page(request, room, found)


def _save(request: HttpRequest, room: Room, found: DraftSection) -> HttpResponse:
    typed = Typed(
        was=request.POST.get("was", ""),
        text=request.POST.get("text", ""),
        beside=request.POST.get("beside", ""),
        choices=_choices(request),
    )
    if request.POST.get("then") == "suggest":
        return redirect_to_suggest(request, room, found)
    try:
        saved = save_text(who=room.who, section=found, typed=typed)
    except (WorkshopError, ScenarioError) as refusal:
        return section_page(
            request, room, found, typed=typed.text, problem=refusal.message, status=HTTPStatus.BAD_REQUEST
        )
    if not saved.is_stored:
        return _clash_page(request, room, found, typed, saved)
    messages.success(request, _("Saved. What others wrote meanwhile is in it too."))
    return redirect("workshops:draft_section", room.workshop.slug, found.draft.place.scenario.key, found.part)


def redirect_to_suggest(request: HttpRequest, room: Room, found: DraftSection) -> HttpResponse:
    """Carry what was typed over to a proposal, for who may not write here any more."""
    request.session["kept_text"] = {
        "section": str(found.pk),
        "text": request.POST.get("text", "")[:40_000],
        "was": request.POST.get("was", "")[:40_000],
    }
    return redirect("workshops:suggest", room.workshop.slug, found.draft.place.scenario.key, found.part)


def _choices(request: HttpRequest) -> dict[int, Choice]:
    found = {}
    for name, value in request.POST.items():
        number = name.removeprefix("clash-")
        if name != number and number.isdigit() and value in set(Choice):
            found[int(number)] = Choice(value)
    return found


def _clash_page(request: HttpRequest, room: Room, found: DraftSection, typed: Typed, saved: Saved) -> HttpResponse:
    context = {
        **about(found),
        "typed": typed,
        "merged": saved.merged,
        "clashes": list(enumerate(saved.merged.clashes)),
        "beside": saved.document.text,
        "choices": CHOICES,
        "lang": saved.document.lang,
    }
    return page(request, room, "workshops/section_clash.html", context, status=HTTPStatus.CONFLICT)


def section_page(  # noqa: PLR0913 -- a page, and what happened on it
    request: HttpRequest,
    room: Room,
    found: DraftSection,
    *,
    typed: str | None = None,
    problem: str = "",
    margin: Mapping[str, Any] | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """Return the page of a section, with what was typed and what was wrong with it."""
    if found.document is None:
        return redirect(_fields_url(room, found))
    here = people_in([found.id], now=timezone.now()).get(found.id, [])
    may_write = rules.can_write_section(room.who, found)
    beside = margin_of(found)
    context = {
        **about(found),
        "text": found.document.text if typed is None else typed,
        "problem": problem,
        "may_write": may_write,
        "may_open": rules.can_open_section(room.who, found.draft),
        "may_suggest": rules.can_suggest_change(room.who, found.draft),
        "is_mine": rules.holds_pen(room.who, found.draft),
        "people": [one for one in here if one.person != room.who.person],
        "rows": ROWS.get(Part(found.part), MANY),
        "now": None if may_write else draw(request, room, "workshops/_section_text.html", _text(found, beside)),
        "margin": draw_margin(request, room, found, margin, beside=beside),
        "may_comment": rules.can_comment(room.who, room.workshop),
        "typed": margin or {},
        "may_be_named": people_at(room.workshop, day=timezone.localdate()),
    }
    return page(request, room, "workshops/section_show.html", context, status=status)


def about(found: DraftSection) -> dict[str, object]:
    """Return what every page about a section shows."""
    parts = list(found.draft.sections.order_by("order").values_list("part", flat=True))
    at = parts.index(found.part)
    return {
        "one": found,
        "draft": found.draft,
        "place": found.draft.place,
        "topics": ",".join([found.topic, *([found.document.topic] if found.document else [])]),
        "section": "scenarios",
        "before": parts[at - 1] if at else None,
        "after": parts[at + 1] if at + 1 < len(parts) else None,
    }


def _text(found: DraftSection, beside: Margin) -> dict[str, object]:
    return {"one": found, "said": beside.said}


def draw_margin(
    request: HttpRequest,
    room: Room,
    found: DraftSection,
    typed: Mapping[str, Any] | None = None,
    *,
    beside: Margin | None = None,
) -> Any:
    """Draw the margin of a section, as it was read already or anew."""
    context = _margin(room, found, beside or margin_of(found)) | {"typed": typed or {}}
    return draw(request, room, "workshops/_section_margin.html", context)


def _margin(room: Room, found: DraftSection, margin: Margin) -> dict[str, object]:
    who = room.who
    return {
        "one": found,
        "draft": found.draft,
        "place": found.draft.place,
        "margin": margin,
        "sides": sides_of(room.workshop),
        "may_comment": rules.can_comment(who, room.workshop),
        "resolvable": {
            one.comment.pk for one in margin.said if rules.can_resolve_comment(who, _tied(found, one.comment))
        },
    }


def _tied(found: DraftSection, comment: Any) -> Any:
    """A rule asks the comment for its section: that is the one at hand."""
    comment.section = found
    return comment


@require_safe
def show_text(request: HttpRequest, slug: str, key: str, part: str) -> HttpResponseBase:
    """Answer the text, for open pages of who only reads."""
    room, found = enter_section(request, slug, key, part)
    return piece(request, room, "workshops/_section_text.html", _text(found, margin_of(found)))


@require_safe
def show_margin(request: HttpRequest, slug: str, key: str, part: str) -> HttpResponseBase:
    """Answer the margin, for open pages."""
    room, found = enter_section(request, slug, key, part)
    return piece(
        request, room, "workshops/_section_margin.html", _margin(room, found, margin_of(found)) | {"typed": {}}
    )


@require_POST
def switch_joint(request: HttpRequest, slug: str, key: str, part: str) -> HttpResponse:
    """Let others type here, or no longer."""
    room, found = enter_section(request, slug, key, part)
    is_joint = request.POST.get("joint") == "on"
    set_joint(who=room.who, section=found, is_joint=is_joint)
    words = _("Others can type here now.") if is_joint else _("Only who holds the pen types here now.")
    messages.success(request, words)
    if found.document is None:
        return redirect(_fields_url(room, found))
    return redirect("workshops:draft_section", slug, key, part)


def _fields_url(room: Room, found: DraftSection) -> str:
    return reverse(FIELDS[Part(found.part)], args=[room.workshop.slug, found.draft.place.scenario.key])


urlpatterns = [
    path("scenarios/<slug:key>/draft/<slug:part>/", section, name="draft_section"),
    path("scenarios/<slug:key>/draft/<slug:part>/text", show_text, name="section_text"),
    path("scenarios/<slug:key>/draft/<slug:part>/margin", show_margin, name="section_margin"),
    path("scenarios/<slug:key>/draft/<slug:part>/joint", switch_joint, name="section_joint"),
]
