# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The editions of a scenario: listed, one of them whole, two of them compared word by word."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from scenarios.enums import LONGEST_PARTS, Part
from scenarios.models import ScenarioRevision
from workshops import rules
from workshops.models import WorkshopScenario
from workshops.selectors.contents import compare, content_of_edition
from workshops.selectors.drafts import drivers_of_edition
from workshops.selectors.editions import edition_in, editions_of, pointing_earlier, shares_of
from workshops.selectors.table import sides_of
from workshops.views.room import Room, page
from workshops.views.writing.door import enter_place

ON_A_PAGE = 25


@require_safe
def list_editions(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """List the editions, the newest on top, with who wrote how much of each."""
    room, place = enter_place(request, slug, key)
    sides = sides_of(room.workshop)
    shown = Paginator(editions_of(place), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "place": place,
        "section": "scenarios",
        "page": shown,
        "editions": [(one, shares_of(one.stretches, sides)) for one in shown],
        "pointing": {one.edition: one for one in pointing_earlier(place)},
        "sides": sides,
        "may_return": _may_return(room, place),
    }
    return page(request, room, "workshops/editions_list.html", context)


@require_safe
def show_edition(request: HttpRequest, slug: str, key: str, number: int) -> HttpResponse:
    """Show one edition whole, and whose words are whose."""
    room, place = enter_place(request, slug, key)
    edition = _edition(place, number)
    sides = sides_of(room.workshop)
    context = {
        "place": place,
        "section": "scenarios",
        "edition": edition,
        "texts": [part for part in LONGEST_PARTS if part not in {Part.TITLE, Part.SUMMARY}],
        "is_held": edition.pk == place.revision_id,
        "drivers": drivers_of_edition(edition),
        "developments": list(edition.developments.order_by("order")),
        "shares": shares_of(edition.stretches, sides),
        "sides": sides,
        "with_writers": request.GET.get("writers") == "1",
        "may_return": _may_return(room, place) and edition.pk != place.revision_id,
    }
    return page(request, room, "workshops/edition_show.html", context)


@require_safe
def compare_editions(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show two editions as one text, with the words that went out and came in."""
    room, place = enter_place(request, slug, key)
    numbers = list(editions_of(place).values_list("number", flat=True)[:1000])
    newer = _number(request.GET.get("to"), numbers, place.revision.number)
    before = next((one for one in numbers if one < newer), newer)
    older = _number(request.GET.get("from"), numbers, before)
    old, new = _edition(place, older), _edition(place, newer)
    context = {
        "place": place,
        "section": "scenarios",
        "old": old,
        "new": new,
        "numbers": numbers,
        "comparison": compare(content_of_edition(old), content_of_edition(new)),
    }
    return page(request, room, "workshops/editions_compare.html", context)


def _number(asked: str | None, numbers: list[int], otherwise: int) -> int:
    return (
        int(asked) if asked and asked.isdigit() and len(asked) < len("1000000") and int(asked) in numbers else otherwise
    )


def _edition(place: WorkshopScenario, number: int) -> ScenarioRevision:
    found = edition_in(place, number)
    if found is None:
        raise Http404
    return found


def _may_return(room: Room, place: WorkshopScenario) -> bool:
    return hasattr(place, "draft") and rules.can_adopt_scenario(room.who, room.workshop)


urlpatterns = [
    path("scenarios/<slug:key>/editions/", list_editions, name="editions"),
    path("scenarios/<slug:key>/editions/compare/", compare_editions, name="editions_compare"),
    path("scenarios/<slug:key>/editions/<int:number>/", show_edition, name="edition"),
]
