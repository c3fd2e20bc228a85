# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is claimed, which of it has no evidence, and what practice says of one claim."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import pgettext as _p
from django.views.decorators.http import require_safe

from workshops.forms.claims import ClaimChoice
from workshops.forms.practice import CLAIM_KINDS
from workshops.selectors.claims import Claim, Weight, claims_of, evidence_for, ledger_of
from workshops.selectors.table import Place, places_of
from workshops.views.room import enter, page


@dataclass(frozen=True, slots=True)
class Covered:
    """How much of what is claimed somewhere has evidence."""

    heading: str
    total: int
    covered: int

    @property
    def bare(self) -> int:
        return self.total - self.covered


@require_safe
def show_claims(request: HttpRequest, slug: str) -> HttpResponse:
    """Show which claims have evidence for and against, and which have none."""
    room = enter(request, slug)
    places = {place.key: place for place in places_of(room.workshop)}
    ledger = ledger_of(room.who, room.workshop)
    choice = ClaimChoice(request.GET, places.values())
    every = [(claim, ledger.weights[key]) for key, claim in ledger.claims.items() if claim.is_open]
    context = {
        "choice": choice,
        "groups": _by(choice.among(ledger), lambda claim: _heading(claim, places, with_kind=True)),
        "coverage": _coverage(every, places),
        "total": len(every),
        "bare": sum(not weight.total for _claim, weight in every),
        "lost": [one for found in ledger.lost.values() for one in found],
        "section": "practice",
    }
    return page(request, room, "workshops/claims_show.html", context)


@require_safe
def show_claim(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show one claim with what supports, contradicts and nuances it, side by side."""
    room = enter(request, slug)
    claim = claims_of(room.workshop).get(key)
    if claim is None:
        raise Http404
    context = {
        "claim": claim,
        "place": next((one for one in places_of(room.workshop) if one.key == claim.scenario), None),
        "evidence": evidence_for(room.who, room.workshop, claim),
        "section": "practice",
    }
    return page(request, room, "workshops/claim_show.html", context)


def _coverage(rows: Iterable[tuple[Claim, Weight]], places: Mapping[str, Place]) -> list[Covered]:
    found = _by(rows, lambda claim: _heading(claim, places))
    return [Covered(heading, len(held), sum(bool(weight.total) for _c, weight in held)) for heading, held in found]


def _by(
    rows: Iterable[tuple[Claim, Weight]], heading_of: Callable[[Claim], str]
) -> list[tuple[str, list[tuple[Claim, Weight]]]]:
    found: dict[str, list[tuple[Claim, Weight]]] = {}
    for claim, weight in rows:
        found.setdefault(heading_of(claim), []).append((claim, weight))
    return list(found.items())


def _heading(claim: Claim, places: Mapping[str, Place], *, with_kind: bool = False) -> str:
    if claim.scenario not in places:
        return _p("navigation", "Proposals")
    place = places[claim.scenario]
    kind = f": {CLAIM_KINDS[claim.kind]}" if with_kind else ""
    return f"{place.letter} {place.title}{kind}"


urlpatterns = [
    path("practice/claims/", show_claims, name="claims"),
    path("practice/claims/<str:key>/", show_claim, name="claim"),
]
