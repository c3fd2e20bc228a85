# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Start a workshop."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workshops import rules
from workshops.errors import WorkshopError
from workshops.forms.starting import BeginningForm
from workshops.models import User
from workshops.selectors.people import standings_of
from workshops.services.insist import insist
from workshops.services.starting import start_workshop
from workshops.views.room import sign_in_first


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Ask what is known on the first day; lay the workshop ready when that is sent."""
    if not isinstance(request.user, User):
        return sign_in_first(request)
    standings = standings_of(request.user, day=timezone.localdate())
    insist(
        rules.can_start_workshop(request.user, standings),
        _("Only who keeps this site, or leads a workshop on it, can start one."),
    )
    form = BeginningForm(request.POST if request.method == "POST" else None)
    status = HTTPStatus.BAD_REQUEST if form.is_bound else HTTPStatus.OK
    if form.is_bound and form.is_valid():
        try:
            workshop = start_workshop(person=request.user, standings=standings, beginning=form.beginning)
        except WorkshopError as refusal:
            form.add_error(refusal.field or None, refusal.message)
        else:
            messages.success(request, _("The workshop is laid ready. Bring in the letter, and let people sit down."))
            return redirect("workshops:workshop_home", workshop.slug)
    return render(request, "workshops/workshop_new.html", {"form": form}, status=status)


urlpatterns = [path("new/", start, name="workshop_new")]
