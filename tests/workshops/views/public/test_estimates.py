# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How likely and how large developments are, on the page: what is shown, and answering, and leading."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from workshops.models import Estimate, Estimation, User, Workshop

pytestmark = pytest.mark.django_db
MOST_STATEMENTS = 15
ENGLISH = {"Accept-Language": "en"}


@pytest.fixture
def workshop(example) -> Workshop:
    return Workshop.objects.get(slug="robotsamenleving")


@pytest.fixture
def fatma(client, workshop):
    client.force_login(User.objects.get(username="fatma"))
    return client


@pytest.fixture
def joost(client, workshop):
    client.force_login(User.objects.get(username="joost"))
    return client


def address(name, *more):
    return reverse(f"workshops:{name}", args=["robotsamenleving", *more])


def statements(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return sum(not one["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")) for one in asked.captured_queries)


def test_anybody_reads_what_the_rounds_found_and_the_reasons(client, workshop):
    page = client.get(address("estimates"), headers=ENGLISH).content.decode()

    assert "Round 3 is open" in page
    assert page.count("Likely in this future") > 5
    assert "Disputed how likely" in page
    assert "On platforms rates fall as soon as supply grows." in page
    assert "Round 1. Median:" in page


def test_the_scenario_tells_it_with_each_development_and_calls_itself_nothing(client, workshop):
    page = client.get(address("scenario", "displacement"), headers=ENGLISH).content.decode()

    assert page.count("Round 2, ") == 6
    assert "Likely in this future. Large consequences." in page


@pytest.mark.parametrize(
    ("name", "more"), [("estimates", ()), ("estimates_give", ("trend",)), ("scenario", ("trend",))]
)
def test_it_asks_as_little_with_many_answers_as_with_none(fatma, name, more):
    many = statements(fatma, address(name, *more))
    Estimate.objects.all().delete()

    assert statements(fatma, address(name, *more)) == many <= MOST_STATEMENTS


def typed(client, **answers):
    """Return the fields of the first development of the trend, named by what they ask."""
    form = client.get(address("estimates_give", "trend")).context["form"]
    first = form.developments[0].development
    return first, {f"{name}-{first.pk}": answer for name, answer in answers.items()}


def test_a_member_estimates_and_leaves_the_rest_open(fatma):
    first, data = typed(fatma, likelihood="5", impact="?", because="Dat zien we al.")
    answer = fatma.post(address("estimates_give", "trend"), data, follow=True, headers=ENGLISH)

    assert "Your estimates are kept, without your name." in answer.content.decode()
    kept = Estimate.objects.get(round__number=3, person__username="fatma", development__revision=first.revision_id)
    assert (kept.development, kept.likelihood, kept.impact, kept.reason) == (first, 5, None, "Dat zien we al.")


def test_half_an_answer_is_refused_with_words_and_not_lost(fatma):
    _first, data = typed(fatma, likelihood="5", because="Dat zien we al.")
    answer = fatma.post(address("estimates_give", "trend"), data, headers=ENGLISH)

    assert answer.status_code == 400
    page = answer.content.decode()
    assert "Choose a point here too, or that you cannot judge." in page
    assert "Dat zien we al." in page


def test_what_somebody_said_in_the_round_before_is_filled_in(fatma):
    form = fatma.get(address("estimates_give", "trend")).context["form"]
    said = {
        one.development_id: one.likelihood for one in Estimate.objects.filter(round__number=2, person__username="fatma")
    }

    for one in form.developments:
        expected = said.get(one.development.pk, "")
        assert form.fields[f"likelihood-{one.development.pk}"].initial == str("?" if expected is None else expected)


def test_the_facilitator_closes_and_ends(joost, workshop):
    joost.post(address("estimates_close"))
    page = joost.get(address("estimates"), headers=ENGLISH).content.decode()
    assert "End the rounds" in page
    assert "Open one more round" not in page  # three are enough

    joost.post(address("estimates_end"))
    assert not Estimate.objects.exclude(person=None).exists()
    assert "Fix this, and open round 1" in joost.get(address("estimates"), headers=ENGLISH).content.decode()


def test_a_rule_that_is_no_majority_is_refused_on_the_page(joost):
    joost.post(address("estimates_close"))
    joost.post(address("estimates_end"))
    answer = joost.post(address("estimates_start"), {"agreement": "40", "fewest": "5"}, headers=ENGLISH)

    assert answer.status_code == 400
    assert Estimation.objects.count() == 1

    joost.post(address("estimates_start"), {"agreement": "60", "fewest": "5"})
    assert Estimation.objects.filter(ended_at=None, agreement=60).exists()


@pytest.mark.parametrize("name", ["estimates_close", "estimates_next", "estimates_end"])
def test_a_member_does_not_lead(fatma, name):
    answer = fatma.post(address(name))

    assert answer.status_code == 403 or "error" in {one.level_tag for one in answer.wsgi_request._messages}
    assert Estimation.objects.get().rounds.filter(closed_at=None).exists()


def test_without_an_open_round_a_member_is_sent_to_what_was_found(fatma):
    Estimation.objects.get().rounds.filter(closed_at=None).delete()

    assert fatma.get(address("estimates_give", "trend")).url == address("estimates")


def test_of_a_scenario_that_is_not_there_nothing_is_asked(fatma):
    assert fatma.get(address("estimates_give", "nowhere")).status_code == 404
