# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the model cannot say is judged with reasons, and can be taken back."""

import pytest
from django.urls import reverse

from workshops.models import JournalEntry, Judgement, User, Workshop

pytestmark = pytest.mark.django_db


@pytest.fixture
def workshop(example) -> Workshop:
    return Workshop.objects.get(slug="robotsamenleving")


@pytest.fixture
def hanna(client, workshop):
    client.force_login(User.objects.get(username="hanna"))
    return client


def address(number: int) -> str:
    return reverse("workshops:judge", args=["robotsamenleving", number])


def filled_in(client, number: int) -> dict[str, str]:
    form = client.get(address(number)).context["form"]
    return {name: form[name].value() or "" for name in form.fields}


def test_a_judgement_is_kept_with_its_reason_and_a_line_in_the_journal(hanna, workshop):
    typed = filled_in(hanna, 1) | {
        "B-unions-direction": "better",
        "B-unions-reason": "Who learns in time, stays in work.",
        "B-unions-evidence": "A practice example",
    }

    hanna.post(address(1), typed)

    judgement = Judgement.objects.get(proposal__number=1)
    assert (judgement.direction, judgement.reason) == ("better", "Who learns in time, stays in work.")
    assert JournalEntry.objects.filter(workshop=workshop).last().data == {"judgements": 1}


def test_a_judgement_without_a_reason_is_refused_and_nothing_typed_is_lost(hanna, workshop):
    typed = filled_in(hanna, 1) | {"A-crown-direction": "worse", "B-unions-reason": "Half a thought"}

    answer = hanna.post(address(1), typed)

    assert answer.status_code == 400
    assert "Half a thought" in answer.content.decode()
    assert not Judgement.objects.filter(proposal__number=1).exists()


def test_a_judgement_can_be_taken_back(hanna, workshop):
    before = Judgement.objects.filter(proposal__number=7).count()
    typed = filled_in(hanna, 7) | {f"A-unions-{part}": "" for part in ("direction", "reason", "evidence")}

    hanna.post(address(7), typed)

    assert Judgement.objects.filter(proposal__number=7).count() == before - 1


def test_what_was_not_touched_keeps_its_translation(hanna, workshop):
    typed = filled_in(hanna, 7)

    hanna.post(address(7), typed)

    assert all(one.translations for one in Judgement.objects.filter(proposal__number=7))


@pytest.mark.parametrize(("typed_in", "other"), [("nl", "en"), ("en", "nl")])
def test_a_reason_written_anew_in_one_language_leaves_the_other_as_it_was(hanna, workshop, typed_in, other):
    def said(language):
        return Judgement.objects.get(proposal__number=7, **cell).said("reason", language)

    cell = {"scenario_revision__scenario__key": "trend", "constituency__key": "unions"}
    before = said(other)
    hanna.cookies["django_language"] = typed_in
    hanna.post(address(7), filled_in(hanna, 7) | {"A-unions-reason": "Said in other words."})

    assert said(typed_in) == "Said in other words."
    assert said(other) == before


def test_a_reason_for_another_direction_stands_alone(hanna, workshop):
    Judgement.objects.filter(proposal__number=7).update(direction="better")
    hanna.post(address(7), filled_in(hanna, 7) | {"A-unions-direction": "worse", "A-unions-reason": "Toch slechter."})

    judgement = Judgement.objects.get(proposal__number=7, direction="worse")
    assert judgement.said("reason", "nl") == judgement.said("reason", "en") == "Toch slechter."


def test_only_the_secretariat_judges(client, workshop):
    client.force_login(User.objects.get(username="pieter"))

    assert client.get(address(7)).status_code == 403
