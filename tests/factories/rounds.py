# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A round with its polls, electorate and count; and ballots that keep the count."""

from collections.abc import Sequence

from django.db.models import F
from django.utils import timezone

from tests.factories.acts import PollFactory, ProposalFactory, RoundFactory
from tests.factories.council import Council
from tests.factories.workshops import AgreementsFactory, WorkshopScenarioFactory
from workshops.enums import BallotMode, Need, Phase, Stance
from workshops.models import Ballot, Poll, Proposal, Round, RoundSeat, Seat, TallyRow
from workshops.sealing import make_key
from workshops.services.tallies import empty_tally


def open_round(
    council: Council,
    *,
    proposals: Sequence[Proposal] = (),
    scenarios: int = 2,
    mode: BallotMode = BallotMode.NAMED,
) -> Round:
    """Open a round on proposals (one when none are given) in the workshop's scenarios (made when it has none)."""
    workshop = council.workshop
    if not workshop.places.exists():
        for _ in range(scenarios):
            WorkshopScenarioFactory(workshop=workshop)
    agreements = workshop.agreements.first()
    if agreements is None or not agreements.is_locked:
        agreements = AgreementsFactory(workshop=workshop, locked=True)
    one = RoundFactory(workshop=workshop, agreements=agreements, open=True, mode=mode, is_live=mode == BallotMode.NAMED)
    if one.is_secret:
        one.public_key = make_key(one.pk)
        one.save(update_fields=["public_key"])
    chosen = proposals or [ProposalFactory(workshop=workshop, constituency=council.constituencies["workers"])]
    for proposal in chosen:
        for place in workshop.places.select_related("revision"):
            PollFactory(round=one, proposal=proposal, scenario_revision=place.revision)
    RoundSeat.objects.bulk_create(RoundSeat(round=one, seat=seat) for seat in council.seats)
    TallyRow.objects.bulk_create(empty_tally(one, [side.pk for side in council.constituencies.values()]))
    workshop.phase = Phase.VOTING
    workshop.save(update_fields=["phase"])
    return one


def cast(poll: Poll, seat: Seat, stance: Stance, *, reason: str = "", need: Need | None = None) -> Ballot:
    """Store a seat's first ballot and count it, without asking who may."""
    ballot = Ballot.objects.create(
        poll=poll, seat=seat, stance=stance, need=need or "", reason=reason, cast_at=timezone.now()
    )
    for answer in ({"stance": stance}, {"need": need}) if need else ({"stance": stance},):
        counted = TallyRow.objects.filter(poll=poll, constituency=seat.constituency, **answer)
        if not counted.update(count=F("count") + 1):
            TallyRow.objects.create(poll=poll, constituency=seat.constituency, count=1, **answer)
    return ballot
