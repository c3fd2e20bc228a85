# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Submit an example and add a remark."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from workshops import rules
from workshops.enums import AnnotationStance
from workshops.errors import WorkshopError
from workshops.forms.practice import ExampleForm, RemarkForm
from workshops.selectors.table import places_of
from workshops.services.examples import Remark, Told, annotate_example, submit_example
from workshops.views.public.practice import example_in, example_page
from workshops.views.room import enter, page, sign_in_first


@require_http_methods(["GET", "POST"])
def tell(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down how a firm or its workers cope; the secretariat reads it first."""
    room = enter(request, slug)
    if not rules.can_submit_example(room.who):
        return sign_in_first(request)
    scenarios = [(place.key, f"{place.letter} {place.title}") for place in places_of(room.workshop)]
    form = ExampleForm(request.POST or None, scenarios=scenarios)
    if request.method == "POST" and form.is_valid():
        try:
            example = submit_example(who=room.who, workshop=room.workshop, told=Told(**form.cleaned_data))
        except WorkshopError as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            messages.success(
                request, _("Thank you. The secretariat reads your example before others see it."), extra_tags="example"
            )
            return redirect("workshops:example", slug, example.pk)
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    return page(request, room, "workshops/example_tell.html", {"form": form, "section": "practice"}, status=status)


@require_POST
def annotate(request: HttpRequest, slug: str, pk: str) -> HttpResponse:
    """Add a remark to a passage; what cannot be anchored is said on the form, with everything still in it."""
    room = enter(request, slug)
    example = example_in(room, pk)
    form = RemarkForm(request.POST)
    if form.is_valid():
        told = form.cleaned_data | {"stance": AnnotationStance(form.cleaned_data["stance"])}
        try:
            annotate_example(who=room.who, workshop=room.workshop, example=example, remark=Remark(**told))
        except WorkshopError as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            messages.success(request, _("Your remark has been added."), extra_tags=f"remark-{pk}")
            return redirect("workshops:example", slug, pk)
    return example_page(request, room, example, form, status=HTTPStatus.BAD_REQUEST)


urlpatterns = [
    path("practice/tell/", tell, name="example_tell"),
    path("practice/<uuid:pk>/remarks", annotate, name="example_annotate"),
]
