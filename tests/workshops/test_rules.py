# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what in which phase: the whole table, every role in every phase for every act."""

from uuid import uuid4

import pytest
from django.utils import timezone

from scenarios.models import PracticeExample
from workshops import rules
from workshops.enums import Phase, Role, RoundState
from workshops.models import (
    Agreements,
    Amendment,
    Annotation,
    Comment,
    Condition,
    Constituency,
    Contest,
    DraftSection,
    EstimateRound,
    Estimation,
    MinorityPosition,
    Proposal,
    Round,
    ScenarioDraft,
    Seat,
    Suggestion,
    User,
    Workshop,
    WorkshopScenario,
)
from workshops.rules import NOBODY, Standing

SEAT = Seat(id=uuid4(), number=1, constituency=Constituency(key="workers"))
PERSON, ANOTHER = User(pk=1, username="somebody"), User(pk=2, username="another")
WHO = {
    "stranger": NOBODY,
    "signed in": Standing(PERSON),
    "observer": Standing(PERSON, frozenset({Role.OBSERVER})),
    "member": Standing(PERSON, seats=(SEAT,)),
    "substitute": Standing(PERSON, seats=(SEAT,), stands_in=frozenset({SEAT.id})),
    "facilitator": Standing(PERSON, frozenset({Role.FACILITATOR})),
    "secretary": Standing(PERSON, frozenset({Role.SECRETARY})),
}
LEADS = {"facilitator", "secretary"}
SEATED = {"member", "substitute"}
TAKES_PART = SEATED | {"observer", "facilitator", "secretary"}
EVERYBODY = set(WHO)
TABLING = {Phase.DRAFTING, Phase.COMPARING}
PREPARING = {Phase.DRAFTING, Phase.COMPARING, Phase.VOTING}
RECORDING = {Phase.COMPARING, Phase.VOTING, Phase.CONCLUDING}
ALWAYS = set(Phase)


def a_round(phase, state):
    return Round(workshop=Workshop(phase=phase), state=state)


def an_estimate_round(phase, closed_at=None):
    return EstimateRound(estimation=Estimation(workshop=Workshop(phase=phase)), closed_at=closed_at)


def a_draft(phase, penholder=ANOTHER):
    return ScenarioDraft(place=WorkshopScenario(workshop=Workshop(phase=phase)), penholder=penholder)


def a_section(phase, penholder=ANOTHER, *, is_joint=False):
    return DraftSection(draft=a_draft(phase, penholder), is_joint=is_joint)


def a_suggestion(phase, penholder=ANOTHER, proposer=ANOTHER, state="open"):
    return Suggestion(draft=a_draft(phase, penholder), proposed_by=proposer, state=state)


def a_comment(phase, penholder=ANOTHER, author=ANOTHER, resolved_at=None):
    return Comment(section=a_section(phase, penholder), author=author, resolved_at=resolved_at)


def a_position(phase, **facts):
    facts = {"seat": Seat(id=uuid4()), "proposal": Proposal(seat=Seat(id=uuid4()))} | facts
    return MinorityPosition(workshop=Workshop(phase=phase), **facts)


def an_annotation(teller=ANOTHER, author=ANOTHER, resolved_at=None):
    return Annotation(example=PracticeExample(submitted_by=teller), author=author, resolved_at=resolved_at)


def a_contest(phase, **facts):
    return Contest(workshop=Workshop(phase=phase), **facts)


def an_amendment(phase, asked_by=None, tabled_by=None, state="open"):
    proposal = Proposal(workshop=Workshop(phase=phase), seat=tabled_by or Seat())
    return Amendment(proposal=proposal, seat=asked_by or Seat(), state=state)


def a_condition(phase, asked_by=None, state="open"):
    return Condition(proposal=Proposal(workshop=Workshop(phase=phase)), seat=asked_by or Seat(), state=state)


# act: who may, in which phases; and the question as the code asks it, of a person in a phase
ACTS = {
    "state a minority position": (
        SEATED,
        RECORDING,
        lambda who, phase: rules.can_state_position(who, Workshop(phase=phase)),
    ),
    "sign a minority position": (
        SEATED,
        RECORDING,
        lambda who, phase: rules.can_sign_position(who, a_position(phase)),
    ),
    "sign a withdrawn minority position": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_sign_position(who, a_position(phase, withdrawn_at=timezone.now())),
    ),
    "withdraw a minority position of one's own": (
        SEATED,
        RECORDING,
        lambda who, phase: rules.can_withdraw_position(who, a_position(phase, seat=SEAT)),
    ),
    "withdraw a minority position of another seat": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_withdraw_position(who, a_position(phase)),
    ),
    "reply to a position on a proposal of one's own": (
        SEATED,
        RECORDING,
        lambda who, phase: rules.can_reply_to_position(who, a_position(phase, proposal=Proposal(seat=SEAT))),
    ),
    "reply to a position on a proposal of others": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_reply_to_position(who, a_position(phase)),
    ),
    "enter a public workshop": (
        EVERYBODY,
        ALWAYS,
        lambda who, phase: rules.can_enter(who, Workshop(phase=phase, is_public=True)),
    ),
    "enter a closed workshop": (TAKES_PART, ALWAYS, lambda who, phase: rules.can_enter(who, Workshop(phase=phase))),
    "table a proposal": (SEATED, TABLING, lambda who, phase: rules.can_table_proposal(who, Workshop(phase=phase))),
    "withdraw one's own proposal": (
        SEATED,
        TABLING,
        lambda who, phase: rules.can_withdraw_proposal(who, Proposal(workshop=Workshop(phase=phase), seat=SEAT)),
    ),
    "withdraw another's proposal": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_withdraw_proposal(who, Proposal(workshop=Workshop(phase=phase), seat=Seat())),
    ),
    "start a workshop": (
        {"facilitator"},
        ALWAYS,
        lambda who, _phase: rules.can_start_workshop(who.person, {uuid4(): who}),
    ),
    "say who sits at the table": (LEADS, ALWAYS, lambda who, _phase: rules.can_compose(who)),
    "bring in the request": ({"secretary"}, ALWAYS, lambda who, _phase: rules.can_enter_request(who)),
    "amend a proposal": (
        SEATED,
        PREPARING,
        lambda who, phase: rules.can_amend_proposal(who, Proposal(workshop=Workshop(phase=phase))),
    ),
    "ask a condition": (
        SEATED,
        PREPARING,
        lambda who, phase: rules.can_ask_condition(who, Proposal(workshop=Workshop(phase=phase))),
    ),
    "say whether one's own condition is met": (
        SEATED,
        PREPARING,
        lambda who, phase: rules.can_settle_condition(who, a_condition(phase, SEAT, "met")),
    ),
    "say whether another's condition is met": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_settle_condition(who, a_condition(phase)),
    ),
    "take up a condition that is asked no longer": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_settle_condition(who, a_condition(phase, SEAT, "withdrawn")),
    ),
    "amend a withdrawn proposal": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_amend_proposal(who, Proposal(workshop=Workshop(phase=phase), state="withdrawn")),
    ),
    "advise on an amendment": (
        {"secretary"},
        PREPARING,
        lambda who, phase: rules.can_handle_amendment(who, an_amendment(phase)),
    ),
    "advise on an answered amendment": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_handle_amendment(who, an_amendment(phase, state="declined")),
    ),
    "answer an amendment of one's own proposal": (
        SEATED,
        PREPARING,
        lambda who, phase: rules.can_answer_amendment(who, an_amendment(phase, tabled_by=SEAT)),
    ),
    "answer an amendment of another's proposal": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_answer_amendment(who, an_amendment(phase, asked_by=SEAT)),
    ),
    "answer an amendment twice": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_answer_amendment(who, an_amendment(phase, tabled_by=SEAT, state="taken_over")),
    ),
    "withdraw one's own amendment": (
        SEATED,
        PREPARING,
        lambda who, phase: rules.can_withdraw_amendment(who, an_amendment(phase, asked_by=SEAT)),
    ),
    "withdraw another's amendment": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_withdraw_amendment(who, an_amendment(phase, tabled_by=SEAT)),
    ),
    "have one's own proposal computed again": (
        SEATED | {"facilitator", "secretary"},
        ALWAYS,
        lambda who, phase: rules.can_project_again(who, Proposal(workshop=Workshop(phase=phase), seat=SEAT)),
    ),
    "ask for a projection": (TAKES_PART, ALWAYS, lambda who, _phase: rules.can_ask_projection(who)),
    "judge a proposal": (
        {"secretary"},
        PREPARING,
        lambda who, phase: rules.can_judge_proposal(who, Workshop(phase=phase)),
    ),
    "contest an assumption": (
        TAKES_PART,
        PREPARING,
        lambda who, phase: rules.can_contest_assumption(who, Workshop(phase=phase)),
    ),
    "table a state of knowledge": (
        {"facilitator"},
        PREPARING,
        lambda who, phase: rules.can_table_preset(who, Workshop(phase=phase)),
    ),
    "withdraw a contest of one's own seat": (
        SEATED,
        PREPARING,
        lambda who, phase: rules.can_withdraw_contest(who, a_contest(phase, seat=SEAT)),
    ),
    "withdraw a contest that one stated in a role": (
        TAKES_PART,
        PREPARING,
        lambda who, phase: rules.can_withdraw_contest(who, a_contest(phase, stated_by=PERSON)),
    ),
    "withdraw another's contest": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_withdraw_contest(who, a_contest(phase, stated_by=User(pk=2, username="other"))),
    ),
    "withdraw a contest of another seat that one stated": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_withdraw_contest(who, a_contest(phase, seat=Seat(), stated_by=PERSON)),
    ),
    "withdraw a contest of nobody any more": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_withdraw_contest(who, a_contest(phase)),
    ),
    "withdraw a contest that has ended": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_withdraw_contest(who, a_contest(phase, seat=SEAT, ended_at="now")),
    ),
    "change the agreements": (
        {"facilitator"},
        PREPARING,
        lambda who, phase: rules.can_change_agreements(who, Workshop(phase=phase)),
    ),
    "lock open agreements": (
        {"facilitator"},
        PREPARING,
        lambda who, phase: rules.can_lock_agreements(who, Workshop(phase=phase), Agreements()),
    ),
    "lock locked agreements": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_lock_agreements(who, Workshop(phase=phase), Agreements(locked_at="now")),
    ),
    "lock agreements that are not there": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_lock_agreements(who, Workshop(phase=phase), None),
    ),
    "prepare a round": (
        {"facilitator"},
        PREPARING,
        lambda who, phase: rules.can_prepare_round(who, Workshop(phase=phase)),
    ),
    "open a prepared round": (
        {"facilitator"},
        PREPARING,
        lambda who, phase: rules.can_open_round(who, a_round(phase, RoundState.DRAFT)),
    ),
    "open an open round": (set(), ALWAYS, lambda who, phase: rules.can_open_round(who, a_round(phase, "open"))),
    "open a closed round": (set(), ALWAYS, lambda who, phase: rules.can_open_round(who, a_round(phase, "closed"))),
    "close an open round": (
        {"facilitator"},
        ALWAYS,
        lambda who, phase: rules.can_close_round(who, a_round(phase, RoundState.OPEN)),
    ),
    "close a closed round": (set(), ALWAYS, lambda who, phase: rules.can_close_round(who, a_round(phase, "closed"))),
    "annul an open round": (
        {"facilitator"},
        PREPARING,
        lambda who, phase: rules.can_annul_round(who, a_round(phase, RoundState.OPEN)),
    ),
    "annul a closed round": (
        {"facilitator"},
        PREPARING,
        lambda who, phase: rules.can_annul_round(who, a_round(phase, RoundState.CLOSED)),
    ),
    "annul a prepared round": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_annul_round(who, a_round(phase, RoundState.DRAFT)),
    ),
    "vote in an open round": (
        SEATED,
        ALWAYS,
        lambda who, phase: rules.can_cast_ballot(who, a_round(phase, RoundState.OPEN), SEAT),
    ),
    "vote for another seat": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_cast_ballot(who, a_round(phase, RoundState.OPEN), Seat()),
    ),
    "vote before opening": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_cast_ballot(who, a_round(phase, RoundState.DRAFT), SEAT),
    ),
    "vote after closing": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_cast_ballot(who, a_round(phase, RoundState.CLOSED), SEAT),
    ),
    "see turnout": (TAKES_PART, ALWAYS, lambda who, _phase: rules.can_see_turnout(who)),
    "see who answered": ({"facilitator"}, ALWAYS, lambda who, _phase: rules.can_see_who_answered(who, Round())),
    "see who answered in another mode": (
        set(),
        ALWAYS,
        lambda who, _phase: rules.can_see_who_answered(who, Round(mode="pseudonym")),
    ),
    "move the phase": ({"facilitator"}, ALWAYS, lambda who, _phase: rules.can_move_phase(who)),
    "answer a question": ({"secretary"}, ALWAYS, lambda who, _phase: rules.can_answer_question(who)),
    "compile the report": ({"secretary"}, ALWAYS, lambda who, _phase: rules.can_compile_report(who)),
    "submit an example": (EVERYBODY - {"stranger"}, ALWAYS, lambda who, _phase: rules.can_submit_example(who)),
    "publish an example": ({"secretary"}, ALWAYS, lambda who, _phase: rules.can_publish_example(who)),
    "change one's own example": (
        EVERYBODY - {"stranger"},
        ALWAYS,
        lambda who, _phase: rules.can_change_example(who, PracticeExample(submitted_by=PERSON)),
    ),
    "change another's example": (
        {"secretary"},
        ALWAYS,
        lambda who, _phase: rules.can_change_example(who, PracticeExample(submitted_by=ANOTHER)),
    ),
    "change one's own example that is withdrawn": (
        set(),
        ALWAYS,
        lambda who, _phase: rules.can_change_example(who, PracticeExample(submitted_by=PERSON, state="withdrawn")),
    ),
    "answer a remark": (
        TAKES_PART,
        ALWAYS,
        lambda who, _phase: rules.can_answer_annotation(who, an_annotation()),
    ),
    "answer a remark on one's own example": (
        EVERYBODY - {"stranger"},
        ALWAYS,
        lambda who, _phase: rules.can_answer_annotation(who, an_annotation(teller=PERSON)),
    ),
    "resolve one's own remark": (
        TAKES_PART,
        ALWAYS,
        lambda who, _phase: rules.can_resolve_annotation(who, an_annotation(author=PERSON)),
    ),
    "resolve another's remark": (
        {"secretary"},
        ALWAYS,
        lambda who, _phase: rules.can_resolve_annotation(who, an_annotation()),
    ),
    "resolve a remark twice": (
        set(),
        ALWAYS,
        lambda who, _phase: rules.can_resolve_annotation(who, an_annotation(author=PERSON, resolved_at=timezone.now())),
    ),
    "reopen a remark": (
        TAKES_PART,
        ALWAYS,
        lambda who, _phase: rules.can_reopen_annotation(who, an_annotation(resolved_at=timezone.now())),
    ),
    "annotate an example": (TAKES_PART, ALWAYS, lambda who, _phase: rules.can_annotate_example(who)),
    "read a draft": (TAKES_PART, ALWAYS, lambda who, _phase: rules.can_read_draft(who)),
    "lay a draft ready": (LEADS, TABLING, lambda who, phase: rules.can_open_draft(who, Workshop(phase=phase))),
    "hand over one's pen": (TAKES_PART, TABLING, lambda who, phase: rules.can_give_pen(who, a_draft(phase, PERSON))),
    "hand over another's pen": (LEADS, TABLING, lambda who, phase: rules.can_give_pen(who, a_draft(phase))),
    "let others type, with the pen": (
        TAKES_PART,
        TABLING,
        lambda who, phase: rules.can_open_section(who, a_draft(phase, PERSON)),
    ),
    "let others type, without the pen": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_open_section(who, a_draft(phase)),
    ),
    "write with the pen": (
        TAKES_PART,
        TABLING,
        lambda who, phase: rules.can_write_section(who, a_section(phase, PERSON)),
    ),
    "write without the pen": (set(), ALWAYS, lambda who, phase: rules.can_write_section(who, a_section(phase))),
    "write in a joint section": (
        SEATED | LEADS,
        TABLING,
        lambda who, phase: rules.can_write_section(who, a_section(phase, is_joint=True)),
    ),
    "propose a change of a text": (
        SEATED | LEADS,
        TABLING,
        lambda who, phase: rules.can_suggest_change(who, a_draft(phase)),
    ),
    "decide on a suggestion, with the pen": (
        TAKES_PART,
        TABLING,
        lambda who, phase: rules.can_decide_suggestion(who, a_suggestion(phase, PERSON)),
    ),
    "decide on a suggestion, without the pen": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_decide_suggestion(who, a_suggestion(phase)),
    ),
    "decide twice": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_decide_suggestion(who, a_suggestion(phase, PERSON, state="taken")),
    ),
    "withdraw one's own suggestion": (
        TAKES_PART,
        TABLING,
        lambda who, phase: rules.can_withdraw_suggestion(who, a_suggestion(phase, proposer=PERSON)),
    ),
    "withdraw another's suggestion": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_withdraw_suggestion(who, a_suggestion(phase)),
    ),
    "withdraw what was decided": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_withdraw_suggestion(who, a_suggestion(phase, proposer=PERSON, state="declined")),
    ),
    "answer about one's own suggestion": (
        TAKES_PART,
        PREPARING,
        lambda who, phase: rules.can_answer_suggestion(who, a_suggestion(phase, proposer=PERSON)),
    ),
    "answer a suggestion, with the pen": (
        TAKES_PART,
        PREPARING,
        lambda who, phase: rules.can_answer_suggestion(who, a_suggestion(phase, PERSON)),
    ),
    "answer about another's suggestion": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_answer_suggestion(who, a_suggestion(phase)),
    ),
    "comment on a text": (TAKES_PART, PREPARING, lambda who, phase: rules.can_comment(who, Workshop(phase=phase))),
    "resolve one's own comment": (
        TAKES_PART,
        PREPARING,
        lambda who, phase: rules.can_resolve_comment(who, a_comment(phase, author=PERSON)),
    ),
    "resolve a comment, with the pen": (
        TAKES_PART,
        PREPARING,
        lambda who, phase: rules.can_resolve_comment(who, a_comment(phase, PERSON)),
    ),
    "resolve another's comment": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_resolve_comment(who, a_comment(phase)),
    ),
    "resolve what is resolved": (
        set(),
        ALWAYS,
        lambda who, phase: rules.can_resolve_comment(who, a_comment(phase, PERSON, resolved_at="now")),
    ),
    "reopen a comment": (
        TAKES_PART,
        PREPARING,
        lambda who, phase: rules.can_reopen_comment(who, a_comment(phase, resolved_at="now")),
    ),
    "reopen an open comment": (set(), ALWAYS, lambda who, phase: rules.can_reopen_comment(who, a_comment(phase))),
    "adopt a scenario": (LEADS, TABLING, lambda who, phase: rules.can_adopt_scenario(who, Workshop(phase=phase))),
    "recognise a future": (
        SEATED,
        PREPARING,
        lambda who, phase: rules.can_recognise_future(who, Workshop(phase=phase)),
    ),
    "say what a scenario does with what others assume": (
        LEADS,
        PREPARING,
        lambda who, phase: rules.can_state_borrowing(who, a_draft(phase).place),
    ),
    "say it of the scenario whose pen one holds": (
        TAKES_PART,
        PREPARING,
        lambda who, phase: rules.can_state_borrowing(who, a_draft(phase, PERSON).place),
    ),
    "lead the rounds of estimating": (
        LEADS,
        PREPARING,
        lambda who, phase: rules.can_run_estimates(who, Workshop(phase=phase)),
    ),
    "estimate in an open round": (
        SEATED,
        PREPARING,
        lambda who, phase: rules.can_estimate(who, an_estimate_round(phase)),
    ),
    "estimate in a closed round": (
        set(),
        set(),
        lambda who, phase: rules.can_estimate(who, an_estimate_round(phase, closed_at=timezone.now())),
    ),
    "set the driving forces": (
        TAKES_PART,
        PREPARING,
        lambda who, phase: rules.can_set_drivers(who, Workshop(phase=phase)),
    ),
    "say how an institution fares": (
        SEATED,
        PREPARING,
        lambda who, phase: rules.can_rate_institution(who, Workshop(phase=phase)),
    ),
    "write down what becomes of an institution": (
        {"secretary"},
        PREPARING,
        lambda who, phase: rules.can_decide_institution(who, Workshop(phase=phase)),
    ),
    "see what other sides say of an institution": (
        EVERYBODY,
        ALWAYS - {Phase.DRAFTING},
        lambda _who, phase: rules.can_see_other_ratings(Workshop(phase=phase)),
    ),
}


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("role", WHO)
@pytest.mark.parametrize("act", ACTS)
def test_role_phase_and_act(act, role, phase):
    allowed, phases, may = ACTS[act]

    assert may(WHO[role], phase) is (role in allowed and phase in phases)


def test_every_rule_is_in_the_table():
    asked = {name for name in dir(rules) if name.startswith("can_")}
    told = {name for _who, _phases, may in ACTS.values() for name in may.__code__.co_names if name.startswith("can_")}

    assert asked == told


@pytest.mark.parametrize(
    ("who", "seat", "capacity"),
    [
        (WHO["member"], SEAT, "workers:1"),
        (WHO["facilitator"], None, "facilitator"),
        (Standing(PERSON, frozenset({Role.SECRETARY, Role.FACILITATOR})), None, "facilitator"),
        (NOBODY, None, ""),
    ],
)
def test_an_act_is_done_as_a_seat_or_a_role(who, seat, capacity):
    assert who.capacity(seat) == capacity


def test_a_seat_is_found_by_its_id_only_when_it_is_held():
    assert WHO["member"].seat(str(SEAT.id)) is SEAT
    assert WHO["member"].seat(uuid4()) is None
    assert NOBODY.seat(SEAT.id) is None
