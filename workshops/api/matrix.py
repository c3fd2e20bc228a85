# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Support beside impact: the object of the page and the CSV, side by side and never one score."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios.api.fields import OneOf
from scenarios.api.resources import Resource
from scenarios.enums import ProjectionState
from workshops.api.room import WorkshopQuery, enter
from workshops.api.shapes import PlaceShape, ProposalMention, RoundShape, Share, SideShape, TallyShape
from workshops.api.workshops import AgreementsShape
from workshops.enums import Band, Direction, NeedClass, SignOf, SupportClass, Usefulness
from workshops.selectors.cells import Cell, Line
from workshops.selectors.matrix import Cost, Matrix, Row, Run, support_impact_matrix
from workshops.selectors.near_misses import Held, Verdicts
from workshops.selectors.obstacles import Obstacle, Reason
from workshops.selectors.verdicts import Basis, Effect, NoRegret


class BandShape(serializers.Serializer[Any]):
    """Eight of every ten draws lie between low and high, in the units of the model."""

    low = serializers.FloatField()
    mid = serializers.FloatField()
    high = serializers.FloatField()


class EffectShape(serializers.Serializer[Effect]):
    """What one side's groups get in one scenario: computed, judged, or neither."""

    basis = OneOf(Basis, help_text=_("Where it comes from, or why there is none."))
    band = BandShape(allow_null=True)
    better = serializers.ChoiceField(choices=["up", "down"])
    smallestDifference = serializers.FloatField(source="smallest_difference")
    sign = serializers.SerializerMethodField()
    worseShare = Share(source="worse_share", allow_null=True)
    betterShare = Share(source="better_share", allow_null=True)
    judged = OneOf(Direction, allow_null=True)
    judgedBecause = serializers.CharField(source="judged_because")
    judgedOn = serializers.CharField(source="judged_on")

    @extend_schema_field({"type": "string", "enum": [one.name.lower() for one in SignOf]})
    def get_sign(self, effect: Effect) -> str:
        """Return better or worse where it is clear of zero, or as judged."""
        return effect.sign.name.lower()


class LineShape(serializers.Serializer[Line]):
    """One side in one cell: how its seats answered, beside what its groups get."""

    constituency = serializers.SlugField(source="side.key")
    tally = TallyShape(allow_null=True)
    band = OneOf(Band, allow_null=True, help_text=_("How much of a small side is in favour, instead of counts."))
    effect = EffectShape()
    contradicts = serializers.BooleanField(help_text=_("Support and impact point apart."))


class CellShape(serializers.Serializer[Cell]):
    """One proposal in one scenario."""

    scenario = serializers.SlugField(source="place.key")
    letter = serializers.CharField(source="place.letter")
    verdict = OneOf(SupportClass)
    isDesirable = serializers.BooleanField(source="is_desirable", allow_null=True, help_text=_("Null: cannot be told."))
    usefulness = OneOf(Usefulness)
    isUseful = serializers.BooleanField(source="is_useful", allow_null=True, help_text=_("Null: not established."))
    isProvisional = serializers.BooleanField(source="is_provisional", help_text=_("The round is open."))
    usefulShare = Share(source="useful_share", allow_null=True)
    usefulVariants = serializers.IntegerField(source="useful_variants", allow_null=True)
    variants = serializers.IntegerField(allow_null=True)
    projection = OneOf(ProjectionState, source="state", allow_null=True)
    policyNeeded = OneOf(NeedClass, source="support.need.verdict", allow_null=True, default=None)
    lines = LineShape(many=True)


class CostShape(serializers.Serializer[Cost]):
    """What it costs the government a year, billion euros of 2015; a yield is negative."""

    lowBn = serializers.FloatField(source="low_bn")
    highBn = serializers.FloatField(source="high_bn")
    byModel = serializers.BooleanField(source="by_model")


class ObstacleShape(serializers.Serializer[Obstacle]):
    """What keeps it from being useful and desirable, and in which scenarios."""

    reason = OneOf(Reason)
    constituency = serializers.SlugField(source="side.key", allow_null=True, default=None)
    scenarios = serializers.SerializerMethodField()

    def get_scenarios(self, obstacle: Obstacle) -> list[str]:
        """Return the keys of the scenarios in which it holds."""
        return [place.key for place in obstacle.places]


class VerdictShape(serializers.Serializer[Held]):
    """A verdict over all scenarios, and what breaks it when that is one scenario or one constituency only."""

    verdict = OneOf(NoRegret)
    breaksIn = serializers.SlugField(
        source="breaks_in.key", allow_null=True, default=None, help_text=_("The one scenario in which it fails.")
    )
    brokenBy = serializers.SlugField(
        source="broken_by.key",
        allow_null=True,
        default=None,
        help_text=_("The one constituency that every failure is about."),
    )


class VerdictsShape(serializers.Serializer[Verdicts]):
    """Useful and desirable in every scenario, and either half by itself."""

    strict = VerdictShape()
    supportOnly = VerdictShape(source="support_only")
    impactOnly = VerdictShape(source="impact_only")


class RowShape(serializers.Serializer[Row]):
    """One proposal over all scenarios."""

    proposal = ProposalMention()
    verdict = OneOf(NoRegret, help_text=_("Whether it is useful and desirable in every scenario."))
    verdicts = VerdictsShape()
    cost = CostShape(allow_null=True)
    cells = CellShape(many=True)
    obstacles = ObstacleShape(many=True)


class RunShape(serializers.Serializer[Run]):
    """What computed the effects."""

    modelVersion = serializers.CharField(source="model_version")
    draws = serializers.IntegerField()
    seed = serializers.IntegerField()


class MatrixShape(serializers.Serializer[Matrix]):
    """Reforms by scenarios: support of each constituency beside the effect on the groups it represents."""

    year = serializers.IntegerField()
    constituencies = SideShape(many=True, source="sides")
    scenarios = PlaceShape(many=True, source="places")
    rows = RowShape(many=True)
    rounds = RoundShape(many=True, help_text=_("Where the support comes from."))
    runs = RunShape(many=True, help_text=_("Where the effects come from."))
    agreements = AgreementsShape(allow_null=True)
    frameUsedBn = serializers.FloatField(
        source="frame_used_bn", help_text=_("What the no-regret proposals together cost, in the dearest scenario.")
    )
    frameYieldBn = serializers.FloatField(source="frame_yield_bn")


class MatrixOf(Resource):
    asks: ClassVar = {"retrieve": WorkshopQuery}

    @extend_schema(summary=_("Read support beside impact"), responses=MatrixShape)
    def retrieve(self, request: Request) -> Response:
        """Return the matrix of a workshop, withdrawn proposals left out."""
        return self.one(support_impact_matrix(enter(request, self.asked["workshop"]).workshop), MatrixShape)
