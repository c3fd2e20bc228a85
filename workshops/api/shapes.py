# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What several answers show alike: scenarios and sides as the pictures name them, tallies, rounds."""

from fractions import Fraction
from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from scenarios.api.fields import Moment, OneOf, Said
from workshops.enums import BallotMode, Body, Mark, ProposalState, RoundState
from workshops.models import Proposal, Round
from workshops.selectors.table import Measure, Place, Side
from workshops.tally import Tally


class Share(serializers.FloatField):
    """A share from 0 to 1; null when it has no meaning."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(read_only=True, min_value=0, max_value=1, **kwargs)

    def to_representation(self, value: float | Fraction) -> Any:
        return float(value)


class PlaceShape(serializers.Serializer[Place]):
    """A scenario in its place in the workshop."""

    letter = serializers.CharField()
    key = serializers.SlugField()
    title = serializers.CharField()
    revision = serializers.UUIDField(source="revision_id")
    number = serializers.IntegerField(source="revision_number", help_text=_("Which edition this is."))


class MeasureShape(serializers.Serializer[Measure]):
    """What a side measures by: one outcome, or a mix of several counted in smallest differences."""

    title = serializers.CharField()
    outcome = serializers.CharField(help_text=_("Empty: a mix of several outcomes."))
    groups = serializers.ListField(child=serializers.CharField())
    better = serializers.ChoiceField(choices=["up", "down"])
    smallestDifference = serializers.FloatField(source="smallest_difference")
    tolerance = serializers.FloatField()


class SideShape(serializers.Serializer[Side]):
    """A constituency as the pictures name it."""

    key = serializers.SlugField()
    title = serializers.CharField()
    singular = serializers.CharField()
    mark = OneOf(Mark)
    groups = serializers.ListField(
        child=serializers.CharField(), help_text=_("Population groups it represents; empty: the general interest.")
    )
    measure = MeasureShape()


class TallyShape(serializers.Serializer[Tally]):
    """How the seats of one constituency answered one poll."""

    seats = serializers.IntegerField()
    ballots = serializers.IntegerField()
    quorum = serializers.IntegerField()
    tookPosition = serializers.IntegerField(source="took_position")
    supporting = serializers.IntegerField(help_text=_("Levels 5, 4 and 3."))
    counts = serializers.DictField(child=serializers.IntegerField(), help_text=_("Answer to number of seats."))
    shareOfPositions = Share(source="share_of_positions", allow_null=True)


class RoundShape(serializers.Serializer[Round]):
    """Polls opened and closed together."""

    id = serializers.UUIDField()
    number = serializers.IntegerField()
    title = Said()
    body = OneOf(Body)
    mode = OneOf(BallotMode)
    isLive = serializers.BooleanField(source="is_live", help_text=_("Counts are shown while the round is open."))
    state = OneOf(RoundState)
    openedAt = Moment(source="opened_at", allow_null=True)
    closedAt = Moment(source="closed_at", allow_null=True)


class ProposalMention(serializers.Serializer[Proposal]):
    """A proposal, named."""

    id = serializers.UUIDField()
    number = serializers.IntegerField()
    title = Said("title", of="reform_revision")
    state = OneOf(ProposalState)
