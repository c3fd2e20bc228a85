# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Choosing what a round is about, opening it, closing it."""

import pytest

from tests.factories import (
    AgreementsFactory,
    ProposalFactory,
    WorkshopScenarioFactory,
    cast,
    council,
    open_round,
)
from workshops.enums import Act, Need, Phase, ProposalState, RoundState, Stance
from workshops.errors import AgreementsError, NotAllowedError, RoundClosedError, WorkshopError
from workshops.models import Poll, RoundSeat, TallyRow
from workshops.selectors.rounds import rounds_of
from workshops.selectors.support import support_in
from workshops.selectors.tallies import round_numbered
from workshops.services.ballots import Answer, cast_ballot
from workshops.services.proposals import park_proposal
from workshops.services.rounds import LONGEST_ANNULMENT, MOST_PROPOSALS, annul_round, close_round, prepare_round
from workshops.services.rounds import open_round as open_prepared

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def table():
    table = council()
    WorkshopScenarioFactory.create_batch(2, workshop=table.workshop)
    return table


def proposals(table, count):
    side = table.constituencies["workers"]
    return ProposalFactory.create_batch(count, workshop=table.workshop, constituency=side)


def prepare(table, chosen, parked=None):
    return prepare_round(who=table.as_facilitator, workshop=table.workshop, chosen=chosen, parked=parked or {})


def test_a_round_asks_every_chosen_proposal_in_every_scenario(table):
    chosen = proposals(table, 3)
    one = prepare(table, chosen)

    assert one.state == RoundState.DRAFT
    assert one.polls.count() == 3 * 2
    assert set(one.polls.values_list("reform_revision", flat=True)) == {each.reform_revision_id for each in chosen}


def test_what_is_not_chosen_is_parked_with_its_reason(table):
    first, second = proposals(table, 2)
    prepare(table, [first], {second: " Eerst uitwerken. "})
    second.refresh_from_db()

    assert (second.state, second.parked_because) == (ProposalState.PARKED, "Eerst uitwerken.")


def test_a_parked_proposal_that_is_chosen_comes_back(table):
    first, second = proposals(table, 2)
    park_proposal(who=table.as_facilitator, proposal=first, because="Later.")
    prepare(table, [first, second])
    first.refresh_from_db()

    assert first.state == ProposalState.TABLED


def test_at_most_eight_proposals_are_asked(table):
    with pytest.raises(WorkshopError, match=r"at most 8.*you chose 9") as refused:
        prepare(table, proposals(table, MOST_PROPOSALS + 1))
    assert refused.value.field == "chosen"
    assert prepare(table, list(table.workshop.proposals.all())[:8], {table.workshop.proposals.last(): "Later."})


def test_a_round_about_nothing_is_refused(table):
    with pytest.raises(WorkshopError, match="at least one"):
        prepare(table, [])


def test_parking_without_a_reason_is_refused(table):
    first, second = proposals(table, 2)

    with pytest.raises(WorkshopError, match="reason"):
        prepare(table, [first], {second: "  "})
    assert not table.workshop.rounds.exists()


def test_a_proposal_that_was_tabled_meanwhile_is_not_forgotten(table):
    first, _late = proposals(table, 2)

    with pytest.raises(WorkshopError, match="meanwhile"):
        prepare(table, [first])


def test_a_withdrawn_proposal_is_not_asked(table):
    (first,) = proposals(table, 1)
    table.workshop.proposals.update(state=ProposalState.WITHDRAWN)

    with pytest.raises(WorkshopError, match="withdrawn"):
        prepare(table, [first])


def test_the_same_choice_sent_twice_prepares_one_round(table):
    first, second = proposals(table, 2)
    assert prepare(table, [first], {second: "Later."}) == prepare(table, [first], {second: "Later."})
    assert table.workshop.journal.filter(act=Act.ROUND_PREPARED).count() == 1
    assert table.workshop.journal.filter(act=Act.PROPOSAL_PARKED).count() == 1


def test_another_choice_takes_the_place_of_the_earlier_one(table):
    first, second = proposals(table, 2)
    prepare(table, [first], {second: "Later."})
    one = prepare(table, [first, second])

    assert list(table.workshop.rounds.all()) == [one]
    assert Poll.objects.count() == 4


def test_nothing_is_prepared_while_a_round_is_open(table):
    open_round(table)

    with pytest.raises(WorkshopError, match="Close it"):
        prepare(table, list(table.workshop.proposals.all()))


def test_only_the_facilitator_prepares(table):
    with pytest.raises(NotAllowedError):
        prepare_round(who=table.as_secretary, workshop=table.workshop, chosen=proposals(table, 1), parked={})


def test_a_round_opens_only_under_locked_agreements(table):
    one = prepare(table, proposals(table, 1))

    with pytest.raises(AgreementsError, match="Lock"):
        open_prepared(who=table.as_facilitator, one=one)
    AgreementsFactory(workshop=table.workshop)
    with pytest.raises(AgreementsError, match="Lock"):
        open_prepared(who=table.as_facilitator, one=one)
    assert not RoundSeat.objects.exists()


def test_opening_freezes_the_electorate_and_starts_the_count_at_zero(table):
    agreements = AgreementsFactory(workshop=table.workshop, locked=True)
    one = open_prepared(who=table.as_facilitator, one=prepare(table, proposals(table, 1)))

    assert (one.state, one.agreements) == (RoundState.OPEN, agreements)
    assert one.electorate.count() == len(table.seats)
    assert TallyRow.objects.filter(count=0).count() == 2 * 3 * (len(Stance) + len(Need)) == TallyRow.objects.count()
    table.workshop.refresh_from_db()
    assert table.workshop.phase == Phase.VOTING


def test_a_round_opens_once(table):
    AgreementsFactory(workshop=table.workshop, locked=True)
    one = prepare(table, proposals(table, 1))
    open_prepared(who=table.as_facilitator, one=one)

    with pytest.raises(NotAllowedError):
        open_prepared(who=table.as_facilitator, one=one)
    assert one.electorate.count() == len(table.seats)


def test_closing_records_how_many_ballots_there_were(table):
    one = open_round(table)
    cast(one.polls.first(), table.seat("workers"), Stance.FULL)
    cast(one.polls.first(), table.seat("crown"), Stance.ABSTAIN)
    closed = close_round(who=table.as_facilitator, one=one)

    assert closed.state == RoundState.CLOSED
    assert table.workshop.journal.get(act=Act.ROUND_CLOSED).data == {"ballots": 2, "seats_that_voted": 2}


def test_a_round_closes_once_and_by_the_facilitator(table):
    one = open_round(table)
    with pytest.raises(NotAllowedError):
        close_round(who=table.as_member("workers"), one=one)
    close_round(who=table.as_facilitator, one=one)
    with pytest.raises(NotAllowedError):
        close_round(who=table.as_facilitator, one=one)


def test_an_annulled_round_counts_nowhere_and_the_journal_says_why(table):
    one = open_round(table)
    cast(one.polls.first(), table.seat("workers"), Stance.FULL)
    close_round(who=table.as_facilitator, one=one)
    assert support_in(table.workshop)

    annulled = annul_round(who=table.as_facilitator, one=one, because=" The wrong text was voted on. ")

    assert annulled.state == RoundState.ANNULLED
    assert not support_in(table.workshop)
    assert rounds_of(table.workshop) == []
    assert round_numbered(table.workshop, one.number) is None
    line = table.workshop.journal.get(act=Act.ROUND_ANNULLED)
    assert line.data == {"because": "The wrong text was voted on."}


def test_after_an_annulled_round_the_next_has_its_own_number(table):
    chosen = proposals(table, 1)
    one = open_round(table, proposals=chosen)
    annul_round(who=table.as_facilitator, one=one, because="Nobody was there.")

    assert prepare(table, chosen).number == one.number + 1


@pytest.mark.parametrize(("because", "word"), [("  ", "Say why"), ("x" * (LONGEST_ANNULMENT + 1), "at most 500")])
def test_a_round_is_annulled_with_a_reason_of_bounded_length(table, because, word):
    one = open_round(table)
    with pytest.raises(WorkshopError, match=word):
        annul_round(who=table.as_facilitator, one=one, because=because)
    one.refresh_from_db()
    assert one.is_open


def test_nobody_votes_in_an_annulled_round_and_it_is_annulled_once(table):
    one = open_round(table)
    annul_round(who=table.as_facilitator, one=one, because="The list of seats was old.")
    poll, seat = one.polls.first(), table.seat("workers")
    with pytest.raises(RoundClosedError):
        cast_ballot(person=table.member("workers"), poll_id=poll.id, seat_id=seat.id, answer=Answer(Stance.FULL))
    with pytest.raises(NotAllowedError):
        annul_round(who=table.as_facilitator, one=one, because="Again.")
