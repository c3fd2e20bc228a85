# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tell an example, change it, take it back."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from scenarios.models import PracticeExample
from workshops import rules
from workshops.errors import WorkshopError
from workshops.forms.practice import ChangeForm, ExampleForm
from workshops.selectors.table import places_of
from workshops.services.examples import Told, change_example, submit_example, withdraw_example
from workshops.views.public.practice import example_in
from workshops.views.room import Room, enter, page, sign_in_first


@require_http_methods(["GET", "POST"])
def tell(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down how a firm or its workers cope; the secretariat reads it first."""
    room = enter(request, slug)
    if not rules.can_submit_example(room.who):
        return sign_in_first(request)
    form = ExampleForm(request.POST or None, scenarios=_scenarios(room))

    def submit(told: dict[str, Any]) -> PracticeExample:
        return submit_example(who=room.who, workshop=room.workshop, told=Told(**told))

    example = _tried(form, submit)
    if example is not None:
        thanks = _("Thank you. The secretariat reads your example before others see it.")
        messages.success(request, thanks, extra_tags="example")
        return redirect("workshops:example", slug, example.pk)
    return _form_page(request, room, form, "workshops/example_tell.html")


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, slug: str, pk: str) -> HttpResponse:
    """Write the next edition of an example, on the newest."""
    room = enter(request, slug)
    example = example_in(room, pk)
    if not rules.can_change_example(room.who, example):
        raise PermissionDenied
    newest = example.editions.order_by("-number")[0]
    begun = {name: getattr(newest if hasattr(newest, name) else example, name) for name in Told.__dataclass_fields__}
    form = ChangeForm(request.POST or None, initial={**begun, "onto": newest.number}, scenarios=_scenarios(room))

    def rewrite(told: dict[str, Any]) -> bool:
        onto = told.pop("onto")
        change_example(who=room.who, workshop=room.workshop, example=example, told=Told(**told), onto=onto)
        return True

    if _tried(form, rewrite):
        waits = example.state == "published" and not room.who.is_secretary
        told = _("The secretariat reads your change before others see it.") if waits else _("The example was changed.")
        messages.success(request, told, extra_tags=f"example-{pk}")
        return redirect("workshops:example", slug, pk)
    return _form_page(request, room, form, "workshops/example_change.html", example=example)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, slug: str, pk: str) -> HttpResponse:
    """Ask first, then take an example back."""
    room = enter(request, slug)
    example = example_in(room, pk)
    if not rules.can_change_example(room.who, example):
        raise PermissionDenied
    if request.method == "POST":
        withdraw_example(who=room.who, workshop=room.workshop, example=example)
        messages.success(request, _("The example has been withdrawn. Nobody can read it any more."))
        return redirect("workshops:practice", slug)
    return page(request, room, "workshops/example_withdraw.html", {"example": example, "section": "practice"})


def _tried(form: ExampleForm, act: Callable[[dict[str, Any]], Any]) -> Any:
    """Do it when the form is whole; a refusal is said on the form, with everything still in it."""
    if not form.is_bound or not form.is_valid():
        return None
    try:
        return act(dict(form.cleaned_data))
    except WorkshopError as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        return None


def _form_page(request: HttpRequest, room: Room, form: ExampleForm, template: str, **more: Any) -> HttpResponse:
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    return page(request, room, template, {"form": form, "section": "practice", **more}, status=status)


def _scenarios(room: Room) -> list[tuple[str, str]]:
    return [(place.key, f"{place.letter} {place.title}") for place in places_of(room.workshop)]


urlpatterns = [
    path("practice/tell/", tell, name="example_tell"),
    path("practice/<uuid:pk>/change/", change, name="example_change"),
    path("practice/<uuid:pk>/withdraw/", withdraw, name="example_withdraw"),
]
