# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A question of one's own to the engine: how it is shown, and every draw as a file."""

from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios import vocabulary
from scenarios.api.fields import Moment, OneOf
from scenarios.api.resources import Resource
from scenarios.arrays import YEARS
from scenarios.arrays.findings import Findings
from scenarios.arrays.questions import Question
from scenarios.enums import ProjectionState
from scenarios.errors import QuestionError
from scenarios.models import OwnProjection
from scenarios.reports.findings import figures_of, precision_of, provenance_of, variants_of
from scenarios.selectors.own_projections import kept_experiments, own_projection, progress_of
from scenarios.services.projections import SEED
from scenarios.services.questions import BY_API, checked_question
from workshops.api.proposals import proposal_in_reach
from workshops.api.room import enter
from workshops.api.shapes import Share
from workshops.models import User
from workshops.selectors.people import standings_of
from workshops.selectors.projections import is_own_open_to
from workshops.services.own_projections import ask_draws, ask_own_projection

ARCHIVE = "application/gzip"
DRAWS = 1000
ON_THE_WIRE = {
    "start_year": "startYear",
    "phase_years": "phaseYears",
    "exante_budget_bn": "exanteBudgetBn",
}


# --- how it is shown ------------------------------------------------------------------------------


class OwnScenarioShape(serializers.Serializer[Any]):
    """A scenario as it was asked."""

    name = serializers.CharField()
    startsFrom = serializers.CharField(allow_null=True, help_text=gettext_lazy("The default scenario it started from."))
    drivers = serializers.DictField(child=serializers.FloatField())


class OwnReformShape(serializers.Serializer[Any]):
    """A reform of the package."""

    reform = serializers.CharField(allow_null=True, help_text=gettext_lazy("Its key in the catalogue."))
    levers = serializers.DictField(child=serializers.FloatField())
    startYear = serializers.IntegerField()
    phaseYears = serializers.IntegerField()
    exanteBudgetBn = serializers.FloatField()
    budgetFromModel = serializers.BooleanField()


class ProvenanceShape(serializers.Serializer[Any]):
    """Where the figures come from: enough to compute them again."""

    modelVersion = serializers.CharField()
    baseYear = serializers.IntegerField()
    dataVintage = serializers.IntegerField(help_text=gettext_lazy("The year of the newest number of the model."))
    dataFiles = serializers.DictField(
        child=serializers.CharField(), help_text=gettext_lazy("File to SHA-256: the numbers that were used.")
    )
    questionDigest = serializers.CharField(help_text=gettext_lazy("The same question has the same digest."))
    seed = serializers.IntegerField()
    draws = serializers.IntegerField()
    sampling = serializers.CharField()
    years = serializers.ListField(child=serializers.IntegerField())
    scenarios = OwnScenarioShape(many=True)
    package = OwnReformShape(many=True)


class PrecisionShape(serializers.Serializer[Any]):
    """How exact the quantiles are."""

    method = serializers.ChoiceField(
        choices=["exact", "binned"], help_text=gettext_lazy("Of many draws only counts in bins are kept.")
    )
    bins = serializers.IntegerField(allow_null=True)
    largestErrorAsShareOfBand = Share(
        help_text=gettext_lazy("The largest error of a quantile, as a share of the band from p10 to p90.")
    )


class QuantilesShape(serializers.Serializer[Any]):
    """Eight of every ten draws lie between p10 and p90."""

    p10 = serializers.FloatField()
    p50 = serializers.FloatField()
    p90 = serializers.FloatField()
    error = serializers.FloatField(
        required=False, help_text=gettext_lazy("By how much each may be off: the width of a bin.")
    )


class ChangeShape(QuantilesShape):
    """With the package minus without, draw by draw."""

    unit = serializers.CharField()
    aboveZero = Share(help_text=gettext_lazy("Share of draws in which it rises."))


class OwnFigureShape(serializers.Serializer[Any]):
    """One outcome of one group in one scenario and year."""

    scenario = serializers.CharField()
    outcome = serializers.CharField()
    group = serializers.CharField()
    year = serializers.IntegerField()
    unit = serializers.CharField()
    without = QuantilesShape()
    change = ChangeShape()

    def get_fields(self) -> dict[str, Any]:
        """Return the fields; `with` cannot be a name in Python."""
        return super().get_fields() | {"with": QuantilesShape()}


class VariantFigureShape(serializers.Serializer[Any]):
    """The change under a rival theory, at the mode of the uncertain parameters."""

    variant = serializers.CharField()
    scenario = serializers.CharField()
    outcome = serializers.CharField()
    group = serializers.CharField()
    year = serializers.IntegerField()
    unit = serializers.CharField()
    change = serializers.FloatField()


class ProgressShape(serializers.Serializer[Any]):
    """How many parts are done."""

    done = serializers.IntegerField()
    of = serializers.IntegerField()


class OwnProjectionShape(serializers.Serializer[OwnProjection]):
    """A question of one's own. It is removed, with its answer, when it has expired."""

    id = serializers.UUIDField()
    state = OneOf(ProjectionState)
    error = serializers.SerializerMethodField()
    progress = ProgressShape()
    requestedAt = Moment(source="requested_at")
    finishedAt = Moment(source="finished_at", allow_null=True)
    expiresAt = Moment(source="expires_at", help_text=gettext_lazy("After this it is not there any more."))
    workerSeconds = serializers.FloatField(source="worker_seconds", allow_null=True)
    provenance = ProvenanceShape()
    precision = PrecisionShape(allow_null=True)
    figures = OwnFigureShape(many=True, help_text=gettext_lazy("Of every year that was asked, or of `year`."))
    variants = VariantFigureShape(many=True)
    experiments = serializers.URLField(
        allow_null=True, help_text=gettext_lazy("Every draw, for the EMA Workbench; when it was asked and is done.")
    )

    def get_error(self, told: dict[str, Any]) -> str:
        """Return what went wrong, in words that show nothing of the inside."""
        return _("The computation failed. Ask for it again.") if told["has_failed"] else ""


def shown(own: OwnProjection, *, year: int | None) -> dict[str, Any]:
    """Return a question of one's own with what was found, as `OwnProjectionShape` shows it."""
    question = Question.from_data(own.question)
    names = ("id", "state", "has_failed", "requested_at", "finished_at", "expires_at", "worker_seconds")
    told = {name: getattr(own, name) for name in names}
    told |= {"progress": progress_of(own), "provenance": provenance_of(question)}
    told |= {"precision": None, "figures": [], "variants": [], "experiments": None}
    if not own.is_done or own.answer is None:
        return told
    findings = Findings.unpacked(question, own.answer)
    years = None if year is None else (year,)
    told |= {"precision": precision_of(findings), "figures": list(figures_of(findings, years=years))}
    if question.experiments:
        told["experiments"] = reverse("api:experiments", args=[own.id])
    return told | {"variants": [one for one in variants_of(findings) if years is None or one["year"] in years]}


# --- asking and following -------------------------------------------------------------------------


def asked_own(request: Request, told: dict[str, Any]) -> OwnProjection:
    """Ask a question of one's own; who asks is known, for nobody writes without saying who they are."""
    person = request.user
    assert isinstance(person, User)  # noqa: S101 -- permissions saw to that
    question = _question(told)
    if "workshop" not in told:
        return ask_own_projection(person=person, question=question)
    room = enter(request, told["workshop"])
    return ask_own_projection(person=person, question=question, who=room.who, workshop=room.workshop)


def asked_draws(request: Request, proposal_id: UUID) -> OwnProjection:
    """Ask for every draw of a proposal."""
    room, proposal = proposal_in_reach(request, proposal_id)
    return ask_draws(who=room.who, proposal=proposal)


def _question(told: dict[str, Any]) -> Question:
    default = [{"scenario": one.key} for one in vocabulary.default_scenarios()]
    try:
        return checked_question(
            scenarios=told.get("scenarios", default),
            package=told["package"],
            years=told.get("years", YEARS),
            draws=told.get("draws", DRAWS),
            limits=BY_API,
            seed=told.get("seed", SEED),
            variants=told.get("variants", False),
            experiments=told.get("experiments", False),
        )
    except QuestionError as refusal:
        raise ValidationError({_placed(place): [words] for place, words in refusal.wrong.items()}) from refusal


def _placed(place: str) -> str:
    return ".".join(ON_THE_WIRE.get(part, part) for part in place.split("."))


def own_in_reach(request: Request, own_id: UUID) -> OwnProjection | None:
    """Return a question of one's own that this person may see."""
    own = own_projection(own_id)
    person = request.user if isinstance(request.user, User) else None
    if own is None:
        return None
    standings = standings_of(person, day=timezone.localdate()) if person else {}
    return own if is_own_open_to(person, standings, own) else None


class ArchiveRenderer(BaseRenderer):
    """A file as it is; what is wrong is told in JSON."""

    media_type = ARCHIVE
    format = "tar.gz"
    charset = None

    def render(self, data: Any, accepted_media_type: str | None = None, renderer_context: Any = None) -> bytes:
        return data if isinstance(data, bytes) else JSONRenderer().render(data, accepted_media_type, renderer_context)


class Experiments(Resource):
    renderer_classes = (ArchiveRenderer,)

    @extend_schema(
        summary=gettext_lazy("Get every draw of a projection"), responses={(200, ARCHIVE): OpenApiTypes.BINARY}
    )
    def retrieve(self, request: Request, projection: UUID) -> Response:
        """Return a tar.gz in the results format of the EMA Workbench, of a question that asked for `experiments`."""
        own = own_in_reach(request, projection)
        if own is None:
            raise Http404
        kept = kept_experiments(own.id)
        if kept is None:
            raise NotFound(_("The draws are not here: ask with `experiments`, and wait until the projection is done."))
        headers = {"Content-Disposition": f'attachment; filename="draagvlak-{own.id}.tar.gz"'}
        return Response(kept, headers=headers)
