# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Letting people sit down: from a table, whole or not at all; roles; the end of either; invitations."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.tokens import default_token_generator
from django.utils import timezone

from tests.factories import UserFactory, council
from workshops.enums import Act, Role
from workshops.errors import NotAllowedError, WorkshopError
from workshops.models import Delegation, Mandate, Participation, Seat, User
from workshops.selectors.people import standing_of
from workshops.selectors.table_plan import lines_of, table_plan
from workshops.services.invitations import invite
from workshops.services.seating import COLUMNS, end_mandate, give_role, rows_of_table, seat_people, take_role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
HEAD = ",".join(COLUMNS)


@pytest.fixture
def table():
    return council()


def bring(table, *lines, head=HEAD, who=None):
    rows = rows_of_table("\n".join([head, *lines]))
    return seat_people(who=who or table.as_facilitator, workshop=table.workshop, rows=rows)


def test_a_line_makes_seat_organisation_account_and_mandate(table):
    added = bring(table, "workers,Bond De Schakel,9,member,Ans de Wit,ans@example.org,2026-01-01,2028-12-31")

    assert (added.seats, added.people, added.mandates) == (1, 1, 1)
    held = Mandate.objects.get(person__username="ans@example.org")
    assert (held.seat.number, held.seat.delegation.name, held.ends_on) == (9, "Bond De Schakel", date(2028, 12, 31))
    assert not held.person.has_usable_password()
    assert standing_of(held.person, table.workshop, day=date(2027, 1, 1)).has_seat
    assert not standing_of(held.person, table.workshop, day=date(2029, 1, 1)).has_seat


def test_the_same_table_twice_changes_nothing_and_leaves_no_line(table):
    line = "workers,Bond,9,member,Ans de Wit,ans,,"
    bring(table, line)
    assert bring(table, line).is_nothing
    assert table.workshop.journal.filter(act=Act.PEOPLE_SEATED).count() == 1


def test_what_is_handed_out_can_be_brought_in_again(table):
    bring(table, "workers,Bond,9,member,Ans de Wit,ans,,", "workers,Bond,9,substitute,Bo Bos,bo,,", "workers,,10,,,,,")
    plan = table_plan(table.workshop, day=timezone.localdate())

    assert bring(table, *(",".join(line) for line in lines_of(plan))).is_nothing


def test_a_substitute_stands_in_for_several_seats(table):
    bring(table, *(f"workers,Bond,{seat},substitute,Bo Bos,bo,," for seat in (1, 2, 3)))
    standing = standing_of(User.objects.get(username="bo"), table.workshop, day=timezone.localdate())

    assert len(standing.stands_in) == 3


@pytest.mark.parametrize("between", [";", "\t"])
def test_a_table_comes_from_any_spreadsheet(table, between):
    lines = [between.join(("workers", "Bond", "9", "", "Ans", "ans", "", "")) for _ in range(1)]
    assert bring(table, *lines, head="\ufeff" + between.join(COLUMNS)).mandates == 1


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("elves,,1,,,,,", "no constituency “elves”"),
        ("workers,,many,,,,,", "not “many”"),
        ("workers,,0,,,,,", "from 1 to 200"),
        ("workers,,²,,,,,", "not “²”"),
        ("workers,,9,chair,A,a,,", "not by “chair”"),
        ("workers,,9,,A,,,", "or neither"),
        ("workers,,9,,A,a,soon,", "“soon” is no day"),
        ("workers,,9,,A,a,2027-01-02,2027-01-01", "lies before the first"),
        (f"workers,,9,,{'a' * 121},a,,", "longer than 120"),
        ("workers,,1,member,Somebody Else,else,,", "is the member on seat workers 1"),
        ("workers,,9,,Not The Same,known,,", "somebody else signs in as known"),
    ],
)
def test_a_wrong_line_is_named_and_nothing_is_brought_in(table, line, words):
    UserFactory(username="known", name="Known Already")
    before = (Seat.objects.count(), User.objects.count(), Delegation.objects.count())
    with pytest.raises(WorkshopError) as refused:
        bring(table, "workers,New,8,,Right,right,,", line)

    assert f"Line 3: {words}" in refused.value.message or words in refused.value.message
    assert "Line 3" in refused.value.message
    assert (Seat.objects.count(), User.objects.count(), Delegation.objects.count()) == before


def test_two_members_on_one_seat_in_one_table_are_refused(table):
    with pytest.raises(WorkshopError, match="Line 3: Ans is the member"):
        bring(table, "workers,,9,,Ans,ans,,", "workers,,9,,Bo,bo,,")


def test_a_missing_column_is_named(table):
    with pytest.raises(WorkshopError, match="no column seat"):
        bring(table, head="constituency,organisation")


def test_a_successor_sits_down_after_the_last_day(table):
    held = Mandate.objects.get(seat=table.seat("workers"), person=table.member("workers"))
    today = timezone.localdate()
    end_mandate(who=table.as_secretary, mandate=held, on=today)
    bring(table, f"workers,,1,member,Successor,next,{today + timedelta(days=1)},")

    tomorrow = today + timedelta(days=1)
    assert standing_of(held.person, table.workshop, day=today).has_seat
    assert not standing_of(held.person, table.workshop, day=tomorrow).has_seat
    assert standing_of(User.objects.get(username="next"), table.workshop, day=tomorrow).has_seat
    with pytest.raises(WorkshopError, match="before the day"):
        end_mandate(who=table.as_secretary, mandate=held, on=held.starts_on - timedelta(days=1))


def test_a_role_is_given_and_ended_but_a_workshop_keeps_a_facilitator(table):
    given = give_role(
        who=table.as_facilitator, workshop=table.workshop, sign_in="obs", name="Onlooker", role=Role.OBSERVER
    )
    assert Role.OBSERVER in standing_of(given.person, table.workshop, day=timezone.localdate()).roles
    take_role(who=table.as_facilitator, participation=given)
    assert not Participation.objects.filter(person=given.person).exists()

    last = Participation.objects.get(workshop=table.workshop, role=Role.FACILITATOR)
    with pytest.raises(WorkshopError, match="needs a facilitator"):
        take_role(who=table.as_facilitator, participation=last)


def test_somebody_unknown_needs_a_name(table):
    with pytest.raises(WorkshopError, match="give the name"):
        give_role(who=table.as_facilitator, workshop=table.workshop, sign_in="obs", name="", role=Role.OBSERVER)


def test_an_invitation_opens_the_account_of_who_has_no_password_only(table):
    bring(table, "workers,,9,,Ans,ans,,")
    ans = User.objects.get(username="ans")
    _key, token = invite(who=table.as_facilitator, workshop=table.workshop, person=ans)
    assert default_token_generator.check_token(ans, token)

    ans.set_password("klok-brug-vlieger")
    ans.save()
    assert not default_token_generator.check_token(ans, token)
    with pytest.raises(WorkshopError, match="has a password already"):
        invite(who=table.as_facilitator, workshop=table.workshop, person=ans)


def test_nobody_is_invited_from_outside_the_workshop(table):
    stranger = UserFactory()
    stranger.set_unusable_password()
    stranger.save()
    with pytest.raises(NotAllowedError, match="does not take part"):
        invite(who=table.as_facilitator, workshop=table.workshop, person=stranger)


def test_who_has_only_a_seat_does_none_of_it(table):
    member = table.as_member("workers")
    held = Mandate.objects.first()
    for act in (
        lambda: bring(table, "workers,,9,,Ans,ans,,", who=member),
        lambda: end_mandate(who=member, mandate=held, on=timezone.localdate()),
        lambda: give_role(who=member, workshop=table.workshop, sign_in="a", name="A", role=Role.FACILITATOR),
        lambda: take_role(who=member, participation=Participation.objects.first()),
        lambda: invite(who=member, workshop=table.workshop, person=held.person),
    ):
        with pytest.raises(NotAllowedError):
            act()
