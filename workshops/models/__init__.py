# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of acts, one room per noun."""

from workshops.models.amendment import Amendment
from workshops.models.annotation import Annotation, AnnotationReply
from workshops.models.ballot import Ballot, SealedBallot
from workshops.models.borrowing import Borrowing
from workshops.models.composition import Constituency, Delegation, Mandate, Participation, Seat
from workshops.models.condition import Condition
from workshops.models.contest import Contest
from workshops.models.draft import DraftDevelopment, DraftDriver, DraftSection, Presence, ScenarioDraft
from workshops.models.estimate import Estimate, EstimateRound, Estimation
from workshops.models.institution import InstitutionVerdict, StressRating
from workshops.models.journal import JournalEntry
from workshops.models.mail import MailPreference, Mention
from workshops.models.margin import Comment, Reply, Suggestion
from workshops.models.minority import MinorityPosition, PositionReply, Signature
from workshops.models.own_setting import OwnSetting
from workshops.models.person import AccessToken, User
from workshops.models.poll import Poll, Round, RoundSeat, TallyRow
from workshops.models.proposal import Judgement, Proposal
from workshops.models.recognition import Recognition
from workshops.models.report import ConsensusReport, ReportPdf
from workshops.models.request import AskingSentence, Paragraph, Question, Request
from workshops.models.workshop import Agreements, Milestone, Workshop, WorkshopScenario

__all__ = [
    "AccessToken",
    "Agreements",
    "Amendment",
    "Annotation",
    "AnnotationReply",
    "AskingSentence",
    "Ballot",
    "Borrowing",
    "Comment",
    "Condition",
    "ConsensusReport",
    "Constituency",
    "Contest",
    "Delegation",
    "DraftDevelopment",
    "DraftDriver",
    "DraftSection",
    "Estimate",
    "EstimateRound",
    "Estimation",
    "InstitutionVerdict",
    "JournalEntry",
    "Judgement",
    "MailPreference",
    "Mandate",
    "Mention",
    "Milestone",
    "MinorityPosition",
    "OwnSetting",
    "Paragraph",
    "Participation",
    "Poll",
    "PositionReply",
    "Presence",
    "Proposal",
    "Question",
    "Recognition",
    "Reply",
    "ReportPdf",
    "Request",
    "Round",
    "RoundSeat",
    "ScenarioDraft",
    "SealedBallot",
    "Seat",
    "Signature",
    "StressRating",
    "Suggestion",
    "TallyRow",
    "User",
    "Workshop",
    "WorkshopScenario",
]
