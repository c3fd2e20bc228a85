# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The agreements as they are read: how many seats must speak out, groups with the same limits together."""

import pytest

from tests.factories import AgreementsFactory, WorkshopFactory, council
from workshops.models import Constituency
from workshops.selectors.agreements import agreed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("share", "seats", "quorum", "needed"),
    [(2 / 3, 11, 0, 8), (2 / 3, 12, 0, 8), (0.667, 11, 7, 8), (0.5, 11, 7, 7), (1.0, 3, 0, 3)],
)
def test_the_number_of_seats_that_must_take_a_position_is_spelled_out(share, seats, quorum, needed):
    table = council(seats=seats)
    Constituency.objects.update(quorum=quorum)
    AgreementsFactory(workshop=table.workshop, response_share=share)

    assert {(one.seats, one.needed) for one in agreed_in(table.workshop).sides} == {(seats, needed)}


def test_groups_with_the_same_limits_are_told_together():
    table = council()
    AgreementsFactory(workshop=table.workshop)
    line = table.constituencies["workers"].yardstick.lines[0]
    yardstick = table.constituencies["workers"].yardstick
    yardstick.lines = [line, line | {"group": "income_q2"}, line | {"group": "income_q3", "tolerance": 0.01}]
    yardstick.save()
    workers = next(one for one in agreed_in(table.workshop).sides if one.side.key == "workers")

    assert [one.groups for one in workers.lines] == [("income_q1", "income_q2"), ("income_q3",)]


def test_the_newest_version_is_read_unless_another_is_asked_for():
    workshop = WorkshopFactory()
    assert agreed_in(workshop) is None
    first, second = AgreementsFactory(workshop=workshop, locked=True), AgreementsFactory(workshop=workshop)

    assert agreed_in(workshop).agreements == second
    assert agreed_in(workshop, version=1).agreements == first
    assert not agreed_in(workshop, version=1).is_latest
    assert agreed_in(workshop, version=3) is None
