# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which institutions a reform changes, who does what, and how it stands in Europe: part of what an edition fixes."""

import pytest
from django.db import DatabaseError, connection, transaction

from scenarios import vocabulary
from scenarios.enums import ActsAt
from scenarios.errors import ScenarioError
from scenarios.models import ReformRevision
from scenarios.services.reforms import Design, design_of, write_reform
from tests.factories import DevelopmentFactory, ReformRevisionFactory

DESIGN = Design(
    changes=("minimum_wage",), aim="both", roles={"state": "Wijzigt de wet.", "firm": "  "}, eu_room="find_out"
)


def written(design: Design) -> ReformRevision:
    return write_reform(
        author=None,
        title="Een bodem",
        summary="Zo.",
        levers={},
        level="central",
        actors="",
        start_year=2018,
        design=design,
    )


@pytest.mark.django_db
def test_a_reform_keeps_its_design_without_roles_that_say_nothing():
    assert design_of(ReformRevision.objects.get(pk=written(DESIGN).pk)) == Design(
        changes=("minimum_wage",), aim="both", roles={"state": "Wijzigt de wet."}, eu_room="find_out"
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("design", "field"),
    [
        (Design(changes=("no_such_rule",)), "changes"),
        (Design(aim="fame"), "aim"),
        (Design(roles={"king": "Tekent."}), "roles"),
        (Design(eu_room="perhaps"), "eu_room"),
    ],
)
def test_what_is_on_no_list_is_refused(design, field):
    with pytest.raises(ScenarioError) as refusal:
        written(design)
    assert refusal.value.field == field
    assert not ReformRevision.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("column", ["changes", "aim", "roles", "eu_room", "abroad", "competing_note"])
def test_the_design_of_an_edition_cannot_be_changed_even_by_raw_sql(column):
    ReformRevisionFactory()
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE scenarios_reformrevision SET {column} = '[]'")  # noqa: S608 -- our own


@pytest.mark.django_db
def test_the_institutions_of_a_development_cannot_be_changed_even_by_raw_sql():
    DevelopmentFactory()
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE scenarios_development SET institutions = '[]'")


@pytest.mark.parametrize("reform", vocabulary.catalogue(), ids=lambda one: one.key)
def test_every_reform_of_the_catalogue_says_what_it_changes_and_who_does_what(reform):
    design = vocabulary.reform_design(reform.key)
    known = {one.key for one in vocabulary.institutions()}
    assert reform.institution in design.institutions
    assert set(design.institutions) <= known
    assert set(design.roles) <= set(ActsAt)
    assert design.roles


def test_developments_point_at_known_institutions():
    known = {one.key for one in vocabulary.institutions()}
    pointed = {key for one in vocabulary.default_scenarios() for told in one.developments for key in told.institutions}
    assert pointed
    assert pointed <= known
