# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Practice examples, their editions, and the remarks on them."""

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from scenarios.models import ExampleEdition, PracticeExample
from scenarios.texts.anchors import paragraphs_of
from scenarios.texts.diffs import Piece, has_changes, pieces
from workshops import rules
from workshops.forms.example_list import ExampleChoice
from workshops.forms.practice import PARTS, RemarkForm
from workshops.selectors.claims import claims_of
from workshops.selectors.practice import editions_up_to, examples_for, orphans_among, remarks_on
from workshops.selectors.table import places_of, sides_of
from workshops.views.room import Room, enter, page

A_PAGE = 25
COMPARED = ("title", "sector", "size", "place", "link", "cope", "prepare")


@require_safe
def list_examples(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the examples that are asked for, newest last, with what waits for the secretariat."""
    room = enter(request, slug)
    every = list(examples_for(room.who, room.workshop))
    choice = ExampleChoice(request.GET, every, places_of(room.workshop))
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "choice": choice,
        "total": len(every),
        "shown": Paginator(choice.among(every), A_PAGE).get_page(request.GET.get("page")),
        "query": f"{query.urlencode()}&" if query else "",
        "may_submit": rules.can_submit_example(room.who),
        "may_publish": rules.can_publish_example(room.who),
    }
    return page(request, room, "workshops/practice_list.html", context)


@require_safe
def show_example(request: HttpRequest, slug: str, pk: str) -> HttpResponse:
    """Show one example with its remarks and, for who takes part, the form for another."""
    room = enter(request, slug)
    example = example_in(room, pk)
    form = remark_form(room, initial=_begun(request, example))
    return example_page(request, room, example, form)


def remark_form(room: Room, data: Any = None, **how: Any) -> RemarkForm:
    """Return the form of a remark, with what it can bear on."""
    return RemarkForm(data, claims=claims_of(room.workshop), **how)


def example_in(room: Room, pk: str) -> PracticeExample:
    """Return an example that this person may read."""
    example = examples_for(room.who, room.workshop).filter(pk=pk).first()
    if example is None:
        raise Http404
    return example


def example_page(  # noqa: PLR0913 -- what is being written, and what is wrong with it
    request: HttpRequest,
    room: Room,
    example: PracticeExample,
    form: RemarkForm,
    *,
    typed: dict[str, Any] | None = None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """Return the page of an example, with a remark or an answer being written on it."""
    editions = editions_up_to(example, newest=rules.can_change_example(room.who, example))
    shown = next(one for one in editions if one.number == example.number)
    remarks = remarks_on(example, room.workshop, shown)
    context = {
        "example": example,
        "edition": shown,
        "waiting": editions[0] if editions[0].number > example.number else None,
        "editions": editions,
        "remarks": [one for one in remarks if not one.is_orphan and not one.annotation.is_resolved],
        "resolved": [one for one in remarks if not one.is_orphan and one.annotation.is_resolved],
        "orphans": orphans_among(remarks),
        "placed": remarks,
        "place": next((one for one in places_of(room.workshop) if one.key == example.scenario), None),
        "sides": sides_of(room.workshop),
        "form": form,
        "claims": form.claims,
        "typed": typed or {},
        "may_annotate": rules.can_annotate_example(room.who),
        "may_answer": room.who.takes_part or rules.tells_example(room.who, example),
        "may_change": rules.can_change_example(room.who, example),
        "may_publish": rules.can_publish_example(room.who),
        "resolvable": {one.annotation.pk for one in remarks if rules.can_resolve_annotation(room.who, one.annotation)},
        "section": "practice",
    }
    return page(request, room, "workshops/example_show.html", context, status=status)


@require_safe
def show_edition(request: HttpRequest, slug: str, pk: str, number: int) -> HttpResponse:
    """Show one edition, and what changed between it and the one that is read; a waiting one is read here."""
    room = enter(request, slug)
    example = example_in(room, pk)
    edition = edition_in(room, example, number)
    read = example.editions.get(number=example.number)
    older, newer = (edition, read) if edition.number <= read.number else (read, edition)
    changes = {name: _changed(older, newer, name) for name in COMPARED} if older != newer else {}
    context = {
        "example": example,
        "edition": edition,
        "is_read": edition == read,
        "older": older,
        "newer": newer,
        "changes": {name: found for name, found in changes.items() if has_changes(found)},
        "is_newest": not example.editions.filter(number__gt=number).exists(),
        "may_publish": rules.can_publish_example(room.who),
        "section": "practice",
    }
    return page(request, room, "workshops/example_edition.html", context)


@require_safe
def edition_text(request: HttpRequest, slug: str, pk: str, number: int, name: str) -> HttpResponse:
    """Answer with the bare text that remarks point at, the same for ever: `cope.nl` names a part and its language."""
    room = enter(request, slug)
    part, _dot, tongue = name.partition(".")
    edition = edition_in(room, example_in(room, pk), number)
    if part not in dict(PARTS) or tongue not in dict(settings.LANGUAGES) or edition.said_lang(part, tongue) != tongue:
        raise Http404
    return HttpResponse(
        edition.said(part, tongue), content_type="text/plain; charset=utf-8", headers={"Content-Language": tongue}
    )


def edition_in(room: Room, example: PracticeExample, number: int) -> ExampleEdition:
    """Return an edition; one that waits only for who may change it."""
    edition = example.editions.filter(number=number).first()
    if edition is None or (number > example.number and not rules.can_change_example(room.who, example)):
        raise Http404
    return edition


def _begun(request: HttpRequest, example: PracticeExample) -> dict[str, Any]:
    """Return the passage that the address asks for: a whole paragraph, to be made shorter."""
    part, number = request.GET.get("part", ""), request.GET.get("paragraph", "")
    if part not in dict(PARTS) or not number.isdecimal() or len(number) > len("1000"):
        return {}
    text = example.said(part)
    found = dict(enumerate(paragraphs_of(text), 1)).get(int(number))
    return {"part": part, "quote": found.words_in(text), "near": found.start} if found else {}


def _changed(older: ExampleEdition, newer: ExampleEdition, name: str) -> tuple[Piece, ...]:
    return pieces(getattr(older, name), getattr(newer, name))


urlpatterns = [
    path("practice/", list_examples, name="practice"),
    path("practice/<uuid:pk>/", show_example, name="example"),
    path("practice/<uuid:pk>/editions/<int:number>/", show_edition, name="example_edition"),
    path("practice/<uuid:pk>/editions/<int:number>/<str:name>.txt", edition_text, name="example_text"),
]
