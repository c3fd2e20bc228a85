# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from tests.factories import InstitutionFactory, ProposalFactory, WorkshopScenarioFactory, council
from workshops.enums import Act, Fate, Phase, Stress
from workshops.errors import NotAllowedError, WorkshopError
from workshops.models import InstitutionVerdict, JournalEntry, StressRating
from workshops.services.institutions import Decided, Rated, decide_institution, rate_institution

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    return council()


@pytest.fixture
def place(table):
    return WorkshopScenarioFactory(workshop=table.workshop)


@pytest.fixture
def institution():
    return InstitutionFactory(key="minimum_wage")


def rate(table, institution, place, answer=Stress.STRONG, reason="Het knelt.", *, side="workers", seat=None):
    return rate_institution(
        who=table.as_member(side),
        institution=institution,
        seat=seat or table.seat(side),
        rated=[Rated(place, answer, reason)],
    )


def decide(table, institution, place, fate=Fate.ADAPT, reason="Het moet anders.", *, who=None, proposals=()):
    decided = [Decided(place, fate, reason, tuple(one.pk for one in proposals))]
    return decide_institution(who=who or table.as_secretary, institution=institution, decided=decided)


def test_a_member_says_for_the_side_how_an_institution_fares(table, institution, place):
    assert rate(table, institution, place) == 1

    said = StressRating.objects.get()
    assert (said.constituency, said.revision, said.answer) == (
        table.constituencies["workers"],
        place.revision,
        Stress.STRONG,
    )


def test_the_journal_tells_that_a_side_rated_and_not_what_it_said(table, institution, place):
    rate(table, institution, place, Stress.FAILS, "Een geheim oordeel.")

    entry = JournalEntry.objects.get()
    assert (entry.act, entry.capacity) == (Act.INSTITUTION_RATED, "workers:1")
    assert entry.data == {"institution": "minimum_wage", "scenarios": [place.letter]}


def test_a_later_word_takes_the_place_of_an_earlier_and_the_same_word_changes_nothing(table, institution, place):
    rate(table, institution, place)
    assert rate(table, institution, place) == 0
    assert rate(table, institution, place, Stress.SOME, "Bij nader inzien.") == 1

    assert StressRating.objects.get().answer == Stress.SOME
    assert JournalEntry.objects.count() == 2


def test_a_rating_can_be_taken_back(table, institution, place):
    rate(table, institution, place)
    assert rate(table, institution, place, None, "") == 1
    assert not StressRating.objects.exists()


def test_a_rating_needs_a_reason(table, institution, place):
    with pytest.raises(WorkshopError):
        rate(table, institution, place, reason="  ")


def test_nobody_rates_for_another_side(table, institution, place):
    with pytest.raises(NotAllowedError):
        rate(table, institution, place, seat=table.seat("employers"))


def test_nobody_rates_any_more_once_it_concludes(table, institution, place):
    place.workshop.phase = Phase.CONCLUDING
    with pytest.raises(NotAllowedError):
        rate(table, institution, place)


def test_the_secretariat_writes_down_what_the_council_decides_with_its_proposals(table, institution, place):
    proposal = ProposalFactory(workshop=table.workshop)
    assert decide(table, institution, place, proposals=[proposal]) == 1
    assert decide(table, institution, place, proposals=[proposal]) == 0

    verdict = InstitutionVerdict.objects.get()
    assert (verdict.fate, list(verdict.proposals.all())) == (Fate.ADAPT, [proposal])
    assert JournalEntry.objects.get().act == Act.INSTITUTION_DECIDED


def test_a_proposal_of_another_workshop_is_refused(table, institution, place):
    with pytest.raises(WorkshopError):
        decide(table, institution, place, proposals=[ProposalFactory()])


@pytest.mark.parametrize("who", ["as_facilitator", "member"])
def test_nobody_else_decides_for_the_council(table, institution, place, who):
    standing = table.as_member("workers") if who == "member" else table.as_facilitator
    with pytest.raises(NotAllowedError):
        decide(table, institution, place, who=standing)
