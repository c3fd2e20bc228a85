# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The map of institutions: what each reader sees of it, over page, API and report."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import (
    InstitutionFactory,
    InstitutionVerdictFactory,
    StressRatingFactory,
    UserFactory,
    WorkshopFactory,
    WorkshopScenarioFactory,
    council,
)
from workshops.enums import Phase, Stress
from workshops.models import StressRating
from workshops.reports.consensus import consensus_report

pytestmark = pytest.mark.django_db
SECRET = "Dat zeggen wij alleen onder ons"
READERS = ("stranger", "staff", "facilitator", "secretary", "employers", "workers")


@pytest.fixture
def table():
    return council(WorkshopFactory(is_public=True, phase=Phase.DRAFTING))


@pytest.fixture
def place(table):
    return WorkshopScenarioFactory(workshop=table.workshop)


@pytest.fixture
def rating(table, place):
    return StressRatingFactory(
        constituency=table.constituencies["workers"],
        institution=InstitutionFactory(key="minimum_wage"),
        revision=place.revision,
        answer=Stress.FAILS,
        reason=SECRET,
    )


def person_of(table, reader):
    people = {
        "stranger": None,
        "facilitator": table.facilitator,
        "secretary": table.secretary,
        "employers": table.member("employers"),
        "workers": table.member("workers", 2),
    }
    return people[reader] if reader in people else UserFactory(is_staff=True, is_superuser=True)


def told_to(client, slug):
    """Return all that a reader gets to see: pages, API, journal and report."""
    addresses = [
        reverse("workshops:institutions", args=[slug]),
        reverse("workshops:institution", args=[slug, "minimum_wage"]),
        reverse("workshops:journal", args=[slug]),
        reverse("workshops:report", args=[slug]),
        reverse("workshops:scenarios", args=[slug]),
        f"/api/v1/stress-ratings?workshop={slug}",
        "/api/v1/institutions",
    ]
    answers = [client.get(address) for address in addresses]
    assert {answer.status_code for answer in answers} == {200}
    return "".join(answer.content.decode() for answer in answers)


@pytest.mark.parametrize("reader", READERS)
def test_while_the_workshop_drafts_only_the_own_side_reads_what_it_said(table, rating, opened_by, reader):
    told = told_to(opened_by(person_of(table, reader)), table.workshop.slug)
    assert (SECRET in told) == (reader == "workers")
    assert ("seats-disc-crossed" in told.split("<table", 1)[1].split("</table", 1)[0]) == (reader == "workers")


@pytest.mark.parametrize("reader", READERS)
def test_once_it_compares_everybody_reads_what_every_side_said(table, rating, opened_by, reader):
    type(table.workshop).objects.update(phase=Phase.COMPARING)
    assert SECRET in told_to(opened_by(person_of(table, reader)), table.workshop.slug)


@pytest.mark.parametrize("phase", [Phase.DRAFTING, Phase.COMPARING])
def test_the_report_tells_what_everybody_may_read(table, rating, phase):
    table.workshop.phase = phase
    table.workshop.save()
    told = str(consensus_report(table.workshop, language="nl", number=1).as_data())
    assert (SECRET in told) == (phase == Phase.COMPARING)


def test_a_rating_about_an_earlier_edition_says_so(table, rating, place, opened_by):
    revision = type(place.revision).objects.create(
        scenario=place.scenario, number=2, title="Anders", story="Anders.", drivers=place.revision.drivers
    )
    place.revision = revision
    place.save()

    page = opened_by(table.member("workers")).get(
        reverse("workshops:institution", args=[table.workshop.slug, "minimum_wage"])
    )
    assert "about edition 1" in page.content.decode()


def test_a_side_fills_in_the_form_and_what_is_wrong_is_said_beside_it(table, place, opened_by):
    InstitutionFactory(key="minimum_wage")
    address = reverse("workshops:institution_rate", args=[table.workshop.slug, "minimum_wage"])
    client, seat = opened_by(table.member("workers")), str(table.seat("workers").id)

    refused = client.post(address, {"seat": seat, f"{place.letter}-answer": "strong", f"{place.letter}-reason": ""})
    assert refused.status_code == 400
    assert "Give the reason" in refused.content.decode()
    assert not StressRating.objects.exists()

    kept = client.post(address, {"seat": seat, f"{place.letter}-answer": "strong", f"{place.letter}-reason": "Zo."})
    assert kept.status_code == 302
    assert StressRating.objects.get().reason == "Zo."


def test_the_secretariat_decides_by_a_form(table, place, opened_by):
    InstitutionFactory(key="minimum_wage")
    address = reverse("workshops:institution_decide", args=[table.workshop.slug, "minimum_wage"])
    typed = {f"{place.letter}-fate": "replace", f"{place.letter}-reason": "Het past niet meer."}

    assert opened_by(table.member("workers")).post(address, typed).status_code == 403
    assert opened_by(table.secretary).post(address, typed).status_code == 302

    page = opened_by().get(reverse("workshops:institution", args=[table.workshop.slug, "minimum_wage"]))
    assert "Het past niet meer." in page.content.decode()


def test_a_member_rates_through_the_api(table, place, opened_by):
    InstitutionFactory(key="minimum_wage")
    body = {
        "workshop": table.workshop.slug,
        "institution": "minimum_wage",
        "scenario": place.scenario.key,
        "answer": "some",
        "reason": "Het piept.",
    }
    client = opened_by(table.member("workers"))
    answer = client.post("/api/v1/stress-ratings", body, content_type="application/json")
    assert (answer.status_code, answer.json()["answer"]) == (201, "some")

    refused = opened_by(table.facilitator).post("/api/v1/stress-ratings", body, content_type="application/json")
    assert refused.status_code == 403


def statements(client, address):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_the_map_takes_as_many_statements_for_many_institutions_as_for_few(table, place, rating, opened_by):
    client = opened_by(table.member("workers"))
    addresses = [
        reverse("workshops:institutions", args=[table.workshop.slug]),
        reverse("workshops:institution", args=[table.workshop.slug, "minimum_wage"]),
    ]
    few = [statements(client, address) for address in addresses]
    for _time in range(8):
        institution = InstitutionFactory()
        WorkshopScenarioFactory(workshop=table.workshop) if table.workshop.places.count() < 4 else None
        for one in table.workshop.places.all():
            InstitutionVerdictFactory(workshop=table.workshop, institution=institution, revision=one.revision)
            for side in table.constituencies.values():
                StressRatingFactory(constituency=side, institution=institution, revision=one.revision)
    many = [statements(client, address) for address in addresses]
    assert max(many) <= 15
    assert many[1] == few[1]
    assert many[0] <= few[0] + 1  # the proposals of verdicts, once there are any
