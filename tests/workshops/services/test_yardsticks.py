# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Agreeing by what a side measures: at once before the first lock, from the next lock on after it."""

from dataclasses import replace

import pytest

from tests.factories import AgreementsFactory, council, open_round
from workshops.enums import Act
from workshops.errors import AgreementsError, NotAllowedError, WorkshopError
from workshops.selectors.agreements import Line, agreed_in
from workshops.services.agreements import change_agreements, lock_agreements
from workshops.services.yardsticks import MOST_LINES, change_yardstick

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
LINE = Line(("low_educated",), "unemployment", "down", 0.001, 0.002, 0.12)


@pytest.fixture
def table():
    return council()


@pytest.fixture
def agreed(table):
    return AgreementsFactory(workshop=table.workshop)


def change(table, *lines, **told):
    named = {"title": "Work for the low educated", "source": "Their programme."} | told
    side = table.constituencies["workers"]
    return change_yardstick(who=table.as_facilitator, side=side, lines=lines or (LINE,), **named)


def measures(table, **version):
    one = next(one for one in agreed_in(table.workshop, **version).sides if one.side.key == "workers")
    return [(line.outcome, line.groups, line.floor) for line in one.lines]


def held(table):
    side = table.constituencies["workers"]
    side.refresh_from_db()
    return side.yardstick.said("title")


def test_before_the_first_lock_a_side_measures_by_it_at_once(table, agreed):
    changed = change(table)

    assert changed.version == 1
    assert measures(table) == [("unemployment", ("low_educated",), 0.12)]
    assert held(table) == "Work for the low educated"


def test_after_a_lock_it_holds_only_from_the_next_lock_on(table, agreed):
    before = held(table)
    lock_agreements(who=table.as_facilitator, workshop=table.workshop)
    changed = change(table)

    assert (changed.version, held(table)) == (2, before)
    assert measures(table) == [("unemployment", ("low_educated",), 0.12)]
    assert measures(table, version=1) == [("net_income", ("income_q1",), None)]

    lock_agreements(who=table.as_facilitator, workshop=table.workshop)
    assert held(table) == "Work for the low educated"
    assert measures(table, version=1) == [("net_income", ("income_q1",), None)]


def test_a_later_version_keeps_what_was_not_changed(table, agreed):
    lock_agreements(who=table.as_facilitator, workshop=table.workshop)
    change(table)
    lock_agreements(who=table.as_facilitator, workshop=table.workshop)
    change_agreements(who=table.as_facilitator, workshop=table.workshop, values={"frame_bn": 9.0})

    assert measures(table, version=3) == [("unemployment", ("low_educated",), 0.12)]


def test_the_same_again_changes_nothing(table, agreed):
    change(table)
    change(table)

    assert table.workshop.journal.filter(act=Act.AGREEMENTS_CHANGED).count() == 1


def test_the_journal_tells_what_was_agreed(table, agreed):
    change(table)
    told = table.workshop.journal.get(act=Act.AGREEMENTS_CHANGED).data

    assert told["side"] == "workers"
    assert told["yardstick"] == [
        {"outcome": "unemployment", "group": "low_educated", "better": "down"}
        | {"smallest_difference": 0.001, "tolerance": 0.002, "floor": 0.12}
    ]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"outcome": "happiness"}, "no such outcome"),
        ({"groups": ("government",)}, "no such outcome"),
        ({"better": "sideways"}, "higher or lower"),
        ({"smallest_difference": 0.0}, "more than zero"),
        ({"tolerance": -0.1}, "zero or more"),
        ({"floor": float("nan")}, "Type a number"),
        ({"groups": ("low_educated", "low_educated")}, "twice"),
    ],
)
def test_what_cannot_be_measured_by_is_refused_and_nothing_changes(table, agreed, wrong, words):
    before = held(table)
    with pytest.raises(WorkshopError, match=words):
        change(table, replace(LINE, **wrong))
    assert held(table) == before


def test_a_yardstick_has_a_name_a_source_and_a_few_lines(table, agreed):
    for told in ({"title": " "}, {"source": ""}):
        with pytest.raises(WorkshopError, match="Fill in both"):
            change(table, **told)
    with pytest.raises(WorkshopError, match=f"at most {MOST_LINES} lines"):
        change(table, *[LINE] * (MOST_LINES + 1))
    with pytest.raises(WorkshopError, match="at most 160 characters"):
        change(table, title="a" * 161)


def test_a_side_cannot_go_without_a_line(table, agreed):
    side = table.constituencies["workers"]
    with pytest.raises(WorkshopError, match="at least one line"):
        change_yardstick(who=table.as_facilitator, side=side, title="None", lines=(), source="None.")


def test_nobody_changes_it_but_the_facilitator_and_never_while_a_round_is_open(table):
    side = table.constituencies["workers"]
    open_round(table)
    with pytest.raises(AgreementsError, match="open"):
        change(table)
    with pytest.raises(NotAllowedError):
        change_yardstick(who=table.as_member("workers"), side=side, title="Ours", lines=(LINE,), source="Us.")
