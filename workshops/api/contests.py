# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Assumptions that somebody holds otherwise: read them with what they change, state one, take it back."""

from typing import Any, ClassVar
from uuid import UUID

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios.api.fields import Key, Moment, Number, OneOf, Said, SaidIn, Slug, Text
from scenarios.api.resources import Body, Resource
from workshops.api.proposals import form_key_of, seat_of
from workshops.api.room import Room, Tongue, WorkshopQuery, enter, room_of, written_in
from workshops.api.shapes import ProposalMention, Share
from workshops.enums import Contestable, Role, Usefulness
from workshops.models import Contest
from workshops.selectors.contested import Compared, Row, Stage, finding_on
from workshops.selectors.contests import contests_in
from workshops.selectors.verdicts import NoRegret
from workshops.services.contests import LONGEST, Stated, contest_assumption, table_preset, withdraw_contest

PRESET = f"{Contestable.PRESET}:"


class HeldShape(serializers.Serializer[Any]):
    """How an assumption is held, in the units of the engine."""

    key = serializers.CharField()
    low = serializers.FloatField()
    value = serializers.FloatField()
    high = serializers.FloatField()


class ContestShape(serializers.Serializer[Contest]):
    """What somebody holds about an assumption, in which capacity and why."""

    id = serializers.UUIDField()
    number = serializers.IntegerField(help_text=gettext_lazy("Its number in the workshop."))
    workshop = serializers.SlugField(source="workshop.slug")
    kind = OneOf(Contestable)
    about = serializers.CharField(help_text=gettext_lazy("The assumption, or the state of knowledge, by its name."))
    held = HeldShape(source="holdings", many=True)
    constituency = serializers.CharField(source="seat.constituency.key", allow_null=True, default=None)
    seat = serializers.UUIDField(source="seat_id", allow_null=True)
    capacity = serializers.CharField(help_text=gettext_lazy("The seat or role it was stated in."))
    statedAt = Moment(source="stated_at")
    reason = Said()
    source = Said(help_text=gettext_lazy("Where the value comes from."))  # type: ignore[assignment]
    isStanding = serializers.BooleanField(source="is_standing")
    endedAt = Moment(source="ended_at", allow_null=True)
    replaces = serializers.UUIDField(source="replaces_id", allow_null=True)
    lang = SaidIn("reason")


class ContestedVerdictShape(serializers.Serializer[Compared]):
    """One scenario: the verdict on record beside the contested one."""

    scenario = serializers.CharField(source="place.key")
    letter = serializers.CharField(source="place.letter")
    onRecord = OneOf(Usefulness, source="record")
    asHeld = OneOf(Usefulness, source="held")
    changes = serializers.BooleanField(source="flips")
    usefulShareOnRecord = Share(source="record_share", allow_null=True)
    usefulShareAsHeld = Share(source="held_share", allow_null=True)
    usefulVariantsOnRecord = serializers.IntegerField(source="record_variants", allow_null=True)
    usefulVariantsAsHeld = serializers.IntegerField(source="held_variants", allow_null=True)
    variants = serializers.IntegerField(allow_null=True)


class ContestedProposalShape(serializers.Serializer[Row]):
    """One proposal under a contest."""

    proposal = ProposalMention()
    isStale = serializers.BooleanField(
        source="is_stale", help_text=gettext_lazy("Computed before the last change; it counts no more.")
    )
    noRegretOnRecord = OneOf(NoRegret, source="record")
    noRegretAsHeld = OneOf(NoRegret, source="held")
    scenarios = ContestedVerdictShape(source="cells", many=True)


class AnsweredContestShape(ContestShape):
    """A contest with what it changes."""

    state = OneOf(Stage, source="finding.stage", help_text=gettext_lazy("Moot: what it is about is gone."))
    changedVerdicts = serializers.IntegerField(
        source="finding.flips", help_text=gettext_lazy("How many verdicts change, one proposal in one scenario each.")
    )
    proposals = ContestedProposalShape(source="finding.rows", many=True)


class ContestBody(Body):
    """An assumption to contest. A state of knowledge (`preset:...`) is tabled by its name alone, by the facilitator."""

    workshop = Slug(max_length=60)
    about = Text(
        max_length=120, help_text=gettext_lazy("As `about` in the list of assumptions; or `preset:` and a key.")
    )
    value = Number(required=False, help_text=gettext_lazy("In the unit of the engine; the most likely one of a range."))
    low = Number(required=False, help_text=gettext_lazy("Without it, the value itself."))
    high = Number(required=False, help_text=gettext_lazy("Without it, the value itself."))
    reason = Text(max_length=LONGEST["reason"], required=False)
    source = Text(max_length=LONGEST["source"], required=False)  # type: ignore[assignment]
    seat = Key(required=False, help_text=gettext_lazy("The seat that you speak for, when you hold more than one."))
    role = OneOf(
        Role, required=False, help_text=gettext_lazy("The role that you speak in, when you have more than one.")
    )
    idempotencyKey = Key(
        source="key", required=False, help_text=gettext_lazy("Sent twice with the same key, it is stated once.")
    )
    lang = Tongue()

    conditions: ClassVar = {
        "anyOf": [{"properties": {"about": {"pattern": f"^{PRESET}"}}}, {"required": ["value", "reason", "source"]}]
    }

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Ask for value, reason and source, but not for a state of knowledge."""
        needed = () if attrs["about"].startswith(PRESET) else ("value", "reason", "source")
        missing = [name for name in needed if name not in attrs]
        if missing:
            raise serializers.ValidationError({name: [_("This field is required.")] for name in missing})
        return attrs


class Contests(Resource):
    asks: ClassVar[Any] = {"list": WorkshopQuery}

    @extend_schema(summary=gettext_lazy("List the contested assumptions"), responses=ContestShape(many=True))
    def list(self, request: Request) -> Response:
        """Return every contest by number, those that were withdrawn or replaced too."""
        room = enter(request, self.asked["workshop"])
        return self.page(contests_in(room.workshop).select_related("workshop"), ContestShape)

    @extend_schema(summary=gettext_lazy("Read a contested assumption"), responses=AnsweredContestShape)
    def retrieve(self, request: Request, contest: UUID) -> Response:
        """Return a contest with the verdicts on record beside the contested ones."""
        return self.one(_answered(contest_in_reach(request, contest)[1]), AnsweredContestShape)

    @extend_schema(
        summary=gettext_lazy("Contest an assumption"),
        request=ContestBody,
        responses={status.HTTP_201_CREATED: AnsweredContestShape},
    )
    def create(self, request: Request) -> Response:
        """State another value with the reason; it replaces what the same seat or role stated before.

        Follow what it changes at the address in `Location`, until `state` is done or failed.
        """
        told = self.sent(request, ContestBody)
        room = enter(request, told["workshop"])
        with written_in(told):
            made = _made(room, told)
        shown = contests_in(room.workshop).select_related("workshop").get(pk=made.pk)
        headers = {"Location": reverse("api:contest", args=[made.id])}
        return self.one(_answered(shown), AnsweredContestShape, status=status.HTTP_201_CREATED, headers=headers)

    @extend_schema(summary=gettext_lazy("Withdraw a contest"), responses={status.HTTP_204_NO_CONTENT: None})
    def destroy(self, request: Request, contest: UUID) -> Response:
        """Take your contest back; it stays readable. Sent twice it is done once."""
        room, found = contest_in_reach(request, contest)
        withdraw_contest(who=room.who, contest=found)
        return Response(status=status.HTTP_204_NO_CONTENT)


def contest_in_reach(request: Request, contest_id: UUID) -> tuple[Room, Contest]:
    """Return a contest that this person may read, with the room it is in."""
    rows = Contest.objects.select_related("workshop", "seat__constituency", "seat__delegation")
    found = get_object_or_404(rows, pk=contest_id)
    return room_of(request, found.workshop), found


def _made(room: Room, told: dict[str, Any]) -> Contest:
    if told["about"].startswith(PRESET):
        return table_preset(who=room.who, workshop=room.workshop, key=told["about"].removeprefix(PRESET))
    value = told["value"]
    stated = Stated(
        about=told["about"],
        low=told.get("low", value),
        value=value,
        high=told.get("high", value),
        reason=told["reason"],
        source=told["source"],
    )
    return contest_assumption(
        who=room.who,
        workshop=room.workshop,
        stated=stated,
        seat=seat_of(room, told["seat"]) if "seat" in told else None,
        role=told.get("role"),
        form_key=form_key_of(room, told.get("key")),
    )


def _answered(contest: Contest) -> Contest:
    """Return the contest with what it changes."""
    contest.finding = finding_on(contest)  # type: ignore[attr-defined]
    return contest
