# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from django.db import IntegrityError, transaction

from tests.factories import DevelopmentFactory, ScenarioRevisionFactory, WorkshopScenarioFactory, council
from workshops.enums import Act, Finding, Phase
from workshops.errors import NotAllowedError, WorkshopError
from workshops.models import Estimate, Estimation, JournalEntry
from workshops.selectors.estimates import (
    estimation_of,
    findings_for,
    found_by,
    open_round_of,
    own_estimates,
    turnout_of,
)
from workshops.selectors.table import sides_of
from workshops.services.estimates import (
    Estimated,
    close_estimates,
    end_estimation,
    estimate,
    open_next_round,
    start_estimation,
)

pytestmark = pytest.mark.django_db
LIKELY = Estimated(4, 2, "Dat zien we al.")


@pytest.fixture
def table():
    return council(seats=2)


@pytest.fixture
def place(table):
    return WorkshopScenarioFactory(workshop=table.workshop)


@pytest.fixture
def development(place):
    return DevelopmentFactory(revision=place.revision)


@pytest.fixture
def estimation(table, development):
    return start_estimation(who=table.as_facilitator, workshop=table.workshop, agreement=75, fewest=5)


def say(table, estimation, development, said=LIKELY, *, sides=("employers", "workers", "crown"), seats=(1, 2)):
    one = estimation.rounds.get(closed_at=None)
    for side in sides:
        for number in seats:
            estimate(who=table.as_member(side, number), one=one, about={development.pk: said})


def found_of(table):
    return found_by(estimation_of(table.workshop))[0].developments[0]


def test_what_a_round_found_shows_when_it_is_closed_and_not_before(table, estimation, development, place):
    say(table, estimation, development)

    assert found_of(table).last is None
    assert findings_for(place) == {}

    close_estimates(who=table.as_facilitator, estimation=estimation)

    found = found_of(table).last
    assert (found.likelihood.finding, found.impact.finding) == (Finding.HIGH, Finding.LOW)
    assert found.likelihood.told.middle == 4.0
    assert [one.reason for one in found.reasons] == [LIKELY.reason] * 6
    assert findings_for(place)[development.text].likelihood.finding == Finding.HIGH


def test_a_second_word_takes_the_place_of_the_first_and_can_be_taken_back(table, estimation, development):
    say(table, estimation, development, sides=("workers",), seats=(1,))
    say(table, estimation, development, Estimated(None, 5), sides=("workers",), seats=(1,))

    kept = Estimate.objects.get()
    assert (kept.likelihood, kept.impact, kept.reason) == (None, 5, "")

    say(table, estimation, development, None, sides=("workers",), seats=(1,))
    assert not Estimate.objects.exists()


def test_the_next_round_shows_what_one_said_and_keeps_the_round_before(table, estimation, development):
    say(table, estimation, development)
    close_estimates(who=table.as_facilitator, estimation=estimation)
    open_next_round(who=table.as_secretary, estimation=estimation)

    one = open_round_of(estimation_of(table.workshop))
    assert own_estimates(one, table.member("workers"))[development.pk].likelihood == 4

    say(table, estimation, development, Estimated(2, 4))
    close_estimates(who=table.as_facilitator, estimation=estimation)
    assert [one.likelihood.finding for one in found_of(table).rounds] == [Finding.HIGH, Finding.LOW]


def test_turnout_counts_people_once_per_side(table, estimation, development, place):
    other = DevelopmentFactory(revision=place.revision, text="Iets anders.")
    say(table, estimation, development, sides=("workers",))
    say(table, estimation, other, sides=("workers",))

    one = open_round_of(estimation_of(table.workshop))
    found = {row.side.key: row.people for row in turnout_of(one, sides_of(table.workshop))}
    assert found == {"employers": 0, "workers": 2, "crown": 0}


def test_ending_cuts_the_tie_with_people_and_keeps_what_was_found(table, estimation, development):
    say(table, estimation, development)
    close_estimates(who=table.as_facilitator, estimation=estimation)
    end_estimation(who=table.as_facilitator, estimation=estimation)

    assert not Estimate.objects.exclude(person=None).exists()
    assert found_of(table).last.likelihood.finding == Finding.HIGH
    with pytest.raises(WorkshopError):
        open_next_round(who=table.as_facilitator, estimation=estimation)


def test_the_journal_tells_who_led_and_never_who_answered(table, estimation, development):
    say(table, estimation, development, sides=("workers",), seats=(1,))
    close_estimates(who=table.as_facilitator, estimation=estimation)

    opened, given, closed = JournalEntry.objects.order_by("sequence")
    assert (opened.act, opened.data) == (Act.ESTIMATES_OPENED, {"agreement": 75, "fewest": 5})
    assert (given.act, given.actor, given.capacity, given.data) == (Act.ESTIMATES_GIVEN, None, "", {})
    assert (closed.act, closed.data) == (Act.ESTIMATES_CLOSED, {"people": 1})


def test_of_a_new_edition_the_same_words_keep_what_was_found(table, estimation, development, place):
    say(table, estimation, development)
    close_estimates(who=table.as_facilitator, estimation=estimation)
    place.revision = ScenarioRevisionFactory(scenario=place.scenario, number=place.revision.number + 1)
    place.save()
    DevelopmentFactory(revision=place.revision, text=development.text)

    assert found_by(estimation_of(table.workshop))[0].edition == development.revision.number
    assert set(findings_for(place)) == {development.text}


def test_a_row_of_rounds_has_three_at_most(table, estimation, development):
    for _each in range(2):
        close_estimates(who=table.as_facilitator, estimation=estimation)
        open_next_round(who=table.as_facilitator, estimation=estimation)
    close_estimates(who=table.as_facilitator, estimation=estimation)

    with pytest.raises(WorkshopError, match="Drie rondes"):
        open_next_round(who=table.as_facilitator, estimation=estimation)


def test_two_rows_of_rounds_never_run_at_once(table, estimation):
    with pytest.raises(WorkshopError):
        start_estimation(who=table.as_facilitator, workshop=table.workshop, agreement=75, fewest=5)
    again = Estimation(workshop=table.workshop, agreement=75, fewest=5, started_at=estimation.started_at)
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()


@pytest.mark.parametrize(("rule", "field"), [({"agreement": 50}, "agreement"), ({"fewest": 4}, "fewest")])
def test_a_rule_that_finds_without_agreement_or_tells_on_people_is_refused(table, development, rule, field):
    with pytest.raises(WorkshopError) as refusal:
        start_estimation(who=table.as_facilitator, workshop=table.workshop, **({"agreement": 75, "fewest": 5} | rule))

    assert refusal.value.field == field


def test_without_developments_there_is_nothing_to_estimate(table, place):
    with pytest.raises(WorkshopError):
        start_estimation(who=table.as_facilitator, workshop=table.workshop, agreement=75, fewest=5)


@pytest.mark.parametrize("said", [Estimated(6, 1), Estimated(1, 0), Estimated(1, 1, "x" * 601)])
def test_what_does_not_lie_on_the_scale_is_refused(table, estimation, development, said):
    with pytest.raises(WorkshopError):
        say(table, estimation, development, said)


def test_what_the_round_is_not_about_is_refused(table, estimation):
    with pytest.raises(WorkshopError):
        say(table, estimation, DevelopmentFactory())


def test_a_closed_round_takes_no_more_answers(table, estimation, development):
    one = estimation.rounds.get()
    close_estimates(who=table.as_facilitator, estimation=estimation)

    with pytest.raises(NotAllowedError):
        estimate(who=table.as_member("workers"), one=one, about={development.pk: LIKELY})


def test_members_do_not_lead_and_leaders_do_not_answer(table, estimation, development):
    with pytest.raises(NotAllowedError):
        close_estimates(who=table.as_member("workers"), estimation=estimation)
    with pytest.raises(NotAllowedError):
        estimate(who=table.as_facilitator, one=estimation.rounds.get(), about={development.pk: LIKELY})
    table.workshop.phase = Phase.CONCLUDING
    with pytest.raises(NotAllowedError):
        close_estimates(who=table.as_facilitator, estimation=estimation)
