# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of acts, one room per noun."""

from workshops.models.annotation import Annotation
from workshops.models.ballot import Ballot, SealedBallot
from workshops.models.composition import Constituency, Delegation, Mandate, Participation, Seat
from workshops.models.contest import Contest
from workshops.models.journal import JournalEntry
from workshops.models.person import AccessToken, User
from workshops.models.poll import Poll, Round, RoundSeat, TallyRow
from workshops.models.proposal import Judgement, Proposal
from workshops.models.report import ConsensusReport
from workshops.models.request import AskingSentence, Paragraph, Question, Request
from workshops.models.workshop import Agreements, Milestone, Workshop, WorkshopScenario

__all__ = [
    "AccessToken",
    "Agreements",
    "Annotation",
    "AskingSentence",
    "Ballot",
    "ConsensusReport",
    "Constituency",
    "Contest",
    "Delegation",
    "JournalEntry",
    "Judgement",
    "Mandate",
    "Milestone",
    "Paragraph",
    "Participation",
    "Poll",
    "Proposal",
    "Question",
    "Request",
    "Round",
    "RoundSeat",
    "SealedBallot",
    "Seat",
    "TallyRow",
    "User",
    "Workshop",
    "WorkshopScenario",
]
