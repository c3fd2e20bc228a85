# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The proposals of a workshop: read them, and table one for a seat."""

from dataclasses import replace
from typing import Any, ClassVar
from uuid import UUID, uuid5

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios import vocabulary
from scenarios.api.fields import Key, Moment, Number, OneOf, Said, SaidIn, Slug, Text, Whole
from scenarios.api.levers import Levers
from scenarios.api.reforms import RevisionShape
from scenarios.api.resources import Body, Resource
from scenarios.enums import ActsAt, Aim, Competing, DevelopmentKind, EuRoom, Level
from scenarios.models import ReformRevision
from scenarios.selectors.reforms import catalogue_reforms
from scenarios.services.reforms import (
    FIRST_START,
    LAST_START,
    MOST_BUDGET_BN,
    MOST_PHASE_YEARS,
    NO_DESIGN,
    Design,
    design_of,
)
from workshops.api.room import Room, Tongue, WorkshopQuery, enter, room_of, written_in
from workshops.enums import ProposalState, Scope, Track
from workshops.errors import NotAllowedError
from workshops.models import Proposal, Seat
from workshops.selectors.proposals import proposals_in
from workshops.services.drafts import LONGEST, LONGEST_DESIGN, OTHER_TRACKS, Draft
from workshops.services.proposals import table_proposal

FROM_REFORM = ("title", "summary", "level", "start_year")


class ProposalShape(serializers.Serializer[Proposal]):
    """A reform put on the table by somebody, with reasons."""

    id = serializers.UUIDField()
    number = serializers.IntegerField(help_text=gettext_lazy("Its number in the workshop."))
    workshop = serializers.SlugField(source="workshop.slug")
    state = OneOf(ProposalState)
    parkedBecause = Said("parked_because")
    constituency = serializers.SlugField(source="constituency.key")
    delegation = Said("name", of="delegation", allow_null=True)
    seat = serializers.UUIDField(source="seat_id", allow_null=True)
    tabledAt = Moment(source="tabled_at")
    reasons = Said()
    addressesKind = OneOf(DevelopmentKind, source="addresses_kind")
    addresses = Said(help_text=gettext_lazy("The bottleneck it eases or the opportunity it takes."))
    scope = OneOf(Scope)
    track = serializers.ChoiceField(
        choices=[*(one.value for one in Track), ""], help_text=gettext_lazy("The separate track that it touches.")
    )
    reform = RevisionShape(source="reform_revision")
    catalogueKey = serializers.SlugField(
        source="reform_revision.reform.key",
        allow_null=True,
        help_text=gettext_lazy("The reform of the catalogue, when nothing of it was changed."),
    )
    lang = SaidIn("reasons")


class ProposalQuery(WorkshopQuery):
    state = OneOf(ProposalState, required=False)


def _text(name: str, *, blank: bool = False, **options: Any) -> Text:
    return Text(max_length=LONGEST[name], allow_blank=blank, **options)


def _note(name: str, **options: Any) -> Text:
    return Text(max_length=LONGEST_DESIGN[name], allow_blank=True, required=False, **options)


class RoleBody(Body):
    """What somebody has to do, at one level."""

    at = OneOf(ActsAt)
    role = Text(max_length=LONGEST_DESIGN["role"])


class ProposalBody(Body):
    """A proposal to table. With `reform` it starts from the catalogue, and what is not sent is taken from there."""

    workshop = Slug(max_length=60)
    seat = Key(help_text=gettext_lazy("A seat that you hold."))
    reform = Slug(max_length=60, required=False, help_text=gettext_lazy("A key of the catalogue of reforms."))
    title = _text("title", required=False)
    summary = _text("summary", required=False)
    reasons = _text("reasons")
    addressesKind = OneOf(DevelopmentKind, source="addresses_kind")
    addresses = _text("addresses", help_text=gettext_lazy("The bottleneck it eases or the opportunity it takes."))
    level = OneOf(Level, required=False)
    actors = _text("actors", blank=True, required=False, help_text=gettext_lazy("Who must act."))
    startYear = Whole(source="start_year", required=False, min_value=FIRST_START, max_value=LAST_START)
    phaseYears = Whole(source="phase_years", required=False, min_value=1, max_value=MOST_PHASE_YEARS)
    scope = OneOf(Scope, required=False, default=Scope.THIS_ADVICE)
    track = serializers.ChoiceField(choices=[one.value for one in OTHER_TRACKS], required=False)
    levers = Levers(required=False)
    leftOut = _text("left_out", blank=True, source="left_out", required=False)
    budgetBn = Number(
        source="budget_bn",
        required=False,
        min_value=-MOST_BUDGET_BN,
        max_value=MOST_BUDGET_BN,
        help_text=gettext_lazy("Billion euros of 2015 a year; positive is better for the balance of the government."),
    )
    budgetSource = _text("budget_source", blank=True, source="budget_source", required=False)
    institutions = serializers.ListField(
        child=serializers.ChoiceField(choices=[one.key for one in vocabulary.institutions()]),
        required=False,
        max_length=40,
        help_text=gettext_lazy("Institutions it changes."),
    )
    aim = OneOf(Aim, required=False)
    roles = serializers.ListField(child=RoleBody(), required=False, max_length=len(ActsAt))
    euRoom = OneOf(EuRoom, source="eu_room", required=False)
    euNote = _note("eu_note", source="eu_note")
    abroad = _note("abroad")
    competing = OneOf(Competing, required=False)
    competingNote = _note("competing_note", source="competing_note")
    idempotencyKey = Key(
        source="key", required=False, help_text=gettext_lazy("Sent twice with the same key, a proposal is tabled once.")
    )
    lang = Tongue()

    conditions: ClassVar = {
        "anyOf": [{"required": ["reform"]}, {"required": ["title", "summary", "level", "startYear"]}],
        "if": {"required": ["scope"], "properties": {"scope": {"const": Scope.SEPARATE_TRACK.value}}},
        "then": {"required": ["track"]},
    }

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Ask for the text when there is no reform to take it from, and for the track when there is one."""
        names = {"start_year": "startYear"}
        missing = [] if "reform" in attrs else [names.get(name, name) for name in FROM_REFORM if name not in attrs]
        if attrs["scope"] == Scope.SEPARATE_TRACK and "track" not in attrs:
            missing.append("track")
        if missing:
            raise serializers.ValidationError({name: [_("This field is required.")] for name in missing})
        return attrs


class Proposals(Resource):
    asks: ClassVar = {"list": ProposalQuery}

    @extend_schema(summary=gettext_lazy("List the proposals of a workshop"), responses=ProposalShape(many=True))
    def list(self, request: Request) -> Response:
        """Return the proposals by number, the parked and withdrawn ones too."""
        rows = proposals_in(enter(request, self.asked["workshop"]).workshop)
        if "state" in self.asked:
            rows = rows.filter(state=self.asked["state"])
        return self.page(rows, ProposalShape)

    @extend_schema(summary=gettext_lazy("Read one proposal"), responses=ProposalShape)
    def retrieve(self, request: Request, proposal: UUID) -> Response:
        """Return one proposal."""
        return self.one(proposal_in_reach(request, proposal)[1], ProposalShape)

    @extend_schema(
        summary=gettext_lazy("Table a proposal"),
        request=ProposalBody,
        responses={status.HTTP_201_CREATED: ProposalShape},
    )
    def create(self, request: Request) -> Response:
        """Put a proposal on the table for one of your seats; its projections are asked for at once."""
        told = self.sent(request, ProposalBody)
        room = enter(request, told["workshop"])
        with written_in(told):
            made = table_proposal(
                who=room.who,
                workshop=room.workshop,
                seat=seat_of(room, told["seat"]),
                draft=_draft(told),
                form_key=form_key_of(room, told.get("key")),
            )
        address = reverse("api:proposal", args=[made.id])
        shown = proposals_in(room.workshop).get(pk=made.pk)
        return self.one(shown, ProposalShape, status=status.HTTP_201_CREATED, headers={"Location": address})


def proposal_in_reach(request: Request, proposal_id: UUID) -> tuple[Room, Proposal]:
    """Return a proposal that this person may read, with the room it is in."""
    found = get_object_or_404(Proposal.objects.select_related("workshop"), pk=proposal_id)
    room = room_of(request, found.workshop)
    return room, proposals_in(room.workshop).get(pk=found.pk)


def seat_of(room: Room, seat_id: UUID) -> Seat:
    seat = room.who.seat(seat_id)
    if seat is None:
        raise NotAllowedError(_("You do not hold this seat. Choose a seat of your own."), field="seat")
    return seat


def form_key_of(room: Room, key: UUID | None) -> UUID | None:
    """Return the key of this person in this workshop, so that nobody meets the key of somebody else."""
    if key is None or room.who.person is None:
        return None
    return uuid5(key, f"{room.workshop.id} {room.who.person.journal_id}")


def _draft(told: dict[str, Any]) -> Draft:
    known = _known(told["reform"]) if "reform" in told else None
    names = (name for name in Draft.__dataclass_fields__ if name in told)
    return Draft(
        **_taken_from(known) | {name: told[name] for name in names}, based_on=known, design=_design(told, known)
    )


def _design(told: dict[str, Any], known: ReformRevision | None) -> Design:
    """Return the design that was sent; what was not sent stays as it is in the reform."""
    sent = {name: told[name] for name in Design.__dataclass_fields__ if name in told and name != "roles"}
    if "institutions" in told:
        sent["changes"] = tuple(told["institutions"])
    if "roles" in told:
        sent["roles"] = {one["at"]: one["role"] for one in told["roles"]}
    return replace(design_of(known) if known else NO_DESIGN, **sent)


def _known(key: str) -> ReformRevision:
    found = next((one for one in catalogue_reforms() if one.reform.key == key), None)
    if found is None:
        raise NotFound(_("There is no reform “%(key)s” in the catalogue.") % {"key": key})
    return found


def _taken_from(known: ReformRevision | None) -> dict[str, Any]:
    """Return what a proposal takes over from the reform it starts from."""
    if known is None:
        return {"actors": ""}
    said = {name: known.said(name) for name in ("title", "summary", "actors", "left_out", "budget_source")}
    return said | {
        "level": known.level,
        "start_year": known.start_year,
        "phase_years": known.phase_years,
        "levers": dict(known.levers),
        "budget_bn": known.exante_budget_bn,
    }
