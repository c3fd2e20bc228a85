# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Practice examples and the remarks on them."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from scenarios.models import PracticeExample
from workshops import rules
from workshops.forms.example_list import ExampleChoice
from workshops.forms.practice import RemarkForm
from workshops.selectors.practice import examples_for, remarks_on
from workshops.selectors.table import places_of
from workshops.views.room import Room, enter, page

A_PAGE = 25


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
    return example_page(request, room, example_in(room, pk), RemarkForm())


def example_in(room: Room, pk: str) -> PracticeExample:
    """Return an example that this person may read."""
    example = examples_for(room.who, room.workshop).filter(pk=pk).first()
    if example is None:
        raise Http404
    return example


def example_page(
    request: HttpRequest, room: Room, example: PracticeExample, form: RemarkForm, *, status: int = 200
) -> HttpResponse:
    """Return the page of an example, with a remark being written on it."""
    place = next((one for one in places_of(room.workshop) if one.key == example.scenario), None)
    context = {
        "example": example,
        "remarks": list(remarks_on(example, room.workshop)),
        "place": place,
        "form": form,
        "may_annotate": rules.can_annotate_example(room.who),
        "may_publish": rules.can_publish_example(room.who),
        "section": "practice",
    }
    return page(request, room, "workshops/example_show.html", context, status=status)


urlpatterns = [
    path("practice/", list_examples, name="practice"),
    path("practice/<uuid:pk>/", show_example, name="example"),
]
