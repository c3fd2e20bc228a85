# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A divided advice is worded by head count, with a footnote that says who."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshops.enums import Body
from workshops.wording import SeatHeld, composition, divided, label, registered, whole

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


def test_the_only_member_present_of_a_side_is_named_as_one():
    seats = [seat for seat in council() if seat.side != "crown" or seat.id == "crown-2"]

    written = registered(["crown-2"], seats, body=Body.COUNCIL, language="nl")

    assert written.footnote == "Dit is het kroonlid Lid crown 2."


def test_the_whole_body_needs_no_footnote():
    seats = council()

    written = registered([seat.id for seat in seats], seats, body=Body.COUNCIL, language="nl")

    assert (written.label, written.footnote) == ("de raad", "")


def test_a_member_who_differs_is_named_with_who_appointed_them():
    seats = council()

    written = registered(["unions-9"], seats, body=Body.COUNCIL, language="nl")

    assert written.label == "één lid van de raad"
    assert written.footnote == "Dit is het werknemerslid Lid unions 9 benoemd door unions B."


def test_a_body_that_speaks_as_one_names_who_differs():
    seats = council()
    chosen = [seat.id for seat in seats if seat.id not in {"employers-7", "crown-3"}]

    written = registered(chosen, seats, body=Body.COUNCIL, language="nl")

    assert written.label == "de raad"
    assert written.footnote == (
        "Met uitzondering van het ondernemerslid Lid employers 7 benoemd door employers B en het kroonlid Lid crown 3."
    )


@given(st.sets(st.sampled_from([seat.id for seat in council()]), min_size=1, max_size=32))
def test_a_composition_can_be_read_back_to_the_same_seats(chosen):
    seats = council()

    told = composition(chosen, seats, language="nl")

    assert read_back(told, seats) == chosen


def read_back(told: str, seats: list[SeatHeld]) -> set[str]:
    """Return the seats that a composition names: by name, else by whole organisation, else by whole side."""
    found = {seat.id for seat in seats if re.search(rf"{seat.person}(?!\d)", told)}
    for side, title, _singular in SIDES:
        members = [seat for seat in seats if seat.side == side]
        whole_organisations = re.search(rf"de {title} benoemd door ((?:{side} [AB](?:, | en )?)+)", told)
        if whole_organisations:
            found |= {seat.id for seat in members if seat.organisation in whole_organisations.group(1)}
        elif re.search(rf"de {title}(?! Lid)", told):
            found |= {seat.id for seat in members}
    return found


@given(st.permutations([seat.id for seat in council()][:12]))
def test_the_order_of_the_ballots_does_not_change_the_words(chosen):
    seats = council()

    assert composition(chosen, seats, language="nl") == composition(sorted(chosen), seats, language="nl")


POSITIONS = ("supports", "opposes", "another")
ANY_DIVISION = st.lists(st.sampled_from([*POSITIONS, "silent"]), min_size=33, max_size=33)


def divide(choices, seats, language="nl"):
    chosen = {key: [seat.id for seat, choice in zip(seats, choices, strict=True) if choice == key] for key in POSITIONS}
    return divided(chosen, seats, body=Body.COUNCIL, language=language, rest="silent")


@given(ANY_DIVISION)
def test_every_seat_present_is_in_exactly_one_position(choices):
    seats = council()

    told = divide(choices, seats)

    assert sorted(seat for one in told for seat in one.seats) == sorted(seat.id for seat in seats)
    assert {one.key: len(one.seats) for one in told} == {key: choices.count(key) for key in set(choices)}


@given(ANY_DIVISION)
def test_every_footnote_leads_back_to_the_seats_of_its_position(choices):
    seats = council()

    for one in divide(choices, seats):
        named = read_back(one.wording.footnote, seats)
        if one.wording.footnote.startswith("Met uitzondering van"):
            named = {seat.id for seat in seats} - named
        assert named == (one.seats if one.wording.footnote else set())
        assert one.wording.footnote or len(one.seats) == len(seats)


@given(ANY_DIVISION, st.randoms(use_true_random=False))
def test_the_order_in_which_seats_and_positions_come_does_not_change_a_word(choices, random):
    seats = council()
    chosen = {key: [seat.id for seat, choice in zip(seats, choices, strict=True) if choice == key] for key in POSITIONS}
    shuffled = {key: random.sample(chosen[key], len(chosen[key])) for key in random.sample(POSITIONS, 3)}

    again = divided(shuffled, seats, body=Body.COUNCIL, language="nl", rest="silent")

    assert again == divide(choices, seats)


@given(ANY_DIVISION)
def test_the_largest_comes_first_parts_are_told_apart_and_who_is_silent_comes_last(choices):
    told = divide(choices, council())

    named = [one for one in told if one.key != "silent"]
    assert [len(one.seats) for one in named] == sorted((len(one.seats) for one in named), reverse=True)
    assert all(one.key != "silent" for one in told[:-1])
    parts = [one.wording.label for one in told if " deel " in one.wording.label]
    assert (
        parts
        == ["een deel van de raad", "een ander deel van de raad", *["nog een ander deel van de raad"] * 2][: len(parts)]
    )
    assert sum(one.wording.label == "de raad" for one in told) <= 1


def test_of_equal_parts_the_side_that_comes_first_at_the_table_comes_first():
    choices = ["another"] * 11 + ["supports"] * 11 + ["opposes"] * 11

    assert [one.key for one in divide(choices, council())] == ["another", "supports", "opposes"]
    assert [one.wording.label for one in divide(choices, council(), "en")] == [
        "part of the council",
        "another part of the council",
        "yet another part of the council",
    ]


def test_when_the_council_speaks_the_others_are_few_and_said_in_the_plural():
    told = divide(["supports"] * 30 + ["opposes"] * 2 + ["silent"], council())

    assert [one.wording.label for one in told] == ["de raad", "enkele leden van de raad", "één lid van de raad"]
    assert [one.wording.is_plural for one in told] == [False, True, False]


@pytest.mark.parametrize(
    ("positions", "why"),
    [({"supports": ["unions-1"], "opposes": ["unions-1"]}, "in two positions"), ({"supports": ["x"]}, "not among")],
)
def test_a_seat_in_two_positions_or_of_nobody_is_refused(positions, why):
    with pytest.raises(ValueError, match=why):
        divided(positions, council(), body=Body.COUNCIL, language="nl", rest="silent")
