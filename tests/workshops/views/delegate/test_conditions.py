# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Yes, if ...: conditions in the browser and behind it."""

from http import HTTPStatus

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import AgreementsFactory, ReformRevisionFactory, WorkshopScenarioFactory, council
from tests.factories.weighing import tabled
from workshops.enums import Act, ConditionKind, ConditionState
from workshops.errors import NotAllowedError, WorkshopError
from workshops.models import Condition, Workshop
from workshops.selectors.conditions import conditions_of
from workshops.selectors.proposals import proposals_in
from workshops.selectors.support import support_in
from workshops.selectors.table import places_of, sides_of
from workshops.selectors.wishes import Table, moved_sides
from workshops.services.conditions import Asked, ask_condition, settle_condition

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
MOST_STATEMENTS = 15


@pytest.fixture
def table():
    table = council()
    Workshop.objects.update(is_public=True)
    AgreementsFactory(workshop=table.workshop, locked=True)
    for _letter in "AB":
        WorkshopScenarioFactory(workshop=table.workshop)
    for number in (1, 2):
        reform = ReformRevisionFactory(reform__key=None, lang="en", title=f"Reform {number}", start_year=2018)
        tabled(table, seat=table.seat("workers"), reform_revision=reform, number=number)
    return table


@pytest.fixture
def proposals(table):
    return list(proposals_in(table.workshop))


def ask(table, proposal, *, side="employers", number=1, **asked):
    asked = {"kind": ConditionKind.OTHER, "words": "Small firms get help."} | asked
    return ask_condition(
        who=table.as_member(side, number), proposal=proposal, seat=table.seat(side, number), asked=Asked(**asked)
    )


def at(table, *more, name="conditions"):
    return reverse(f"workshops:{name}", args=[table.workshop.slug, 1, *more])


def typed(table, **changes):
    return {
        "form_key": "8d6f3c0e-3a44-4c5e-9c5b-0d7d7a7e3f12",
        "seat": str(table.seat("employers").id),
        "words": "It waits until 2020.",
        "kind": "start",
        "year": "2020",
        **changes,
    }


def test_a_member_asks_a_condition_once_and_everybody_reads_it_with_who_asked(table, opened_by):
    for _time in range(2):
        answer = opened_by(table.member("employers")).post(at(table), typed(table))
        assert answer.status_code == HTTPStatus.FOUND

    one = Condition.objects.get()
    assert (one.kind, one.year, one.state) == ("start", 2020, "open")
    read = opened_by().get(at(table)).content.decode()
    assert "It waits until 2020." in read
    assert "2020 at the earliest. The proposal starts in 2018 now." in read
    assert table.workshop.journal.filter(act=Act.CONDITION_ASKED).count() == 1


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"words": "  "}, "Write what you need"),
        ({"kind": ""}, "Choose"),
        ({"year": ""}, "Fill in a year"),
        ({"year": "1900"}, "Fill in a year"),
        ({"kind": "reform"}, "Choose the other proposal"),
        ({"kind": "scenario"}, "Choose the scenario"),
        ({"words": "x" * 501}, "500"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(table, opened_by, changes, message):
    answer = opened_by(table.member("employers")).post(at(table), typed(table, **changes))

    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert message in answer.content.decode()
    assert not Condition.objects.exists()


def test_another_proposal_or_a_scenario_can_be_what_it_depends_on(table, opened_by):
    for told in ({"kind": "reform", "other": "2"}, {"kind": "scenario", "scenario": "B"}):
        key = {"form_key": f"8d6f3c0e-3a44-4c5e-9c5b-0d7d7a7e3f{len(told['kind']):02}"}
        opened_by(table.member("employers")).post(at(table), typed(table, **told, **key))

    first, second = Condition.objects.order_by("number")
    assert (first.other.number, first.year, first.scenario) == (2, None, None)
    assert (second.other, second.scenario_id) == (None, table.workshop.places.get(letter="B").scenario_id)


def test_nobody_asks_for_a_seat_of_another_nor_of_a_proposal_itself(table, proposals):
    with pytest.raises(NotAllowedError, match="seat"):
        ask_condition(
            who=table.as_member("crown"),
            proposal=proposals[0],
            seat=table.seat("employers"),
            asked=Asked(ConditionKind.OTHER, "Mine."),
        )
    with pytest.raises(WorkshopError, match="other proposal"):
        ask(table, proposals[0], kind=ConditionKind.REFORM, other=proposals[0])


def test_only_who_asked_says_that_it_is_met_and_a_text_that_says_otherwise_is_pointed_out(table, proposals, opened_by):
    one = ask(table, proposals[0], kind=ConditionKind.START, year=2020)
    opened_by(table.member("workers")).post(at(table, one.number, name="condition_settle"), {"state": "met"})
    one.refresh_from_db()
    assert one.state == ConditionState.OPEN

    opened_by(table.member("employers")).post(at(table, one.number, name="condition_settle"), {"state": "met"})
    one.refresh_from_db()
    assert one.state == ConditionState.MET
    (asked,) = conditions_of(proposals[0])
    assert (asked.fits, asked.is_contradicted) == (False, True)
    assert "the text says otherwise" in opened_by().get(at(table)).content.decode()


def test_the_proposal_tells_how_many_are_asked_and_met(table, proposals, opened_by):
    met = ask(table, proposals[0])
    settle_condition(who=table.as_member("employers"), condition=met, state=ConditionState.MET)
    ask(table, proposals[0], side="crown")
    gone = ask(table, proposals[0], side="crown", number=2)
    settle_condition(who=table.as_member("crown", 2), condition=gone, state=ConditionState.WITHDRAWN)

    assert "2 conditions for support, 1 met" in opened_by().get(at(table, name="proposal")).content.decode()


def test_what_is_not_met_stands_with_what_would_move_the_side_that_asks_it(table, proposals):
    ask(table, proposals[0], kind=ConditionKind.SCENARIO, scenario=table.workshop.places.get(letter="B").scenario)
    met = ask(table, proposals[0], number=2, words="Met already.")
    settle_condition(who=table.as_member("employers", 2), condition=met, state=ConditionState.MET)

    sides = moved_sides(
        Table(proposals, sides_of(table.workshop), places_of(table.workshop), support_in(table.workshop))
    )
    wishes = {one.side.key: [wish for row in one.carried for wish in row.gains] for one in sides}
    assert [(wish.words.words, [place.letter for place in wish.places]) for wish in wishes["employers"]] == [
        ("Small firms get help.", ["B"])
    ]
    assert wishes["workers"] == []


def test_who_is_not_signed_in_signs_in_first_and_no_other_state_is_taken(table, proposals, opened_by):
    one = ask(table, proposals[0])
    assert "login" in opened_by().post(at(table), typed(table)).url
    wrong = opened_by(table.member("employers")).post(at(table, one.number, name="condition_settle"), {"state": "x"})
    assert wrong.status_code == HTTPStatus.NOT_FOUND


def test_the_page_takes_as_many_statements_with_many_conditions_as_with_one(table, proposals, opened_by):
    client = opened_by(table.member("employers"))

    def statements():
        with CaptureQueriesContext(connection) as found:
            client.get(at(table))
        return len(found)

    ask(table, proposals[0], kind=ConditionKind.REFORM, other=proposals[1])
    few = statements()
    for number in (1, 2, 3):
        ask(table, proposals[0], side="crown", number=number, kind=ConditionKind.REFORM, other=proposals[1])

    assert statements() == few <= MOST_STATEMENTS
