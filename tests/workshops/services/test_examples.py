# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""An example is told, read by the secretariat, changed, and taken back; every edition stays as it was."""

import pytest
from django.db import DatabaseError, connection, transaction

from scenarios.models import ExampleEdition, PracticeExample
from scenarios.models.practice import TEXTS
from tests.factories import UserFactory, WorkshopFactory
from workshops.enums import Act, Role
from workshops.errors import MovedError, NotAllowedError, WorkshopError
from workshops.models import JournalEntry
from workshops.rules import Standing
from workshops.services.examples import (
    Told,
    change_example,
    publish_example,
    return_example,
    submit_example,
    withdraw_example,
)

pytestmark = pytest.mark.django_db

WORDS = Told("De kas", "firm", "Tuinbouw", "Wij wachten af.", "Wij leren.", consent=True)


def told(**changes):
    return Told(**{name: getattr(WORDS, name) for name in Told.__dataclass_fields__} | changes)


@pytest.fixture
def workshop():
    return WorkshopFactory()


@pytest.fixture
def teller():
    return Standing(UserFactory())


@pytest.fixture
def secretary():
    return Standing(UserFactory(), roles=frozenset({Role.SECRETARY}))


@pytest.fixture
def example(workshop, teller):
    return submit_example(who=teller, workshop=workshop, told=WORDS)


@pytest.fixture
def published(workshop, secretary, example):
    return publish_example(who=secretary, workshop=workshop, example=example, onto=1)


def change(who, workshop, example, onto=1, **changes):
    edition = change_example(who=who, workshop=workshop, example=example, told=told(**changes), onto=onto)
    example.refresh_from_db()
    return edition


def test_what_is_handed_in_is_the_first_edition(example):
    edition = example.editions.get()

    assert (edition.number, example.number, example.state) == (1, 1, "submitted")
    assert {name: getattr(edition, name) for name in TEXTS} == {name: getattr(example, name) for name in TEXTS}


def test_a_change_by_the_teller_is_read_by_others_only_when_the_secretariat_says_so(
    workshop, teller, secretary, published
):
    change(teller, workshop, published, cope="Wij wachten niet meer.")
    assert (published.cope, published.number) == ("Wij wachten af.", 1)

    read = publish_example(who=secretary, workshop=workshop, example=published, onto=2)
    assert (read.cope, read.number) == ("Wij wachten niet meer.", 2)
    assert published.editions.get(number=1).cope == "Wij wachten af."


def test_a_change_by_the_secretariat_is_read_at_once_and_says_by_whom(workshop, secretary, published):
    edition = change(secretary, workshop, published, size="ongeveer honderd mensen")

    assert (published.size, published.number, edition.capacity) == ("ongeveer honderd mensen", 2, "secretary")


def test_a_change_onto_an_edition_that_is_no_longer_the_newest_is_refused(workshop, teller, example):
    change(teller, workshop, example, title="Eerst")

    with pytest.raises(MovedError):
        change(teller, workshop, example, title="Te laat", onto=1)
    assert example.editions.count() == 2


def test_what_the_secretariat_did_not_read_is_not_published(workshop, teller, secretary, example):
    change(teller, workshop, example, cope="Met een naam erin.")

    with pytest.raises(MovedError):
        publish_example(who=secretary, workshop=workshop, example=example, onto=1)


def test_an_example_is_sent_back_with_a_reason_and_comes_again_when_it_is_changed(workshop, teller, secretary, example):
    with pytest.raises(WorkshopError):
        return_example(who=secretary, workshop=workshop, example=example, reason=" ")
    returned = return_example(who=secretary, workshop=workshop, example=example, reason="Noem de plaats niet.")
    assert (returned.state, returned.returned_because) == ("returned", "Noem de plaats niet.")

    change(teller, workshop, example, place="")
    assert (example.state, example.returned_because) == ("submitted", "")


def test_a_change_that_is_sent_back_leaves_what_is_read_as_it_is(workshop, teller, secretary, published):
    change(teller, workshop, published, cope="Met een naam erin.")

    returned = return_example(who=secretary, workshop=workshop, example=published, reason="Laat de naam weg.")
    assert (returned.state, returned.cope) == ("published", "Wij wachten af.")


def test_a_stranger_changes_and_withdraws_nothing(workshop, published):
    stranger = Standing(UserFactory())

    with pytest.raises(NotAllowedError):
        change(stranger, workshop, published, title="Anders")
    with pytest.raises(NotAllowedError):
        withdraw_example(who=stranger, workshop=workshop, example=published)
    with pytest.raises(NotAllowedError):
        return_example(who=stranger, workshop=workshop, example=published, reason="Weg ermee.")


def test_who_told_it_takes_it_back_and_may_not_change_it_afterwards(workshop, teller, published):
    assert withdraw_example(who=teller, workshop=workshop, example=published).state == "withdrawn"

    with pytest.raises(NotAllowedError):
        change(teller, workshop, published)


def test_consent_or_leaving_out_who_it_is_about_one_of_both_is_needed(workshop, teller):
    with pytest.raises(WorkshopError):
        submit_example(who=teller, workshop=workshop, told=told(consent=False))
    assert submit_example(who=teller, workshop=workshop, told=told(consent=False, is_anonymised=True)).is_anonymised


def test_a_translation_stays_only_with_the_words_that_it_translates(workshop, secretary, example):
    ExampleEdition.objects.all().delete()
    english = {"en": {"cope": "We wait.", "prepare": "We learn."}}
    words = {name: getattr(example, name) for name in TEXTS}
    example.editions.create(number=1, made_at=example.submitted_at, translations=english, **words)

    assert change(secretary, workshop, example, cope="Anders.").translations == {"en": {"prepare": "We learn."}}


def test_line_ends_are_of_one_kind(workshop, teller):
    example = submit_example(who=teller, workshop=workshop, told=told(cope=" Een.\r\n\r\nTwee.\r\n"))

    assert example.cope == "Een.\n\nTwee."


def test_an_edition_is_not_changed_even_by_raw_sql_and_goes_only_with_its_example(example):
    for column in ("cope", "translations", "number", "made_at"):
        with pytest.raises(DatabaseError, match="frozen"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE scenarios_exampleedition SET {column} = {column}")  # noqa: S608 -- named above

    PracticeExample.objects.filter(pk=example.pk).delete()
    assert not ExampleEdition.objects.exists()


def test_every_step_is_in_the_journal(workshop, teller, secretary, example):
    publish_example(who=secretary, workshop=workshop, example=example, onto=1)
    change(teller, workshop, example, title="Anders")
    return_example(who=secretary, workshop=workshop, example=example, reason="Nee.")
    withdraw_example(who=teller, workshop=workshop, example=example)

    assert list(JournalEntry.objects.order_by("sequence").values_list("act", flat=True)) == [
        Act.EXAMPLE_SUBMITTED,
        Act.EXAMPLE_PUBLISHED,
        Act.EXAMPLE_CHANGED,
        Act.EXAMPLE_RETURNED,
        Act.EXAMPLE_WITHDRAWN,
    ]
