# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tabling, withdrawing, parking and computing again."""

import threading
from dataclasses import replace
from uuid import uuid4

import pytest
from django.db import connection

from scenarios.enums import DevelopmentKind, Level, ProjectionState
from scenarios.errors import LeverOutOfBoundsError
from scenarios.models import Projection, ReformRevision
from tests.factories import AgreementsFactory, ReformRevisionFactory, WorkshopScenarioFactory, council
from tests.factories.weighing import tabled
from workshops.enums import Act, Phase, ProposalState, Scope, Track
from workshops.errors import NotAllowedError, WorkshopError, WrongPhaseError
from workshops.journal import breaks
from workshops.models import Proposal
from workshops.services.drafts import LONGEST, Draft
from workshops.services.proposals import (
    park_proposal,
    project_again,
    return_proposal,
    table_proposal,
    withdraw_proposal,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def table():
    table = council()
    for _letter in "AB":
        WorkshopScenarioFactory(workshop=table.workshop)
    return table


@pytest.fixture
def draft():
    return Draft(
        title="More training",
        summary="Everybody learns.",
        reasons="Because work changes.",
        addresses_kind=DevelopmentKind.BOTTLENECK,
        addresses="Low-educated people find less work.",
        level=Level.BOTH,
        actors="Government",
        start_year=2018,
        levers={"training": 0.5},
        budget_bn=-0.6,
    )


def put(table, draft, side="workers", number=1, **more):
    return table_proposal(
        who=table.as_member(side, number), workshop=table.workshop, seat=table.seat(side, number), draft=draft, **more
    )


# --- tabling ---------------------------------------------------------------------------------------


def test_a_proposal_says_who_tabled_it_for_which_seat_and_is_recorded(table, draft):
    proposal = put(table, draft, "employers", 2)

    seat = table.seat("employers", 2)
    assert (proposal.number, proposal.seat, proposal.constituency) == (1, seat, seat.constituency)
    assert (proposal.delegation, proposal.tabled_by) == (seat.delegation, table.member("employers", 2))
    assert (proposal.lang, proposal.reform_revision.created_by) == ("en", table.member("employers", 2))
    line = table.workshop.journal.get(act=Act.PROPOSAL_TABLED)
    assert (line.capacity, line.subject) == ("employers:2", "proposal 1")
    assert breaks(table.workshop.journal.order_by("sequence")) == []


def test_it_is_projected_in_every_scenario_by_every_sides_yardstick_for_the_agreed_year(table, draft):
    AgreementsFactory(workshop=table.workshop, report_year=2040)
    proposal = put(table, draft)

    rows = Projection.objects.filter(reform_revision=proposal.reform_revision)
    assert {row.scenario_revision_id for row in rows} == {one.revision_id for one in table.workshop.places.all()}
    assert {row.year for row in rows} == {2040}
    assert {frozenset(row.yardsticks) for row in rows} == {
        frozenset(str(side.yardstick_id) for side in table.constituencies.values())
    }
    assert {row.topic for row in rows} == {f"{table.workshop.topic} {proposal.topic}"}


def test_what_the_model_cannot_compute_is_not_projected(table, draft):
    proposal = put(table, replace(draft, levers={}))

    assert not proposal.reform_revision.is_computable
    assert not Projection.objects.exists()


def test_numbers_follow_one_another_whoever_tables(table, draft):
    assert [put(table, draft, side).number for side in ("workers", "employers", "crown")] == [1, 2, 3]


def test_a_form_sent_twice_tables_one_proposal(table, draft):
    key = uuid4()
    first, again = put(table, draft, form_key=key), put(table, draft, form_key=key)

    assert again == first
    assert Proposal.objects.count() == 1
    assert table.workshop.journal.filter(act=Act.PROPOSAL_TABLED).count() == 1


def test_a_form_sent_again_after_voting_started_still_answers_with_what_was_tabled(table, draft):
    key = uuid4()
    first = put(table, draft, form_key=key)
    table.workshop.phase = Phase.VOTING
    table.workshop.save()

    assert put(table, draft, form_key=key) == first


def test_somebody_elses_seat_cannot_be_used(table, draft):
    with pytest.raises(NotAllowedError, match="seat of your own") as refused:
        table_proposal(who=table.as_member("workers"), workshop=table.workshop, seat=table.seat("crown"), draft=draft)
    assert refused.value.field == "seat"
    assert not Proposal.objects.exists()


def test_the_facilitator_has_no_seat_and_tables_nothing(table, draft):
    with pytest.raises(NotAllowedError):
        table_proposal(who=table.as_facilitator, workshop=table.workshop, seat=table.seat("crown"), draft=draft)


@pytest.mark.parametrize("phase", [Phase.VOTING, Phase.CONCLUDING])
def test_nothing_is_tabled_once_voting_started_even_when_the_page_was_opened_before(table, draft, phase):
    who = table.as_member("workers")
    type(table.workshop).objects.update(phase=phase)  # the object in hand is stale, as in a page that stayed open

    with pytest.raises(WrongPhaseError, match="Voting has started"):
        table_proposal(who=who, workshop=table.workshop, seat=table.seat("workers"), draft=draft)


def test_a_lever_out_of_bounds_leaves_nothing_behind(table, draft):
    with pytest.raises(LeverOutOfBoundsError):
        put(table, replace(draft, levers={"minimum_wage": 2.0}))
    assert not Proposal.objects.exists()
    assert not ReformRevision.objects.exists()
    assert not table.workshop.journal.exists()


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        *((name, {name: "x" * (most + 1)}) for name, most in LONGEST.items()),
        *((name, {name: "  \n "}) for name in ("title", "summary", "reasons", "addresses")),
        ("level", {"level": "galactic"}),
        ("addresses_kind", {"addresses_kind": ""}),
        ("scope", {"scope": "everything"}),
        ("track", {"scope": Scope.SEPARATE_TRACK}),
        ("track", {"scope": Scope.SEPARATE_TRACK, "track": Track.THIS_ADVICE}),
    ],
)
def test_limits_hold_whichever_door_a_draft_comes_in_by(table, draft, field, changes):
    with pytest.raises(WorkshopError) as refused:
        put(table, replace(draft, **changes))
    assert refused.value.field == field


def test_a_track_is_kept_only_for_a_proposal_that_touches_it(table, draft):
    touching = put(table, replace(draft, scope=Scope.SEPARATE_TRACK, track=Track.SKILLS))
    within = put(table, replace(draft, track=Track.SKILLS))

    assert (touching.track, within.track) == (Track.SKILLS, "")


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_proposals_at_once_get_two_numbers(table, draft):
    start, broken = threading.Barrier(len(table.seats)), []

    def tabling(seat):
        start.wait()
        try:
            table_proposal(who=table.standing(table.members[seat]), workshop=table.workshop, seat=seat, draft=draft)
        except Exception as error:  # noqa: BLE001 -- a doubled number would land here
            broken.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=tabling, args=[seat]) for seat in table.seats]
    for one in threads:
        one.start()
    for one in threads:
        one.join(timeout=30)

    assert broken == []
    assert sorted(Proposal.objects.values_list("number", flat=True)) == list(range(1, len(table.seats) + 1))
    assert breaks(table.workshop.journal.order_by("sequence")) == []


# --- which reform it is ----------------------------------------------------------------------------


def unchanged(known, draft):
    return replace(
        draft,
        title=known.title,
        summary=known.summary,
        actors=known.actors,
        level=known.level,
        start_year=known.start_year,
        phase_years=known.phase_years,
        levers=known.levers,
        left_out=known.left_out,
        budget_bn=known.exante_budget_bn,
        budget_source=known.budget_source,
        based_on=known,
    )


@pytest.fixture
def known():
    return ReformRevisionFactory(
        lang="en",
        levers={"training": 1.0, "job_to_job": 0.0},
        budget_from_model=False,
        exante_budget_bn=-1.2,
        budget_source="A report.",
        budget_status="found",
    )


def test_a_reform_taken_over_unchanged_is_the_same_edition_so_its_figures_are_there_at_once(table, draft, known):
    assert put(table, unchanged(known, draft)).reform_revision == known
    assert put(table, unchanged(known, draft), "crown").reform_revision == known
    assert Projection.objects.count() == 2  # one for each scenario, for both proposals


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Another title"},
        {"levers": {"training": 0.9}},
        {"left_out": "Something else."},
        {"budget_bn": -2.0},
        {"budget_source": "Another report."},
        {"start_year": 2020},
        {"phase_years": 5},
        {"level": Level.DECENTRAL},
        {"actors": "Firms"},
    ],
)
def test_any_change_makes_it_a_reform_of_ones_own(table, draft, known, change):
    proposal = put(table, replace(unchanged(known, draft), **change))

    assert proposal.reform_revision != known
    for name, value in change.items():
        column = {"budget_bn": "exante_budget_bn"}.get(name, name)
        assert getattr(proposal.reform_revision, column) == value


def test_an_amount_that_was_found_stays_found_and_ones_own_is_an_assumption(table, draft, known):
    kept = put(table, replace(unchanged(known, draft), title="Another title")).reform_revision
    own = put(table, replace(unchanged(known, draft), budget_bn=-2.0, budget_source="")).reform_revision

    assert (kept.budget_status, kept.budget_source) == ("found", "A report.")
    assert (own.budget_status, own.budget_source) == ("assumption", "Estimate by who tabled it.")


# --- withdrawing, parking, computing again -----------------------------------------------------------


def test_a_withdrawn_proposal_stays_and_is_recorded_once(table, draft):
    proposal = put(table, draft)
    for _time in range(2):
        withdraw_proposal(who=table.as_member("workers"), proposal=proposal)

    proposal.refresh_from_db()
    assert proposal.state == ProposalState.WITHDRAWN
    assert table.workshop.journal.filter(act=Act.PROPOSAL_WITHDRAWN).count() == 1


def test_nobody_withdraws_what_another_seat_tabled(table, draft):
    proposal = put(table, draft)

    for who in (table.as_member("crown"), table.as_member("workers", 2), table.as_facilitator, table.as_secretary):
        with pytest.raises(NotAllowedError, match="Only the seat that tabled"):
            withdraw_proposal(who=who, proposal=proposal)


def test_a_parked_proposal_says_why_and_comes_back(table):
    proposal = tabled(table)
    park_proposal(who=table.as_facilitator, proposal=proposal, because="  First the others. ")
    assert (proposal.state, proposal.parked_because) == (ProposalState.PARKED, "First the others.")

    return_proposal(who=table.as_facilitator, proposal=proposal)
    assert (proposal.state, proposal.parked_because) == (ProposalState.TABLED, "")


def test_a_failed_projection_is_tried_again_by_who_tabled_it_the_facilitator_or_the_secretariat(table, draft):
    proposal = put(table, draft)
    for who in (table.as_member("workers"), table.as_facilitator, table.as_secretary):
        Projection.objects.update(state=ProjectionState.FAILED, error="The worker fell over.")
        project_again(who=who, proposal=proposal)
        assert set(Projection.objects.values_list("state", "error")) == {(ProjectionState.WAITING, "")}


def test_another_seat_cannot_have_it_computed_again(table, draft):
    proposal = put(table, draft)
    Projection.objects.update(state=ProjectionState.FAILED)

    with pytest.raises(NotAllowedError):
        project_again(who=table.as_member("crown"), proposal=proposal)


def test_a_scenario_that_came_later_is_computed_when_asked(table, draft):
    proposal = put(table, draft)
    WorkshopScenarioFactory(workshop=table.workshop)

    project_again(who=table.as_facilitator, proposal=proposal)

    assert Projection.objects.filter(reform_revision=proposal.reform_revision).count() == 3
