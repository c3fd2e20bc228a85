# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Say for one's side how an institution fares in each scenario."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from scenarios.models import Institution
from workshops import rules
from workshops.errors import WorkshopError
from workshops.forms.institutions import RatingForm
from workshops.models import StressRating, WorkshopScenario
from workshops.services.insist import insist
from workshops.services.institutions import rate_institution
from workshops.views.room import Room, enter, page, sign_in_first


@require_http_methods(["GET", "HEAD", "POST"])
def rate(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show what one's side said, and change it."""
    if not request.user.is_authenticated:
        return sign_in_first(request)
    room = enter(request, slug)
    insist(
        rules.can_rate_institution(room.who, room.workshop),
        _("Members say this for their side, until the conclusions."),
    )
    institution, places = get_object_or_404(Institution, key=key), rows_of_places(room)
    own = StressRating.objects.filter(
        institution=institution,
        constituency=room.who.seats[0].constituency_id,
        revision__in=[one.revision_id for one in places],
    )
    form = RatingForm(request.POST or None, who=room.who, places=places, known={one.revision_id: one for one in own})
    if request.method == "POST" and form.is_valid():
        seat = room.who.seat(form.cleaned_data["seat"]) or room.who.seats[0]
        try:
            rate_institution(who=room.who, institution=institution, seat=seat, rated=form.rated())
        except WorkshopError as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            messages.success(request, _("The word of your side is kept."), extra_tags=f"rate-{key}")
            return redirect("workshops:institution", slug, key)
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    context = {
        "form": form,
        "institution": institution,
        "are_open": rules.can_see_other_ratings(room.workshop),
        "section": "scenarios",
    }
    return page(request, room, "workshops/institution_rate.html", context, status=status)


def rows_of_places(room: Room) -> list[WorkshopScenario]:
    """Return the scenarios of a workshop, each with its edition: one statement."""
    places = list(room.workshop.places.select_related("scenario", "revision").order_by("order"))
    for one in places:
        one.workshop = room.workshop
    return places


urlpatterns = [path("institutions/<slug:key>/rate/", rate, name="institution_rate")]
