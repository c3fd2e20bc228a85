# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Starting a workshop: by whom, what lies ready, and what is refused."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone, translation

from scenarios.models import Projection
from tests.factories import UserFactory, WorkshopFactory, council
from workshops.enums import Act, Phase, Role
from workshops.errors import NotAllowedError, WorkshopError
from workshops.models import Participation, Workshop
from workshops.selectors.agreements import agreed_in
from workshops.selectors.people import standings_of
from workshops.services.agreements import lock_agreements
from workshops.services.starting import Beginning, start_workshop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def beginning():
    due_on = timezone.localdate() + timedelta(days=300)
    return Beginning("Care in 2040", "How do we keep care going?", due_on, 4.0, 2030, "The coalition agreement.")


def start(person, beginning):
    return start_workshop(person=person, standings=standings_of(person, day=timezone.localdate()), beginning=beginning)


@pytest.fixture
def keeper():
    return UserFactory(is_staff=True)


def test_a_table_lies_ready_with_sides_scenarios_agreements_and_dates(keeper, beginning):
    workshop = start(keeper, beginning)

    assert (workshop.slug, workshop.phase, workshop.is_public) == ("care-in-2040", Phase.DRAFTING, False)
    assert [side.key for side in workshop.constituencies.all()] == ["employers", "unions", "independent"]
    assert [place.letter for place in workshop.places.all()] == ["A", "B", "C", "D"]
    assert workshop.milestones.count() == 6
    agreed = agreed_in(workshop)
    assert (agreed.agreements.frame_bn, agreed.agreements.is_locked) == (4.0, False)
    assert agreed.agreements.said("frame_source", "en") == "The coalition agreement."
    assert "Platform workers" in agreed.agreements.said("absent_groups", "en")


def test_who_starts_it_leads_and_keeps_it_and_the_journal_says_so(keeper, beginning):
    workshop = start(keeper, beginning)

    roles = Participation.objects.filter(workshop=workshop, person=keeper).values_list("role", flat=True)
    assert set(roles) == {Role.FACILITATOR, Role.SECRETARY}
    line = workshop.journal.get()
    assert (line.act, line.capacity) == (Act.WORKSHOP_STARTED, Role.FACILITATOR)


def test_the_scenarios_are_computed_once_for_all_workshops(keeper, beginning):
    start(keeper, beginning)
    asked = Projection.objects.count()
    start(keeper, replace(beginning, title="Another"))

    assert asked == Projection.objects.count() == 4


def test_agreements_that_were_laid_ready_can_be_locked(keeper, beginning):
    workshop = start(keeper, beginning)
    who = standings_of(keeper, day=timezone.localdate())[workshop.id]

    assert lock_agreements(who=who, workshop=workshop).is_locked


def test_who_leads_a_workshop_may_start_another_and_who_has_a_seat_may_not(beginning):
    table = council()
    assert start(table.facilitator, beginning)
    with pytest.raises(NotAllowedError, match="keeps this site"):
        start(table.member("workers"), replace(beginning, title="Ours"))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": " "}, "slug"),
        ({"title": "???"}, "slug"),
        ({"slug": "new"}, "slug"),
        ({"slug": "taken"}, "slug"),
        ({"purpose": ""}, "purpose"),
        ({"purpose": "a" * 2_001}, "purpose"),
        ({"frame_source": " "}, "frame_source"),
        ({"frame_bn": -1.0}, "frame_bn"),
        ({"due_on": timezone.localdate()}, "due_on"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field_and_nothing_is_made(keeper, beginning, wrong, field):
    WorkshopFactory(slug="taken")
    with pytest.raises(WorkshopError) as refused:
        start(keeper, replace(beginning, **wrong))

    assert refused.value.field == field
    assert Workshop.objects.count() == 1


def test_it_is_written_in_the_language_of_who_starts_it(keeper, beginning):
    with translation.override("nl"):
        workshop = start(keeper, replace(beginning, title="Zorg in 2040", frame_source="Het regeerakkoord."))

    assert workshop.said("title", "nl") == "Zorg in 2040"
    assert workshop.agreements.get().said("frame_source", "nl") == "Het regeerakkoord."
