# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is put to the vote: one proposal in one scenario."""

from typing import Any, ClassVar
from uuid import UUID

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios.api.fields import Key, OneOf, Said
from scenarios.api.resources import Resource
from workshops.api.room import Room, WorkshopQuery, enter, room_of
from workshops.api.shapes import ProposalMention, RoundShape
from workshops.enums import RoundState
from workshops.models import Poll
from workshops.selectors.cast import polls_of


class ScenarioMention(serializers.Serializer[Any]):
    """A scenario, named, in the edition that is voted on."""

    key = serializers.SlugField(source="scenario.key")
    title = Said()
    revision = serializers.UUIDField(source="id")
    number = serializers.IntegerField()


class PollShape(serializers.Serializer[Poll]):
    """Suppose that this scenario comes true: is new policy needed on this point, and is the proposal supported."""

    id = serializers.UUIDField()
    workshop = serializers.SlugField(source="round.workshop.slug")
    round = RoundShape()
    proposal = ProposalMention()
    reformRevision = serializers.UUIDField(source="reform_revision_id", help_text=_("The text that is voted on."))
    title = Said("title", of="reform_revision")
    scenario = ScenarioMention(source="scenario_revision")


class PollQuery(WorkshopQuery):
    state = OneOf(RoundState, required=False, help_text=_("The state of the round."))
    proposal = Key(required=False)


class Polls(Resource):
    asks: ClassVar = {"list": PollQuery}

    @extend_schema(summary=_("List the polls of a workshop"), responses=PollShape(many=True))
    def list(self, request: Request) -> Response:
        """Return what was and is put to the vote, by round, proposal and scenario."""
        room = enter(request, self.asked["workshop"])
        rows = polls_of(room.workshop, room.who).select_related("proposal__reform_revision")
        if "state" in self.asked:
            rows = rows.filter(round__state=self.asked["state"])
        if "proposal" in self.asked:
            rows = rows.filter(proposal=self.asked["proposal"])
        return self.page(rows, PollShape)

    @extend_schema(summary=_("Read one poll"), responses=PollShape)
    def retrieve(self, request: Request, poll: UUID) -> Response:
        """Return one poll."""
        return self.one(poll_in_reach(request, poll)[1], PollShape)


def poll_in_reach(request: Request, poll_id: UUID) -> tuple[Room, Poll]:
    """Return a poll that this person may see, with the room it is in."""
    found = get_object_or_404(Poll.objects.select_related("round__workshop"), pk=poll_id)
    room = room_of(request, found.round.workshop)
    rows = polls_of(room.workshop, room.who).select_related("proposal__reform_revision")
    return room, get_object_or_404(rows, pk=poll_id)
