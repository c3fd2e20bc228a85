# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A minority position: owned, signed, bound to an edition, replied to, and never changed unseen."""

import pytest

from tests.factories import ReformRevisionFactory, council
from tests.factories.acts import ProposalFactory
from workshops.enums import Act, Body, Mandated, Phase
from workshops.errors import NotAllowedError, WorkshopError
from workshops.models import JournalEntry, MinorityPosition, PositionReply, Signature
from workshops.selectors.minorities import minorities_in
from workshops.services.minorities import (
    Said,
    reply_to_position,
    sign_position,
    state_position,
    take_back_signature,
    withdraw_position,
)

pytestmark = pytest.mark.django_db
SAID = Said("Wij willen eerst scholing.", Mandated.CONSULTING)


@pytest.fixture
def table():
    table = council()
    table.workshop.phase = Phase.CONCLUDING
    table.workshop.save()
    return table


@pytest.fixture
def proposal(table):
    seat = table.seat("workers")
    return ProposalFactory(
        workshop=table.workshop, constituency=seat.constituency, seat=seat, delegation=seat.delegation
    )


def state(table, proposal, side="employers", said=SAID):
    return state_position(who=table.as_member(side), proposal=proposal, seat=table.seat(side), said=said)


def told(table, proposal):
    return minorities_in(table.workshop, [], body=Body.COUNCIL, language="nl", proposal=proposal)


def acts(table):
    return [str(act) for act in JournalEntry.objects.filter(workshop=table.workshop).values_list("act", flat=True)]


def test_a_position_has_an_owner_an_edition_and_a_mandate_and_sent_twice_it_is_there_once(table, proposal):
    position = state(table, proposal)
    assert state(table, proposal) == position
    assert position.reform_revision == proposal.reform_revision
    assert [(one.seat, one.mandated) for one in position.signatures.all()] == [
        (table.seat("employers"), Mandated.CONSULTING)
    ]
    assert acts(table) == [Act.POSITION_STATED]


def test_others_sign_and_the_wording_counts_them_and_says_who_speaks_with_a_reserve(table, proposal):
    position = state(table, proposal)
    seat = table.seat("crown")
    sign_position(who=table.as_member("crown"), position=position, seat=seat, mandated=Mandated.PROVISIONAL)
    (one,) = told(table, proposal)
    assert one.wording.label == "enkele leden van de raad"
    for name in (table.member("employers").name, table.member("crown").name):
        assert name in one.wording.footnote
    assert [mandated for mandated, _who in one.reserved] == [Mandated.PROVISIONAL, Mandated.CONSULTING]
    assert table.member("crown").name in one.reserved[0][1]
    sign_position(who=table.as_member("crown"), position=position, seat=seat, mandated=Mandated.FINAL)
    sign_position(who=table.as_member("crown"), position=position, seat=seat, mandated=Mandated.FINAL)
    assert [mandated for mandated, _who in told(table, proposal)[0].reserved] == [Mandated.CONSULTING]
    assert acts(table) == [Act.POSITION_STATED, Act.POSITION_SIGNED, Act.POSITION_SIGNED]


def test_a_signature_can_be_taken_back_but_the_owner_withdraws(table, proposal):
    position = state(table, proposal)
    seat = table.seat("crown")
    sign_position(who=table.as_member("crown"), position=position, seat=seat, mandated=Mandated.FINAL)
    take_back_signature(who=table.as_member("crown"), position=position, seat=seat)
    assert [one.seat for one in Signature.objects.all()] == [table.seat("employers")]
    with pytest.raises(WorkshopError, match=r"trek|withdraw"):
        take_back_signature(who=table.as_member("employers"), position=position, seat=table.seat("employers"))
    with pytest.raises(NotAllowedError):
        withdraw_position(who=table.as_member("crown"), position=position)
    withdraw_position(who=table.as_member("employers"), position=position)
    assert not told(table, proposal)[0].position.is_standing
    with pytest.raises((NotAllowedError, WorkshopError)):
        sign_position(who=table.as_member("crown"), position=position, seat=seat, mandated=Mandated.FINAL)


def test_a_newer_edition_does_not_carry_a_position_over(table, proposal):
    state(table, proposal)
    proposal.reform_revision = ReformRevisionFactory(reform=proposal.reform_revision.reform, number=2)
    proposal.save()
    assert told(table, proposal)[0].is_earlier_version


def test_who_tabled_the_proposal_and_nobody_else_replies(table, proposal):
    position = state(table, proposal)
    mate, stranger = table.seat("workers", 2), table.seat("crown")
    reply_to_position(who=table.as_member("workers", 2), position=position, seat=mate, text="Dat komt later.")
    reply_to_position(who=table.as_member("workers"), position=position, seat=table.seat("workers"), text="Dat kan.")
    assert [one.text for one in PositionReply.objects.all()] == ["Dat kan."]
    with pytest.raises(NotAllowedError):
        reply_to_position(who=table.as_member("crown"), position=position, seat=stranger, text="Nee.")
    own = state(table, proposal, "workers")
    with pytest.raises(NotAllowedError):
        reply_to_position(who=table.as_member("workers"), position=own, seat=table.seat("workers"), text="Ja.")


@pytest.mark.parametrize(
    "said", [Said("  ", Mandated.FINAL), Said("a" * 3_001, Mandated.FINAL)], ids=["empty", "too long"]
)
def test_a_text_that_cannot_be_recorded_is_refused_with_words(table, proposal, said):
    with pytest.raises(WorkshopError) as refusal:
        state(table, proposal, said=said)
    assert refusal.value.field == "text"
    assert not MinorityPosition.objects.exists()


def test_nobody_signs_for_a_seat_of_somebody_else(table, proposal):
    with pytest.raises(NotAllowedError):
        state_position(who=table.as_member("crown"), proposal=proposal, seat=table.seat("employers"), said=SAID)
    position = state(table, proposal)
    for who in (table.as_facilitator, table.as_member("crown", 2)):
        with pytest.raises(NotAllowedError):
            sign_position(who=who, position=position, seat=table.seat("crown"), mandated=Mandated.FINAL)
