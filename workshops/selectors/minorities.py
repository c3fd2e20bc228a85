# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The minority positions: each with who signed it, in the council's wording, and the reply to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, Prefetch, Q, Subquery
from django.utils import timezone

from workshops.enums import Body, Mandated
from workshops.models import Mandate, MinorityPosition, PositionReply, Proposal, Seat, Signature, Workshop
from workshops.selectors.positions import held_by
from workshops.selectors.table import Place
from workshops.wording import Language, Registered, SeatHeld, composition, registered


@dataclass(frozen=True, slots=True)
class Minority:
    """One minority position as it is written down; `reserved` are the signatures that are not final, in words."""

    position: MinorityPosition
    place: Place | None
    signatures: tuple[Signature, ...]
    wording: Registered
    reserved: tuple[tuple[Mandated, str], ...]
    reply: PositionReply | None
    is_earlier_version: bool

    def signed_by(self, seat: Seat) -> Signature | None:
        """Return the signature of a seat."""
        return next((one for one in self.signatures if one.seat_id == seat.pk), None)


def minorities_in(
    workshop: Workshop, places: Sequence[Place], *, body: Body, language: Language, proposal: Proposal | None = None
) -> list[Minority]:
    """Return the minority positions, the standing ones and the withdrawn, by number: three statements at any size."""
    signatures = Signature.objects.select_related("seat__constituency", "signed_by").order_by("signed_at", "pk")
    rows = workshop.minority_positions.select_related(
        "proposal__reform_revision",
        "proposal__seat",
        "reform_revision",
        "seat__constituency",
        "reply__seat__constituency",
    ).prefetch_related(Prefetch("signatures", signatures))
    if proposal is not None:
        rows = rows.filter(proposal=proposal)
    found = list(rows.order_by("number"))
    seats = seats_at_table(workshop) if found else []
    return [_minority(one, places, seats, body, language) for one in found]


def seats_at_table(workshop: Workshop) -> list[SeatHeld]:
    """Return the seats in the order of the table, each with its member today: one statement."""
    today = timezone.localdate()
    held = Mandate.objects.filter(seat=OuterRef("pk"), starts_on__lte=today)
    held = held.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=today)).order_by("holding")
    rows = (
        Seat.objects.filter(constituency__workshop=workshop)
        .select_related("constituency", "delegation")
        .annotate(member=Subquery(held.values("person__name")[:1]))
        .order_by("constituency__order", "number")
    )
    return [held_by(row, row.member or "") for row in rows]


def _minority(
    one: MinorityPosition, places: Sequence[Place], seats: Sequence[SeatHeld], body: Body, language: Language
) -> Minority:
    signatures = tuple(one.signatures.all())
    signed = [str(signature.seat_id) for signature in signatures]
    return Minority(
        position=one,
        place=next((place for place in places if place.revision_id == one.scenario_revision_id), None),
        signatures=signatures,
        wording=registered(signed, seats, body=body, language=language),
        reserved=tuple(
            (mandated, composition(chosen, seats, language=language))
            for mandated in (Mandated.PROVISIONAL, Mandated.CONSULTING)
            if (chosen := [str(row.seat_id) for row in signatures if row.mandated == mandated])
        ),
        reply=getattr(one, "reply", None),
        is_earlier_version=one.reform_revision_id != one.proposal.reform_revision_id,
    )
