# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The drivers of a draft, and its bottlenecks and opportunities: fields, each with its margin."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from scenarios.enums import Part
from workshops import rules
from workshops.errors import MovedError, WorkshopError
from workshops.forms.drivers import DriversForm
from workshops.forms.writing import DevelopmentForm
from workshops.models import DraftDevelopment, DraftSection
from workshops.selectors.drafts import drivers_of_draft
from workshops.selectors.people import people_at
from workshops.selectors.table import sides_of
from workshops.services.insist import insist
from workshops.services.writing.fields import remove_development, set_drivers, write_development
from workshops.views.room import Room, page, sign_in_first
from workshops.views.writing.door import enter_section
from workshops.views.writing.sections import about, draw_margin


@require_http_methods(["GET", "HEAD", "POST"])
def drivers(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show what drives this future, and set it."""
    if not request.user.is_authenticated:
        return sign_in_first(request)
    room, section = enter_section(request, slug, key, Part.DRIVERS)
    if request.method != "POST":
        return fields_page(request, room, section)
    form = DriversForm(request.POST, themes=drivers_of_draft(section.draft))
    status = HTTPStatus.BAD_REQUEST
    if form.is_valid():
        try:
            changed = set_drivers(who=room.who, draft=section.draft, settings=form.settings())
        except WorkshopError as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
            status = HTTPStatus.CONFLICT if isinstance(refusal, MovedError) else HTTPStatus.BAD_REQUEST
        else:
            words = _("The driving forces are kept.") if changed else _("Nothing was changed.")
            messages.success(request, words, extra_tags=f"drivers-{key}")
            return redirect("workshops:draft_drivers", slug, key)
    return fields_page(request, room, section, form=form, status=status)


def fields_page(  # noqa: PLR0913 -- a page, and what happened on it
    request: HttpRequest,
    room: Room,
    section: DraftSection,
    *,
    form: DriversForm | None = None,
    margin: Mapping[str, Any] | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """Return the page of the drivers or of the developments."""
    context = about(section) | {
        "may_write": rules.can_write_section(room.who, section),
        "may_open": rules.can_open_section(room.who, section.draft),
        "may_comment": rules.can_comment(room.who, room.workshop),
        "margin": draw_margin(request, room, section, margin),
        "typed": margin or {},
        "sides": sides_of(room.workshop),
        "may_be_named": people_at(room.workshop, day=timezone.localdate()),
    }
    if section.part == Part.DRIVERS:
        themes = drivers_of_draft(section.draft)
        context |= {"form": form or DriversForm(themes=themes), "themes": themes}
        return page(request, room, "workshops/draft_drivers.html", context, status=status)
    context |= {"developments": list(section.draft.developments.order_by("order"))}
    return page(request, room, "workshops/draft_developments.html", context, status=status)


@require_http_methods(["GET", "HEAD"])
def developments(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show what this future brings."""
    if not request.user.is_authenticated:
        return sign_in_first(request)
    room, section = enter_section(request, slug, key, Part.DEVELOPMENTS)
    return fields_page(request, room, section)


@require_http_methods(["GET", "HEAD", "POST"])
def development(request: HttpRequest, slug: str, key: str, pk: UUID | None = None) -> HttpResponse:
    """Add a bottleneck or an opportunity, or change one."""
    if not request.user.is_authenticated:
        return sign_in_first(request)
    room, section = enter_section(request, slug, key, Part.DEVELOPMENTS)
    insist(rules.can_write_section(room.who, section), _("Only who holds the pen writes these now. Make a comment."))
    known = _known(section, pk) if pk else None
    form = DevelopmentForm(request.POST or None, initial=_initial(known))
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    theirs = None
    if request.method == "POST" and form.is_valid():
        try:
            write_development(
                who=room.who,
                draft=section.draft,
                told=form.told,
                known=known,
                version=form.cleaned_data["version"] or 0,
            )
        except WorkshopError as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
            status, theirs = HTTPStatus.CONFLICT, known
            form.data = form.data | {"version": known.version} if known else form.data  # type: ignore[operator]
        else:
            messages.success(request, _("Kept."), extra_tags=f"development-{pk or 'new'}")
            return redirect("workshops:draft_developments", slug, key)
    context = about(section) | {"form": form, "known": known, "theirs": theirs}
    return page(request, room, "workshops/development_write.html", context, status=status)


def _known(section: DraftSection, pk: UUID) -> DraftDevelopment:
    found = section.draft.developments.filter(pk=pk).first()
    if found is None:
        raise Http404
    found.draft = section.draft
    return found


def _initial(known: DraftDevelopment | None) -> dict[str, Any]:
    if known is None:
        return {}
    return {
        "kind": known.kind,
        "domain": known.domain,
        "text": known.text,
        "groups": known.groups,
        "version": known.version,
    }


@require_POST
def remove(request: HttpRequest, slug: str, key: str, pk: UUID) -> HttpResponse:
    """Leave one out of the next edition."""
    room, section = enter_section(request, slug, key, Part.DEVELOPMENTS)
    remove_development(who=room.who, development=_known(section, pk))
    messages.success(request, _("It is left out of the next edition."))
    return redirect("workshops:draft_developments", slug, key)


urlpatterns = [
    path("scenarios/<slug:key>/draft/drivers/", drivers, name="draft_drivers"),
    path("scenarios/<slug:key>/draft/developments/", developments, name="draft_developments"),
    path("scenarios/<slug:key>/draft/developments/new/", development, name="development_new"),
    path("scenarios/<slug:key>/draft/developments/<uuid:pk>/", development, name="development"),
    path("scenarios/<slug:key>/draft/developments/<uuid:pk>/remove", remove, name="development_remove"),
]
