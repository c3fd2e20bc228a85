# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Remark on a passage, answer, resolve, reopen."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from scenarios.models import PracticeExample
from workshops.enums import AnnotationStance
from workshops.errors import WorkshopError
from workshops.models import Annotation
from workshops.services.annotations import (
    Remark,
    annotate_example,
    answer_annotation,
    reopen_annotation,
    resolve_annotation,
)
from workshops.views.public.practice import example_in, example_page, remark_form
from workshops.views.room import Room, enter


@require_POST
def annotate(request: HttpRequest, slug: str, pk: str) -> HttpResponse:
    """Add a remark to a passage; what cannot be anchored is said on the form, with everything still in it."""
    room = enter(request, slug)
    example = example_in(room, pk)
    form = remark_form(room, request.POST)
    if form.is_valid():
        told = form.cleaned_data | {"stance": AnnotationStance(form.cleaned_data["stance"])}
        try:
            made = annotate_example(who=room.who, workshop=room.workshop, example=example, remark=Remark(**told))
        except WorkshopError as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            messages.success(request, _("Your remark has been added."), extra_tags=f"remark-{pk}")
            return redirect(_beside(slug, made))
    return example_page(request, room, example, form, status=HTTPStatus.BAD_REQUEST)


@require_POST
def answer(request: HttpRequest, slug: str, pk: str, remark: UUID) -> HttpResponse:
    """Answer a remark; what cannot be sent stays on the page."""
    room, example, found = _enter_remark(request, slug, pk, remark)
    text = request.POST.get("text", "")
    try:
        answer_annotation(who=room.who, annotation=found, text=text)
    except WorkshopError as refusal:
        typed = {"wrong": found.pk, "text": text, "problem": refusal.message}
        return example_page(request, room, example, remark_form(room), typed=typed, status=HTTPStatus.BAD_REQUEST)
    messages.success(request, _("Your answer stands under the remark."), extra_tags=f"answer-{found.pk}")
    return redirect(_beside(slug, found))


@require_POST
def resolve(request: HttpRequest, slug: str, pk: str, remark: UUID) -> HttpResponse:
    """Set a remark aside as settled."""
    room, _example, found = _enter_remark(request, slug, pk, remark)
    resolve_annotation(who=room.who, annotation=found)
    messages.success(request, _("The remark is resolved. It stays readable below."))
    return redirect(_beside(slug, found))


@require_POST
def reopen(request: HttpRequest, slug: str, pk: str, remark: UUID) -> HttpResponse:
    """Bring a remark back."""
    room, _example, found = _enter_remark(request, slug, pk, remark)
    reopen_annotation(who=room.who, annotation=found)
    return redirect(_beside(slug, found))


def _enter_remark(request: HttpRequest, slug: str, pk: str, remark: UUID) -> tuple[Room, PracticeExample, Annotation]:
    room = enter(request, slug)
    example = example_in(room, pk)
    rows = Annotation.objects.select_related("workshop", "example")
    found = rows.filter(example=example, workshop=room.workshop, pk=remark).first()
    if found is None:
        raise Http404
    return room, example, found


def _beside(slug: str, made: Annotation) -> str:
    return f"{reverse('workshops:example', args=[slug, made.example_id])}#remark-{made.pk}"


urlpatterns = [
    path("practice/<uuid:pk>/remarks", annotate, name="example_annotate"),
    path("practice/<uuid:pk>/remarks/<uuid:remark>/answer", answer, name="remark_answer"),
    path("practice/<uuid:pk>/remarks/<uuid:remark>/resolve", resolve, name="remark_resolve"),
    path("practice/<uuid:pk>/remarks/<uuid:remark>/reopen", reopen, name="remark_reopen"),
]
