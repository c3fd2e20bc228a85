# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Comment, answer, resolve, reopen: from the margin, and back to it."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshops.errors import WorkshopError
from workshops.models import Comment, DraftSection, Reply
from workshops.services.mentions import named_in, names_in
from workshops.services.writing.comments import answer_comment, make_comment, reopen_comment, resolve_comment
from workshops.views.room import Room
from workshops.views.writing.door import enter_section
from workshops.views.writing.fields import fields_page
from workshops.views.writing.sections import section_page


@require_POST
def comment(request: HttpRequest, slug: str, key: str, part: str) -> HttpResponse:
    """Add a comment; what cannot be added stays on the page, with what to do about it."""
    room, section = enter_section(request, slug, key, part)
    typed = {"quote": request.POST.get("quote", ""), "text": request.POST.get("comment", "")}
    near = request.POST.get("near", "")
    try:
        made = make_comment(
            who=room.who,
            section=section,
            near=int(near) if near.isdigit() and len(near) < len("1000000") else None,
            **typed,
        )
    except WorkshopError as refusal:
        return _back_with(request, room, section, {"comment": typed, "problem": refusal.message})
    messages.success(request, _("Your comment stands in the margin."), extra_tags=f"comment-{section.pk}")
    _say_who_was_named(request, made)
    return redirect(_beside(slug, section, made))


@require_POST
def answer(request: HttpRequest, slug: str, key: str, part: str, pk: UUID) -> HttpResponse:
    """Answer a comment."""
    room, section = enter_section(request, slug, key, part)
    found = _found(section, pk)
    text = request.POST.get(f"answer-{pk}", "")
    try:
        _say_who_was_named(request, answer_comment(who=room.who, comment=found, text=text))
    except WorkshopError as refusal:
        return _back_with(
            request, room, section, {"answers": {str(pk): text}, "wrong": str(pk), "problem": refusal.message}
        )
    return redirect(_beside(slug, section, found))


@require_POST
def resolve(request: HttpRequest, slug: str, key: str, part: str, pk: UUID) -> HttpResponse:
    """Set a comment aside as settled."""
    room, section = enter_section(request, slug, key, part)
    resolve_comment(who=room.who, comment=_found(section, pk))
    messages.success(request, _("The comment is resolved. It stays readable below."))
    return redirect(_beside(slug, section))


@require_POST
def reopen(request: HttpRequest, slug: str, key: str, part: str, pk: UUID) -> HttpResponse:
    """Bring a comment back."""
    room, section = enter_section(request, slug, key, part)
    found = _found(section, pk)
    reopen_comment(who=room.who, comment=found)
    return redirect(_beside(slug, section, found))


def _say_who_was_named(request: HttpRequest, remark: Comment | Reply) -> None:
    """Say who will hear of it, and which names nobody here has."""
    if not (called := names_in(remark.text)):
        return
    named = named_in(remark)
    if named:
        names = ", ".join(one.name for one in named)
        messages.info(request, _("Named, and told on the front page and by mail: %(names)s.") % {"names": names})
    known = {one.username.lower() for one in [*named, request.user]}  # type: ignore[union-attr]  # signed in
    unknown = ", ".join(f"@{one}" for one in called if one.lower() not in known)
    if unknown:
        messages.warning(request, _("Nobody who takes part has this name: %(names)s.") % {"names": unknown})


def _found(section: DraftSection, pk: UUID) -> Comment:
    found = section.comments.filter(pk=pk).first()
    if found is None:
        raise Http404
    found.section = section
    return found


def _beside(slug: str, section: DraftSection, made: Comment | None = None) -> str:
    url = reverse("workshops:draft_section", args=[slug, section.draft.place.scenario.key, section.part])
    return f"{url}#comment-{made.pk}" if made else f"{url}#margin"


def _back_with(request: HttpRequest, room: Room, section: DraftSection, typed: dict[str, Any]) -> HttpResponse:
    show = section_page if section.document is not None else fields_page
    return show(request, room, section, margin=typed, status=HTTPStatus.BAD_REQUEST)


urlpatterns = [
    path("scenarios/<slug:key>/draft/<slug:part>/comments", comment, name="comment"),
    path("scenarios/<slug:key>/draft/<slug:part>/comments/<uuid:pk>/answer", answer, name="comment_answer"),
    path("scenarios/<slug:key>/draft/<slug:part>/comments/<uuid:pk>/resolve", resolve, name="comment_resolve"),
    path("scenarios/<slug:key>/draft/<slug:part>/comments/<uuid:pk>/reopen", reopen, name="comment_reopen"),
]
