# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Other measures than the one verdict: the object of the page and the CSV, each figure with where it comes from."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios.api.fields import OneOf
from scenarios.api.resources import Resource
from scenarios.arrays.weighing import RANKED, SHARES
from scenarios.enums import Metric, Over, SetSign
from workshops.api.matrix import RunShape
from workshops.api.room import WorkshopQuery, enter
from workshops.api.shapes import PlaceShape, ProposalMention, SideShape
from workshops.reports.metric_words import explained
from workshops.selectors.matrix import support_impact_matrix
from workshops.selectors.metrics import LeftOut, Metrics, Option, Pair, Unmeasured, metrics_of


class MeasuresQuery(WorkshopQuery):
    over = OneOf(
        Over,
        default=Over.BOTH,
        help_text=_("Over the draws, the rival theories (variants), or both: then the poorer figure of the two."),
    )
    withParked = serializers.BooleanField(default=False, help_text=_("Parked proposals stand on the menu too."))


class ExplainedShape(serializers.Serializer[Any]):
    """A measure in words."""

    metric = OneOf(Metric)
    name = serializers.CharField()
    explanation = serializers.CharField(source="says")
    unit = serializers.CharField()


class PartShape(serializers.Serializer[Any]):
    """A measure in one scenario: a share, or a figure for each constituency."""

    scenario = serializers.SlugField()
    constituency = serializers.SlugField(allow_null=True, help_text=_("Null: about all of them at once."))
    value = serializers.FloatField()


class ReadingShape(serializers.Serializer[Any]):
    """One choice by one measure."""

    metric = OneOf(Metric)
    value = serializers.FloatField(
        help_text=_("A share of the futures examined, or smallest differences that count to the constituency.")
    )
    rank = serializers.IntegerField(allow_null=True, help_text=_("From 1; null for a measure that is not ranked."))
    scenario = serializers.SlugField(allow_null=True, help_text=_("Where the value comes from; null for a mean."))
    constituency = serializers.SlugField(allow_null=True, help_text=_("For whom; null for a share."))
    parts = PartShape(many=True)


class LevelShape(serializers.Serializer[Any]):
    """Whether it is better than doing nothing in at least this share of the futures, in every scenario."""

    share = serializers.FloatField()
    holds = serializers.BooleanField()


class SignShape(serializers.Serializer[Any]):
    """The sign of an effect when every draw and every rival theory gives it, so that an assumption set it; else open."""

    scenario = serializers.SlugField()
    constituency = serializers.SlugField()
    sign = OneOf(SetSign)


@dataclass(frozen=True, slots=True)
class Placed:
    """A choice with the axes that its figures are on."""

    found: Metrics
    option: Option


class ChoiceShape(serializers.Serializer[Any]):
    """One choice: a proposal, or doing nothing."""

    proposal = ProposalMention(source="option.row.proposal", allow_null=True, default=None)
    isUsefulEverywhere = serializers.BooleanField(
        source="option.is_useful_everywhere", help_text=_("By the model, asked over these futures.")
    )
    isJudged = serializers.BooleanField(
        source="option.is_judged", help_text=_("A judgement counts in the verdict, and not in these figures.")
    )
    readings = serializers.SerializerMethodField()
    dominance = serializers.SerializerMethodField()
    signs = serializers.SerializerMethodField()

    @extend_schema_field(ReadingShape(many=True))
    def get_readings(self, placed: Placed) -> Any:
        """Return every measure."""
        return ReadingShape([_reading(placed, metric) for metric in Metric], many=True).data

    @extend_schema_field(LevelShape(many=True))
    def get_dominance(self, placed: Placed) -> Any:
        """Return the levels at which it dominates doing nothing."""
        levels = placed.option.choice.beats_nothing_at.items()
        return LevelShape([{"share": share, "holds": holds} for share, holds in levels], many=True).data

    @extend_schema_field(SignShape(many=True))
    def get_signs(self, placed: Placed) -> Any:
        """Return whether the sign was set, per scenario and constituency."""
        found = placed.found
        rows = [
            {"scenario": place.key, "constituency": side.key, "sign": sign}
            for place, signs in zip(found.places, placed.option.choice.signs, strict=True)
            for side, sign in zip(found.sides, signs, strict=True)
        ]
        return SignShape(rows, many=True).data


def _reading(placed: Placed, metric: Metric) -> dict[str, Any]:
    found, reading = placed.found, placed.option.reading(metric)
    sides = [None] if metric in SHARES else [side.key for side in found.sides]
    return {
        "metric": metric,
        "value": reading.value,
        "rank": reading.rank,
        "scenario": None if reading.scenario is None else found.places[reading.scenario].key,
        "constituency": None if reading.yardstick is None else found.sides[reading.yardstick].key,
        "parts": [
            {"scenario": place.key, "constituency": side, "value": value}
            for place, values in zip(found.places, placed.option.choice.parts[metric], strict=True)
            for side, value in zip(sides, values, strict=True)
        ],
    }


class ReversalShape(serializers.Serializer[Pair]):
    """Two choices that change order, by their numbers; 0 is doing nothing."""

    first = serializers.IntegerField(source="first.number")
    second = serializers.IntegerField(source="second.number")
    firstAhead = serializers.ListField(child=OneOf(Metric), source="first_ahead")
    secondAhead = serializers.ListField(child=OneOf(Metric), source="second_ahead")


class CrossingShape(serializers.Serializer[Any]):
    """How many pairs of choices two measures put in another order."""

    first = OneOf(Metric)
    second = OneOf(Metric)
    pairs = serializers.IntegerField()


class LeftOutShape(serializers.Serializer[LeftOut]):
    """A proposal that is not among the choices."""

    proposal = ProposalMention(source="row.proposal")
    because = OneOf(Unmeasured)


class MeasuresShape(serializers.Serializer[Metrics]):
    """The proposals at the table and doing nothing, by several measures, and where those disagree."""

    over = OneOf(Over)
    year = serializers.IntegerField(source="matrix.year")
    run = RunShape(allow_null=True)
    constituencies = SideShape(many=True, source="sides")
    scenarios = PlaceShape(many=True, source="places")
    metrics = serializers.SerializerMethodField()
    choices = serializers.SerializerMethodField()
    pairs = serializers.IntegerField(source="most_pairs", help_text=_("How many pairs of choices there are."))
    reversals = ReversalShape(
        many=True, source="pairs", help_text=_("Those that change order, the most divided ones first.")
    )
    crossings = serializers.SerializerMethodField()
    leftOut = LeftOutShape(many=True, source="left_out")

    @extend_schema_field(ExplainedShape(many=True))
    def get_metrics(self, _found: Metrics) -> Any:
        """Return every measure in words."""
        return ExplainedShape(explained(), many=True).data

    @extend_schema_field(ChoiceShape(many=True))
    def get_choices(self, found: Metrics) -> Any:
        """Return the choices, doing nothing first."""
        placed = [Placed(found, option) for option in found.options]
        return ChoiceShape(placed, many=True, context=self.context).data

    @extend_schema_field(CrossingShape(many=True))
    def get_crossings(self, found: Metrics) -> Any:
        """Return the pairs that each two measures put in another order."""
        rows = [
            {"first": one, "second": other, "pairs": found.crossings(one, other)}
            for at, one in enumerate(RANKED)
            for other in RANKED[at + 1 :]
        ]
        return CrossingShape(rows, many=True).data


class Measures(Resource):
    asks: ClassVar = {"retrieve": MeasuresQuery}

    @extend_schema(summary=_("Read the other measures"), responses=MeasuresShape)
    def retrieve(self, request: Request) -> Response:
        """Return regret, dominance and the other measures of every proposal that is tabled and computed."""
        matrix = support_impact_matrix(enter(request, self.asked["workshop"]).workshop, keep_payoffs=True)
        found = metrics_of(matrix, over=self.asked["over"], with_parked=self.asked["withParked"])
        return self.one(found, MeasuresShape)
