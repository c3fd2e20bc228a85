# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every draw of a proposal as a file: asked for by who takes part, made by a worker, handed out to who may read."""

import io
import json
import tarfile

import pytest
from django.urls import reverse

from scenarios.models import OwnProjection
from scenarios.runner import parts
from tests.factories import ReformRevisionFactory, UserFactory, WorkshopScenarioFactory, council
from tests.factories.weighing import tabled

pytestmark = pytest.mark.django_db


@pytest.fixture
def table(settings):
    settings.PROJECTION_DRAWS = 50
    table = council()
    WorkshopScenarioFactory.create_batch(2, workshop=table.workshop)
    return table


@pytest.fixture
def proposal(table):
    return tabled(table, "workers", reform_revision=ReformRevisionFactory(levers={"training": 1.0}))


def address(proposal, name="draws"):
    return reverse(f"workshops:{name}", args=[proposal.workshop.slug, proposal.number])


def carried_out():
    for part in OwnProjection.objects.get().parts.all():
        parts.run_part(part.pk)


def test_a_file_is_asked_for_made_and_handed_out(client, table, proposal):
    client.force_login(table.member("workers"))
    assert "Maak het bestand" in client.get(address(proposal)).content.decode()

    assert client.post(address(proposal, "draws_ask")).url == address(proposal)
    assert "<progress" in client.get(address(proposal)).content.decode()
    assert client.get(address(proposal, "draws_file")).url == address(proposal)

    carried_out()
    client.force_login(table.member("crown"))
    assert address(proposal, "draws_file") in client.get(address(proposal)).content.decode()
    file = client.get(address(proposal, "draws_file"))
    assert file.headers["Content-Type"] == "application/gzip"
    with tarfile.open(fileobj=io.BytesIO(file.content)) as archive:
        source = json.load(archive.extractfile("provenance.json"))
    assert source["package"][0]["levers"] == {"training": 1.0}
    assert {one["name"] for one in source["scenarios"]} == {place.scenario.key for place in table.workshop.places.all()}
    assert source["draws"] == 50


def test_it_is_made_once_for_all_at_the_table(client, table, proposal):
    for side in ("workers", "employers"):
        client.force_login(table.member(side))
        client.post(address(proposal, "draws_ask"))
    assert OwnProjection.objects.count() == 1


def test_who_does_not_take_part_has_no_file_made(client, table, proposal):
    client.force_login(UserFactory())
    assert "Maak het bestand" not in client.get(address(proposal)).content.decode()
    client.post(address(proposal, "draws_ask"))
    assert not OwnProjection.objects.exists()


def test_a_failure_is_said_and_can_be_tried_again(client, table, proposal):
    client.force_login(table.member("workers"))
    client.post(address(proposal, "draws_ask"))
    OwnProjection.objects.update(state="failed", error="secret inside")
    page = client.get(address(proposal)).content.decode()
    assert "kon niet worden gemaakt" in page
    assert "secret" not in page
    client.post(address(proposal, "draws_ask"))
    assert OwnProjection.objects.filter(state="waiting").count() == 1


def test_what_the_model_cannot_compute_has_no_draws(client, table, proposal):
    proposal.reform_revision = ReformRevisionFactory(judged=True)
    proposal.save()
    assert client.get(address(proposal)).status_code == 404


def test_the_page_takes_few_statements_at_any_size(client, table, proposal, django_assert_max_num_queries):
    client.force_login(table.member("workers"))
    for size in (1, 4):
        WorkshopScenarioFactory.create_batch(size, workshop=table.workshop)
        with django_assert_max_num_queries(15):
            assert client.get(address(proposal)).status_code == 200
