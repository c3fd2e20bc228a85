# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A divided advice is worded by head count, with a footnote that says who."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshops.enums import Body
from workshops.wording import SeatHeld, composition, label, registered, whole

SIDES = (
    ("employers", "ondernemersleden", "ondernemerslid"),
    ("unions", "werknemersleden", "werknemerslid"),
    ("crown", "kroonleden", "kroonlid"),
)


def council(size: int = 11) -> list[SeatHeld]:
    seats = []
    for side, title, singular in SIDES:
        for number in range(1, size + 1):
            organisation = "" if side == "crown" else f"{side} {'A' if number <= 6 else 'B'}"
            seats.append(SeatHeld(f"{side}-{number}", side, title, singular, organisation, f"Lid {side} {number}"))
    return seats


@pytest.mark.parametrize(
    ("supporting", "words"),
    [
        (0, "geen lid van de raad"),
        (1, "één lid van de raad"),
        (2, "enkele leden van de raad"),
        (4, "enkele leden van de raad"),
        (5, "een deel van de raad"),
        (28, "een deel van de raad"),
        (29, "de raad"),
        (33, "de raad"),
    ],
)
def test_the_handbooks_words_for_a_council_of_thirty_three(supporting, words):
    assert label(supporting, 33, body=Body.COUNCIL, language="nl") == words


def test_a_larger_council_speaks_as_one_when_at_most_four_differ():
    assert whole(36) == 32
    assert label(31, 36, body=Body.COUNCIL, language="nl") == "een deel van de raad"
    assert label(32, 36, body=Body.COUNCIL, language="nl") == "de raad"


def test_further_parts_are_told_apart():
    words = [label(9, 33, body=Body.COUNCIL, language="nl", part=part) for part in ("first", "second", "further")]

    assert words == ["een deel van de raad", "een ander deel van de raad", "nog een ander deel van de raad"]


def test_a_commission_never_speaks_as_the_council():
    assert label(33, 33, body=Body.COMMISSION, language="nl") == "de commissie"


def test_a_whole_side_is_named_as_such():
    seats = council()
    unions = [seat.id for seat in seats if seat.side == "unions"]

    assert composition(unions, seats, language="nl") == "de werknemersleden"


def test_a_whole_organisation_is_named_by_who_appointed_its_members():
    seats = council()
    chosen = [seat.id for seat in seats if seat.organisation == "unions A"]

    assert composition(chosen, seats, language="nl") == "de werknemersleden benoemd door unions A"


def test_crown_members_are_named_when_not_all_of_them_support():
    seats = council()

    assert composition(["crown-2", "crown-5"], seats, language="nl") == "de kroonleden Lid crown 2 en Lid crown 5"


def test_the_whole_body_needs_no_footnote():
    seats = council()

    written = registered([seat.id for seat in seats], seats, body=Body.COUNCIL, language="nl")

    assert (written.label, written.footnote) == ("de raad", "")


def test_a_member_who_differs_is_named_with_who_appointed_them():
    seats = council()

    written = registered(["unions-9"], seats, body=Body.COUNCIL, language="nl")

    assert written.label == "één lid van de raad"
    assert written.footnote == "Dit is Lid unions 9, werknemerslid, benoemd door unions B."


@given(st.sets(st.sampled_from([seat.id for seat in council()]), min_size=1, max_size=32))
def test_every_supporting_seat_is_in_the_footnote_and_no_other(chosen):
    seats = council()

    told = registered(chosen, seats, body=Body.COUNCIL, language="nl").footnote

    assert {seat.id for seat in seats if is_told(seat, told, seats)} == chosen


def is_told(seat: SeatHeld, told: str, seats: list[SeatHeld]) -> bool:
    """Read a footnote back: by name, by organisation, or by whole side."""
    if f"{seat.person}," in told or f"{seat.person} " in told or f"{seat.person}." in told:
        return True
    by_organisation = f"{seat.side_title} benoemd door"
    after = told.split(by_organisation)[1] if by_organisation in told else ""
    if seat.organisation and seat.organisation in after.split(", Lid")[0].split(" en Lid")[0].split("de kroon")[0]:
        return True
    title = f"de {seat.side_title}"
    named = any(one.person in told for one in seats if one.side == seat.side)
    return title in told and by_organisation not in told and not named


@given(st.permutations([seat.id for seat in council()][:12]))
def test_the_order_of_the_ballots_does_not_change_the_words(chosen):
    seats = council()

    assert composition(chosen, seats, language="nl") == composition(sorted(chosen), seats, language="nl")
