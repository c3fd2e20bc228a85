# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what in which phase: predicates over rows already loaded, no statements, no writing, no HTTP."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from scenarios.enums import ExampleState
from scenarios.models import PracticeExample
from workshops.enums import BallotMode, ConditionState, Phase, ProposalState, Role, RoundState
from workshops.models import (
    Agreements,
    Amendment,
    Annotation,
    Comment,
    Condition,
    Contest,
    DraftSection,
    EstimateRound,
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

RECORDING = (Phase.COMPARING, Phase.VOTING, Phase.CONCLUDING)
TABLING = (Phase.DRAFTING, Phase.COMPARING)
WRITING = (Phase.DRAFTING, Phase.COMPARING)
PREPARING = (Phase.DRAFTING, Phase.COMPARING, Phase.VOTING)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a person is in one workshop: computed once a request, asked by every rule.

    `stands_in` are the seats held as a substitute.
    """

    person: User | None = None
    roles: frozenset[Role] = frozenset()
    seats: tuple[Seat, ...] = ()
    stands_in: frozenset[UUID] = frozenset()

    @property
    def is_signed_in(self) -> bool:
        return self.person is not None

    @property
    def is_facilitator(self) -> bool:
        return Role.FACILITATOR in self.roles

    @property
    def is_secretary(self) -> bool:
        return Role.SECRETARY in self.roles

    @property
    def has_seat(self) -> bool:
        return bool(self.seats)

    @property
    def takes_part(self) -> bool:
        return bool(self.roles or self.seats)

    def seat(self, seat_id: object) -> Seat | None:
        """Return the seat of that id when this person holds it."""
        return next((seat for seat in self.seats if str(seat.id) == str(seat_id)), None)

    def capacity(self, seat: Seat | None = None) -> str:
        """Return what an act is done as: a seat, else a role."""
        if seat is not None:
            return f"{seat.constituency.key}:{seat.number}"
        return next((role.value for role in sorted(self.roles)), "")


NOBODY = Standing()


def can_start_workshop(person: User | None, standings: Mapping[UUID, Standing]) -> bool:
    """Who keeps the site, and who leads a workshop on it already."""
    return person is not None and (person.is_staff or any(one.is_facilitator for one in standings.values()))


def can_compose(who: Standing) -> bool:
    """The facilitator and the secretariat say who sits at the table, in every step."""
    return who.is_facilitator or who.is_secretary


def can_enter(who: Standing, workshop: Workshop) -> bool:
    """Everybody reads a public workshop; a closed one only who takes part."""
    return workshop.is_public or who.takes_part


def can_table_proposal(who: Standing, workshop: Workshop) -> bool:
    """Seats table proposals until voting starts."""
    return who.has_seat and workshop.phase in TABLING


def can_withdraw_proposal(who: Standing, proposal: Proposal) -> bool:
    """The seat that tabled it, until voting starts."""
    return proposal.workshop.phase in TABLING and who.seat(proposal.seat_id) is not None


def can_amend_proposal(who: Standing, proposal: Proposal) -> bool:
    """Seats, until the conclusions; nothing is amended that was withdrawn."""
    is_there = proposal.state != ProposalState.WITHDRAWN
    return who.has_seat and is_there and proposal.workshop.phase in PREPARING


def can_handle_amendment(who: Standing, amendment: Amendment) -> bool:
    """The secretariat says what it would do with it, as long as nothing was decided."""
    return who.is_secretary and amendment.is_open and amendment.proposal.workshop.phase in PREPARING


def can_answer_amendment(who: Standing, amendment: Amendment) -> bool:
    """The seat that tabled the proposal decides, once."""
    proposal = amendment.proposal
    is_own = proposal.seat_id is not None and who.seat(proposal.seat_id) is not None
    return is_own and amendment.is_open and can_amend_proposal(who, proposal)


def can_withdraw_amendment(who: Standing, amendment: Amendment) -> bool:
    """The seat that asked for it, while it is open."""
    is_own = who.seat(amendment.seat_id) is not None
    return is_own and amendment.is_open and amendment.proposal.workshop.phase in PREPARING


def can_ask_condition(who: Standing, proposal: Proposal) -> bool:
    """Seats, as long as proposals can be amended."""
    return can_amend_proposal(who, proposal)


def can_settle_condition(who: Standing, condition: Condition) -> bool:
    """The seat that asked it, until the conclusions; what is asked no longer is not taken up again."""
    is_own = who.seat(condition.seat_id) is not None
    is_asked = condition.state != ConditionState.WITHDRAWN
    return is_own and is_asked and condition.proposal.workshop.phase in PREPARING


def can_project_again(who: Standing, proposal: Proposal) -> bool:
    """The seat that tabled it, the facilitator and the secretariat, when a projection failed."""
    return who.is_facilitator or who.is_secretary or who.seat(proposal.seat_id) is not None


def can_ask_projection(who: Standing) -> bool:
    """Whoever takes part."""
    return who.takes_part


def can_judge_proposal(who: Standing, workshop: Workshop) -> bool:
    """The secretariat writes down what the council judges where the model cannot say."""
    return who.is_secretary and workshop.phase in PREPARING


def can_contest_assumption(who: Standing, workshop: Workshop) -> bool:
    """Whoever has a seat or a role, until the conclusions."""
    return who.takes_part and workshop.phase in PREPARING


def can_table_preset(who: Standing, workshop: Workshop) -> bool:
    """The facilitator lays a state of knowledge on the table."""
    return who.is_facilitator and workshop.phase in PREPARING


def can_withdraw_contest(who: Standing, contest: Contest) -> bool:
    """Who holds its seat, or who stated it without one; until the conclusions, and once."""
    is_own = who.seat(contest.seat_id) is not None if contest.seat_id else _is_by(who, contest)
    return is_own and contest.is_standing and contest.workshop.phase in PREPARING


def _is_by(who: Standing, contest: Contest) -> bool:
    stated_by = contest.stated_by_id
    return who.takes_part and who.person is not None and stated_by is not None and who.person.pk == stated_by


def can_change_agreements(who: Standing, workshop: Workshop) -> bool:
    """The facilitator, until the conclusions; what is locked stays, a change begins the next version."""
    return who.is_facilitator and workshop.phase in PREPARING


def can_lock_agreements(who: Standing, workshop: Workshop, agreements: Agreements | None) -> bool:
    """The facilitator, once a version."""
    is_locked = agreements is None or agreements.is_locked
    return who.is_facilitator and workshop.phase in PREPARING and not is_locked


def can_prepare_round(who: Standing, workshop: Workshop) -> bool:
    """The facilitator chooses what the round is about."""
    return who.is_facilitator and workshop.phase in PREPARING


def can_open_round(who: Standing, one: Round) -> bool:
    """The facilitator, once, until the conclusions."""
    return who.is_facilitator and one.state == RoundState.DRAFT and one.workshop.phase in PREPARING


def can_close_round(who: Standing, one: Round) -> bool:
    """The facilitator, while it is open."""
    return who.is_facilitator and one.is_open


def can_annul_round(who: Standing, one: Round) -> bool:
    """The facilitator, of a round that was opened, until the conclusions."""
    return who.is_facilitator and one.state in {RoundState.OPEN, RoundState.CLOSED} and one.workshop.phase in PREPARING


def can_move_phase(who: Standing) -> bool:
    """The facilitator keeps the steps."""
    return who.is_facilitator


def can_cast_ballot(who: Standing, one: Round, seat: Seat) -> bool:
    """Who holds the seat, while the round is open."""
    return one.is_open and who.seat(seat.id) is not None


def can_see_turnout(who: Standing) -> bool:
    """Whoever takes part."""
    return who.takes_part


def can_see_who_answered(who: Standing, one: Round) -> bool:
    """The facilitator, where votes are by name."""
    return who.is_facilitator and one.mode == BallotMode.NAMED


def can_state_position(who: Standing, workshop: Workshop) -> bool:
    """Seats have their own words recorded, from comparing on, the conclusions included."""
    return who.has_seat and workshop.phase in RECORDING


def can_sign_position(who: Standing, position: MinorityPosition) -> bool:
    """Seats, as long as the position stands."""
    return can_state_position(who, position.workshop) and position.is_standing


def can_withdraw_position(who: Standing, position: MinorityPosition) -> bool:
    """The seat that stated it, once."""
    return can_sign_position(who, position) and who.seat(position.seat_id) is not None


def can_reply_to_position(who: Standing, position: MinorityPosition) -> bool:
    """Who holds the seat that tabled the proposal, or another of its delegation; unless it is their own position."""
    if not can_sign_position(who, position) or who.seat(position.seat_id) is not None:
        return False
    return any(is_tabled_by(seat, position.proposal) for seat in who.seats)


def is_tabled_by(seat: Seat, proposal: Proposal) -> bool:
    """Say whether a seat, or another of its delegation, tabled a proposal."""
    same_delegation = seat.delegation_id is not None and seat.delegation_id == proposal.delegation_id
    return same_delegation or seat.pk == proposal.seat_id


def can_enter_request(who: Standing) -> bool:
    """The secretariat brings in the letter and marks what it asks."""
    return who.is_secretary


def can_answer_question(who: Standing) -> bool:
    """The secretariat drafts the short answers."""
    return who.is_secretary


def can_compile_report(who: Standing) -> bool:
    """The secretariat."""
    return who.is_secretary


def can_submit_example(who: Standing) -> bool:
    """Anybody who is signed in."""
    return who.is_signed_in


def can_publish_example(who: Standing) -> bool:
    """The secretariat reads an example before all may."""
    return who.is_secretary


def can_change_example(who: Standing, example: PracticeExample) -> bool:
    """Who told it, and the secretariat, as long as it is there."""
    return (tells_example(who, example) or who.is_secretary) and example.state != ExampleState.WITHDRAWN


def tells_example(who: Standing, example: PracticeExample) -> bool:
    """Whether this person told it; they need no seat or role."""
    return who.person is not None and who.person.pk == example.submitted_by_id


def can_annotate_example(who: Standing) -> bool:
    """Whoever takes part."""
    return who.takes_part


def can_answer_annotation(who: Standing, annotation: Annotation) -> bool:
    """Whoever takes part, and who told the example."""
    return who.takes_part or tells_example(who, annotation.example)


def can_resolve_annotation(who: Standing, annotation: Annotation) -> bool:
    """Who made it, who told the example, and the secretariat."""
    is_theirs = _is(who, annotation.author_id) or tells_example(who, annotation.example) or who.is_secretary
    return is_theirs and not annotation.is_resolved


def can_reopen_annotation(who: Standing, annotation: Annotation) -> bool:
    """Whoever may answer: what was settled too soon comes back."""
    return annotation.is_resolved and can_answer_annotation(who, annotation)


def can_read_draft(who: Standing) -> bool:
    """Whoever takes part; others read the edition that holds."""
    return who.takes_part


def can_open_draft(who: Standing, workshop: Workshop) -> bool:
    """The facilitator and the secretariat lay a draft ready, until voting starts."""
    return _leads(who) and workshop.phase in WRITING


def can_give_pen(who: Standing, draft: ScenarioDraft) -> bool:
    """Who holds the pen hands it over; the facilitator and the secretariat may too."""
    return (_leads(who) or holds_pen(who, draft)) and _is_being_written(draft)


def can_open_section(who: Standing, draft: ScenarioDraft) -> bool:
    """Who holds the pen decides in which sections others may type."""
    return holds_pen(who, draft) and _is_being_written(draft)


def can_write_section(who: Standing, section: DraftSection) -> bool:
    """Who holds the pen; in a joint section whoever may propose a change."""
    may_type = holds_pen(who, section.draft) or (section.is_joint and _has_a_say(who))
    return may_type and _is_being_written(section.draft)


def can_suggest_change(who: Standing, draft: ScenarioDraft) -> bool:
    """Seats, the facilitator and the secretariat, until voting starts."""
    return _has_a_say(who) and _is_being_written(draft)


def can_decide_suggestion(who: Standing, suggestion: Suggestion) -> bool:
    """Who holds the pen, once."""
    return suggestion.is_open and holds_pen(who, suggestion.draft) and _is_being_written(suggestion.draft)


def can_withdraw_suggestion(who: Standing, suggestion: Suggestion) -> bool:
    """Who proposed it, while it is open."""
    return suggestion.is_open and _is(who, suggestion.proposed_by_id) and _is_being_written(suggestion.draft)


def can_answer_suggestion(who: Standing, suggestion: Suggestion) -> bool:
    """Who proposed it and who holds the pen, until the conclusions."""
    is_theirs = _is(who, suggestion.proposed_by_id) or holds_pen(who, suggestion.draft)
    return is_theirs and suggestion.draft.place.workshop.phase in PREPARING


def can_comment(who: Standing, workshop: Workshop) -> bool:
    """Whoever takes part, observers too, until the conclusions."""
    return who.takes_part and workshop.phase in PREPARING


def can_resolve_comment(who: Standing, comment: Comment) -> bool:
    """Who made it and who holds the pen, until the conclusions."""
    draft = comment.section.draft
    is_theirs = _is(who, comment.author_id) or holds_pen(who, draft)
    return is_theirs and not comment.is_resolved and draft.place.workshop.phase in PREPARING


def can_reopen_comment(who: Standing, comment: Comment) -> bool:
    """Whoever may comment: what was settled too soon comes back."""
    return comment.is_resolved and can_comment(who, comment.section.draft.place.workshop)


def can_adopt_scenario(who: Standing, workshop: Workshop) -> bool:
    """The facilitator and the secretariat record that the table adopts a text, until voting starts."""
    return _leads(who) and workshop.phase in WRITING


def can_recognise_future(who: Standing, workshop: Workshop) -> bool:
    """Seats speak for their side, until the conclusions."""
    return who.has_seat and workshop.phase in PREPARING


def can_state_borrowing(who: Standing, place: WorkshopScenario) -> bool:
    """Who writes the scenario says what it does with what others assume, until the conclusions."""
    draft = getattr(place, "draft", None)
    is_author = _leads(who) or (draft is not None and who.takes_part and holds_pen(who, draft))
    return is_author and place.workshop.phase in PREPARING


def can_run_estimates(who: Standing, workshop: Workshop) -> bool:
    """Who leads opens, closes and ends the rounds in which developments are estimated."""
    return _leads(who) and workshop.phase in PREPARING


def can_estimate(who: Standing, one: EstimateRound) -> bool:
    """Whoever holds a seat estimates while the round is open, substitutes too: it is no vote."""
    return who.has_seat and one.is_open and one.estimation.workshop.phase in PREPARING


def can_rate_institution(who: Standing, workshop: Workshop) -> bool:
    """Seats say for their side how an institution fares, until the conclusions."""
    return who.has_seat and workshop.phase in PREPARING


def can_decide_institution(who: Standing, workshop: Workshop) -> bool:
    """The secretariat writes down what the council would have become of an institution, until the conclusions."""
    return who.is_secretary and workshop.phase in PREPARING


def can_see_other_ratings(workshop: Workshop) -> bool:
    """While a workshop drafts, each side rates by itself: what others say comes into sight when it compares."""
    return workshop.phase != Phase.DRAFTING


def can_set_drivers(who: Standing, workshop: Workshop) -> bool:
    """Whoever takes part says how they see the driving forces, until the conclusions."""
    return who.takes_part and workshop.phase in PREPARING


def holds_pen(who: Standing, draft: ScenarioDraft) -> bool:
    """Whether this person is the one who writes the text."""
    return _is(who, draft.penholder_id)


def _leads(who: Standing) -> bool:
    return who.is_facilitator or who.is_secretary


def _has_a_say(who: Standing) -> bool:
    return who.has_seat or _leads(who)


def _is(who: Standing, person_id: int | None) -> bool:
    return who.person is not None and who.takes_part and who.person.pk == person_id


def _is_being_written(draft: ScenarioDraft) -> bool:
    return draft.place.workshop.phase in WRITING
