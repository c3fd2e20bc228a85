# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bring in the letter, and mark in it what asks for something."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from workshops import rules
from workshops.errors import WorkshopError
from workshops.forms.letters import LetterForm, MarkForm, initial_letter
from workshops.models import AskingSentence, Request
from workshops.selectors.request import letter_of
from workshops.services.insist import insist
from workshops.services.letters import enter_letter, mark_passage, unmark_passage
from workshops.views.room import Room, enter, page


@require_http_methods(["GET", "HEAD", "POST"])
def enter_request(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask for the letter and its questions, or for their mending."""
    room = _enter(request, slug)
    known = Request.objects.filter(workshop=room.workshop).first()
    form = LetterForm(request.POST if request.method == "POST" else None, initial=initial_letter(known))
    status = HTTPStatus.BAD_REQUEST if form.is_bound else HTTPStatus.OK
    if form.is_bound and form.is_valid():
        try:
            enter_letter(who=room.who, workshop=room.workshop, told=form.told)
        except WorkshopError as refusal:
            form.add_error(refusal.field or None, refusal.message)
        else:
            messages.success(request, _("The letter is there. Mark now what in it asks for something."))
            return redirect("workshops:request_marks", slug)
    return page(request, room, "workshops/letter_write.html", {"form": form, "known": known}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def mark_request(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the letter with its marks; add the one that is sent."""
    room = _enter(request, slug)
    letter = letter_of(room.workshop)
    if letter is None:
        return redirect("workshops:request_enter", slug)
    form = MarkForm(request.POST if request.method == "POST" else None, questions=letter.questions)
    status = HTTPStatus.BAD_REQUEST if form.is_bound else HTTPStatus.OK
    if form.is_bound and form.is_valid():
        try:
            marked = mark_passage(who=room.who, request=letter.request, told=form.told)
        except WorkshopError as refusal:
            form.add_error(refusal.field or None, refusal.message)
        else:
            messages.success(request, _("Marked: %(label)s") % {"label": marked.label})
            return redirect("workshops:request_marks", slug)
    context = {"letter": letter, "form": form}
    return page(request, room, "workshops/letter_marks.html", context, status=status)


@require_POST
def unmark(request: HttpRequest, slug: str, mark: int) -> HttpResponse:
    """Take a mark away."""
    room = _enter(request, slug)
    sentence = get_object_or_404(
        AskingSentence.objects.select_related("paragraph__request__workshop"),
        paragraph__request__workshop=room.workshop,
        pk=mark,
    )
    unmark_passage(who=room.who, sentence=sentence)
    messages.success(request, _("The mark is gone."))
    return redirect("workshops:request_marks", slug)


def _enter(request: HttpRequest, slug: str) -> Room:
    room = enter(request, slug)
    insist(rules.can_enter_request(room.who), _("Only the secretariat brings in the letter."))
    return room


urlpatterns = [
    path("request/enter/", enter_request, name="request_enter"),
    path("request/marks/", mark_request, name="request_marks"),
    path("request/marks/<int:mark>/remove/", unmark, name="request_unmark"),
]
