# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Choosing, opening, watching and closing a round, on the page."""

from http import HTTPStatus

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import (
    AgreementsFactory,
    MandateFactory,
    ProposalFactory,
    UserFactory,
    WorkshopScenarioFactory,
    cast,
    council,
    open_round,
)
from workshops.enums import Act, BallotMode, Holding, ProposalState, RoundState, Stance
from workshops.models import Proposal, Round, Workshop
from workshops.services.rounds import prepare_round

pytestmark = pytest.mark.django_db
MOST_STATEMENTS = 15


@pytest.fixture
def table():
    table = council()
    Workshop.objects.update(is_public=True)
    WorkshopScenarioFactory.create_batch(2, workshop=table.workshop)
    return table


@pytest.fixture
def joost(table, opened_by):
    return opened_by(table.facilitator)


def propose(table, count):
    return ProposalFactory.create_batch(count, workshop=table.workshop, constituency=table.constituencies["workers"])


def url(table, name, *more):
    return reverse(f"workshops:{name}", args=[table.workshop.slug, *more])


def chosen(numbers, reasons=None):
    return {f"choose-{number}": "on" for number in numbers} | {
        f"reason-{number}": words for number, words in (reasons or {}).items()
    }


def prepared(table, count=2):
    return prepare_round(who=table.as_facilitator, workshop=table.workshop, chosen=propose(table, count), parked={})


@pytest.mark.parametrize("name", ["agenda", "round_open", "round_close"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_only_the_facilitator_prepares_opens_and_closes(table, opened_by, name, method):
    open_round(table)
    for person in (None, table.secretary, table.member("workers")):
        assert getattr(opened_by(person), method)(url(table, name)).status_code == HTTPStatus.FORBIDDEN
    assert Round.objects.get().is_open


# --- the agenda --------------------------------------------------------------------------------------


def ticked(page):
    """How many proposals are chosen; one of the ways of voting always is."""
    return page.count(" checked") - 1


def test_what_fits_in_a_round_is_chosen_to_begin_with(table, joost):
    propose(table, 3)
    assert ticked(joost.get(url(table, "agenda")).content.decode()) == 3


def test_nine_proposals_leave_the_choice_to_the_facilitator(table, joost):
    propose(table, 9)
    assert ticked(joost.get(url(table, "agenda")).content.decode()) == 0


def test_a_choice_prepares_the_round_and_leads_to_opening_it(table, joost):
    propose(table, 2)
    sent = joost.post(url(table, "agenda"), chosen([1], {2: "Eerst uitwerken."}))

    assert sent.url == url(table, "round_open")
    assert Round.objects.get().state == RoundState.DRAFT
    assert Proposal.objects.get(number=2).parked_because == "Eerst uitwerken."


def test_too_many_and_missing_reasons_are_said_at_once_and_nothing_is_lost(table, joost):
    propose(table, 11)
    refused = joost.post(url(table, "agenda"), chosen(range(1, 10), {10: "Overlapt met voorstel 2."}))

    assert refused.status_code == HTTPStatus.BAD_REQUEST
    page = refused.content.decode()
    assert "You chose 9: 1 too many." in page
    assert page.count("Say why this proposal waits") == 2  # once in the summary, once at the field
    assert "Overlapt met voorstel 2." in page
    assert page.count(" checked") == 9
    assert not Round.objects.exists()


def test_choosing_nothing_is_refused(table, joost):
    propose(table, 1)
    refused = joost.post(url(table, "agenda"), chosen([], {1: "Later."}))

    assert refused.status_code == HTTPStatus.BAD_REQUEST
    assert "at least one proposal" in refused.content.decode()


@pytest.mark.parametrize(
    ("way", "mode", "is_live"),
    [
        ("live", BallotMode.NAMED, True),
        ("named", BallotMode.NAMED, False),
        ("pseudonym", BallotMode.PSEUDONYMOUS, False),
        ("secret", BallotMode.SECRET, False),
    ],
)
def test_the_facilitator_chooses_how_the_seats_vote(table, joost, way, mode, is_live):
    propose(table, 1)
    joost.post(url(table, "agenda"), chosen([1]) | {"ballots": way})
    one = Round.objects.get()
    assert (one.mode, one.is_live) == (mode, is_live)


def test_an_unknown_way_of_voting_is_refused(table, joost):
    propose(table, 1)
    refused = joost.post(url(table, "agenda"), chosen([1]) | {"ballots": "open"})
    assert refused.status_code == HTTPStatus.BAD_REQUEST
    assert not Round.objects.exists()


def test_a_proposal_tabled_meanwhile_is_not_forgotten(table, joost, monkeypatch):
    propose(table, 1)
    page = joost.get(url(table, "agenda"))
    assert page.status_code == HTTPStatus.OK
    propose(table, 1)
    refused = joost.post(url(table, "agenda"), chosen([1]))

    assert refused.status_code == HTTPStatus.BAD_REQUEST
    assert "Say why this proposal waits" in refused.content.decode()


def test_while_a_round_is_open_the_agenda_says_what_to_do(table, joost):
    open_round(table)
    page = joost.get(url(table, "agenda")).content.decode()

    assert "Close it before you prepare the next" in page
    assert url(table, "round_close") in page
    assert "Prepare the round" not in page


def test_the_agenda_can_be_changed_until_the_round_opens(table, joost):
    first, second = propose(table, 2)
    joost.post(url(table, "agenda"), chosen([1], {2: "Later."}))
    joost.post(url(table, "agenda"), chosen([2], {1: "Toch niet."}))
    first.refresh_from_db()
    second.refresh_from_db()

    assert (first.state, second.state) == (ProposalState.PARKED, ProposalState.TABLED)
    assert set(Round.objects.get().polls.values_list("proposal__number", flat=True)) == {2}


def test_a_script_in_a_reason_to_park_is_shown_as_text(table, joost):
    propose(table, 2)
    joost.post(url(table, "agenda"), chosen([1], {2: "<script>x</script>"}))

    for page in (url(table, "agenda"), url(table, "journal")):
        assert "<script>x" not in joost.get(page).content.decode()


# --- opening and closing -----------------------------------------------------------------------------


def test_a_round_does_not_open_before_the_agreements_are_locked_and_it_says_what_to_do(table, joost):
    prepared(table)
    AgreementsFactory(workshop=table.workshop)
    page = joost.get(url(table, "round_open")).content.decode()
    assert "The agreements beforehand are not locked." in page
    assert url(table, "agreements") in page

    refused = joost.post(url(table, "round_open"))
    assert refused.url == url(table, "agreements")
    assert "Lock the agreements beforehand first" in joost.get(refused.url).content.decode()
    assert Round.objects.get().state == RoundState.DRAFT


def test_opening_says_who_may_vote_and_on_what_and_is_done_once(table, joost):
    one = prepared(table)
    AgreementsFactory(workshop=table.workshop, locked=True)
    page = joost.get(url(table, "round_open")).content.decode()
    assert "3 seats" in page
    assert one.polls.first().reform_revision.title in page

    assert joost.post(url(table, "round_open")).url == url(table, "turnout")
    again = joost.post(url(table, "round_open"), follow=True)
    assert "No round is waiting to be opened" in again.content.decode()
    assert table.workshop.journal.filter(act=Act.ROUND_OPENED).count() == 1


def test_closing_shows_the_turnout_first_and_is_done_once(table, joost):
    one = open_round(table)
    for poll in one.polls.all():
        cast(poll, table.seat("crown"), Stance.FULL)
    page = joost.get(url(table, "round_close")).content.decode()
    assert "1 of 9 seats have answered everything" in page
    one.refresh_from_db()
    assert one.is_open

    done = joost.post(url(table, "round_close"), follow=True)
    assert "Round 1 is closed." in done.content.decode()
    again = joost.post(url(table, "round_close"), follow=True)
    assert "nothing to close" in again.content.decode()


def test_annulling_keeps_what_was_typed_until_it_is_done_and_is_done_once(table, joost):
    one = open_round(table)
    here = url(table, "round_annul", one.number)
    assert here in joost.get(url(table, "turnout")).content.decode()

    refused = joost.post(here, {"because": "te lang " * 100})
    assert refused.status_code == HTTPStatus.BAD_REQUEST
    assert "Use at most 500 characters" in refused.content.decode()
    assert "te lang te lang" in refused.content.decode()
    assert joost.post(here, {"because": " "}).status_code == HTTPStatus.BAD_REQUEST
    one.refresh_from_db()
    assert one.is_open

    done = joost.post(here, {"because": "The wrong text was voted on."}, follow=True)
    assert "Round 1 is annulled" in done.content.decode()
    again = joost.post(here, {"because": "Again."}, follow=True)
    assert "no such round" in again.content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
def test_only_the_facilitator_annuls(table, opened_by, method):
    one = open_round(table)
    here = url(table, "round_annul", one.number)
    for person in (None, table.secretary, table.member("workers")):
        assert getattr(opened_by(person), method)(here).status_code == HTTPStatus.FORBIDDEN
    one.refresh_from_db()
    assert one.is_open


# --- turnout -----------------------------------------------------------------------------------------


def test_turnout_is_told_per_side_to_who_takes_part(table, opened_by):
    one = open_round(table)
    first, _second = one.polls.all()
    cast(first, table.seat("workers", 1), Stance.FULL)
    for poll in one.polls.all():
        cast(poll, table.seat("workers", 2), Stance.FULL)
    page = opened_by(table.member("crown")).get(url(table, "turnout")).content.decode()

    assert "1 of 9 seats have answered everything" in page
    assert "1 has begun" in page
    assert table.member("workers", 3).name not in page


def test_the_facilitator_sees_who_has_not_answered_and_not_what_anybody_answered(table, joost):
    one = open_round(table)
    for poll in one.polls.all():
        cast(poll, table.seat("workers", 2), Stance.UNACCEPTABLE, reason="Nooit.")
    MandateFactory(seat=table.seat("workers", 3), person=UserFactory(name="Sanne Bos"), holding=Holding.SUBSTITUTE)
    page = joost.get(url(table, "turnout")).content.decode()

    assert table.member("workers", 1).name in page
    assert table.member("workers", 2).name not in page
    assert "substitute: Sanne Bos" in page
    assert "Nooit." not in page


def test_the_list_of_who_has_not_answered_is_for_rounds_by_name_only(table, joost):
    open_round(table)
    Round.objects.update(mode="pseudonym")

    assert table.member("workers", 1).name not in joost.get(url(table, "turnout")).content.decode()


def test_strangers_do_not_see_turnout(table, opened_by):
    open_round(table)
    for name in ("turnout", "turnout_now"):
        assert opened_by().get(url(table, name)).status_code == HTTPStatus.FORBIDDEN


def test_before_the_first_round_there_is_no_turnout_yet(table, joost):
    prepared(table)
    assert "No round has been opened yet" in joost.get(url(table, "turnout")).content.decode()


def test_the_piece_of_turnout_changes_with_a_ballot_and_not_otherwise(table, joost):
    one = open_round(table)
    first = joost.get(url(table, "turnout_now"))
    again = joost.get(url(table, "turnout_now"), headers={"if-none-match": first["ETag"]})
    assert again.status_code == HTTPStatus.NOT_MODIFIED

    for poll in one.polls.all():
        cast(poll, table.seat("crown"), Stance.FULL)
    changed = joost.get(url(table, "turnout_now"), headers={"if-none-match": first["ETag"]})
    assert 'data-live-announce="1 of 9 seats have answered everything"' in changed.content.decode()
    assert table.member("workers").name in joost.get(url(table, "turnout_now") + "?seats").content.decode()
    assert table.member("workers").name not in changed.content.decode()


@pytest.mark.parametrize("size", [1, 8])
def test_the_pages_cost_as_many_statements_for_one_proposal_as_for_eight(table, joost, size):
    expected = {"agenda": 8, "turnout": 8, "round_close": 8, "turnout_now": 8}
    one = open_round(table, proposals=propose(table, size))
    for poll in one.polls.all():
        for seat in table.seats[:size]:
            cast(poll, seat, Stance.FULL)
    found = {}
    for name in expected:
        with CaptureQueriesContext(connection) as asked:
            assert joost.get(url(table, name)).status_code == HTTPStatus.OK
        found[name] = len(asked)

    assert found == expected
    assert max(found.values()) <= MOST_STATEMENTS


def test_opening_costs_the_same_at_any_size(table, joost):
    prepared(table, 8)
    AgreementsFactory(workshop=table.workshop, locked=True)
    with CaptureQueriesContext(connection) as asked:
        joost.get(url(table, "round_open"))
    assert len(asked) <= MOST_STATEMENTS


def test_an_opened_page_knows_what_its_pieces_say(table, joost):
    open_round(table)
    for name, piece in (
        ("turnout", url(table, "turnout_now") + "?seats&round=1"),
        ("round_close", url(table, "turnout_now") + "?seats"),
        ("ballots", url(table, "round_now")),
        ("ballots", url(table, "turnout_now") + "?round=1"),
        ("workshop_home", url(table, "workshop_now")),
    ):
        page = joost.get(url(table, name)).content.decode()
        tag = joost.get(piece)["ETag"].strip('"')
        assert tag in page, (name, piece)
