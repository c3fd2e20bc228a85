# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The list of practice examples is searched and narrowed, and a text has a bound in words."""

import pytest
from django.urls import reverse

from scenarios.models import PracticeExample
from tests.factories import PracticeExampleFactory, UserFactory, WorkshopFactory
from workshops.services.examples import MOST_WORDS

pytestmark = pytest.mark.django_db


@pytest.fixture
def workshop():
    return WorkshopFactory(is_public=True)


@pytest.fixture
def examples(workshop):
    return [
        PracticeExampleFactory(topic=workshop.topic, title="De bakkerij", sector="Voeding", told_by="firm"),
        PracticeExampleFactory(topic=workshop.topic, title="De kas", sector="Tuinbouw", told_by="workers"),
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"sector": "Tuinbouw"}, {"De kas"}),
        ({"told_by": "firm"}, {"De bakkerij"}),
        ({"q": "KAS"}, {"De kas"}),
        ({"q": "kas", "told_by": "firm"}, set()),
        ({"sector": "Atlantis"}, {"De bakkerij", "De kas"}),
    ],
)
@pytest.mark.usefixtures("examples")
def test_the_list_shows_what_is_asked_for_and_leaves_out_what_it_does_not_understand(client, workshop, asked, found):
    answer = client.get(reverse("workshops:practice", args=[workshop.slug]), asked)

    assert {one.title for one in answer.context["shown"]} == found


def test_a_long_list_is_paged_and_keeps_the_choice(client, workshop):
    for _number in range(26):
        PracticeExampleFactory(topic=workshop.topic, told_by="firm")

    page = client.get(reverse("workshops:practice", args=[workshop.slug]), {"told_by": "firm"})

    assert len(page.context["shown"]) < page.context["total"]
    assert "?told_by=firm&amp;page=2" in page.content.decode()


@pytest.mark.parametrize(("more", "kept"), [(0, 1), (1, 0)])
def test_a_text_of_more_words_than_allowed_is_refused_with_everything_still_in_it(client, workshop, more, kept):
    client.force_login(UserFactory())
    told = {"title": "Lang", "told_by": "firm", "sector": "Voeding", "consent": "on"}
    told |= {"cope": "woord " * (MOST_WORDS - 1 + more), "prepare": "einde"}

    answer = client.post(reverse("workshops:example_tell", args=[workshop.slug]), told)

    assert PracticeExample.objects.filter(title="Lang").count() == kept
    if more:
        assert answer.status_code == 400
        assert "1501" in answer.content.decode()
        assert answer.context["form"]["prepare"].value() == "einde"
