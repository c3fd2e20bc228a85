# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who acts at which level with which support, and how transition and protection balance."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from workshops.selectors.matrix import support_impact_matrix
from workshops.selectors.roles import actor_table, balance_table
from workshops.views.room import enter, page


@require_safe
def show_roles(request: HttpRequest, slug: str) -> HttpResponse:
    """Show both tables, made from what was tabled and voted."""
    room = enter(request, slug)
    matrix = support_impact_matrix(room.workshop)
    context = {
        "matrix": matrix,
        "actors": actor_table(matrix),
        "balance": balance_table(matrix),
        "section": "matrix",
    }
    return page(request, room, "workshops/roles_show.html", context)


urlpatterns = [path("roles/", show_roles, name="roles")]
