# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What every address of the API has in common: what it is asked, what it is sent, and how it answers."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

MOST_STRANGERS = 20


class Body(serializers.Serializer[Any]):
    """What is sent: a name that is not known is refused, so that a slip of the pen is not lost.

    `conditions` is what the description adds: which fields go together.
    """

    conditions: ClassVar[Mapping[str, Any]] = {}

    def to_internal_value(self, data: Any) -> Any:
        strangers = [str(name)[:60] for name in data if name not in self.fields] if isinstance(data, Mapping) else []
        wrong = {name: [_("This name is not known here.")] for name in strangers[:MOST_STRANGERS]}
        try:
            told = super().to_internal_value(data)
        except ValidationError as refusal:
            raise ValidationError({**wrong, **refusal.detail}) from refusal  # type: ignore[dict-item]
        if wrong:
            raise ValidationError(wrong)
        return told


class Query(Body):
    """What is asked in the address: each name once."""


class Resource(GenericViewSet[Any]):
    """A noun of the API; `asks` says per action what may be asked in the address.

    `has_linked_pages`: its lists come in pages of a shape of their own.
    """

    asks: ClassVar[Mapping[str, type[Query]]] = {}
    has_linked_pages: ClassVar[bool] = False
    asked: dict[str, Any]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if self.action:
            self.asked = self._read(request)

    def query_of(self, action: str | None) -> type[Query]:
        """Return what may be asked of an action."""
        return self.asks.get(action or "", Query)

    def _read(self, request: Request) -> dict[str, Any]:
        """Return what is asked; everything that is wrong with it is said at once."""
        told = {name: values[0] if len(values) == 1 else values for name, values in request.query_params.lists()}
        wrong: dict[str, Any] = {}
        if self.action == "list":
            try:
                self.paginator.read(request)  # type: ignore[union-attr]
            except ValidationError as refusal:
                wrong |= refusal.detail  # type: ignore[arg-type]
            told = {name: value for name, value in told.items() if name not in {"page", "pageSize"}}
        query = self.query_of(self.action)(data=told)
        if not query.is_valid():
            wrong |= query.errors
        if wrong:
            raise ValidationError(wrong)
        return dict(query.validated_data)

    def sent(self, request: Request, kind: type[Body]) -> dict[str, Any]:
        """Return what was sent, or refuse it with all that is wrong."""
        body = kind(data=request.data, context=self.get_serializer_context())
        body.is_valid(raise_exception=True)
        return dict(body.validated_data)

    def page(self, rows: QuerySet[Any] | Sequence[Any], shape: type[serializers.Serializer[Any]]) -> Response:
        """Answer with one page of a list."""
        found = self.paginate_queryset(rows)  # type: ignore[arg-type]
        told = shape(found, many=True, context=self.get_serializer_context())  # type: ignore[arg-type]
        return self.get_paginated_response(told.data)

    def one(self, found: Any, shape: type[serializers.Serializer[Any]], **answer: Any) -> Response:
        """Answer with one thing."""
        return Response(shape(found, context=self.get_serializer_context()).data, **answer)

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "language": get_language() or "nl"}
