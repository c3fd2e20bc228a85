# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""One seat's answer to one poll: put it there, read it, take it back."""

from typing import Any, ClassVar, cast
from uuid import UUID

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios.api.fields import SPACES, Moment, OneOf, Said, SaidIn, Text
from scenarios.api.resources import Body, Resource
from workshops.api.polls import poll_in_reach
from workshops.api.room import Tongue, WorkshopQuery, enter
from workshops.enums import REASON_REQUIRED, Holding, Need, Stance
from workshops.errors import NotAllowedError
from workshops.models import Ballot, User
from workshops.selectors.cast import ballots_in, ballots_of
from workshops.selectors.sealed import sealed_ballots
from workshops.services.ballots import LONGEST_REASON, Answer, cast_ballot, withdraw_ballot

LEVELS = gettext_lazy(
    "5 agree, 4 with reservations, 3 can live with it, 2 objection, 1 unacceptable; or abstain, information (I need "
    "more), mandate (I have none)."
)


class BallotShape(serializers.Serializer[Ballot]):
    """What a seat answered."""

    poll = serializers.UUIDField(source="poll_id")
    seat = serializers.UUIDField(source="seat_id")
    stance = OneOf(Stance, help_text=LEVELS)
    need = serializers.SerializerMethodField()
    reason = Said()
    wouldChange = Said("would_change")
    holding = OneOf(Holding, help_text=gettext_lazy("Cast by the member or by a substitute."))
    lang = SaidIn("reason")
    castAt = Moment(source="cast_at")

    def get_need(self, ballot: Ballot) -> Need | None:
        """Return whether new policy is needed; null when that was not answered."""
        return Need(ballot.need) if ballot.need else None


class BallotBody(Body):
    """An answer to a poll; an objection gives its reason."""

    stance = OneOf(Stance, help_text=LEVELS)
    need = OneOf(
        Need,
        required=False,
        allow_null=True,
        help_text=gettext_lazy("Suppose this scenario comes true: is new policy needed on this point?"),
    )
    reason = Text(max_length=LONGEST_REASON, allow_blank=True, required=False)
    wouldChange = Text(
        max_length=LONGEST_REASON,
        allow_blank=True,
        required=False,
        source="would_change",
        help_text=gettext_lazy("What would change this answer."),
    )
    lang = Tongue()

    conditions: ClassVar = {
        "if": {"required": ["stance"], "properties": {"stance": {"enum": [one.value for one in REASON_REQUIRED]}}},
        "then": {"required": ["reason"], "properties": {"reason": {"type": "string", "pattern": rf"[^{SPACES}\x00]"}}},
    }

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Ask for a reason where one is needed."""
        if attrs["stance"] in REASON_REQUIRED and not attrs.get("reason"):
            message = _("Give a reason for an objection: it tells the others what to look at.")
            raise serializers.ValidationError({"reason": [message]})
        return attrs


class OwnBallots(Resource):
    permission_classes = (IsAuthenticated,)
    asks: ClassVar = {"list": WorkshopQuery}

    @extend_schema(summary=gettext_lazy("List your own ballots"), responses=BallotShape(many=True))
    def list(self, request: Request) -> Response:
        """Return what your seats answered in a workshop."""
        room = enter(request, self.asked["workshop"])
        return self.page(ballots_of([seat.id for seat in room.who.seats], room.workshop), BallotShape)


class Ballots(Resource):
    permission_classes = (IsAuthenticated,)

    @extend_schema(summary=gettext_lazy("List the ballots of a poll"), responses=BallotShape(many=True))
    def list(self, request: Request, poll: UUID) -> Response:
        """Return your own ballots, and in a round by name those of everybody once counts are shown."""
        room, found = poll_in_reach(request, poll)
        return self.page(ballots_in(found, room.who), BallotShape)

    @extend_schema(summary=gettext_lazy("Read a ballot"), responses=BallotShape)
    def retrieve(self, request: Request, poll: UUID, seat: UUID) -> Response:
        """Return what a seat answered, when it is yours or was given by name and is shown."""
        room, found = poll_in_reach(request, poll)
        sealed = sealed_ballots(found.round, seat) if found.round.is_secret and room.who.seat(seat) else {}
        return self.one(sealed.get(poll) or get_object_or_404(ballots_in(found, room.who), seat=seat), BallotShape)

    @extend_schema(
        summary=gettext_lazy("Cast or change a ballot"),
        request=BallotBody,
        responses={status.HTTP_200_OK: BallotShape, status.HTTP_201_CREATED: BallotShape},
    )
    def update(self, request: Request, poll: UUID, seat: UUID) -> Response:
        """Store the answer of a seat that you hold; sent twice it is stored once."""
        answer = Answer(**{"lang": "", **self.sent(request, BallotBody)})
        try:
            stored = cast_ballot(person=_person(request), poll_id=poll, seat_id=seat, answer=answer)
        except NotAllowedError:
            poll_in_reach(request, poll)
            raise
        if not stored.is_first:
            return self.one(stored.ballot, BallotShape)
        address = reverse("api:ballot", args=[poll, seat])
        return self.one(stored.ballot, BallotShape, status=status.HTTP_201_CREATED, headers={"Location": address})

    @extend_schema(summary=gettext_lazy("Take a ballot back"), responses={status.HTTP_204_NO_CONTENT: None})
    def destroy(self, request: Request, poll: UUID, seat: UUID) -> Response:
        """Withdraw the answer of a seat that you hold; without one there is nothing to do."""
        try:
            withdraw_ballot(person=_person(request), poll_id=poll, seat_id=seat)
        except NotAllowedError:
            poll_in_reach(request, poll)
            raise
        return Response(status=status.HTTP_204_NO_CONTENT)


def _person(request: Request) -> User:
    """Return who asks: somebody, for nobody is refused before."""
    return cast("User", request.user)
