# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the model makes of a draft before it is submitted."""

import pytest

from scenarios.enums import Modelled
from tests.factories import ProposalFactory, ReformRevisionFactory
from workshops.forms.readings import reading_of
from workshops.services.drafts import Draft

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def draft(**changes):
    words = {
        "title": "More training",
        "summary": "s",
        "reasons": "r",
        "addresses_kind": "bottleneck",
        "addresses": "a",
        "level": "both",
        "actors": "",
        "start_year": 2028,
        "phase_years": 4,
        "levers": {"training": 0.5, "job_to_job": 0.0},
    }
    return Draft(**words | changes)


def test_it_says_which_levers_move_how_much_is_computed_and_when_it_works_in_full():
    reading = reading_of(draft(), [], year=2030)

    assert (reading.levers, reading.modelled, reading.is_computed) == ({"training": 0.5}, Modelled.FULL, True)
    assert (reading.first_full_year, reading.year, reading.is_costed_by_model) == (2031, 2030, False)


def test_without_levers_nothing_is_computed():
    assert not reading_of(draft(levers={}), [], year=2030).is_computed


@pytest.mark.parametrize(
    ("other", "is_alike"),
    [
        ({"title": "more  TRAINING", "lang": "en"}, True),
        ({"levers": {"training": 0.5}}, True),
        ({"levers": {"training": 0.4}}, False),
        ({"levers": {}}, False),
    ],
)
def test_a_proposal_on_the_table_that_looks_the_same_is_named(other, is_alike):
    proposal = ProposalFactory(reform_revision=ReformRevisionFactory(**other))

    assert (reading_of(draft(), [proposal], year=2030).alike == proposal) is is_alike


def test_two_drafts_without_levers_are_not_alike_for_that():
    judged = ProposalFactory(reform_revision=ReformRevisionFactory(judged=True))

    assert reading_of(draft(levers={}), [judged], year=2030).alike is None
