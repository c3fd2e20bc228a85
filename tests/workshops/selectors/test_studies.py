# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the studies of a workshop ask, as things stand."""

import pytest

from scenarios.enums import StudyKind
from scenarios.models import Yardstick
from tests.factories import (
    AgreementsFactory,
    ReformRevisionFactory,
    WorkshopScenarioFactory,
    cast,
    council,
    open_round,
)
from tests.factories.weighing import answer_all, tabled
from workshops.enums import Phase, ProposalState, Stance
from workshops.models import Workshop
from workshops.selectors.studies import (
    asked_of_proposal,
    computable_proposals,
    ground_of,
    least_support,
    packages_asked,
    topic_of,
)
from workshops.selectors.support import support_in
from workshops.services.rounds import close_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    table = council(seats=3)
    AgreementsFactory(workshop=table.workshop, locked=True, frame_bn=4.5, report_year=2040, useful_share=0.7)
    for _letter in "AB":
        WorkshopScenarioFactory(workshop=table.workshop)
    Workshop.objects.update(phase=Phase.COMPARING)
    return table


def support_of(table, proposals):
    return least_support(proposals, ground_of(table.workshop).scenarios, support_in(table.workshop))


def test_studies_stand_on_the_scenarios_yardsticks_and_agreements_of_the_workshop(table):
    ground = ground_of(table.workshop)
    assert [one.id for one in ground.scenarios] == [place.revision_id for place in table.workshop.places.all()]
    assert list(ground.yardsticks) == list(Yardstick.objects.order_by("constituencies__order"))
    assert (ground.year, ground.frame_bn, ground.useful_share, ground.is_firm) == (2040, 4.5, 0.7, True)


def test_support_is_that_of_the_weakest_side_in_the_worst_scenario_once_the_round_is_closed(table):
    proposal = tabled(table)
    one = open_round(table, proposals=[proposal])
    for number, poll in enumerate(one.polls.all()):
        for seat in table.seats:
            objects = number == 1 and seat == table.seat("crown", 1)
            cast(poll, seat, Stance.UNACCEPTABLE if objects else Stance.FULL, reason="Te duur.")
    assert support_of(table, [proposal]) == {"1": None}  # the round is open

    close_round(who=table.as_facilitator, one=one)
    assert support_of(table, [proposal]) == {"1": pytest.approx(2 / 3)}


def test_a_proposal_that_was_not_voted_on_in_every_scenario_has_no_support(table):
    proposal = tabled(table)
    one = open_round(table, proposals=[proposal])
    answer_all(table, one, Stance.FULL)
    close_round(who=table.as_facilitator, one=one)
    WorkshopScenarioFactory(workshop=table.workshop)
    assert support_of(table, [proposal]) == {"1": None}


def test_packages_are_made_of_what_is_on_the_table_and_can_be_computed_each_reform_once(table):
    first = tabled(table)
    tabled(table, reform_revision=ReformRevisionFactory(judged=True))
    tabled(table, state=ProposalState.WITHDRAWN)
    tabled(table, "crown", reform_revision=first.reform_revision)
    parked = tabled(table, state=ProposalState.PARKED)
    assert [one.number for one in computable_proposals(table.workshop)] == [first.number, parked.number]
    question = packages_asked(table.workshop, ground_of(table.workshop)).question
    assert [one.key for one in question.reforms] == ["1", "5"]
    assert (question.frame_bn, question.year) == (4.5, 2040)


def test_a_page_is_woken_by_the_kind_and_the_thing_a_study_is_about(table):
    proposal = tabled(table)
    found = asked_of_proposal(StudyKind.DISCOVERY, proposal, ground_of(table.workshop))
    assert found.subject == f"proposal:{proposal.id}"
    assert topic_of(found.kind, found.subject) == f"study:discovery:{proposal.id}"
