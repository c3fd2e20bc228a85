# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The amendments of a workshop's proposals: read them, and ask for one from a seat."""

from typing import Any, ClassVar
from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios.api.fields import Key, Moment, Number, OneOf, Said, SaidIn, Text, Whole
from scenarios.api.levers import Levers
from scenarios.api.resources import Body, Resource
from scenarios.services.reforms import FIRST_START, LAST_START, MOST_BUDGET_BN, MOST_PHASE_YEARS
from workshops.api.proposals import form_key_of, proposal_in_reach, seat_of
from workshops.api.room import Tongue, WorkshopQuery, enter, room_of, written_in
from workshops.enums import AmendmentState, Handling
from workshops.models import Amendment, Workshop
from workshops.selectors.amendments import LEVER, parts_of
from workshops.services.amendments import LONGEST_WORDS, propose_amendment
from workshops.services.drafts import LONGEST


class AmendmentShape(serializers.Serializer[Amendment]):
    """What somebody wants to read otherwise in a proposal, and what became of that."""

    id = serializers.UUIDField()
    number = serializers.IntegerField(help_text=gettext_lazy("Its number with the proposal."))
    proposal = serializers.UUIDField(source="proposal_id")
    about = serializers.UUIDField(source="about_id", help_text=gettext_lazy("The edition of the reform it changes."))
    constituency = serializers.SlugField(source="seat.constituency.key")
    seat = serializers.UUIDField(source="seat_id")
    proposedAt = Moment(source="proposed_at")
    changes = serializers.DictField(
        help_text=gettext_lazy(
            "Part to how it should read; a lever as `lever:` and its key, in the unit of the engine."
        )
    )
    reason = Said()
    lang = SaidIn("reason")
    state = OneOf(AmendmentState)
    handling = serializers.ChoiceField(
        choices=[*(one.value for one in Handling), ""], help_text=gettext_lazy("What the secretariat would do with it.")
    )
    handlingReason = Said("handling_reason")
    handlingChanges = serializers.DictField(source="handling_changes")
    answer = Said(help_text=gettext_lazy("What the proposer said with it."))
    answeredAt = Moment(source="answered_at", allow_null=True)
    became = serializers.UUIDField(
        source="became_id", allow_null=True, help_text=gettext_lazy("The edition that came of it.")
    )


def _text(name: str, **options: Any) -> Text:
    return Text(max_length=LONGEST[name], required=False, **options)


class AmendmentBody(Body):
    """What should read otherwise; what is not sent stays as it is. Levers that are sent stand for all levers."""

    proposal = Key()
    seat = Key(help_text=gettext_lazy("A seat that you hold."))
    reason = Text(max_length=LONGEST_WORDS)
    title = _text("title")
    summary = _text("summary")
    actors = _text("actors", allow_blank=True)
    leftOut = _text("left_out", allow_blank=True, source="left_out")
    startYear = Whole(source="start_year", required=False, min_value=FIRST_START, max_value=LAST_START)
    phaseYears = Whole(source="phase_years", required=False, min_value=1, max_value=MOST_PHASE_YEARS)
    levers = Levers(required=False)
    budgetBn = Number(source="budget_bn", required=False, min_value=-MOST_BUDGET_BN, max_value=MOST_BUDGET_BN)
    budgetSource = _text("budget_source", allow_blank=True, source="budget_source")
    idempotencyKey = Key(
        source="key", required=False, help_text=gettext_lazy("Sent twice with the same key, it is proposed once.")
    )
    lang = Tongue()


class Amendments(Resource):
    asks: ClassVar[Any] = {"list": WorkshopQuery}

    @extend_schema(summary=gettext_lazy("List the amendments of a workshop"), responses=AmendmentShape(many=True))
    def list(self, request: Request) -> Response:
        """Return every amendment by proposal and number, those that were declined or withdrawn too."""
        return self.page(_rows(enter(request, self.asked["workshop"]).workshop), AmendmentShape)

    @extend_schema(summary=gettext_lazy("Read an amendment"), responses=AmendmentShape)
    def retrieve(self, request: Request, amendment: UUID) -> Response:
        """Return one amendment."""
        found = get_object_or_404(Amendment.objects.select_related("proposal__workshop"), pk=amendment)
        room = room_of(request, found.proposal.workshop)
        return self.one(_rows(room.workshop).get(pk=found.pk), AmendmentShape)

    @extend_schema(
        summary=gettext_lazy("Amend a proposal"),
        request=AmendmentBody,
        responses={status.HTTP_201_CREATED: AmendmentShape},
    )
    def create(self, request: Request) -> Response:
        """Lay an amendment beside a proposal; who tabled the proposal decides."""
        told = self.sent(request, AmendmentBody)
        room, proposal = proposal_in_reach(request, told["proposal"])
        with written_in(told):
            made = propose_amendment(
                who=room.who,
                proposal=proposal,
                seat=seat_of(room, told["seat"]),
                wanted=_wanted(parts_of(proposal.reform_revision, (get_language() or "nl")[:2]), told),
                reason=told["reason"],
                form_key=form_key_of(room, told.get("key")),
            )
        headers = {"Location": reverse("api:amendment", args=[made.id])}
        shown = _rows(room.workshop).get(pk=made.pk)
        return self.one(shown, AmendmentShape, status=status.HTTP_201_CREATED, headers=headers)


def _rows(workshop: Workshop) -> QuerySet[Amendment]:
    rows = Amendment.objects.filter(proposal__workshop=workshop).select_related("seat__constituency")
    return rows.order_by("proposal__number", "number")


def _wanted(now: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    """Return all of the proposal as it should read."""
    parts = {part: value for part, value in now.items() if "levers" not in told or not part.startswith(LEVER)}
    levers = {f"{LEVER}{key}": value for key, value in told.get("levers", {}).items()}
    return parts | {name: value for name, value in told.items() if name in now} | levers
