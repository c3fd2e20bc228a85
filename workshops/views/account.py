# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""One's own account: what is kept, taking it along, and being erased."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from workshops.errors import WorkshopError
from workshops.forms.account import EraseForm
from workshops.models import Mandate, Participation, User
from workshops.reports.own_archive import own_archive
from workshops.services.erasure import erase_person
from workshops.views.room import sign_in_first


@require_safe
def show_account(request: HttpRequest) -> HttpResponse:
    """Show who one is here, as what one takes part, and what one can do with what is kept."""
    person = request.user
    if not isinstance(person, User):
        return sign_in_first(request)
    context = {
        "mandates": Mandate.objects.filter(person=person)
        .select_related("seat__constituency__workshop", "seat__delegation")
        .order_by("starts_on"),
        "roles": Participation.objects.filter(person=person).select_related("workshop"),
    }
    return render(request, "workshops/account_show.html", context)


@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """Hand out everything that is tied to the account."""
    person = request.user
    if not isinstance(person, User):
        return sign_in_first(request)
    headers = {"Content-Disposition": 'attachment; filename="draagvlak-own-data.zip"', "Cache-Control": "no-store"}
    content = own_archive(person, at=timezone.now())
    return HttpResponse(content, content_type="application/zip", headers=headers)


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    """Say what goes and what stays, ask for the password, and erase."""
    person = request.user
    if not isinstance(person, User):
        return sign_in_first(request)
    form = EraseForm(request.POST or None, person=person)
    if request.method == "POST" and form.is_valid():
        try:
            erase_person(person=person)
        except WorkshopError as refusal:
            form.add_error(None, refusal.message)
        else:
            logout(request)
            messages.success(request, _("Your account is erased. What your seat did stays, without your name."))
            return redirect("home")
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    return render(request, "workshops/account_erase.html", {"form": form}, status=status)


urlpatterns = [
    path("", show_account, name="account"),
    path("own-data.zip", download, name="account_data"),
    path("erase/", erase, name="account_erase"),
]
