# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt
from collections import Counter
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from scenarios import vocabulary
from scenarios.models import Figure, Impact, Institution, Payoff, PracticeExample, Projection, ReformRevision
from tests.factories import PASSWORD, UserFactory
from workshops.enums import Act, AnnotationStance, ClaimKind, Role
from workshops.journal import breaks
from workshops.models import (
    Agreements,
    Annotation,
    AskingSentence,
    Ballot,
    Contest,
    JournalEntry,
    Judgement,
    Mandate,
    Paragraph,
    Poll,
    Proposal,
    Question,
    Round,
    Seat,
    User,
    Workshop,
)
from workshops.selectors.claims import claims_of, is_about_now
from workshops.selectors.contested import findings_in
from workshops.selectors.practice import Held, held_now
from workshops.services.example import load_example
from workshops.services.tables import table

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]
LANGUAGES = ("nl", "en")


def test_three_sides_of_eleven_seats_sit_at_the_table():
    seats = Counter(Seat.objects.values_list("constituency__key", flat=True))

    assert seats == {"employers": 11, "unions": 11, "crown": 11}
    assert not Seat.objects.filter(constituency__key="crown", delegation__isnull=False).exists()
    assert not Seat.objects.exclude(constituency__key="crown").filter(delegation__isnull=True).exists()


def test_every_seat_has_a_member_and_a_substitute_today():
    held = Counter(Mandate.objects.current(timezone.localdate()).values_list("seat", "holding"))

    assert set(held.values()) == {1}
    assert len(held) == 2 * 33


def test_nobody_at_the_table_is_real(example):
    assert not User.objects.filter(is_fictional=False).exists()
    assert not example.constituencies.filter(delegations__is_fictional=False).exists()
    assert not PracticeExample.objects.filter(is_fictional=False).exists()
    assert example.is_fictional


def test_everybody_signs_in_with_the_one_password(client):
    assert client.login(username="fatma", password=PASSWORD)
    assert len(set(User.objects.values_list("password", flat=True))) == 1


def test_there_is_somebody_in_every_role(example):
    roles = Counter(example.participations.values_list("role", flat=True))

    assert roles[Role.FACILITATOR] == 1
    assert roles[Role.SECRETARY] >= 1
    assert roles[Role.OBSERVER] >= 1


def test_the_four_scenarios_stand_in_order_by_letter(example):
    places = example.places.values_list("letter", "scenario__key")

    assert list(places) == [("A", "trend"), ("B", "displacement"), ("C", "together"), ("D", "stagnation")]


def test_twelve_proposals_of_all_sides_lie_on_the_table():
    proposals = Proposal.objects.select_related("reform_revision")

    assert [one.number for one in proposals] == list(range(1, 13))
    assert {one.constituency.key for one in proposals} == {"employers", "unions", "crown"}
    assert all(one.seat.constituency_id == one.constituency_id for one in proposals)
    assert all(one.tabled_by == one.seat.mandates.get(holding="member").person for one in proposals)


def test_a_proposal_from_the_catalogue_keeps_its_levers_and_cost_under_its_own_words():
    revision = Proposal.objects.get(number=1).reform_revision
    told = vocabulary.catalogue_reform("training_account")

    assert revision.reform.key is None
    assert revision.title != told.title.nl
    assert revision.levers == dict(told.levers)
    assert revision.exante_budget_bn == told.exante_budget_bn
    assert revision.said("budget_source", "en") != revision.budget_source
    assert revision.reform.institution.key == told.institution


def test_four_proposals_are_judged_and_at_least_two_of_them_are_decided_locally():
    judged = ReformRevision.objects.filter(proposals__judgements__isnull=False).distinct()

    assert judged.count() == 4
    assert judged.filter(level="decentral").count() >= 2
    assert set(judged.filter(levers={}).values_list("modelled", flat=True)) == {"none"}


def test_what_cannot_be_computed_is_judged_for_every_side_in_every_scenario():
    for proposal in Proposal.objects.filter(reform_revision__levers={}):
        cells = set(Judgement.objects.filter(proposal=proposal).values_list("constituency", "scenario_revision"))
        assert len(cells) == 3 * 4, proposal.number


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_passage_that_asks_is_found_exactly_once_in_its_paragraph(language):
    asks = AskingSentence.objects.select_related("paragraph")

    assert len(asks) >= 30
    for ask in asks:
        text, quote = ask.paragraph.said("text", language), ask.said("quote", language)
        assert text.count(quote) == 1, (language, ask.key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_remark_is_found_exactly_once_in_the_text_it_is_about(language):
    for remark in Annotation.objects.select_related("example"):
        text, quote = remark.example.said(remark.part, language), remark.said("quote", language)
        assert text.count(quote) == 1, (language, quote)


def test_a_remark_knows_what_comes_before_it():
    for remark in Annotation.objects.select_related("example"):
        assert remark.prefix + remark.quote in getattr(remark.example, remark.part)


@pytest.mark.parametrize(
    ("rows", "fields"),
    [
        (Paragraph, ("text",)),
        (Question, ("short_title", "text", "answer", "roles")),
        (AskingSentence, ("label", "quote")),
        (Proposal, ("reasons", "addresses")),
        (Judgement, ("reason", "evidence")),
        (Contest, ("reason", "source")),
        (PracticeExample, ("title", "sector", "cope", "prepare")),
        (Annotation, ("note",)),
        (Workshop, ("title", "purpose")),
        (Agreements, ("frame_source", "absent_groups")),
        (Round, ("title",)),
    ],
)
def test_everything_is_told_in_dutch_and_in_english(rows, fields):
    assert rows.objects.exists()
    for row in rows.objects.all():
        for field in fields:
            assert row.said(field, "nl"), (row, field)
            assert row.said_lang(field, "en") == "en", (row, field)


def test_proposals_are_told_in_dutch_and_in_english():
    for proposal in Proposal.objects.select_related("reform_revision"):
        for field in ("title", "summary", "interpretation", "left_out", "actors"):
            revision = proposal.reform_revision
            assert not getattr(revision, field) or revision.said_lang(field, "en") == "en", (proposal.number, field)


def test_the_first_round_asked_six_proposals_in_four_scenarios_and_so_did_the_second():
    assert list(Round.objects.values_list("number", "state", "mode", "body")) == [
        (1, "closed", "named", "council"),
        (2, "closed", "named", "council"),
    ]
    for one in Round.objects.all():
        assert one.polls.count() == 6 * 4
        assert one.electorate.count() == 33
        assert one.agreements.version == 1


def test_the_ballots_are_those_of_the_table_and_an_absent_seat_has_none():
    for entry in table("proposals")["proposals"]:
        for scenario, sides in entry["ballots"].items():
            poll = Poll.objects.get(proposal__number=entry["number"], scenario_revision__scenario__key=scenario)
            letters = {"abstain": "a", "information": "i", "mandate": "m"}
            for side, answers in sides.items():
                cast = dict(poll.ballots.filter(seat__constituency__key=side).values_list("seat__number", "stance"))
                seen = "".join(letters.get(one, one) for one in (cast.get(n, ".") for n in range(1, 12)))
                assert seen == answers, (entry["number"], scenario, side)


def test_whoever_objects_says_why():
    objections = Ballot.objects.filter(stance__in=["1", "2"])

    assert objections.exists()
    assert not objections.filter(reason="").exists()


def test_some_who_agree_say_what_would_change_their_mind():
    assert Ballot.objects.filter(stance__in=["3", "4", "5"]).exclude(would_change="").count() >= 12


def test_ballots_were_cast_by_the_member_while_the_round_was_open():
    for ballot in Ballot.objects.select_related("poll__round", "seat"):
        assert ballot.poll.round.opened_at <= ballot.cast_at <= ballot.poll.round.closed_at
    members = dict(Mandate.objects.filter(holding="member").values_list("seat", "person"))
    assert all(members[seat] == person for seat, person in Ballot.objects.values_list("seat", "cast_by"))


def test_four_assumptions_are_contested_from_every_side_and_one_by_the_facilitator():
    contests = Contest.objects.select_related("seat__constituency")

    sides = {one.seat.constituency.key if one.seat else one.capacity for one in contests}
    assert sides == {"employers", "unions", "crown", "facilitator"}
    assert {one.kind for one in contests} == {"prior", "budget", "preset"}
    for one in contests:
        if one.seat:
            assert one.stated_by == one.seat.mandates.get(holding="member").person


def test_some_quarrels_change_a_verdict_and_some_change_nothing(example):
    found = findings_in(example)

    assert found.is_settled
    assert found.mattering
    assert found.idle
    assert found.flipped


def test_the_agreements_of_both_rounds_are_locked_and_a_copy_waits(example):
    waiting, locked = example.agreements.all()
    assert waiting.response_share == locked.response_share == 2 / 3

    assert (locked.version, locked.is_locked, locked.locked_by.username) == (1, True, "joost")
    assert (waiting.version, waiting.is_locked) == (2, False)
    assert (waiting.frame_bn, waiting.broad_share, waiting.frame_source) == (
        locked.frame_bn,
        locked.broad_share,
        locked.frame_source,
    )
    assert locked.locked_at < Round.objects.get(number=1).opened_at


def test_the_journal_tells_it_in_order_and_its_chain_holds(example):
    lines = list(JournalEntry.objects.filter(workshop=example).order_by("sequence"))
    told = Counter(line.act for line in lines)

    assert breaks(lines) == []
    assert [line.at for line in lines] == sorted(line.at for line in lines)
    assert told[Act.PROPOSAL_TABLED] == 12
    assert told[Act.ROUND_CLOSED] == 2
    assert told[Act.BALLOT_CAST] == Ballot.objects.count()
    assert told[Act.QUESTION_ANSWERED] == 4
    assert told[Act.ASSUMPTION_CONTESTED] == 4


def test_nothing_happened_in_the_future(example):
    now = timezone.now()

    assert JournalEntry.objects.latest("at").at <= now
    assert Ballot.objects.latest("cast_at").cast_at <= now
    assert example.due_on >= timezone.localdate()


@pytest.mark.parametrize(
    ("today", "due_on"),
    [
        (dt.date(2026, 11, 24), dt.date(2027, 4, 15)),
        (dt.date(2027, 4, 15), dt.date(2027, 4, 15)),
        (dt.date(2026, 3, 1), dt.date(2026, 7, 21)),
        (dt.date(2030, 1, 1), dt.date(2030, 5, 23)),
    ],
)
def test_the_due_date_moves_along_where_the_votes_would_lie_in_the_future(example, today, due_on):
    other = "another-example"
    Workshop.objects.filter(pk=example.pk).update(slug=other)

    loaded = load_example(password=PASSWORD, today=today)

    assert loaded.workshop.due_on == due_on
    assert loaded.workshop.journal.latest("at").at.date() <= today


def test_practice_supports_contradicts_and_nuances_in_every_example_and_bears_on_what_is_claimed(example):
    claims = claims_of(example)
    for one in PracticeExample.objects.all():
        assert {remark.stance for remark in one.annotations.all()} == set(AnnotationStance)
    for remark in Annotation.objects.select_related("edition", "example"):
        assert is_about_now(remark, claims[remark.claim])
        assert held_now(remark) == Held.CURRENT
        english = remark.edition.said(remark.part, "en")
        assert remark.translations["en"]["quote"] in english
    assert {key.partition(":")[0] for key in Annotation.objects.values_list("claim", flat=True)} == set(ClaimKind)


def test_practice_examples_point_at_scenarios_and_institutions_that_exist():
    scenarios = {one.key for one in vocabulary.default_scenarios()}
    institutions = set(Institution.objects.values_list("key", flat=True))

    assert PracticeExample.objects.count() == 6
    for one in PracticeExample.objects.all():
        assert one.scenario in scenarios
        assert one.institution in institutions
        assert one.state == "published"
        assert one.consent


def test_every_side_measures_by_a_yardstick_and_the_crown_stands_for_no_group(example):
    groups = {one.key for one in vocabulary.groups()}

    for side in example.constituencies.select_related("yardstick"):
        assert side.yardstick.lines
        assert set(side.groups) <= groups
        assert bool(side.groups) == (side.key != "crown")


def test_every_proposal_that_can_be_computed_was_computed_in_every_scenario():
    computable = Proposal.objects.exclude(reform_revision__levers={}).count()

    assert Projection.objects.exclude(state="done").count() == 0
    assert Projection.objects.filter(reform_revision=None).count() == 4
    assert Projection.objects.exclude(reform_revision=None).count() == 4 * computable
    assert Figure.objects.exists()
    assert Impact.objects.exists()
    assert Payoff.objects.count() == 3 * 4 * computable


def test_laying_it_out_again_changes_nothing(example):
    before = {model: model.objects.count() for model in (Workshop, User, Proposal, Ballot, JournalEntry, Projection)}
    Workshop.objects.filter(pk=example.pk).update(title="Wat iemand ervan maakte")

    again = load_example(password="another")

    assert (again.workshop, again.is_new) == (example, False)
    assert again.workshop.title == "Wat iemand ervan maakte"
    assert {model: model.objects.count() for model in before} == before
    assert User.objects.get(username="fatma").check_password(PASSWORD)


def test_the_command_says_that_it_is_there_already_and_is_silent_on_request():
    said, quiet = StringIO(), StringIO()

    call_command("seed_example", stdout=said)
    call_command("seed_example", stdout=quiet, verbosity=0)

    assert "there already: /workshops/robotsamenleving/" in said.getvalue()
    assert quiet.getvalue() == ""


def test_the_command_refuses_without_a_password(settings):
    settings.DEMO_PASSWORD = ""

    with pytest.raises(CommandError, match="DEMO_PASSWORD"):
        call_command("seed_example", stdout=StringIO())


def test_a_real_person_with_a_name_of_the_example_is_never_touched(example):
    Workshop.objects.filter(pk=example.pk).update(slug="another-example")
    User.objects.filter(username="fatma").update(username="fatma-of-before")
    real = UserFactory(username="fatma")

    with pytest.raises(CommandError, match="fatma"):
        call_command("seed_example", stdout=StringIO())

    real.refresh_from_db()
    assert not real.is_fictional
    assert Workshop.objects.count() == 1


def test_the_command_computes_the_figures_itself_on_request(example):
    Projection.objects.filter(reform_revision=None).delete()
    call_command("load_reference", verbosity=0)
    Workshop.objects.filter(pk=example.pk).update(slug="another-example")
    said = StringIO()

    call_command("seed_example", project_now=True, stdout=said)

    assert "The worked example is laid out" in said.getvalue()
    assert "Computed 14 runs." in said.getvalue()
    assert Projection.objects.filter(state="waiting").count() == 0
