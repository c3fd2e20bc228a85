# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A remark points at exact words of one edition, and never moves by itself."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import translation

from tests.factories import PracticeExampleFactory, UserFactory, WorkshopFactory
from workshops.enums import AnnotationStance, Role
from workshops.errors import NotAllowedError, PassageError, WorkshopError
from workshops.models import Annotation
from workshops.rules import Standing
from workshops.selectors.practice import remarks_on
from workshops.services.annotations import (
    Remark,
    annotate_example,
    answer_annotation,
    reopen_annotation,
    resolve_annotation,
)
from workshops.services.examples import Told, change_example

pytestmark = pytest.mark.django_db

FIRST, SECOND = "Wij leren elke week. Wij leren veel.", "De robot kwam in mei."


@pytest.fixture
def workshop():
    return WorkshopFactory()


@pytest.fixture
def example(workshop):
    english = {"en": {"cope": "We learn every week. We learn a lot.\n\nThe robot came in May."}}
    return PracticeExampleFactory(
        topic=workshop.topic, cope=f"{FIRST}\n\n{SECOND}", translations=english, submitted_by=UserFactory()
    )


@pytest.fixture
def member():
    return Standing(UserFactory(), roles=frozenset({Role.OBSERVER}))


@pytest.fixture
def secretary():
    return Standing(UserFactory(), roles=frozenset({Role.SECRETARY}))


@pytest.fixture
def remark(workshop, example, member):
    def make(quote=SECOND, **more):
        told = Remark("cope", quote, "Let op.", AnnotationStance.NUANCES, **more)
        return annotate_example(who=member, workshop=workshop, example=example, remark=told)

    return make


def rewritten(workshop, example, secretary, cope):
    told = Told(example.title, "firm", example.sector, cope, example.prepare, consent=True)
    onto = example.editions.count()
    change_example(who=secretary, workshop=workshop, example=example, told=told, onto=onto)
    example.refresh_from_db()
    return remarks_on(example, workshop, example.editions.get(number=example.number))


def test_of_equal_words_those_that_were_pointed_at_are_marked(remark):
    assert remark("Wij leren").start == 0
    second = remark("Wij leren", near=18)
    assert (second.start, second.prefix, second.suffix[:6]) == (21, "Wij leren elke week. ", " veel.")


def test_a_passage_marked_in_a_translation_points_at_the_translation(remark, example):
    with translation.override("en"):
        made = remark("The robot came")
    assert made.lang == "en"
    assert example.editions.get().said("cope", "en")[made.start : made.end] == "The robot came"


def test_words_that_are_not_there_are_refused(remark):
    with pytest.raises(PassageError):
        remark("Dit staat er niet.")


def test_a_change_elsewhere_carries_a_remark_over_and_says_so(workshop, example, secretary, remark):
    made = remark()

    (placed,) = rewritten(workshop, example, secretary, f"Een nieuw begin.\n\n{SECOND}")

    assert placed.anchor.words_in(example.cope) == SECOND
    assert placed.is_about_earlier
    assert not placed.is_orphan
    made.refresh_from_db()
    assert (made.edition.number, made.start) == (1, len(FIRST) + 2)


def test_a_change_in_the_paragraph_makes_an_orphan_that_keeps_its_words(workshop, example, secretary, remark):
    remark("De robot")

    (placed,) = rewritten(workshop, example, secretary, f"{FIRST}\n\nDe robot kwam in juni.")

    assert placed.is_orphan
    assert placed.anchor is None
    assert placed.annotation.quote == "De robot"


def test_a_remark_is_found_again_when_its_paragraph_comes_back(workshop, example, secretary, remark):
    remark()
    rewritten(workshop, example, secretary, FIRST)

    (placed,) = rewritten(workshop, example, secretary, f"{FIRST}\n\n{SECOND}")

    assert not placed.is_orphan


def test_a_remark_on_a_translation_is_an_orphan_when_the_translation_is_gone(workshop, example, secretary, remark):
    with translation.override("en"):
        remark("The robot came")

    (placed,) = rewritten(workshop, example, secretary, FIRST)

    assert placed.is_orphan


@pytest.mark.parametrize("column", ["quote", "start", '"end"', "edition_id", "part", "claim"])
def test_where_a_remark_points_is_not_changed_even_by_raw_sql(remark, column):
    remark()
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE workshops_annotation SET {column} = {column}")  # noqa: S608 -- named above


def test_a_remark_is_answered_by_the_table_and_by_who_told_the_example(example, remark, member):
    made = remark()
    answer_annotation(who=member, annotation=made, text="Hoezo?")
    answer_annotation(who=Standing(example.submitted_by), annotation=made, text="Zo was het.")

    with pytest.raises(NotAllowedError):
        answer_annotation(who=Standing(UserFactory()), annotation=made, text="Ik ook.")
    assert [one.text for one in made.replies.all()] == ["Hoezo?", "Zo was het."]


@pytest.mark.parametrize("text", ["", "  \n", "x" * 2_001])
def test_an_answer_says_something_and_not_too_much(remark, member, text):
    with pytest.raises(WorkshopError):
        answer_annotation(who=member, annotation=remark(), text=text)


def test_a_remark_is_resolved_by_whose_it_is_and_reopened_by_any_member(remark, member):
    made = remark()
    other = Standing(UserFactory(), roles=frozenset({Role.OBSERVER}))
    with pytest.raises(NotAllowedError):
        resolve_annotation(who=other, annotation=made)

    resolve_annotation(who=member, annotation=made)
    assert Annotation.objects.get().is_resolved
    reopen_annotation(who=other, annotation=made)
    assert not Annotation.objects.get().is_resolved
