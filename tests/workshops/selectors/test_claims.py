# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is claimed goes by a name; a remark about what it said before is not counted for what it says now."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    AnnotationFactory,
    DevelopmentFactory,
    PracticeExampleFactory,
    ScenarioRevisionFactory,
    WorkshopFactory,
    WorkshopScenarioFactory,
)
from workshops.enums import AnnotationStance, ClaimKind
from workshops.rules import NOBODY
from workshops.selectors.claims import claims_of, evidence_for, ledger_of

pytestmark = pytest.mark.django_db

TEXT = "Wie het middenwerk verliest, zoekt onderaan."


@pytest.fixture
def place():
    return WorkshopScenarioFactory(workshop=WorkshopFactory(is_public=True))


@pytest.fixture
def development(place):
    return DevelopmentFactory(revision=place.revision, kind="bottleneck", text=TEXT, groups=["low_educated"])


@pytest.fixture
def example(place):
    return PracticeExampleFactory(topic=place.workshop.topic)


def named(place, kind):
    return next(one for one in claims_of(place.workshop).values() if one.kind == kind)


def remark(place, example, claim, stance=AnnotationStance.SUPPORTS):
    return AnnotationFactory(
        workshop=place.workshop, example=example, claim=claim.key, claim_said=claim.said("nl"), stance=stance
    )


def next_edition(place, text=TEXT, **changes):
    place.revision = ScenarioRevisionFactory(
        scenario=place.scenario, number=2, drivers={**place.revision.drivers, **changes}
    )
    place.save()
    DevelopmentFactory(revision=place.revision, kind="bottleneck", text=text, groups=["low_educated"])


@pytest.mark.usefixtures("development")
def test_a_development_a_driver_and_a_group_under_pressure_are_claims(place):
    kinds = {one.kind for one in claims_of(place.workshop).values()}

    assert {ClaimKind.BOTTLENECK, ClaimKind.DRIVER, ClaimKind.GROUP} <= kinds
    assert named(place, ClaimKind.BOTTLENECK).said("nl") == TEXT


@pytest.mark.usefixtures("development")
def test_for_against_and_nuances_are_counted_and_shown_each_by_itself(place, example):
    claim = named(place, ClaimKind.BOTTLENECK)
    for stance in (*AnnotationStance, AnnotationStance.CONTRADICTS):
        remark(place, example, claim, stance)

    weight = ledger_of(NOBODY, place.workshop).weights[claim.key]
    found = evidence_for(NOBODY, place.workshop, claim)
    assert (weight.supports, weight.contradicts, weight.nuances, weight.total) == (1, 2, 1, 4)
    assert [len(found.supports), len(found.contradicts), len(found.nuances)] == [1, 2, 1]


@pytest.mark.usefixtures("development")
def test_the_same_words_in_the_next_edition_are_the_same_claim(place, example):
    claim = named(place, ClaimKind.BOTTLENECK)
    remark(place, example, claim)
    next_edition(place)

    assert ledger_of(NOBODY, place.workshop).weights[claim.key].supports == 1


@pytest.mark.usefixtures("development")
def test_other_words_are_another_claim_and_the_remark_stays_with_the_old_one(place, example):
    made = remark(place, example, named(place, ClaimKind.BOTTLENECK))
    next_edition(place, text=f"{TEXT} Soms.")

    ledger = ledger_of(NOBODY, place.workshop)
    assert sum(weight.total for weight in ledger.weights.values()) == 0
    assert [one.pk for found in ledger.lost.values() for one in found] == [made.pk]


def test_a_driver_that_was_set_otherwise_since_is_not_what_the_remark_is_about(place, example):
    claim = named(place, ClaimKind.DRIVER)
    remark(place, example, claim)
    name = claim.key.rpartition(":")[2]
    next_edition(place, **{name: place.revision.drivers[name] * 2 + 1})

    weight = ledger_of(NOBODY, place.workshop).weights[claim.key]
    assert (weight.total, weight.earlier) == (0, 1)
    now = named(place, ClaimKind.DRIVER)
    assert len(evidence_for(NOBODY, place.workshop, now).earlier) == 1


@pytest.mark.usefixtures("development")
def test_a_remark_on_an_example_that_one_may_not_read_counts_for_nothing(place, example):
    remark(place, example, named(place, ClaimKind.BOTTLENECK))
    example.state = "submitted"
    example.save()

    assert sum(weight.total for weight in ledger_of(NOBODY, place.workshop).weights.values()) == 0


def test_the_ledger_asks_five_statements_at_any_size(place, example):
    counted = []
    for _time in range(2):
        for number in range(5):
            DevelopmentFactory(revision=place.revision, kind="opportunity", text=f"Kans {_time} {number}.")
        remark(place, example, named(place, ClaimKind.OPPORTUNITY))
        with CaptureQueriesContext(connection) as asked:
            ledger_of(NOBODY, place.workshop)
        counted.append(len(asked))
    assert counted == [5, 5]
