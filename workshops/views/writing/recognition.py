# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Say for one's side whether it recognises a future."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workshops import rules
from workshops.errors import WorkshopError
from workshops.forms.writing import RecognitionForm
from workshops.models import Recognition
from workshops.services.insist import insist
from workshops.services.writing.recognition import recognise_future
from workshops.views.room import page, sign_in_first
from workshops.views.writing.door import enter_place


@require_http_methods(["GET", "HEAD", "POST"])
def recognise(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show what one's side said, and change it."""
    if not request.user.is_authenticated:
        return sign_in_first(request)
    room, place = enter_place(request, slug, key)
    insist(
        rules.can_recognise_future(room.who, room.workshop),
        _("Members say this for their side, until the conclusions."),
    )
    own = room.who.seats[0].constituency_id
    known = Recognition.objects.filter(constituency=own, revision=place.revision).first()
    initial = {"answer": known.answer, "reason": known.said("reason")} if known else {}
    form = RecognitionForm(request.POST or None, who=room.who, initial=initial)
    if request.method == "POST" and form.is_valid():
        seat = room.who.seat(form.cleaned_data["seat"])
        try:
            recognise_future(
                who=room.who,
                place=place,
                seat=seat or room.who.seats[0],
                answer=form.answered,
                reason=form.cleaned_data["reason"],
            )
        except WorkshopError as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            messages.success(request, _("The word of your side is kept."), extra_tags=f"recognise-{key}")
            return redirect("workshops:scenario", slug, key)
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    context = {"form": form, "place": place, "known": known, "section": "scenarios"}
    return page(request, room, "workshops/scenario_recognise.html", context, status=status)


urlpatterns = [path("scenarios/<slug:key>/recognise/", recognise, name="recognise")]
