# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The closed lists of this package: plain values, no labels."""

from enum import IntEnum, StrEnum


class Phase(StrEnum):
    """Steps of a workshop; the phase decides what anybody may do."""

    DRAFTING = "drafting"
    COMPARING = "comparing"
    VOTING = "voting"
    CONCLUDING = "concluding"


class Role(StrEnum):
    """What a person may be in a workshop, beside holding a seat."""

    FACILITATOR = "facilitator"
    SECRETARY = "secretary"
    OBSERVER = "observer"


class Mark(StrEnum):
    """The shape that stands for a constituency."""

    SQUARE = "square"
    DISC = "disc"
    TRIANGLE = "triangle"


class Holding(StrEnum):
    """How a person holds a seat."""

    MEMBER = "member"
    SUBSTITUTE = "substitute"


class MailRhythm(StrEnum):
    """How often somebody wants to hear by mail what is new: at most one message a day."""

    DAILY = "daily"
    WEEKLY = "weekly"
    NEVER = "never"


class Body(StrEnum):
    """The composition that sits; only the council's ballots may say "the council"."""

    COMMISSION = "commission"
    COUNCIL = "council"


class ProposalState(StrEnum):
    TABLED = "tabled"
    PARKED = "parked"
    WITHDRAWN = "withdrawn"


class AmendmentState(StrEnum):
    """What became of an amendment."""

    OPEN = "open"
    TAKEN_OVER = "taken_over"
    MODIFIED = "modified"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Handling(StrEnum):
    """What can be done with an amendment."""

    TAKE_OVER = "take_over"
    MODIFY = "modify"
    DECLINE = "decline"


class ConditionKind(StrEnum):
    """What a seat can ask before it supports a proposal."""

    COMPENSATION = "compensation"
    START = "start"
    REFORM = "reform"
    SCENARIO = "scenario"
    OTHER = "other"


class ConditionState(StrEnum):
    """Whether a condition is met, as the seat that asked it says."""

    OPEN = "open"
    MET = "met"
    NOT_MET = "not_met"
    WITHDRAWN = "withdrawn"


class Scope(StrEnum):
    """How far a proposal belongs to this advice."""

    THIS_ADVICE = "this_advice"
    SEPARATE_TRACK = "separate_track"
    PASS_ON = "pass_on"  # noqa: S105 -- a track, no password


class Track(StrEnum):
    """Advice that goes its own way."""

    THIS_ADVICE = "this_advice"
    SKILLS = "skills"
    CIRCULAR_ECONOMY = "circular_economy"


class AnswerState(StrEnum):
    """How far an asking sentence is answered."""

    ANSWERED = "answered"
    PARTLY = "partly"
    OPEN = "open"
    SEPARATE = "separate"


class RoundState(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    ANNULLED = "annulled"  # opened, and counted nowhere


class BallotMode(StrEnum):
    """How far a ballot is tied to who cast it."""

    NAMED = "named"  # everybody at the table sees who answered what
    PSEUDONYMOUS = "pseudonym"  # the side is shown, never the seat; the tie is cut some time after closing
    SECRET = "secret"  # noqa: S105 -- a way of voting: sealed until closing, and from then on without any tie


class Band(StrEnum):
    """How much of a small side is in favour, told without a count."""

    NEARLY_ALL = "nearly_all"
    LARGE_MAJORITY = "large_majority"
    DIVIDED = "divided"
    MINORITY = "minority"
    HARDLY_ANY = "hardly_any"
    TOO_FEW = "too_few"


class Stance(StrEnum):
    """What a ballot says of the proposal: five ordered levels and three answers outside the order."""

    FULL = "5"
    RESERVATIONS = "4"
    LIVE_WITH = "3"
    OBJECTION = "2"
    UNACCEPTABLE = "1"
    ABSTAIN = "abstain"
    NEED_INFORMATION = "information"
    NO_MANDATE = "mandate"


LEVELS = (Stance.FULL, Stance.RESERVATIONS, Stance.LIVE_WITH, Stance.OBJECTION, Stance.UNACCEPTABLE)
SUPPORTING = (Stance.FULL, Stance.RESERVATIONS, Stance.LIVE_WITH)
AGREEING = (Stance.FULL, Stance.RESERVATIONS)
REASON_REQUIRED = (Stance.OBJECTION, Stance.UNACCEPTABLE)


class Stand(StrEnum):
    """On which side of a proposal a seat is, as positions are registered."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    UNDECIDED = "undecided"  # abstained, needs information, no mandate, or left this question open


class Mandated(StrEnum):
    """How far a seat may speak for those who sent it."""

    PROVISIONAL = "provisional"
    CONSULTING = "consulting"  # subject to consultation of the rank and file
    FINAL = "final"


class Need(StrEnum):
    """Whether new policy is needed on this point, if this scenario comes true."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class NeedClass(StrEnum):
    """The verdict over constituencies on whether new policy is needed."""

    NEEDED = "needed"
    NOT_NEEDED = "not_needed"
    DIVIDED = "divided"
    INSUFFICIENT = "insufficient"
    NOT_ANSWERED = "not_answered"


class SupportClass(StrEnum):
    """The verdict over constituencies: draagvlak."""

    BROAD = "broad"
    RESERVED = "reserved"
    DIVIDED = "divided"
    NONE = "none"
    INSUFFICIENT = "insufficient"
    NOT_VOTED = "not_voted"


class Direction(StrEnum):
    """A judged effect."""

    BETTER = "better"
    WORSE = "worse"
    NO_DIFFERENCE = "no_difference"
    DISPUTED = "disputed"


class Usefulness(StrEnum):
    """Whether a proposal is useful in a scenario, and by what."""

    BY_MODEL = "by_model"
    BY_JUDGEMENT = "by_judgement"
    NOT_USEFUL = "not_useful"
    NOT_ESTABLISHED = "not_established"


class Contestable(StrEnum):
    """What of the model somebody can hold otherwise."""

    PRIOR = "prior"
    DRIVER = "driver"
    BUDGET = "budget"
    PRESET = "preset"


class ClaimKind(StrEnum):
    """What a passage from practice can bear on."""

    BOTTLENECK = "bottleneck"
    OPPORTUNITY = "opportunity"
    DRIVER = "driver"
    INSTITUTION = "institution"
    GROUP = "group"
    REFORM = "reform"


class AnnotationStance(StrEnum):
    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    NUANCES = "nuances"


class SuggestionState(StrEnum):
    """What became of a proposed change of a text."""

    OPEN = "open"
    TAKEN = "taken"
    ADAPTED = "adapted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Recognised(StrEnum):
    """Whether a side recognises a future."""

    YES = "yes"
    IN_PART = "in_part"
    NO = "no"


class Use(StrEnum):
    """What a scenario does with an assumption of others."""

    ADOPTED = "adopted"
    ADAPTED = "adapted"
    REJECTED = "rejected"


class Finding(StrEnum):
    """What answers on a scale of five say together, by the rule agreed beforehand."""

    HIGH = "high"
    MIDDLE = "middle"
    LOW = "low"
    DISPUTED = "disputed"
    TOO_FEW = "too_few"


class Stress(StrEnum):
    """Whether an institution still does what it is for in a future, as one side rates it."""

    HOLDS = "holds"
    SOME = "some"
    STRONG = "strong"
    FAILS = "fails"
    CANNOT_JUDGE = "cannot_judge"


PRESSED = (Stress.STRONG, Stress.FAILS)


class Fate(StrEnum):
    """What the council says is to become of an institution in a future."""

    KEEP = "keep"
    ADAPT = "adapt"
    REPLACE = "replace"
    NEW = "new"  # something new is needed beside it


class Act(StrEnum):
    """What the journal records."""

    WORKSHOP_STARTED = "workshop_started"
    PEOPLE_SEATED = "people_seated"
    MANDATE_ENDED = "mandate_ended"
    ROLE_GIVEN = "role_given"
    ROLE_ENDED = "role_ended"
    PERSON_ERASED = "person_erased"
    AGREEMENTS_CHANGED = "agreements_changed"
    AGREEMENTS_LOCKED = "agreements_locked"
    PHASE_MOVED = "phase_moved"
    PROPOSAL_TABLED = "proposal_tabled"
    PROPOSAL_PARKED = "proposal_parked"
    PROPOSAL_RETURNED = "proposal_returned"
    PROPOSAL_WITHDRAWN = "proposal_withdrawn"
    PROPOSAL_JUDGED = "proposal_judged"
    AMENDMENT_PROPOSED = "amendment_proposed"
    AMENDMENT_HANDLED = "amendment_handled"
    AMENDMENT_TAKEN_OVER = "amendment_taken_over"
    AMENDMENT_MODIFIED = "amendment_modified"
    AMENDMENT_DECLINED = "amendment_declined"
    AMENDMENT_WITHDRAWN = "amendment_withdrawn"
    CONDITION_ASKED = "condition_asked"
    CONDITION_SETTLED = "condition_settled"
    ASSUMPTION_CONTESTED = "assumption_contested"
    CONTEST_WITHDRAWN = "contest_withdrawn"
    ROUND_PREPARED = "round_prepared"
    ROUND_OPENED = "round_opened"
    ROUND_CLOSED = "round_closed"
    ROUND_ANNULLED = "round_annulled"
    BALLOT_CAST = "ballot_cast"
    BALLOT_WITHDRAWN = "ballot_withdrawn"
    BALLOTS_PARTED = "ballots_parted"
    EXAMPLE_SUBMITTED = "example_submitted"
    EXAMPLE_PUBLISHED = "example_published"
    EXAMPLE_CHANGED = "example_changed"
    EXAMPLE_RETURNED = "example_returned"
    EXAMPLE_WITHDRAWN = "example_withdrawn"
    EXAMPLE_ANNOTATED = "example_annotated"
    ANNOTATION_ANSWERED = "annotation_answered"
    ANNOTATION_RESOLVED = "annotation_resolved"
    ANNOTATION_REOPENED = "annotation_reopened"
    DRAFT_OPENED = "draft_opened"
    PEN_GIVEN = "pen_given"
    SECTION_OPENED = "section_opened"
    SECTION_CLOSED = "section_closed"
    SECTION_WRITTEN = "section_written"
    DRIVERS_SET = "drivers_set"
    DEVELOPMENT_WRITTEN = "development_written"
    DEVELOPMENT_REMOVED = "development_removed"
    SUGGESTION_MADE = "suggestion_made"
    SUGGESTION_TAKEN = "suggestion_taken"
    SUGGESTION_ADAPTED = "suggestion_adapted"
    SUGGESTION_DECLINED = "suggestion_declined"
    SUGGESTION_WITHDRAWN = "suggestion_withdrawn"
    SUGGESTION_ANSWERED = "suggestion_answered"
    COMMENT_MADE = "comment_made"
    COMMENT_ANSWERED = "comment_answered"
    COMMENT_RESOLVED = "comment_resolved"
    COMMENT_REOPENED = "comment_reopened"
    SCENARIO_ADOPTED = "scenario_adopted"
    SCENARIO_RETURNED = "scenario_returned"
    FUTURE_RECOGNISED = "future_recognised"
    ASSUMPTIONS_CROSSED = "assumptions_crossed"
    INSTITUTION_RATED = "institution_rated"
    INSTITUTION_DECIDED = "institution_decided"
    OWN_DRIVERS_SET = "own_drivers_set"
    OWN_DRIVERS_WITHDRAWN = "own_drivers_withdrawn"
    ESTIMATES_OPENED = "estimates_opened"
    ESTIMATES_GIVEN = "estimates_given"
    ESTIMATES_CLOSED = "estimates_closed"
    ESTIMATES_ENDED = "estimates_ended"
    REQUEST_ENTERED = "request_entered"
    PASSAGE_MARKED = "passage_marked"
    PASSAGE_UNMARKED = "passage_unmarked"
    POSITION_STATED = "position_stated"
    POSITION_SIGNED = "position_signed"
    POSITION_UNSIGNED = "position_unsigned"
    POSITION_WITHDRAWN = "position_withdrawn"
    POSITION_REPLIED = "position_replied"
    QUESTION_ANSWERED = "question_answered"
    REPORT_COMPILED = "report_compiled"


class SignOf(IntEnum):
    """Whether a change is clear of zero, and on which side; positive is better."""

    WORSE = -1
    UNCERTAIN = 0
    BETTER = 1
