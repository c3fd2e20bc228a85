# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who sits at the table: read by all, brought in, ended and invited by the facilitator and the secretariat."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workshops import rules
from workshops.enums import Role
from workshops.errors import WorkshopError
from workshops.forms.seating import LastDayForm, RoleForm, TableForm
from workshops.models import Mandate, Participation, User
from workshops.selectors.table_plan import lines_of, table_plan
from workshops.services.invitations import invite
from workshops.services.seating import COLUMNS, Seated, end_mandate, give_role, rows_of_table, seat_people, take_role
from workshops.views.public.studies import spreadsheet
from workshops.views.room import Room, enter, page


@require_http_methods(["GET", "HEAD", "POST"])
def show_people(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the table; bring in the lines that are sent."""
    room = enter(request, slug)
    if request.method != "POST":
        return _show(request, room)
    _insist(room)
    form = TableForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            added = seat_people(who=room.who, workshop=room.workshop, rows=rows_of_table(form.text))
        except WorkshopError as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            messages.success(request, _words(added))
            return redirect("workshops:people", slug)
    return _show(request, room, table_form=form, status=HTTPStatus.BAD_REQUEST)


@require_POST
def add_role(request: HttpRequest, slug: str) -> HttpResponse:
    """Give somebody a role."""
    room = enter(request, slug)
    _insist(room)
    form = RoleForm(request.POST)
    if form.is_valid():
        told = form.cleaned_data
        try:
            given = give_role(
                who=room.who,
                workshop=room.workshop,
                sign_in=told["sign_in"],
                name=told["name"],
                role=Role(told["role"]),
            )
        except WorkshopError as refusal:
            form.add_error(refusal.field or None, refusal.message)
        else:
            messages.success(request, _("%(name)s has the role.") % {"name": given.person.name})
            return redirect("workshops:people", slug)
    return _show(request, room, role_form=form, status=HTTPStatus.BAD_REQUEST)


@require_POST
def end_role(request: HttpRequest, slug: str, participation: int) -> HttpResponse:
    """End a role."""
    room = enter(request, slug)
    _insist(room)
    held = get_object_or_404(Participation, workshop=room.workshop, pk=participation)
    try:
        take_role(who=room.who, participation=held)
    except WorkshopError as refusal:
        messages.warning(request, refusal.message)
    else:
        messages.success(request, _("The role is ended."))
    return redirect("workshops:people", slug)


@require_http_methods(["GET", "HEAD", "POST"])
def end_holding(request: HttpRequest, slug: str, mandate: int) -> HttpResponse:
    """Ask for the last day of somebody on a seat, and write it down."""
    room = enter(request, slug)
    _insist(room)
    held = get_object_or_404(
        Mandate.objects.select_related("person", "seat__constituency__workshop"),
        seat__constituency__workshop=room.workshop,
        pk=mandate,
    )
    form = LastDayForm(request.POST or None, initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            end_mandate(who=room.who, mandate=held, on=form.cleaned_data["on"])
        except WorkshopError as refusal:
            form.add_error(refusal.field or None, refusal.message)
        else:
            messages.success(request, _("%(name)s holds the seat up to that day.") % {"name": held.person.name})
            return redirect("workshops:people", slug)
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    return page(request, room, "workshops/mandate_end.html", {"held": held, "form": form}, status=status)


@never_cache
@require_POST
def invite_person(request: HttpRequest, slug: str, person: int) -> HttpResponse:
    """Show the link of an invitation, this once."""
    room = enter(request, slug)
    _insist(room)
    invited = get_object_or_404(User, pk=person)
    try:
        key, token = invite(who=room.who, workshop=room.workshop, person=invited)
    except WorkshopError as refusal:
        messages.warning(request, refusal.message)
        return redirect("workshops:people", slug)
    link = request.build_absolute_uri(reverse("invitation", args=[key, token]))
    return page(request, room, "workshops/person_invited.html", {"invited": invited, "link": link})


@require_safe
def people_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand out the table as it can be brought in again."""
    room = enter(request, slug)
    _insist(room)
    plan = table_plan(room.workshop, day=timezone.localdate())
    return spreadsheet(f"{slug}-people.csv", [COLUMNS, *lines_of(plan)])


def _show(
    request: HttpRequest,
    room: Room,
    *,
    table_form: TableForm | None = None,
    role_form: RoleForm | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    context = {
        "plan": table_plan(room.workshop, day=timezone.localdate()),
        "today": timezone.localdate(),
        "may_compose": rules.can_compose(room.who),
        "table_form": table_form or TableForm(),
        "role_form": role_form or RoleForm(),
        "columns": COLUMNS,
    }
    return page(request, room, "workshops/people_show.html", context, status=status)


def _insist(room: Room) -> None:
    if not rules.can_compose(room.who):
        raise PermissionDenied(_("Only the facilitator and the secretariat say who sits at the table."))


def _words(added: Seated) -> str:
    if added.is_nothing:
        return _("All of this was here already; nothing changed.")
    told = {"seats": added.seats, "people": added.people, "mandates": added.mandates}
    return _("Brought in. New seats: %(seats)d; holders: %(mandates)d; new accounts: %(people)d.") % told


urlpatterns = [
    path("people/", show_people, name="people"),
    path("people/csv/", people_csv, name="people_csv"),
    path("people/roles/", add_role, name="role_add"),
    path("people/roles/<int:participation>/end/", end_role, name="role_end"),
    path("people/seats/<int:mandate>/end/", end_holding, name="mandate_end"),
    path("people/<int:person>/invitation/", invite_person, name="person_invite"),
]
