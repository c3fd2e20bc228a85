# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every list is paged: `page` from 1, `pageSize` up to 100, with the addresses of the pages before and after."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

USUAL_SIZE, LARGEST_SIZE, LAST_PAGE = 25, 100, 100_000


class Pages(BasePagination):
    """A page beyond the last is an empty page."""

    bounds = {"page": (1, LAST_PAGE, 1), "pageSize": (1, LARGEST_SIZE, USUAL_SIZE)}

    def __init__(self) -> None:
        self.count = 0
        self.page = 1
        self.size = USUAL_SIZE
        self.address = ""

    def read(self, request: Request) -> None:
        """Read which page is asked for; everything that is wrong with it is said at once."""
        wrong, asked = {}, {}
        for name, (least, most, usual) in self.bounds.items():
            told = request.query_params.get(name, str(usual))
            number = int(told) if told.isascii() and told.isdecimal() and len(told) < 10 else 0
            if not least <= number <= most:
                wrong[name] = [_("Give a whole number from %(least)d to %(most)d.") % {"least": least, "most": most}]
            asked[name] = number
        if wrong:
            raise ValidationError(wrong)
        self.page, self.size = asked["page"], asked["pageSize"]
        self.address = request.build_absolute_uri()

    def paginate_queryset(
        self, queryset: QuerySet[Any] | Sequence[Any], request: Request, view: Any = None
    ) -> list[Any]:  # type: ignore[override]
        """Return the rows of the page: two statements, or none for a list."""
        del view
        self.read(request)
        self.count = queryset.count() if isinstance(queryset, QuerySet) else len(queryset)
        start = (self.page - 1) * self.size
        return list(queryset[start : start + self.size]) if start < self.count else []

    def get_paginated_response(self, data: Any) -> Response:
        """Return the page with what is around it."""
        last = max(1, -(-self.count // self.size))
        return Response(
            {
                "count": self.count,
                "page": self.page,
                "pageSize": self.size,
                "next": self.address_of(self.page + 1) if self.page < last else None,
                "previous": self.address_of(min(self.page - 1, last)) if self.page > 1 else None,
                "results": data,
            }
        )

    def address_of(self, page: int) -> str:
        """Return where another page of the same list is."""
        return replace_query_param(self.address, "page", page)

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Describe a page."""
        address = {"type": ["string", "null"], "format": "uri"}
        properties = {
            "count": {"type": "integer", "minimum": 0, "description": _("How many there are in all.")},
            "page": {"type": "integer", "minimum": 1},
            "pageSize": {"type": "integer", "minimum": 1, "maximum": LARGEST_SIZE},
            "next": address,
            "previous": address,
            "results": schema,
        }
        return {"type": "object", "required": list(properties), "properties": properties}

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """Describe the query keys."""
        del view
        return [
            {
                "name": name,
                "in": "query",
                "required": False,
                "schema": {"type": "integer", "minimum": least, "maximum": most, "default": usual},
            }
            for name, (least, most, usual) in self.bounds.items()
        ]
