# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ask the engine what a reform does in the scenarios of a workshop, and follow how far it is."""

from typing import Any, ClassVar
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios.api.fields import Key, Moment, OneOf, Said, Slug
from scenarios.api.questions import QuestionFields
from scenarios.api.resources import Query, Resource
from scenarios.arrays import YEARS
from scenarios.enums import ProjectionState
from scenarios.models import Impact, Projection
from scenarios.selectors.impacts import latest_projections
from scenarios.selectors.runs import Answered, Asked, answers_to, asked_in
from workshops.api.own_projections import OwnProjectionShape, asked_draws, asked_own, own_in_reach, shown
from workshops.api.proposals import proposal_in_reach
from workshops.api.room import enter
from workshops.api.shapes import Share
from workshops.errors import NotComputableError
from workshops.models import User
from workshops.selectors.people import standings_of
from workshops.selectors.projections import is_open_to, projectable
from workshops.selectors.table import places_of
from workshops.services.projections import ask_projection
from workshops.services.proposals import project_again

SOON = "1"  # seconds after which it makes sense to look again


class ImpactShape(serializers.Serializer[Impact]):
    """Outcome with the reform minus without, for one group: eight of every ten draws lie between low and high."""

    outcome = serializers.CharField()
    group = serializers.CharField()
    low = serializers.FloatField()
    mid = serializers.FloatField()
    high = serializers.FloatField()
    baseline = serializers.FloatField(help_text=gettext_lazy("The median without the reform."))
    positiveShare = Share(source="positive_share")


class AnsweredShape(serializers.Serializer[Any]):
    """One scenario: how far it is, and what was found."""

    scenario = serializers.SlugField(source="projection.scenario_revision.scenario.key")
    title = Said("title", of="projection.scenario_revision")
    revision = serializers.UUIDField(source="projection.scenario_revision_id")
    state = OneOf(ProjectionState, source="projection.state")
    error = serializers.SerializerMethodField()
    attempts = serializers.IntegerField(source="projection.attempts")
    workerSeconds = serializers.FloatField(source="projection.worker_seconds", allow_null=True)
    usefulShare = Share(
        source="projection.useful_share",
        allow_null=True,
        help_text=gettext_lazy("Share of draws in which the yardsticks call it useful."),
    )
    usefulVariants = serializers.IntegerField(source="projection.useful_variants", allow_null=True)
    variants = serializers.IntegerField(source="projection.variants", allow_null=True)
    impacts = ImpactShape(many=True)

    def get_error(self, answered: Answered) -> str:
        """Return what went wrong, in words that show nothing of the inside."""
        return _("The computation failed. Ask for it again.") if answered.projection.has_failed else ""


class ProjectionShape(serializers.Serializer[Asked]):
    """One question to the engine: a reform in the scenarios of a workshop."""

    id = serializers.UUIDField(source="run")
    reformRevision = serializers.UUIDField(source="reform_revision.id", allow_null=True, default=None)
    state = OneOf(ProjectionState, help_text=gettext_lazy("Failed when one scenario failed, done when all are."))
    year = serializers.SerializerMethodField(help_text=gettext_lazy("The year of the impacts."))
    draws = serializers.IntegerField(source="first.draws")
    seed = serializers.IntegerField(source="first.seed")
    engineVersion = serializers.CharField(source="engine_version", help_text=gettext_lazy("Empty until it is known."))
    requestedAt = Moment(source="requested_at")
    finishedAt = Moment(source="finished_at", allow_null=True)
    scenarios = serializers.SerializerMethodField()

    def get_year(self, asked: Asked) -> int:
        """Return the year that is asked for, else the year in which it is measured."""
        return int(self.context.get("year") or asked.first.year)

    def get_scenarios(self, asked: Asked) -> Any:
        """Return every scenario edition."""
        return AnsweredShape(answers_to(asked, year=self.get_year(asked)), many=True).data


class YearQuery(Query):
    year = serializers.ChoiceField(
        choices=YEARS[1:], required=False, help_text=gettext_lazy("Without it, the year in which it is measured.")
    )


OWN = frozenset({"scenarios", "package", "years", "draws", "seed", "variants", "experiments"})
ANY = PolymorphicProxySerializer(
    component_name="AnyProjection",
    serializers=[ProjectionShape, OwnProjectionShape],
    resource_type_field_name=None,
)


def _without(*names: str) -> dict[str, bool]:
    """Return in JSON Schema that these fields are not there."""
    return dict.fromkeys(names, False)


class ProjectionBody(QuestionFields):
    """A proposal; or an edition of a reform with the workshop in whose scenarios it is projected; or a package.

    A proposal with `experiments` gives every draw of it. A package may come with scenarios of its own. With a workshop, all who take part there may see the answer.
    """

    proposal = Key(required=False)
    workshop = Slug(max_length=60, required=False)
    reformRevision = Key(
        source="revision",
        required=False,
        help_text=gettext_lazy("An edition of the catalogue, or one that is on the table in the workshop."),
    )

    conditions: ClassVar = {
        "oneOf": [
            {
                "required": ["proposal"],
                "properties": _without("workshop", "reformRevision", *OWN - {"experiments"}),
            },
            {"required": ["workshop", "reformRevision"], "properties": _without("proposal", *OWN)},
            {"required": ["package"], "properties": _without("proposal", "reformRevision")},
        ]
    }

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Take one of the three."""
        is_own = "package" in attrs and not attrs.keys() & {"proposal", "revision"}
        if not is_own and attrs.keys() - {"experiments"} != {"proposal"} and attrs.keys() != {"workshop", "revision"}:
            message = _("Send `proposal`, or `workshop` with `reformRevision`, or a `package` of your own.")
            field = "package" if attrs.keys() & OWN and "package" not in attrs else "proposal"
            raise serializers.ValidationError({field: [message]})
        return attrs


class Projections(Resource):
    asks: ClassVar = {"retrieve": YearQuery}

    @extend_schema(
        summary=gettext_lazy("Ask for a projection"),
        request=ProjectionBody,
        responses={status.HTTP_202_ACCEPTED: ANY},
    )
    def create(self, request: Request) -> Response:
        """Ask for what a reform, or a package of your own, does in every scenario; follow it at the address in `Location`.

        What was computed before is not computed twice; what failed is tried again. A question of your own is yours:
        it is seen by you, and with `workshop` by those who take part there, until it expires after thirty days.
        """
        told = self.sent(request, ProjectionBody)
        if "package" in told or told.get("experiments"):
            own = asked_own(request, told) if "package" in told else asked_draws(request, told["proposal"])
            headers = {"Location": reverse("api:projection", args=[own.id]), "Retry-After": SOON}
            return self.one(shown(own, year=None), OwnProjectionShape, status=status.HTTP_202_ACCEPTED, headers=headers)
        rows = _of_proposal(request, told["proposal"]) if "proposal" in told else _of_reform(request, told)
        asked = asked_in(max(rows, key=lambda row: row.requested_at).run)
        address = reverse("api:projection", args=[asked.run]) if asked else ""
        headers = {"Location": address, "Retry-After": SOON}
        return self.one(asked, ProjectionShape, status=status.HTTP_202_ACCEPTED, headers=headers)

    @extend_schema(summary=gettext_lazy("Follow a projection"), responses=ANY)
    def retrieve(self, request: Request, projection: UUID) -> Response:
        """Return how far it is in every scenario, and what was found where it is done."""
        question = own_in_reach(request, projection)
        if question is not None:
            return self.one(shown(question, year=self.asked.get("year")), OwnProjectionShape)
        asked = asked_in(projection)
        person = request.user
        own = standings_of(person, day=timezone.localdate()) if isinstance(person, User) else {}
        if asked is None or not is_open_to(own, asked):
            raise Http404
        return self.one(asked, ProjectionShape)

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "year": getattr(self, "asked", {}).get("year")}


def _of_proposal(request: Request, proposal_id: UUID) -> list[Projection]:
    room, proposal = proposal_in_reach(request, proposal_id)
    project_again(who=room.who, proposal=proposal)
    places = places_of(room.workshop)
    rows = latest_projections(
        reform_revision_ids=[proposal.reform_revision_id],
        scenario_revision_ids=[place.revision_id for place in places],
    )
    if not rows:
        raise NotComputableError(_("The model cannot compute this proposal: it moves none of its levers."))
    return rows


def _of_reform(request: Request, told: dict[str, Any]) -> list[Projection]:
    room = enter(request, told["workshop"])
    revision = projectable(room.workshop, told["revision"])
    if revision is None:
        raise NotFound(_("There is no such edition in the catalogue, nor on the table of this workshop."))
    return ask_projection(who=room.who, workshop=room.workshop, revision=revision, topic=room.workshop.topic)
