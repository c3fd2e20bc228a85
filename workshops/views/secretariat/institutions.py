# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Write down what the council would have become of an institution in each scenario."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from scenarios.models import Institution
from workshops import rules
from workshops.enums import ProposalState
from workshops.errors import WorkshopError
from workshops.forms.institutions import VerdictForm
from workshops.selectors.institutions import verdicts_in
from workshops.services.insist import insist
from workshops.services.institutions import decide_institution
from workshops.views.delegate.institutions import rows_of_places
from workshops.views.room import enter, page, sign_in_first


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Keep, adapt, replace, or something new beside it; with the proposals that do it."""
    if not request.user.is_authenticated:
        return sign_in_first(request)
    room = enter(request, slug)
    insist(
        rules.can_decide_institution(room.who, room.workshop),
        _("The secretariat writes this down for the council, until the conclusions."),
    )
    institution, places = get_object_or_404(Institution, key=key), rows_of_places(room)
    proposals = (
        room.workshop.proposals.exclude(state=ProposalState.WITHDRAWN)
        .select_related("reform_revision")
        .order_by("number")
    )
    known = {one.revision_id: one for one in verdicts_in(room.workshop, key=key)}
    form = VerdictForm(request.POST or None, places=places, known=known, proposals=list(proposals))
    if request.method == "POST" and form.is_valid():
        try:
            decide_institution(who=room.who, institution=institution, decided=form.decided())
        except WorkshopError as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            messages.success(request, _("What the council says is kept."), extra_tags=f"decide-{key}")
            return redirect("workshops:institution", slug, key)
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    context = {"form": form, "institution": institution, "section": "scenarios"}
    return page(request, room, "workshops/institution_decide.html", context, status=status)


urlpatterns = [path("institutions/<slug:key>/decide/", decide, name="institution_decide")]
