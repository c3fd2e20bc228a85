# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The studies of a workshop: what each asks, as things stand now, and the row that answers it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from scenarios.enums import StudyKind
from scenarios.models import ScenarioRevision, Study, Yardstick
from scenarios.selectors.studies.asked import Asked, Menu, about_floors, about_packages, about_reform, asked
from workshops.enums import ProposalState
from workshops.models import Agreements, Proposal, Workshop
from workshops.selectors.support import Support, support_in
from workshops.selectors.table import Place, Side, place_of, sides_of
from workshops.selectors.workshops import workshops_open_to

YEAR = 2030
USEFUL_SHARE = 0.8
Answers = Mapping[tuple[UUID, UUID], Support]


class Standing(StrEnum):
    """How far a study is."""

    NOT_ASKED = "not_asked"
    WAITING = "waiting"
    RUNNING = "running"
    FAILED = "failed"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a study is, and whether what is shown meanwhile answers an earlier question."""

    standing: Standing
    topic: str
    study: Study | None
    is_earlier: bool

    @property
    def is_underway(self) -> bool:
        return self.standing in {Standing.WAITING, Standing.RUNNING}

    @property
    def percent(self) -> int | None:
        """How many steps are done of a hundred; none while that is not known."""
        return 100 * self.study.steps_done // self.study.steps if self.study and self.study.steps else None


@dataclass(frozen=True, slots=True)
class Ground:
    """What every study of a workshop stands on: scenario editions, yardsticks, year, frame, and what useful takes."""

    scenarios: tuple[ScenarioRevision, ...]
    yardsticks: tuple[Yardstick, ...]
    year: int
    frame_bn: float
    useful_share: float

    @property
    def is_firm(self) -> bool:
        """There are scenarios to compute in and yardsticks to measure by."""
        return bool(self.scenarios and self.yardsticks)


def ground_of(workshop: Workshop) -> Ground:
    """Return what studies are measured by: three statements."""
    return ground_and_axes(workshop)[0]


def ground_and_axes(workshop: Workshop) -> tuple[Ground, list[Place], list[Side]]:
    """Return what studies are measured by, with the axes of a picture: three statements."""
    sides = sides_of(workshop)
    rows = list(workshop.places.select_related("revision", "scenario").order_by("order"))
    agreements = agreements_of(workshop)
    ground = Ground(
        scenarios=tuple(row.revision for row in rows),
        yardsticks=tuple(dict.fromkeys(side.yardstick for side in sides)),
        year=agreements.report_year if agreements else YEAR,
        frame_bn=agreements.frame_bn if agreements else 0.0,
        useful_share=agreements.useful_share if agreements else USEFUL_SHARE,
    )
    return ground, [place_of(row) for row in rows], sides


def agreements_of(workshop: Workshop) -> Agreements | None:
    """Return the agreements that projections go by: the newest."""
    return workshop.agreements.order_by("-version").first()


def asked_of_proposal(kind: StudyKind, proposal: Proposal, ground: Ground) -> Asked:
    """Return the study of why a proposal fails, or of what moves its effect: one statement."""
    question = about_reform(proposal.reform_revision, ground.scenarios, ground.yardsticks, year=ground.year)
    return asked(kind, f"proposal:{proposal.id}", question)


def timing_asked(workshop: Workshop, ground: Ground) -> Asked:
    """Return the study of when floors are crossed: one statement."""
    return asked(StudyKind.TIMING, f"workshop:{workshop.id}", about_floors(ground.scenarios, ground.yardsticks))


def packages_asked(workshop: Workshop, ground: Ground) -> Asked:
    """Return the study of packages of what is on the table: five statements."""
    proposals = computable_proposals(workshop)
    support = support_in(workshop, proposal_ids=[one.id for one in proposals])
    return packages_asked_of(workshop, ground, proposals, support)


def packages_asked_of(workshop: Workshop, ground: Ground, proposals: Sequence[Proposal], support: Answers) -> Asked:
    """Return the study of packages of proposals whose support is known: one statement."""
    menu = Menu(
        reforms={str(one.number): one.reform_revision for one in proposals},
        support=least_support(proposals, ground.scenarios, support),
        frame_bn=ground.frame_bn,
    )
    question = about_packages(menu, ground.scenarios, ground.yardsticks, year=ground.year)
    return asked(StudyKind.PACKAGES, f"workshop:{workshop.id}", question)


def computable_proposals(workshop: Workshop) -> list[Proposal]:
    """Return what can be taken together: each reform once, neither withdrawn nor beyond the model."""
    return computable_of(proposals_standing(workshop))


def proposals_standing(workshop: Workshop) -> list[Proposal]:
    """Return what was tabled and not withdrawn: one statement."""
    rows = workshop.proposals.exclude(state=ProposalState.WITHDRAWN).select_related("reform_revision", "constituency")
    return list(rows.order_by("number"))


def computable_of(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Return those that the model can compute, each reform once: no statements."""
    found: dict[UUID, Proposal] = {}
    for one in proposals:
        if one.reform_revision.is_computable:
            found.setdefault(one.reform_revision_id, one)
    return list(found.values())


def least_support(
    proposals: Iterable[Proposal], scenarios: Iterable[ScenarioRevision], support: Answers
) -> Mapping[str, float | None]:
    """Return the weakest constituency's share in the worst scenario, by number; none until all rounds are closed."""
    found: dict[str, float | None] = {}
    for proposal in proposals:
        polls = [support.get((proposal.id, scenario.id)) for scenario in scenarios]
        shares = [poll.weakest for poll in polls if poll and not poll.round.is_open]
        told = [float(share) for share in shares if share is not None]
        found[str(proposal.number)] = min(told) if told and len(told) == len(polls) else None
    return found


def is_open_to(own: Iterable[UUID], study: Study) -> bool:
    """Say whether somebody with these workshops may see a study: what it is about lies in one of them. One statement."""
    of, _colon, key = study.subject.partition(":")
    workshops = workshops_open_to(own)
    about = {"proposals": key} if of == "proposal" else {"pk": key}
    return workshops.filter(**about).exists()


def progress_of(found: Asked) -> Progress:
    """Say how far a study is: no statements."""
    return Progress(
        standing=Standing(found.study.state) if found.study else Standing.NOT_ASKED,
        topic=found.study.topic if found.study and found.study.topic else topic_of(found.kind, found.subject),
        study=found.study,
        is_earlier=not found.is_current and found.answered is not None,
    )


def topic_of(kind: StudyKind, subject: str) -> str:
    """Return the name under which open pages of a study are woken."""
    return f"study:{kind.value}:{subject.partition(':')[2]}"
