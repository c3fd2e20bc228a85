# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The picture's title says what its data show, in the number of the language."""

import pytest
from django.utils import translation

from tests.factories import AgreementsFactory, WorkshopScenarioFactory, council, open_round
from tests.factories.weighing import answer, answer_all, computed, tabled
from workshops.enums import RoundState, Stance
from workshops.reports.finding import finding_of, in_words, near_misses_of
from workshops.selectors.matrix import support_impact_matrix

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
GAIN = {"employers": (-0.004, 0.001, 0.006), "workers": (0.004, 0.005, 0.006), "crown": (-0.004, 0.001, 0.006)}


@pytest.fixture
def table():
    table = council()
    for _ in range(2):
        WorkshopScenarioFactory(workshop=table.workshop)
    AgreementsFactory(workshop=table.workshop, locked=True)
    return table


def voted(table, *, liked, disliked=0, is_open=False, is_live=True):
    proposals = [tabled(table) for _ in range(liked + disliked)]
    one = open_round(table, proposals=proposals)
    for proposal in proposals:
        computed(table, proposal, GAIN)
    for poll in one.polls.all():
        stance = Stance.FULL if poll.proposal in proposals[:liked] else Stance.OBJECTION
        answer(table, poll, dict.fromkeys(("employers", "workers", "crown"), [stance] * 3))
    one.is_live = is_live
    one.state = RoundState.OPEN if is_open else RoundState.CLOSED
    one.save()
    return one


def finding(table):
    return finding_of(support_impact_matrix(table.workshop))


@pytest.mark.parametrize(
    ("liked", "words"),
    [
        (0, "No proposal is useful and desirable in every scenario"),
        (1, "One proposal is useful and desirable in every scenario"),
        (2, "Two proposals are useful and desirable in every scenario"),
    ],
)
def test_the_title_counts_what_is_no_regret(table, liked, words):
    voted(table, liked=liked, disliked=1)
    assert finding(table) == words


def test_dutch_has_its_own_plural(table):
    voted(table, liked=2)
    with translation.override("nl"):
        assert finding(table) == "Twee voorstellen zijn in elk scenario nuttig en wenselijk"


def test_while_a_round_is_open_the_title_says_so_far(table):
    voted(table, liked=1, is_open=True)
    assert finding(table) == "So far one proposal is useful and desirable in every scenario"


def test_a_round_that_hides_its_counts_gives_nothing_away(table):
    voted(table, liked=1, is_open=True, is_live=False)
    assert finding(table) == "Voting is open; support is shown when the round closes"


def test_before_any_vote_the_title_tells_what_is_useful(table):
    computed(table, tabled(table), GAIN)
    assert finding(table) == "One proposal is useful in every scenario; nobody has voted yet"


def test_before_any_vote_and_figure_the_title_claims_nothing(table):
    tabled(table)
    assert finding(table) == "Nobody has voted yet, and no proposal is known to be useful in every scenario"


def test_without_proposals_there_is_nothing_to_weigh(table):
    assert finding(table) == "There is nothing to weigh yet"


def test_near_misses_are_counted(table):
    proposal = tabled(table)
    one = open_round(table, proposals=[proposal])
    answer_all(table, one, Stance.FULL)
    runs = computed(table, proposal, GAIN)
    runs[0].useful_share = 0.1
    runs[0].save()
    matrix = support_impact_matrix(table.workshop)
    assert near_misses_of(matrix) == "One proposal fails in one scenario only."


def test_without_near_misses_nothing_is_said(table):
    voted(table, liked=1)
    assert near_misses_of(support_impact_matrix(table.workshop)) == ""


def test_numbers_up_to_twelve_are_written_in_letters():
    assert [in_words(count) for count in (1, 12, 13)] == ["one", "twelve", "13"]
