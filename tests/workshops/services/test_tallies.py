# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from workshops.models import Ballot, Round, TallyRow
from workshops.services.tallies import rebuild_tally

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]


def counted(rows) -> dict:
    return {(row.poll_id, row.constituency_id, row.stance, row.need): row.count for row in rows}


def test_the_count_is_what_the_ballots_say():
    kept = counted(TallyRow.objects.all())

    for one in Round.objects.all():
        rebuild_tally(one=one)

    assert sum(kept.values()) == Ballot.objects.count() + Ballot.objects.exclude(need="").count()
    assert counted(TallyRow.objects.all()) == kept
    assert len(kept) == 48 * 3 * (8 + 3)


def test_a_count_that_went_wrong_is_put_right():
    right = counted(TallyRow.objects.all())
    TallyRow.objects.filter(stance="5").update(count=99)

    for one in Round.objects.all():
        rebuild_tally(one=one)

    assert counted(TallyRow.objects.all()) == right
