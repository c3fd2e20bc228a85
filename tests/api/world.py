# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A workshop with something of everything, in two sizes: what the tests of the whole API walk through."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

import numpy as np
from django.utils import timezone

from config.api.views import openapi_in
from scenarios import vocabulary
from scenarios.arrays.findings import found_at_once, pair
from scenarios.arrays.questions import AskedReform, AskedScenario, Question
from scenarios.enums import ProjectionState, StudyKind
from scenarios.models import (
    Figure,
    Impact,
    Institution,
    OwnProjection,
    Payoff,
    PracticeExample,
    Projection,
    Reform,
    Study,
    Yardstick,
)
from scenarios.reports.experiments import archived
from scenarios.selectors.studies.asked import about_floors
from scenarios.services.studies import request_study
from tests.factories import (
    AgreementsFactory,
    AmendmentFactory,
    AnnotationFactory,
    ContestFactory,
    Council,
    DelegationFactory,
    DevelopmentFactory,
    InstitutionFactory,
    InstitutionVerdictFactory,
    JudgementFactory,
    MilestoneFactory,
    OwnProjectionFactory,
    PracticeExampleFactory,
    ProjectionFactory,
    ProposalFactory,
    ReformFactory,
    ReformRevisionFactory,
    StressRatingFactory,
    WorkshopFactory,
    WorkshopScenarioFactory,
    cast,
    council,
    open_round,
)
from tests.factories.contested import answered
from tests.factories.weighing import VARIANTS, steps_of
from workshops.enums import Phase, Stance
from workshops.models import Annotation, ConsensusReport, Contest, Poll, Proposal, Round, Workshop
from workshops.services.reports import compile_report
from workshops.services.rounds import close_round


@dataclass(frozen=True)
class World:
    """A council at work; `proposals[0]` was voted on in a closed round, `proposals[1]` is voted on now."""

    table: Council
    proposals: list[Proposal]
    closed: Round
    open: Round
    projection: Projection
    study: Study
    examples: list[PracticeExample]
    annotation: Annotation
    report: ConsensusReport
    own: OwnProjection
    contest: Contest

    @property
    def slug(self) -> str:
        return self.table.workshop.slug

    @cached_property
    def poll(self) -> Poll:
        """A poll that can be answered now."""
        return self.open.polls.order_by("scenario_revision__scenario__key")[0]

    @cached_property
    def parts(self) -> Mapping[str, object]:
        """What stands in the places of the addresses; the ballot that is asked for was cast in the closed round."""
        return {
            "workshop": self.slug,
            "scenario": self.table.workshop.places.first().scenario.key,
            "institution": "wage-rule",
            "reform": "catalogue-reform",
            "proposal": self.proposals[0].id,
            "projection": self.projection.run,
            "study": self.study.run,
            "poll": self.closed.polls.first().id,
            "seat": self.table.seat("workers").id,
            "example": self.examples[0].id,
            "annotation": self.annotation.id,
            "report": self.report.id,
            "contest": self.contest.id,
            "amendment": self.proposals[0].amendments.get(number=1).id,
        }

    def addresses(self, method: str = "get") -> dict[str, str]:
        """Return every address that the API describes for a method, filled in: a new one is covered at once."""
        return {
            path: self.filled(path, operations[method])
            for path, operations in openapi_in("en")["paths"].items()
            if method in operations
        }

    def filled(self, path: str, operation: Mapping[str, Any]) -> str:
        """Return one address with something in each of its places."""
        address = path.lstrip("/")
        parts = {**self.parts, "projection": self.own.id} if path.endswith("/experiments") else self.parts
        for name, value in parts.items():
            address = address.replace("{" + name + "}", str(value))
        needed = [
            one["name"] for one in operation.get("parameters", []) if one["in"] == "query" and one.get("required")
        ]
        return f"{address}?workshop={self.slug}" if "workshop" in needed else address


def laid_out(*, size: int = 2, is_public: bool = True) -> World:
    """Lay out a workshop with `size` of everything that comes in lists, and at least two proposals."""
    workshop = WorkshopFactory(is_public=is_public, phase=Phase.COMPARING)
    AgreementsFactory(workshop=workshop, locked=True)
    MilestoneFactory.create_batch(size, workshop=workshop)
    table = council(workshop, seats=max(2, size))
    for place in WorkshopScenarioFactory.create_batch(min(size, 8), workshop=workshop):
        DevelopmentFactory.create_batch(size, revision=place.revision)
        _baseline(place.revision)
    _catalogue(size)
    _institutions(table)
    proposals = [_proposal(table) for _ in range(max(2, size))]
    closed = open_round(table, proposals=proposals[:-1])
    for poll in closed.polls.all():
        for seat in table.seats:
            cast(poll, seat, Stance.RESERVATIONS if seat.number == 1 else Stance.LIVE_WITH, reason="Met scholing.")
    close_round(who=table.as_facilitator, one=closed)
    opened = open_round(table, proposals=proposals[1:])
    examples = PracticeExampleFactory.create_batch(size, topic=workshop.topic)
    annotations = [AnnotationFactory(workshop=workshop, example=one, quote=one.cope[:10]) for one in examples]
    reports = _reports(table, size)
    projection = Projection.objects.filter(reform_revision=proposals[0].reform_revision).first()
    study = _study(workshop)
    for _time in range(size):
        AmendmentFactory(proposal=proposals[0], seat=table.seat("employers"))
    contests = [_contest(table, proposals[0], number) for number in range(size)]
    return World(
        table=table,
        proposals=proposals,
        closed=closed,
        open=opened,
        projection=projection,
        study=study,
        examples=examples,
        annotation=annotations[0],
        report=reports[0],
        own=_own(table),
        contest=contests[0],
    )


def _reports(table: Council, size: int) -> list[ConsensusReport]:
    """One report, compiled, and the same content under the next numbers: laying out takes a second."""
    first = compile_report(who=table.as_secretary, workshop=table.workshop)
    kept = {
        "workshop": table.workshop,
        "content": first.content,
        "content_hash": first.content_hash,
        "compiled_at": first.compiled_at,
    }
    return [first, *(ConsensusReport.objects.create(number=number, **kept) for number in range(2, size + 1))]


def _study(workshop: Workshop) -> Study:
    """A study of timing, answered: a floor that is passed in half of the draws."""
    revisions = [place.revision for place in workshop.places.all()]
    known = Yardstick.objects.filter(constituencies__workshop=workshop)
    path = {"counts": [5], "low": [0.9], "mid": [1.0], "high": [1.1]}
    signal = {"2": {"level": 1.1, "announced": 0.8, "right": 0.9}}
    floor = {
        "yardstick": str(known[0].id),
        "outcome": "net_income",
        "group": "income_q1",
        "better": "up",
        "floor": 0.99,
    }
    scenarios = {str(one.id): {**path, "signals": signal} for one in revisions}
    study = request_study(
        kind=StudyKind.TIMING, subject=f"workshop:{workshop.id}", question=about_floors(revisions, known)
    )
    answer = {"years": [2030], "draws": 10, "floors": [{**floor, "scenarios": scenarios}]}
    done = {"state": ProjectionState.DONE, "finished_at": timezone.now(), "engine_version": "1.0.0"}
    Study.objects.filter(pk=study.pk).update(answer=answer, **done)
    study.refresh_from_db()
    return study


def _catalogue(size: int) -> None:
    """Fill the catalogue up, which all workshops share."""
    for number in range(Reform.objects.exclude(key=None).count(), size):
        ReformRevisionFactory(reform=ReformFactory(key=f"catalogue-reform-{number}" if number else "catalogue-reform"))
        InstitutionFactory(key=f"wage-rule-{number}" if number else "wage-rule", strains={"trend": "Hoge druk."})


def _institutions(table: Council) -> None:
    """Let every side rate every institution, and the council decide on it."""
    for place in table.workshop.places.all():
        for institution in Institution.objects.all():
            InstitutionVerdictFactory(workshop=table.workshop, institution=institution, revision=place.revision)
            for side in table.constituencies.values():
                StressRatingFactory(constituency=side, institution=institution, revision=place.revision)


def _baseline(revision: object) -> None:
    run = ProjectionFactory(reform_revision=None, scenario_revision=revision, state=ProjectionState.DONE)
    for year in (2015, 2030):
        Figure.objects.create(
            projection=run, year=year, outcome="unemployment", group="everyone", low=0.05, mid=0.06, high=0.07
        )


def _proposal(table: Council) -> Proposal:
    side = table.constituencies["workers"]
    proposal = ProposalFactory(
        workshop=table.workshop,
        constituency=side,
        delegation=DelegationFactory(constituency=side),
        seat=table.seat("workers"),
    )
    yardsticks = [one.yardstick for one in table.constituencies.values()]
    for place in table.workshop.places.all():
        run = ProjectionFactory(
            reform_revision=proposal.reform_revision,
            scenario_revision=place.revision,
            run=_run_of(proposal),
            state=ProjectionState.DONE,
            finished_at=timezone.now(),
            yardsticks=[str(one.id) for one in yardsticks],
            engine_version="1.0.0",
            useful_share=0.9,
            useful_variants=6,
            variants=7,
        )
        _found(run, yardsticks)
        JudgementFactory(proposal=proposal, scenario_revision=place.revision, constituency=side)
    return proposal


def _own(table: Council) -> OwnProjection:
    """Return a question of the first workers' seat, answered, with every draw kept."""
    trend = AskedScenario("trend", vocabulary.default_scenario("trend").drivers, "trend")
    package = (AskedReform({"training": 1.0}),)
    question = Question((trend,), package, draws=2, seed=7, years=(2016,), experiments=True)
    own = OwnProjectionFactory(question=question.as_data(), asked_by=table.member("workers"))
    values = pair(question, question.parameters)
    own.answer, own.experiments = found_at_once(question, values).packed(), archived(question, values)
    own.save()
    return own


def _contest(table: Council, proposal: Proposal, number: int) -> Contest:
    """Let a member hold a prior otherwise, and answer it for the first proposal."""
    seat = table.seats[number % len(table.seats)]
    values = {"eps_mw": [0.9, 1.1, 1.3 + number / 10]}
    capacity = f"{seat.constituency.key}:{seat.number}"
    contest = ContestFactory(workshop=table.workshop, seat=seat, capacity=capacity, values=values)
    answered(table, proposal, (0.9, 0.7), held={"priors": values})
    return contest


def _run_of(proposal: Proposal) -> UUID:
    """Return one run for all scenarios of a proposal."""
    return proposal.id


def _found(run: Projection, yardsticks: list[Any]) -> None:
    for group in ("income_q1", "income_q2"):
        Impact.objects.create(
            projection=run,
            year=2030,
            outcome="net_income",
            group=group,
            low=0.01,
            mid=0.02,
            high=0.03,
            baseline=1.1,
            positive_share=0.98,
        )
    for one in yardsticks:
        Payoff.objects.create(
            projection=run,
            yardstick=one,
            year=2030,
            draws=steps_of(one, np.resize([0.01, 0.02, 0.03], run.draws)),
            variants=steps_of(one, np.full(VARIANTS, 0.02)),
            outcome="net_income",
            low=0.01,
            mid=0.02,
            high=0.03,
            worse_share=0.0,
            better_share=0.95,
        )
