# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every draw of a proposal as a file for analysts: asked for, made by a worker, handed out."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from scenarios.errors import ScenarioError
from scenarios.models import OwnProjection
from scenarios.selectors.own_projections import kept_experiments, progress_of, shared_projection
from workshops import rules
from workshops.errors import WorkshopError
from workshops.models import Proposal
from workshops.services.own_projections import ask_draws, draws_asked
from workshops.views.public.proposals import proposal_in
from workshops.views.room import enter, page


@require_safe
def show_draws(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Say what the file is, and hand it out, or have it made."""
    room = enter(request, slug)
    proposal = _computable(proposal_in(room, number))
    own = _file_of(proposal)
    context = {
        "proposal": proposal,
        "question": draws_asked(proposal),
        "own": own,
        "progress": progress_of(own) if own else None,
        "may_ask": rules.can_ask_projection(room.who),
    }
    return page(request, room, "workshops/draws_show.html", context)


@require_POST
def ask(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Have a worker make the file."""
    room = enter(request, slug)
    try:
        ask_draws(who=room.who, proposal=proposal_in(room, number))
    except (WorkshopError, ScenarioError) as refusal:
        messages.error(request, refusal.message)
    return redirect("workshops:draws", slug, number)


@require_safe
def download(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Hand the file out."""
    room = enter(request, slug)
    own = _file_of(_computable(proposal_in(room, number)))
    kept = kept_experiments(own.id) if own is not None and own.is_done else None
    if kept is None:
        messages.info(request, _("The file is not there yet."))
        return redirect("workshops:draws", slug, number)
    name = f"{room.workshop.slug}-{number}-draws.tar.gz"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(kept, content_type="application/gzip", headers=headers)


def _computable(proposal: Proposal) -> Proposal:
    if not proposal.reform_revision.is_computable:
        raise Http404
    return proposal


def _file_of(proposal: Proposal) -> OwnProjection | None:
    return shared_projection(digest=draws_asked(proposal).digest, audience=proposal.workshop.topic)


urlpatterns = [
    path("proposals/<int:number>/draws/", show_draws, name="draws"),
    path("proposals/<int:number>/draws/ask/", ask, name="draws_ask"),
    path("proposals/<int:number>/draws/draws.tar.gz", download, name="draws_file"),
]
