# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages on which a seat votes, and what goes wrong on them."""

import datetime as dt
from http import HTTPStatus

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import (
    PASSWORD,
    JudgementFactory,
    MandateFactory,
    ProposalFactory,
    ReformRevisionFactory,
    UserFactory,
    cast,
    council,
    open_round,
)
from workshops.enums import Holding, Need, RoundState, Stance
from workshops.models import Ballot, Workshop
from workshops.services.ballots import LONGEST_REASON
from workshops.services.rounds import close_round

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
MOST_STATEMENTS = 15


@pytest.fixture
def table():
    table = council()
    Workshop.objects.update(is_public=True)
    return table


@pytest.fixture
def proposals(table):
    side = table.constituencies["workers"]
    return ProposalFactory.create_batch(3, workshop=table.workshop, constituency=side)


@pytest.fixture
def one(table, proposals):
    return open_round(table, proposals=proposals, scenarios=4)


@pytest.fixture
def places(table, one):
    return list(table.workshop.places.select_related("scenario"))


@pytest.fixture
def fatma(table, opened_by):
    return opened_by(table.member("workers"))


def url(table, name="ballot", number=1):
    arguments = [table.workshop.slug] if name in {"ballots", "round_now"} else [table.workshop.slug, number]
    return reverse(f"workshops:{name}", args=arguments)


def filled(table, one, answers, seat=None, **more):
    """Return a sheet as a browser sends it: {place: {field: value}}."""
    seat = seat or table.seat("workers")
    data = {"seat": str(seat.id), "round": str(one.number), "seen": "", "then": "next"}
    for place, fields in answers.items():
        data |= {f"{place.scenario.key}-{name}": str(value) for name, value in fields.items()}
    return data | more


def everywhere(places, **fields):
    return {place: {"need": Need.YES, "stance": Stance.FULL} | fields for place in places}


def told(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def statements(client, address):
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)
    assert response.status_code == HTTPStatus.OK
    return len(asked)


# --- looking ---------------------------------------------------------------------------------------


def test_the_sheet_asks_the_ministers_question_in_every_scenario(table, one, places, fatma):
    page = fatma.get(url(table)).content.decode()

    for place in places:
        assert f"Suppose that scenario {place.letter} becomes reality." in page
    assert page.count("Is new policy then needed on this point?") == 4
    assert page.count("Do you then support this proposal?") == 4
    for words in ("Fully agree", "Can live with it", "Unacceptable", "Abstain", "Not mandated enough"):
        assert page.count(words) == 4


def test_the_sheet_says_who_votes_how_far_one_is_and_who_sees_it(table, one, fatma):
    page = fatma.get(url(table)).content.decode()

    assert "Proposal 1 of 3" in page
    assert "0 of 3 proposals answered" in page
    assert "By name. Everybody sees at once how every seat votes." in page
    assert table.constituencies["workers"].title not in page
    assert f"{table.constituencies['workers'].singular} 1" in page


def test_a_judged_effect_stands_beside_the_question(table, one, places, fatma, proposals):
    JudgementFactory(
        proposal=proposals[0],
        scenario_revision=places[1].revision,
        constituency=table.constituencies["workers"],
        reason="Dat laat de praktijk zien.",
    )

    assert fatma.get(url(table)).content.decode().count("Dat laat de praktijk zien.") == 1


@pytest.mark.parametrize("size", [1, 8])
def test_a_sheet_and_the_overview_cost_as_many_statements_for_one_proposal_as_for_eight(table, opened_by, size):
    side = table.constituencies["workers"]
    chosen = ProposalFactory.create_batch(size, workshop=table.workshop, constituency=side)
    one = open_round(table, proposals=chosen, scenarios=4)
    for poll in one.polls.all():
        for seat in table.seats[:size]:
            cast(poll, seat, Stance.FULL)
    client = opened_by(table.member("workers"))

    looked_up_before = size == 1  # this seat has not answered there yet: one more to find what it answered before
    assert statements(client, url(table)) == 13 + looked_up_before <= MOST_STATEMENTS
    assert statements(client, url(table, "ballots")) == 10 <= MOST_STATEMENTS


def test_a_stranger_signs_in_first_and_a_visitor_without_a_seat_is_told_so(table, one, opened_by):
    to_sign_in = opened_by().get(url(table))
    assert to_sign_in.status_code == HTTPStatus.FOUND
    assert to_sign_in.url.startswith(reverse("login"))

    refused = opened_by(table.facilitator).get(url(table))
    assert refused.status_code == HTTPStatus.FORBIDDEN
    assert "You do not hold a seat" in refused.content.decode()


def test_a_proposal_outside_the_round_has_no_sheet(table, one, fatma):
    assert fatma.get(url(table, number=99)).status_code == HTTPStatus.NOT_FOUND


def test_the_overview_leads_on_where_one_stopped(table, one, places, fatma):
    fatma.post(url(table), filled(table, one, everywhere(places)))
    page = fatma.get(url(table, "ballots")).content.decode()

    assert "1 of 3 proposals answered" in page
    assert "Go on voting" in page
    assert f'href="{url(table, number=2)}"' in page


def test_before_anything_is_prepared_the_overview_says_what_has_to_happen(table, fatma):
    page = fatma.get(url(table, "ballots"))

    assert page.status_code == HTTPStatus.OK
    assert "There is nothing to vote on yet" in page.content.decode()


# --- storing ---------------------------------------------------------------------------------------


def test_answers_are_stored_confirmed_with_the_time_and_the_next_sheet_follows(table, one, places, fatma):
    sent = fatma.post(url(table), filled(table, one, everywhere(places)))

    assert sent.status_code == HTTPStatus.FOUND
    assert sent.url == url(table, number=2)
    assert Ballot.objects.filter(seat=table.seat("workers")).count() == 4
    (words,) = told(sent)
    assert "proposal 1 were stored at" in words
    assert f"{table.constituencies['workers'].singular} 1" in words


def test_after_the_last_sheet_the_overview_says_that_all_is_answered(table, one, places, fatma):
    for number in (1, 2, 3):
        sent = fatma.post(url(table, number=number), filled(table, one, everywhere(places)))

    assert sent.url == url(table, "ballots")
    assert "You have answered everything" in fatma.get(sent.url).content.decode()


def test_one_may_stop_halfway_and_come_back(table, one, places, fatma):
    sent = fatma.post(url(table), filled(table, one, {places[0]: {"stance": Stance.ABSTAIN}}, then="stay"))

    assert sent.url == url(table)
    assert "B, C, D can wait" in told(sent)[0]
    page = fatma.get(sent.url).content.decode()
    assert f'value="{Stance.ABSTAIN}"' in page
    assert Ballot.objects.get().stance == Stance.ABSTAIN


def test_equal_in_all_scenarios_works_without_scripts_and_stores_nothing_yet(table, one, places, fatma):
    answers = {places[1]: {"need": Need.NO, "stance": Stance.OBJECTION, "reason": "Te duur."}}
    filled_in = fatma.post(url(table), filled(table, one, answers, same_as=places[1].scenario.key))

    assert filled_in.status_code == HTTPStatus.OK
    page = filled_in.content.decode()
    assert page.count("Te duur.") == 4
    assert page.count(" checked") == 8
    assert Ballot.objects.count() == 0


def test_everything_is_wrong_at_once_and_nothing_typed_is_lost(table, one, places, fatma):
    answers = {
        places[0]: {"stance": Stance.OBJECTION},
        places[1]: {"reason": "Eerst scholing."},
        places[2]: {"stance": Stance.FULL, "would_change": "x" * (LONGEST_REASON + 7)},
    }
    refused = fatma.post(url(table), filled(table, one, answers))

    assert refused.status_code == HTTPStatus.BAD_REQUEST
    page = refused.content.decode()
    assert "Scenario A: Give a reason" in page
    assert "Scenario B: Choose an answer as well" in page
    assert f"Scenario C: Use at most {LONGEST_REASON} characters; now there are {LONGEST_REASON + 7}" in page
    assert "Eerst scholing." in page
    assert "x" * (LONGEST_REASON + 7) in page
    assert Ballot.objects.count() == 0


def test_an_empty_sheet_is_not_stored(table, one, places, fatma):
    refused = fatma.post(url(table), filled(table, one, {}))

    assert refused.status_code == HTTPStatus.BAD_REQUEST
    assert "nothing to store yet" in refused.content.decode()


def test_a_vote_that_does_not_exist_is_refused(table, one, places, fatma):
    refused = fatma.post(url(table), filled(table, one, {places[0]: {"stance": "6"}}))

    assert refused.status_code == HTTPStatus.BAD_REQUEST
    assert Ballot.objects.count() == 0


def test_a_script_in_a_reason_is_shown_as_text(table, one, places, fatma):
    reason = "<script>alert('x')</script>"
    fatma.post(url(table), filled(table, one, everywhere(places, stance=Stance.OBJECTION, reason=reason), then="stay"))
    page = fatma.get(url(table)).content.decode()

    assert Ballot.objects.first().reason == reason
    assert reason not in page
    assert "&lt;script&gt;" in page


def test_two_megabytes_of_text_are_refused_with_words(table, one, places, fatma):
    answers = {places[0]: {"stance": Stance.FULL, "reason": "x" * 2_000_000}}
    refused = fatma.post(url(table), filled(table, one, answers))

    assert refused.status_code == HTTPStatus.BAD_REQUEST
    assert "We could not read what you sent" in refused.content.decode()
    assert Ballot.objects.count() == 0


def test_lines_of_a_reason_are_kept_as_typed(table, one, places, fatma):
    fatma.post(url(table), filled(table, one, {places[0]: {"stance": "3", "reason": "Eerst dit.\r\nDan dat."}}))

    assert Ballot.objects.get().reason == "Eerst dit.\nDan dat."


# --- twice, in two tabs, by two people ---------------------------------------------------------------


def test_a_double_submit_stores_once_and_the_way_back_still_leads_to_before(table, one, places, fatma):
    data = filled(table, one, everywhere(places), then="stay")
    fatma.post(url(table), data)
    again = fatma.post(url(table), data)

    assert again.status_code == HTTPStatus.FOUND
    assert Ballot.objects.count() == 4
    fatma.post(url(table, "ballot_undo"), {"seat": data["seat"], "round": data["round"]})
    assert Ballot.objects.count() == 0


def test_another_tab_is_not_overwritten_unseen(table, one, places, fatma):
    fatma.post(url(table), filled(table, one, everywhere(places)))
    old_tab = filled(table, one, everywhere(places, stance=Stance.OBJECTION, reason="Te duur."))
    refused = fatma.post(url(table), old_tab)

    assert refused.status_code == HTTPStatus.CONFLICT
    page = refused.content.decode()
    assert "These answers were changed at" in page
    assert page.count("Te duur.") == 4
    assert set(Ballot.objects.values_list("stance", flat=True)) == {Stance.FULL}

    seen = max(Ballot.objects.values_list("cast_at", flat=True)).isoformat()
    fatma.post(url(table), old_tab | {"seen": seen})
    assert set(Ballot.objects.values_list("stance", flat=True)) == {Stance.OBJECTION}


def test_a_substitute_is_told_so_and_does_not_overwrite_the_member_unseen(table, one, places, fatma, opened_by):
    sanne = UserFactory()
    MandateFactory(seat=table.seat("workers"), person=sanne, holding=Holding.SUBSTITUTE)
    substitute = opened_by(sanne)
    assert "You are the substitute for this seat" in substitute.get(url(table)).content.decode()

    fatma.post(url(table), filled(table, one, everywhere(places)))
    refused = substitute.post(url(table), filled(table, one, everywhere(places, stance=Stance.ABSTAIN)))

    assert refused.status_code == HTTPStatus.CONFLICT
    assert set(Ballot.objects.values_list("stance", flat=True)) == {Stance.FULL}


def test_who_holds_two_seats_chooses_for_which_to_vote(table, one, places, opened_by):
    sanne, seats = UserFactory(), [table.seat("workers", 1), table.seat("workers", 2)]
    for seat in seats:
        MandateFactory(seat=seat, person=sanne, holding=Holding.SUBSTITUTE)
    client = opened_by(sanne)
    page = client.get(f"{url(table)}?seat={seats[1].id}").content.decode()
    assert f'name="seat" value="{seats[1].id}"' in page
    assert f"?seat={seats[0].id}" in page

    sent = client.post(url(table), filled(table, one, everywhere(places), seat=seats[1]))

    assert sent.url == f"{url(table, number=2)}?seat={seats[1].id}"
    assert set(Ballot.objects.values_list("seat", flat=True)) == {seats[1].id}


@pytest.mark.parametrize("name", ["ballot", "ballot_take_back", "ballot_undo"])
def test_nobody_touches_the_seat_of_somebody_else(table, one, places, fatma, name):
    cast(one.polls.first(), table.seat("crown"), Stance.FULL)
    data = filled(table, one, everywhere(places, stance=Stance.ABSTAIN), seat=table.seat("crown"))
    refused = fatma.post(url(table, name), data)

    assert refused.status_code == HTTPStatus.FORBIDDEN
    assert "You do not hold this seat" in refused.content.decode()
    assert list(Ballot.objects.values_list("stance", flat=True)) == [Stance.FULL]


def test_a_seat_that_is_no_seat_is_refused(table, one, fatma):
    assert fatma.get(f"{url(table)}?seat=nonsense").status_code == HTTPStatus.FORBIDDEN


# --- undoing and taking back -------------------------------------------------------------------------


def undo_form(page):
    return "ballot_undo" in page or "/undo" in page


def test_undo_puts_back_what_stood_before(table, one, places, fatma):
    first = everywhere(places, stance=Stance.RESERVATIONS, reason="Eerst scholing.")
    fatma.post(url(table), filled(table, one, first))
    seen = max(Ballot.objects.values_list("cast_at", flat=True)).isoformat()
    sent = fatma.post(url(table), filled(table, one, everywhere(places, stance=Stance.ABSTAIN), seen=seen))
    assert f'action="{url(table, "ballot_undo")}"' in fatma.get(sent.url).content.decode()

    who = {"seat": str(table.seat("workers").id), "round": str(one.number)}
    undone = fatma.post(url(table, "ballot_undo"), who)

    assert "Undone." in told(undone)[0]
    assert set(Ballot.objects.values_list("stance", "reason")) == {(Stance.RESERVATIONS, "Eerst scholing.")}
    twice = fatma.post(url(table, "ballot_undo"), who)
    assert "nothing to undo" in told(twice)[-1]


def test_undo_of_a_first_answer_takes_it_back(table, one, places, fatma):
    fatma.post(url(table), filled(table, one, {places[0]: {"stance": Stance.FULL}}))
    fatma.post(url(table, "ballot_undo"), {"seat": str(table.seat("workers").id), "round": str(one.number)})

    assert Ballot.objects.count() == 0


def test_undo_leaves_what_was_changed_elsewhere_since(table, one, places, fatma, opened_by):
    fatma.post(url(table), filled(table, one, everywhere(places)))
    seen = max(Ballot.objects.values_list("cast_at", flat=True)).isoformat()
    phone = opened_by(table.member("workers"))
    phone.post(url(table), filled(table, one, everywhere(places, stance=Stance.ABSTAIN), seen=seen))

    fatma.post(url(table, "ballot_undo"), {"seat": str(table.seat("workers").id), "round": str(one.number)})

    assert set(Ballot.objects.values_list("stance", flat=True)) == {Stance.ABSTAIN}


def test_the_flash_offers_the_undo_once(table, one, places, fatma):
    sent = fatma.post(url(table), filled(table, one, everywhere(places)))

    assert undo_form(fatma.get(sent.url).content.decode())
    assert not undo_form(fatma.get(sent.url).content.decode())


def test_answers_can_be_taken_back_and_that_can_be_undone(table, one, places, fatma):
    fatma.post(url(table), filled(table, one, everywhere(places)))
    who = {"seat": str(table.seat("workers").id), "round": str(one.number)}
    fatma.post(url(table, "ballot_take_back"), who)
    assert Ballot.objects.count() == 0

    fatma.post(url(table, "ballot_undo"), who)
    assert Ballot.objects.count() == 4


@pytest.mark.parametrize("name", ["ballot_take_back", "ballot_undo"])
def test_acts_are_not_done_by_looking(table, one, fatma, name):
    assert fatma.get(url(table, name)).status_code == HTTPStatus.METHOD_NOT_ALLOWED


# --- closed ------------------------------------------------------------------------------------------


def test_a_round_that_closed_while_typing_says_so_and_keeps_what_was_typed_in_sight(table, one, places, fatma):
    fatma.post(url(table), filled(table, one, {places[0]: {"stance": Stance.FULL}}))
    seen = Ballot.objects.get().cast_at.isoformat()
    close_round(who=table.as_facilitator, one=one)
    late = everywhere(places, stance=Stance.OBJECTION, reason="Toch te duur.")
    refused = fatma.post(url(table), filled(table, one, late, seen=seen))

    assert refused.status_code == HTTPStatus.CONFLICT
    page = refused.content.decode()
    assert "This round is not open: your ballot was not stored." in page
    assert page.count("Toch te duur.") == 4
    assert "Store and go on" not in page
    assert Ballot.objects.get().stance == Stance.FULL


def test_a_closed_sheet_shows_what_was_answered_and_no_form(table, one, places, fatma):
    fatma.post(url(table), filled(table, one, everywhere(places, reason="Goed plan.")))
    close_round(who=table.as_facilitator, one=one)
    page = fatma.get(url(table)).content.decode()

    assert "was closed on" in page
    assert page.count("Goed plan.") == 4
    assert "data-keep" not in page


@pytest.mark.parametrize("name", ["ballot_take_back", "ballot_undo"])
def test_after_closing_nothing_is_taken_back_or_undone(table, one, places, fatma, name):
    fatma.post(url(table), filled(table, one, everywhere(places)))
    close_round(who=table.as_facilitator, one=one)
    refused = fatma.post(
        url(table, name), {"seat": str(table.seat("workers").id), "round": str(one.number)}, follow=True
    )

    assert "not open" in refused.content.decode()
    assert Ballot.objects.count() == 4


def test_a_prepared_round_can_be_read_and_not_answered(table, one, places, fatma):
    one.state = RoundState.DRAFT
    one.save()
    assert "is not open yet" in fatma.get(url(table)).content.decode()

    refused = fatma.post(url(table), filled(table, one, everywhere(places)))
    assert refused.status_code == HTTPStatus.CONFLICT
    assert Ballot.objects.count() == 0


def test_an_earlier_round_stays_readable_after_the_next_opened(table, one, places, fatma):
    fatma.post(url(table), filled(table, one, everywhere(places, reason="In ronde een.")))
    close_round(who=table.as_facilitator, one=one)
    open_round(table, proposals=list(table.workshop.proposals.all()))

    assert "In ronde een." in fatma.get(f"{url(table)}?round=1").content.decode()
    assert "In ronde een." not in fatma.get(url(table)).content.decode()


# --- signed out --------------------------------------------------------------------------------------


def test_an_expired_session_loses_nothing_that_was_filled_in(table, one, places, opened_by):
    client = opened_by(table.member("workers"))
    client.logout()
    data = filled(table, one, everywhere(places, stance=Stance.OBJECTION, reason="Een lange redenering."))
    to_sign_in = client.post(url(table), data)
    assert to_sign_in.status_code == HTTPStatus.FOUND
    assert Ballot.objects.count() == 0

    back = client.post(to_sign_in.url, {"username": table.member("workers").username, "password": PASSWORD})
    page = client.get(back.url).content.decode()

    assert page.count("Een lange redenering.") == 4
    assert "it is not stored yet" in page
    assert "Een lange redenering." not in client.get(back.url).content.decode()


def test_what_was_kept_is_shown_to_nobody_else(table, one, places, opened_by):
    client = opened_by()
    data = filled(table, one, everywhere(places, reason="Alleen voor mij."))
    client.post(url(table), data)
    client.force_login(table.member("crown"))

    assert "Alleen voor mij." not in client.get(url(table)).content.decode()


def test_a_flood_of_text_from_a_stranger_is_not_kept(table, one, places, opened_by):
    client = opened_by()
    client.post(url(table), filled(table, one, {places[0]: {"reason": "x" * 50_000}}))

    assert "kept_ballot" not in client.session


def test_a_closed_workshop_gives_nothing_away_to_strangers(table, one, opened_by):
    Workshop.objects.update(is_public=False)

    assert opened_by(UserFactory()).get(url(table)).status_code == HTTPStatus.NOT_FOUND
    assert opened_by().get(url(table, "ballots")).status_code == HTTPStatus.NOT_FOUND


# --- live --------------------------------------------------------------------------------------------


def test_the_piece_that_tells_the_rounds_state_is_not_sent_twice(table, one, fatma):
    first = fatma.get(url(table, "round_now"))
    assert "Round 1, open since" in first.content.decode()
    again = fatma.get(url(table, "round_now"), headers={"if-none-match": first["ETag"]})
    assert again.status_code == HTTPStatus.NOT_MODIFIED

    close_round(who=table.as_facilitator, one=one)
    changed = fatma.get(url(table, "round_now"), headers={"if-none-match": first["ETag"]})
    assert changed.status_code == HTTPStatus.OK
    assert "Nothing can be stored any more" in changed.content.decode()


def test_dates_are_in_the_language_of_the_reader(table, one, opened_by):
    one.opened_at = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
    one.save()

    assert "24 november 2026" in opened_by(table.member("workers"), "nl").get(url(table)).content.decode()
    assert "24 November 2026" in opened_by(table.member("workers"), "en").get(url(table)).content.decode()


def next_round_on_the_same(table, one, proposals):
    """Close the round after one seat answered one scenario of proposal 1, and ask the same again."""
    poll = one.polls.filter(proposal__number=1).first()
    cast(poll, table.seat("workers"), Stance.LIVE_WITH, need=Need.YES, reason="Nog steeds.")
    type(one).objects.filter(pk=one.pk).update(state=RoundState.CLOSED)
    following = open_round(table, proposals=proposals)
    following.polls.filter(proposal=poll.proposal).update(reform_revision=poll.reform_revision)
    return following


def stays(table, following):
    return {"seat": str(table.seat("workers").id), "round": str(following.number)}


def test_my_vote_stays_stores_what_was_answered_about_the_same_text_before(table, one, proposals, fatma):
    following = next_round_on_the_same(table, one, proposals)
    assert url(table, "ballot_stay") in fatma.get(url(table)).content.decode()

    fatma.post(url(table, "ballot_stay"), stays(table, following))

    kept = Ballot.objects.get(poll__round=following)
    assert (kept.stance, kept.need, kept.reason) == (Stance.LIVE_WITH, Need.YES, "Nog steeds.")
    assert url(table, "ballot_stay") not in fatma.get(url(table)).content.decode()


def test_a_vote_about_another_text_does_not_stay(table, one, proposals, fatma):
    following = next_round_on_the_same(table, one, proposals)
    following.polls.update(reform_revision=ReformRevisionFactory())
    assert url(table, "ballot_stay") not in fatma.get(url(table)).content.decode()

    fatma.post(url(table, "ballot_stay"), stays(table, following))
    assert not Ballot.objects.filter(poll__round=following).exists()
