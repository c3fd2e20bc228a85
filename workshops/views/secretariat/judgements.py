# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Write down what the council judges where the model cannot say."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workshops import rules
from workshops.forms.judgements import JudgementsForm
from workshops.models import Proposal
from workshops.selectors.table import places_of, sides_of
from workshops.services.insist import insist
from workshops.services.judgements import judge_proposal
from workshops.views.room import enter, page


@require_http_methods(["GET", "POST"])
def judge(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Fill in a direction with its reason for each side in each scenario."""
    room = enter(request, slug)
    insist(rules.can_judge_proposal(room.who, room.workshop))
    proposal = get_object_or_404(
        Proposal.objects.select_related("workshop", "reform_revision"), workshop=room.workshop, number=number
    )
    sides, places = sides_of(room.workshop), places_of(room.workshop)
    letters = {place.revision_id: place.letter for place in places}
    keys = {side.id: side.key for side in sides}
    known = {
        (letters[one.scenario_revision_id], keys[one.constituency_id]): one
        for one in proposal.judgements.all()
        if one.scenario_revision_id in letters
    }
    form = JudgementsForm(request.POST or None, sides=sides, places=places, known=known)
    if request.method == "POST" and form.is_valid():
        judge_proposal(who=room.who, proposal=proposal, judged=form.judged())
        messages.success(request, _("The judgements have been kept."), extra_tags=f"judge-{number}")
        return redirect("workshops:proposal", slug, number)
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    context = {"proposal": proposal, "form": form, "section": "proposals"}
    return page(request, room, "workshops/proposal_judge.html", context, status=status)


urlpatterns = [path("proposals/<int:number>/judge/", judge, name="judge")]
