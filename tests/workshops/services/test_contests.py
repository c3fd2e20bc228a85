# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Contesting an assumption: who may, within which limits, what it replaces, and what the model is asked."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from scenarios.enums import ProjectionState
from scenarios.models import ContestedProjection
from tests.factories import (
    AgreementsFactory,
    ContestFactory,
    ParticipationFactory,
    ProposalFactory,
    ReformRevisionFactory,
    UserFactory,
    WorkshopFactory,
    WorkshopScenarioFactory,
    council,
)
from workshops.enums import Act, Phase, ProposalState, Role
from workshops.errors import NotAllowedError, WorkshopError, WrongPhaseError
from workshops.jobs.contests import ask_all_contests, ask_contests
from workshops.models import Contest, JournalEntry
from workshops.services import contests
from workshops.services.agreements import lock_agreements
from workshops.services.contests import (
    Stated,
    compute_contests_again,
    contest_assumption,
    table_preset,
    withdraw_contest,
)
from workshops.services.drafts import Draft
from workshops.services.proposals import table_proposal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
STATED = Stated("prior:eps_mw", 0.9, 1.1, 1.3, "CPB said so in 2016.", "CPB 2016")


@pytest.fixture
def table():
    """A council with two scenarios and two proposals: one that the model computes, with a stated cost, and one judged."""
    table = council(WorkshopFactory(phase=Phase.COMPARING))
    for _ in range(2):
        WorkshopScenarioFactory(workshop=table.workshop)
    AgreementsFactory(workshop=table.workshop, locked=True)
    reform = ReformRevisionFactory(levers={"training": 1.0}, budget_from_model=False, exante_budget_bn=-1.2)
    ProposalFactory(workshop=table.workshop, reform_revision=reform, constituency=table.constituencies["workers"])
    judged = ReformRevisionFactory(judged=True)
    ProposalFactory(workshop=table.workshop, reform_revision=judged, constituency=table.constituencies["crown"])
    return table


@pytest.fixture
def contest(table):
    """Contest as the first employers' member, unless told otherwise."""

    def state(stated=STATED, who=None, **options):
        who = who or table.as_member("employers")
        return contest_assumption(who=who, workshop=table.workshop, stated=stated, **options)

    return state


def journal(table):
    return list(JournalEntry.objects.filter(workshop=table.workshop))


def test_a_member_holds_a_prior_at_a_range_for_its_seat(table, contest):
    made = contest()

    assert made.values == {"eps_mw": [0.9, 1.1, 1.3]}
    assert (made.kind, made.about, made.key, made.number) == ("prior", "prior:eps_mw", "eps_mw", 1)
    assert (made.seat, made.capacity) == (table.seat("employers"), "employers:1")
    assert (made.reason, made.source, made.lang) == ("CPB said so in 2016.", "CPB 2016", "en")
    assert made.is_standing


def test_it_leaves_a_line_in_the_journal_without_a_name(table, contest):
    contest()

    (line,) = journal(table)
    assert (line.act, line.subject, line.capacity) == (Act.ASSUMPTION_CONTESTED, "contest 1", "employers:1")
    assert line.data == {"about": "prior:eps_mw", "values": {"eps_mw": [0.9, 1.1, 1.3]}}


def test_the_model_is_asked_what_every_computable_proposal_does_with_it_once(table, contest):
    contest()
    row = ContestedProjection.objects.get()

    assert row.reform_revision == table.workshop.proposals.get(number=1).reform_revision
    assert row.held == {"priors": {"eps_mw": [0.9, 1.1, 1.3]}}
    assert len(row.scenario_revisions) == 2
    assert row.topic == table.workshop.topic
    assert ask_contests(table.workshop) == 0


def test_two_who_hold_the_same_ask_the_model_once(table, contest):
    contest()
    contest(who=table.as_member("workers"))

    assert Contest.objects.standing().count() == 2
    assert ContestedProjection.objects.count() == 1


def test_a_driver_of_one_scenario_and_the_cost_of_one_proposal_are_contested_too(table, contest):
    place = table.workshop.places.select_related("scenario").first()
    driver = contest(
        Stated(f"driver:{place.scenario.key}:displacement_pace", 2.0, 2.0, 2.0, "Robots are faster.", "A guess")
    )
    cost = contest(Stated("budget:1", -2.4, -2.4, -2.4, "It costs twice as much.", "A guess"))

    assert (driver.scenario_revision, driver.scenario_key) == (place.revision, place.scenario.key)
    assert cost.proposal.number == 1
    held = [row.held for row in ContestedProjection.objects.order_by("requested_at")]
    assert {"drivers": {str(place.revision_id): {"displacement_pace": 2.0}}} in held
    assert {"budget_bn": -2.4} in held


def test_what_the_same_seat_says_next_replaces_what_it_said_and_the_old_stays(table, contest):
    first = contest()
    second = contest(replace(STATED, high=1.4))

    first.refresh_from_db()
    assert not first.is_standing
    assert (second.replaces, first.replaced_by) == (first, second)
    assert journal(table)[-1].data["replaces"] == 1
    assert Contest.objects.count() == 2


def test_saying_the_same_again_replaces_nothing(table, contest):
    first = contest()

    assert contest() == first
    assert len(journal(table)) == 1
    assert contest(replace(STATED, reason="CPB wrote so in 2016.")).replaces == first


def test_a_substitute_speaks_for_the_same_seat(table, contest):
    first = contest()
    deputy = UserFactory()
    table.seat("employers").mandates.create(person=deputy, holding="substitute", starts_on="2015-01-01")

    second = contest(replace(STATED, high=1.4), who=table.standing(deputy))

    assert second.replaces == first


def test_two_seats_hold_different_values_beside_one_another(table, contest):
    contest()
    contest(replace(STATED, low=0.0, value=0.0, high=0.0), who=table.as_member("employers", 2))

    assert Contest.objects.standing().count() == 2


def test_two_observers_do_not_replace_each_other(table, contest):
    for _ in range(2):
        observer = ParticipationFactory(workshop=table.workshop, role=Role.OBSERVER).person
        contest(who=table.standing(observer))

    assert Contest.objects.standing().count() == 2


def test_the_database_itself_holds_one_standing_contest_per_seat(table, contest):
    contest()
    with pytest.raises(IntegrityError), transaction.atomic():
        ContestFactory(workshop=table.workshop, seat=table.seat("employers"))


def test_a_form_that_is_sent_twice_states_it_once(table, contest):
    key = uuid4()
    assert contest(form_key=key) == contest(form_key=key)
    assert len(journal(table)) == 1


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"reason": "  "}, "reason", "Give the reason"),
        ({"reason": "x" * 2001}, "reason", "at most 2000"),
        ({"source": "x" * 401}, "source", "at most 400"),
        ({"about": "prior:magic"}, "about", "no such assumption"),
        ({"about": "budget:2"}, "about", "no such assumption"),
        ({"about": "budget:99"}, "about", "no such assumption"),
        ({"about": "preset:knowledge_2015"}, "about", "no such assumption"),
        ({"about": "driver:nowhere:displacement_pace"}, "about", "no such assumption"),
        ({"high": 3.5}, "high", "from −1.00 to 3.00"),
        ({"low": -1.5}, "low", "from −1.00 to 3.00"),
        ({"value": float("nan")}, "value", "only from"),
        ({"high": float("inf")}, "high", "only from"),
        ({"value": 1.4}, "value", "between the lowest and the highest"),
        ({"low": -0.05, "value": 0.45, "high": 1.3}, "value", "assumes already"),
        ({"about": "budget:1", "low": -2.0, "value": -1.0, "high": 0.0}, "low", "no range"),
        ({"about": "budget:1", "low": -200.0, "value": -200.0, "high": -200.0}, "value", "from −100.0 to 100.0"),
    ],
)
def test_what_makes_no_sense_is_refused_with_the_field_and_what_to_do(contest, change, field, words):
    with pytest.raises(WorkshopError, match=words) as refusal:
        contest(replace(STATED, **change))
    assert refusal.value.field == field
    assert not Contest.objects.exists()


def test_the_most_that_stand_at_once_is_bounded(table, contest, monkeypatch):
    monkeypatch.setattr(contests, "MOST_STANDING", 1)
    contest()
    with pytest.raises(WorkshopError, match="Take one back first"):
        contest(who=table.as_member("workers"))


def test_a_stranger_and_somebody_elses_seat_are_refused(table, contest):
    with pytest.raises(NotAllowedError, match="seat or a role"):
        contest(who=table.standing(UserFactory()))
    with pytest.raises(NotAllowedError, match="do not hold this seat"):
        contest(seat=table.seat("workers"))
    with pytest.raises(NotAllowedError, match="do not have this role"):
        contest(role=Role.FACILITATOR)


def test_when_the_workshop_concludes_nothing_is_contested_any_more(table, contest):
    table.workshop.phase = Phase.CONCLUDING
    table.workshop.save()
    with pytest.raises(WrongPhaseError, match="concluding"):
        contest()


def test_who_has_more_than_one_capacity_says_which(table, contest):
    person = table.member("employers")
    ParticipationFactory(workshop=table.workshop, person=person, role=Role.SECRETARY)

    with pytest.raises(WorkshopError, match="which seat or role") as refusal:
        contest(who=table.standing(person))
    assert refusal.value.field == "seat"
    assert contest(who=table.standing(person), role=Role.SECRETARY).capacity == "secretary"
    assert contest(who=table.standing(person), seat=table.seat("employers")).capacity == "employers:1"


def test_the_facilitator_lays_a_state_of_knowledge_on_the_table_in_one_step(table):
    made = table_preset(who=table.as_facilitator, workshop=table.workshop, key="knowledge_2015")

    assert (made.kind, made.about, made.capacity) == ("preset", "preset:knowledge_2015", "facilitator")
    assert made.values == {"eps_mw": [0.9, 1.1, 1.3]}
    for language in ("nl", "en"):
        assert "CPB" in made.said("reason", language)
        assert "2016" in made.said("source", language)
    assert made.said("reason", "nl") != made.said("reason", "en")
    assert ContestedProjection.objects.get().held == {"priors": made.values}


def test_a_state_of_knowledge_lies_on_the_table_once_and_only_the_facilitator_lays_it(table):
    table_preset(who=table.as_facilitator, workshop=table.workshop, key="knowledge_2020")
    with pytest.raises(WorkshopError, match="on the table already"):
        table_preset(who=table.as_facilitator, workshop=table.workshop, key="knowledge_2020")
    with pytest.raises(WorkshopError, match="no such state"):
        table_preset(who=table.as_facilitator, workshop=table.workshop, key="knowledge_1492")
    with pytest.raises(NotAllowedError, match="facilitator"):
        table_preset(who=table.as_secretary, workshop=table.workshop, key="knowledge_2015")


def test_a_contest_is_withdrawn_once_and_stays_readable(table, contest):
    made = contest()

    withdraw_contest(who=table.as_member("employers"), contest=made)
    withdraw_contest(who=table.as_member("employers"), contest=made)

    made.refresh_from_db()
    assert not made.is_standing
    assert made.reason == "CPB said so in 2016."
    assert [line.act for line in journal(table)] == [Act.ASSUMPTION_CONTESTED, Act.CONTEST_WITHDRAWN]


def test_nobody_withdraws_anothers_contest(table, contest):
    made = contest()
    for who in (table.as_member("employers", 2), table.as_facilitator, table.as_secretary):
        with pytest.raises(NotAllowedError, match="Only who contested"):
            withdraw_contest(who=who, contest=made)


def test_what_was_withdrawn_can_be_said_again(table, contest):
    withdraw_contest(who=table.as_member("employers"), contest=contest())

    assert contest().replaces is None


def test_a_new_proposal_is_asked_about_under_every_contest(table, contest):
    contest()
    ProposalFactory(workshop=table.workshop, constituency=table.constituencies["crown"])

    assert ask_contests(table.workshop) == 1
    assert ContestedProjection.objects.count() == 2


def test_tabling_a_proposal_asks_about_it_at_once(table, contest):
    contest()
    draft = Draft(
        title="Meer scholing",
        summary="Iedereen leert.",
        reasons="Omdat het werk verandert.",
        addresses_kind="bottleneck",
        addresses="Te weinig vakmensen.",
        level="central",
        actors="Kabinet",
        start_year=2018,
        levers={"training": 0.5},
    )

    tabled = table_proposal(
        who=table.as_member("workers"), workshop=table.workshop, seat=table.seat("workers"), draft=draft
    )

    assert ContestedProjection.objects.filter(reform_revision=tabled.reform_revision).exists()


def test_another_version_of_the_model_is_asked_anew_by_the_clock(table, contest, monkeypatch):
    contest()
    assert ask_all_contests() == 0
    monkeypatch.setattr("scenarios.services.projections.MODEL_VERSION", "2.0.0")

    assert ask_all_contests() == 1
    table.workshop.phase = Phase.CONCLUDING
    table.workshop.save()
    monkeypatch.setattr("scenarios.services.projections.MODEL_VERSION", "3.0.0")
    assert ask_all_contests() == 0


def test_another_year_that_is_locked_is_asked_anew(table, contest):
    contest()
    AgreementsFactory(workshop=table.workshop, version=2, report_year=2040)

    lock_agreements(who=table.as_facilitator, workshop=table.workshop)

    assert set(ContestedProjection.objects.values_list("year", flat=True)) == {2030, 2040}


def test_a_withdrawn_proposal_is_not_asked_about(table, contest):
    table.workshop.proposals.update(state=ProposalState.WITHDRAWN)
    contest()

    assert not ContestedProjection.objects.exists()


def test_what_failed_is_asked_again_by_who_takes_part(table, contest):
    contest()
    ContestedProjection.objects.update(state=ProjectionState.FAILED)

    with pytest.raises(NotAllowedError):
        compute_contests_again(who=table.standing(UserFactory()), workshop=table.workshop)
    assert compute_contests_again(who=table.as_secretary, workshop=table.workshop) == 1
    assert ContestedProjection.objects.get().state == "waiting"
