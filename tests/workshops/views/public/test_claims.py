# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""From a claim to what practice says of it, and which claims nothing is said of."""

import pytest
from django.urls import reverse

from tests.factories import (
    AnnotationFactory,
    DevelopmentFactory,
    ParticipationFactory,
    PracticeExampleFactory,
    ProposalFactory,
    WorkshopFactory,
    WorkshopScenarioFactory,
)
from workshops.enums import Role
from workshops.models import Annotation
from workshops.selectors.claims import claims_of

pytestmark = pytest.mark.django_db

TEXT = "Wie het middenwerk verliest, zoekt onderaan."


@pytest.fixture
def workshop():
    place = WorkshopScenarioFactory(workshop=WorkshopFactory(is_public=True))
    DevelopmentFactory(revision=place.revision, kind="bottleneck", text=TEXT)
    ProposalFactory(workshop=place.workshop)
    return place.workshop


@pytest.fixture
def example(workshop):
    return PracticeExampleFactory(topic=workshop.topic)


@pytest.fixture
def claim(workshop):
    return next(one for one in claims_of(workshop).values() if one.said("nl") == TEXT)


def at(name, workshop, *args):
    return reverse(f"workshops:{name}", args=[workshop.slug, *args])


def remark(workshop, example, claim, **more):
    return AnnotationFactory(workshop=workshop, example=example, claim=claim.key, claim_said=claim.said("nl"), **more)


def test_a_remark_is_made_on_the_page_and_leads_to_its_claim_and_back(client, workshop, example, claim):
    client.force_login(ParticipationFactory(workshop=workshop, role=Role.OBSERVER).person)
    told = {
        "part": "cope",
        "quote": example.cope[:10],
        "stance": "contradicts",
        "note": "Hier niet.",
        "claim": claim.key,
    }
    client.post(at("example_annotate", workshop, example.pk), told)
    made = Annotation.objects.get()
    assert made.claim_said == TEXT

    assert at("claim", workshop, claim.key) in client.get(at("example", workshop, example.pk)).content.decode()
    assert (
        f"{at('example', workshop, example.pk)}#remark-{made.pk}"
        in client.get(at("claim", workshop, claim.key)).content.decode()
    )


def test_the_scenario_and_the_proposal_tell_what_practice_says(client, workshop, example, claim):
    remark(workshop, example, claim)
    proposed = next(one for one in claims_of(workshop).values() if one.number)
    remark(workshop, example, proposed, stance="contradicts")

    scenario = client.get(at("scenario", workshop, claim.scenario)).content.decode()
    proposal = client.get(at("proposal", workshop, proposed.number)).content.decode()

    assert at("claim", workshop, claim.key) in scenario
    assert at("claim", workshop, proposed.key) in proposal


@pytest.mark.parametrize(("asked", "shown"), [("none", False), ("some", True), ("", True), ("nonsense", True)])
def test_the_coverage_page_tells_claims_without_evidence_from_those_with(client, workshop, claim, asked, shown):
    remark(workshop, PracticeExampleFactory(topic=workshop.topic), claim)

    page = client.get(at("claims", workshop), {"evidence": asked})

    assert (TEXT in page.content.decode()) == shown
    assert page.context["bare"] == page.context["total"] - 1


def test_a_claim_that_is_not_made_is_not_there(client, workshop):
    assert client.get(at("claim", workshop, "bottleneck:trend:nothing")).status_code == 404


def test_a_claim_that_is_not_made_cannot_be_chosen(client, workshop, example):
    client.force_login(ParticipationFactory(workshop=workshop, role=Role.OBSERVER).person)
    told = {"part": "cope", "quote": example.cope[:10], "stance": "supports", "note": "Ja.", "claim": "driver:x:y"}

    assert client.post(at("example_annotate", workshop, example.pk), told).status_code == 400


@pytest.mark.parametrize("name", ["claims", "claim", "scenario", "example"])
def test_the_pages_ask_as_much_for_much_evidence_as_for_little(
    client, workshop, claim, name, django_assert_max_num_queries
):
    example = PracticeExampleFactory(topic=workshop.topic)
    args = {"claim": [claim.key], "scenario": [claim.scenario], "example": [example.pk]}.get(name, [])
    for _time in range(2):
        for _number in range(5):
            remark(workshop, PracticeExampleFactory(topic=workshop.topic), claim)
            ProposalFactory(workshop=workshop)
        with django_assert_max_num_queries(15):
            client.get(at(name, workshop, *args))
