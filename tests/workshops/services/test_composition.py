# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A composition is brought in from a table, whole or not at all."""

from pathlib import Path

import pytest
from django.conf import settings

from tests.factories import ConstituencyFactory, WorkshopFactory
from workshops.errors import WorkshopError
from workshops.models import Delegation, Seat
from workshops.services.composition import import_composition, rows_in

pytestmark = pytest.mark.django_db
REAL = Path(settings.BASE_DIR) / "workshops" / "data" / "real_council_2015.csv"


@pytest.fixture
def workshop():
    workshop = WorkshopFactory()
    for order, key in enumerate(("employers", "unions", "crown")):
        ConstituencyFactory(workshop=workshop, key=key, order=order)
    return workshop


def test_the_real_council_of_2015_has_eleven_seats_a_side_and_no_people(workshop):
    brought = import_composition(workshop=workshop, rows=rows_in(REAL.read_text(encoding="utf-8").splitlines()))

    assert (brought.organisations, brought.seats) == (7, 33)
    for key in ("employers", "unions", "crown"):
        assert Seat.objects.filter(constituency__key=key, constituency__workshop=workshop).count() == 11
    assert not Seat.objects.filter(mandates__isnull=False).exists()


def test_every_wrong_row_is_named_and_nothing_is_brought_in(workshop):
    rows = rows_in(["constituency,organisation,seats", "unions,A,3", "elves,B,2", "crown,C,many"])

    with pytest.raises(WorkshopError) as refusal:
        import_composition(workshop=workshop, rows=rows)

    assert "row 3: no side 'elves'" in refusal.value.message
    assert "row 4: seats must be a whole number" in refusal.value.message
    assert not Delegation.objects.exists()


def test_a_missing_column_is_named():
    with pytest.raises(WorkshopError, match="no column seats"):
        rows_in(["constituency,organisation", "unions,A"])


def test_a_workshop_with_seats_is_left_alone(workshop):
    rows = rows_in(["constituency,organisation,seats", "unions,A,3"])
    import_composition(workshop=workshop, rows=rows)

    with pytest.raises(WorkshopError, match="only once"):
        import_composition(workshop=workshop, rows=rows)
