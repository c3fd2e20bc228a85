# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Amending a proposal: what changes, who decides, what collides, and that votes stay with the text they were about."""

import pytest

from scenarios.models import Projection, ReformRevision
from tests.factories import AgreementsFactory, ReformRevisionFactory, WorkshopScenarioFactory, council, open_round
from tests.factories.weighing import answer_all, tabled
from workshops.enums import Act, AmendmentState, Handling, Phase, Stance
from workshops.errors import NotAllowedError, WorkshopError
from workshops.models import Proposal
from workshops.selectors.amendments import amendments_of, editions_of, parts_of
from workshops.selectors.proposals import proposals_in
from workshops.selectors.support import support_in
from workshops.services.amendments import (
    Verdict,
    answer_amendment,
    handle_amendment,
    propose_amendment,
    withdraw_amendment,
)
from workshops.services.rounds import close_round

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
TAKE, DECLINE = Verdict(Handling.TAKE_OVER), Verdict(Handling.DECLINE, "No.")


@pytest.fixture
def table():
    table = council()
    for _letter in "AB":
        WorkshopScenarioFactory(workshop=table.workshop)
    AgreementsFactory(workshop=table.workshop, locked=True)
    return table


@pytest.fixture
def proposal(table):
    reform = ReformRevisionFactory(
        reform__key=None,
        lang="en",
        levers={"training": 0.5},
        title="More training",
        summary="Everybody learns at work.",
    )
    one = tabled(table, seat=table.seat("workers"), reform_revision=reform)
    return proposals_in(table.workshop).get(pk=one.pk)


def amend(table, proposal, side="employers", number=1, **changes):
    wanted = parts_of(proposal.reform_revision, "en") | changes
    return propose_amendment(
        who=table.as_member(side, number),
        proposal=proposal,
        seat=table.seat(side, number),
        wanted=wanted,
        reason="Because.",
    )


def answer(table, amendment, verdict=TAKE):
    return answer_amendment(who=table.as_member("workers"), amendment=amendment, verdict=verdict)


def now(proposal):
    return proposals_in(proposal.workshop).get(pk=proposal.pk)


def test_an_amendment_holds_only_what_should_read_otherwise(table, proposal):
    amendment = amend(
        table, proposal, summary="Everybody  learns at\nwork.", **{"lever:training": 0.25}, start_year=2020
    )

    assert amendment.changes == {"lever:training": 0.25, "start_year": 2020}
    line = table.workshop.journal.get(act=Act.AMENDMENT_PROPOSED)
    assert (line.capacity, line.subject) == ("employers:1", "amendment 1.1")


def test_an_amendment_that_changes_nothing_is_refused(table, proposal):
    with pytest.raises(WorkshopError, match="Nothing is changed yet"):
        amend(table, proposal)


def test_one_amends_for_a_seat_of_ones_own_only(table, proposal):
    with pytest.raises(NotAllowedError, match="do not hold this seat"):
        propose_amendment(
            who=table.as_member("employers"),
            proposal=proposal,
            seat=table.seat("workers"),
            wanted={"title": "Other"},
            reason="Because.",
        )


def test_taking_it_over_makes_the_next_edition_and_leaves_the_earlier_one_alone(table, proposal):
    earlier = proposal.reform_revision
    amendment = answer(table, amend(table, proposal, title="Less training", **{"lever:training": 0.25}))

    after = now(proposal)
    assert (amendment.state, amendment.became) == (AmendmentState.TAKEN_OVER, after.reform_revision)
    assert (after.reform_revision.title, after.reform_revision.levers) == ("Less training", {"training": 0.25})
    assert after.reform_revision.reform == earlier.reform
    assert (earlier.number, after.reform_revision.number) == (1, 2)
    assert ReformRevision.objects.get(pk=earlier.pk).title == "More training"
    assert Projection.objects.filter(reform_revision=after.reform_revision).count() == 2
    assert [one.revision.title for one in editions_of(after, amendments_of(after))] == [
        "More training",
        "Less training",
    ]


def test_two_amendments_of_the_same_lever_collide_and_two_of_different_words_do_not(table, proposal):
    amend(table, proposal, summary="Nobody learns at work.", **{"lever:training": 0.25})
    amend(table, proposal, "crown", summary="Everybody learns at home.")
    amend(table, proposal, "crown", 2, **{"lever:training": 0.75})

    found = {one.amendment.number: one.collides_with for one in amendments_of(now(proposal))}
    assert found == {1: (3,), 2: (), 3: (1,)}


def test_changes_to_different_words_are_both_taken_over(table, proposal):
    first = amend(table, proposal, summary="Nobody learns at work.")
    second = amend(table, proposal, "crown", summary="Everybody learns at home.")
    answer(table, first)
    answer(table, second)

    assert now(proposal).reform_revision.summary == "Nobody learns at home."


def test_what_clashes_with_the_proposal_as_it_is_now_is_not_taken_over_but_can_be_modified(table, proposal):
    first = amend(table, proposal, **{"lever:training": 0.25})
    second = amend(table, proposal, "crown", **{"lever:training": 0.75})
    answer(table, first)

    with pytest.raises(WorkshopError, match="changed at the same place"):
        answer(table, second)
    assert amendments_of(now(proposal))[1].clashes == ("lever:training",)
    wanted = parts_of(now(proposal).reform_revision, "en") | {"lever:training": 0.6}
    modified = answer(table, second, Verdict(Handling.MODIFY, "Halfway.", wanted))
    assert modified.state == AmendmentState.MODIFIED
    assert now(proposal).reform_revision.levers == {"training": 0.6}


def test_the_secretariat_says_what_it_would_do_and_the_proposal_stays(table, proposal):
    amendment = amend(table, proposal, start_year=2020)
    handled = handle_amendment(who=table.as_secretary, amendment=amendment, verdict=Verdict(Handling.DECLINE, "Late."))

    assert (handled.handling, handled.handling_reason, handled.state) == ("decline", "Late.", "open")
    assert now(proposal).reform_revision == proposal.reform_revision
    with pytest.raises(NotAllowedError):
        handle_amendment(who=table.as_facilitator, amendment=amendment, verdict=DECLINE)
    with pytest.raises(WorkshopError, match="Give the reason"):
        handle_amendment(who=table.as_secretary, amendment=amendment, verdict=TAKE)


def test_only_the_proposers_seat_answers_and_only_once(table, proposal):
    amendment = amend(table, proposal, start_year=2020)
    with pytest.raises(NotAllowedError):
        answer_amendment(who=table.as_member("workers", 2), amendment=amendment, verdict=DECLINE)
    answer(table, amendment, DECLINE)

    with pytest.raises(NotAllowedError):
        answer(table, amendment)
    assert now(proposal).reform_revision == proposal.reform_revision


def test_a_withdrawn_amendment_is_answered_no_more(table, proposal):
    amendment = amend(table, proposal, start_year=2020)
    withdraw_amendment(who=table.as_member("employers"), amendment=amendment)

    with pytest.raises(NotAllowedError):
        answer(table, amendment)


def test_a_proposal_keeps_its_text_while_a_round_about_it_is_open(table, proposal):
    one = open_round(table, proposals=[proposal])
    amendment = amend(table, proposal, start_year=2020)
    with pytest.raises(WorkshopError, match="round about this proposal is open"):
        answer(table, amendment)
    close_round(who=table.as_facilitator, one=one)

    answer(table, amendment)
    assert now(proposal).reform_revision.start_year == 2020


def test_votes_stay_with_the_text_they_were_about(table, proposal):
    one = open_round(table, proposals=[proposal])
    answer_all(table, one, Stance.FULL)
    close_round(who=table.as_facilitator, one=one)
    answer(table, amend(table, proposal, start_year=2020))

    assert {found.is_earlier_version for found in support_in(table.workshop).values()} == {True}


def test_words_that_stay_keep_their_translation(table, proposal):
    words = {"nl": {"title": "Meer scholing", "summary": "Iedereen leert."}}
    ReformRevision.objects.filter(pk=proposal.reform_revision_id).update(translations=words)
    proposal = now(proposal)
    answer(table, amend(table, proposal, title="Less training"))

    became = now(proposal).reform_revision
    assert (became.said("title", "nl"), became.said("summary", "nl")) == ("Less training", "Iedereen leert.")


def test_nothing_is_amended_once_the_workshop_concludes(table, proposal):
    amendment = amend(table, proposal, start_year=2020)
    table.workshop.phase = Phase.CONCLUDING
    table.workshop.save()

    with pytest.raises(NotAllowedError):
        amend(table, Proposal.objects.select_related("workshop", "reform_revision").get(pk=proposal.pk), title="X")
    with pytest.raises(NotAllowedError):
        answer(table, amendment)
