# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Lay out the whole example, once, in the order in which it happened."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from scenarios.services.reference import load_reference
from workshops.enums import Act, Phase, Role
from workshops.models import Estimation, Milestone, Workshop
from workshops.services.example.agreements import begin_next_agreements, lock_first_agreements
from workshops.services.example.amendments import amend_proposals
from workshops.services.example.answers import draft_answers
from workshops.services.example.calendar import COMPARED, ROUNDS, Calendar, calendar_of
from workshops.services.example.conditions import ask_conditions
from workshops.services.example.contests import contest_assumptions
from workshops.services.example.council import load_council
from workshops.services.example.crosswalk import cross_with_others
from workshops.services.example.estimates import estimate_developments, estimate_once_more
from workshops.services.example.figures import request_figures, request_studies
from workshops.services.example.institutions import rate_institutions
from workshops.services.example.minorities import state_minorities
from workshops.services.example.own_settings import set_as_they_see
from workshops.services.example.practice import load_practice
from workshops.services.example.proposals import judge_proposals, table_proposals
from workshops.services.example.request import load_request
from workshops.services.example.rounds import hold_round
from workshops.services.example.stage import Stage
from workshops.services.example.writing import write_along
from workshops.services.starting import place_scenarios
from workshops.services.tables import Entry, table, written

SLUG = "robotsamenleving"
SEATED = 365


@dataclass(frozen=True, slots=True)
class Loaded:
    """The example's workshop, and whether it was laid out just now."""

    workshop: Workshop
    is_new: bool


@transaction.atomic
def load_example(*, password: str, today: date | None = None) -> Loaded:
    """Lay out the worked example, unless it is there: what people did with it since is theirs."""
    known = Workshop.objects.filter(slug=SLUG).first()
    if known is not None:
        return Loaded(known, is_new=False)
    stage = _set_stage(password, today or timezone.localdate())
    request = load_request(workshop=stage.workshop)
    estimation = _deliberate(stage)
    contest_assumptions(stage)
    amend_proposals(stage)
    state_minorities(stage)
    ask_conditions(stage)
    load_practice(stage)
    rate_institutions(stage)
    draft_answers(stage, request)
    write_along(stage)
    begin_next_agreements(stage)
    estimate_once_more(stage, estimation)
    cross_with_others(stage)
    set_as_they_see(stage)
    stage.write_journal()
    request_figures(workshop=stage.workshop)
    request_studies(workshop=stage.workshop)
    return Loaded(stage.workshop, is_new=True)


def _set_stage(password: str, today: date) -> Stage:
    """Make the workshop with its scenarios and its council."""
    told, reference = table("workshop"), load_reference()
    calendar = calendar_of(told, today)
    workshop = _workshop(told, calendar)
    council = load_council(
        workshop=workshop,
        yardsticks=reference.yardsticks,
        password=password,
        since=calendar.at(SEATED, 0).date(),
    )
    return Stage(workshop, council, place_scenarios(workshop, reference.scenarios), reference, calendar)


def _workshop(told: Entry, calendar: Calendar) -> Workshop:
    workshop = Workshop.objects.create(
        slug=SLUG,
        phase=Phase.COMPARING,
        due_on=calendar.due_on,
        is_public=told["is_public"],
        is_fictional=told["fictional"],
        **written(told, "title", "purpose", "product"),
    )
    Milestone.objects.bulk_create(
        Milestone(workshop=workshop, days_before=entry["days_before"], **written(entry, "title"))
        for entry in told["milestones"]
    )
    return workshop


def _deliberate(stage: Stage) -> Estimation:
    """Table, estimate, judge, agree and vote: two rounds, six proposals each."""
    first = table_proposals(stage, 1)
    steps = {"from": Phase.DRAFTING, "to": Phase.COMPARING}
    facilitator = stage.council.first_in(Role.FACILITATOR)
    stage.record(Act.PHASE_MOVED, facilitator, at=stage.calendar.at(COMPARED, 9), data=steps)
    estimation = estimate_developments(stage)
    judge_proposals(stage, 1, first)
    agreements = lock_first_agreements(stage)
    hold_round(stage, 1, first, agreements)
    for number in sorted(ROUNDS)[1:]:
        proposals = table_proposals(stage, number)
        judge_proposals(stage, number, proposals)
        hold_round(stage, number, proposals, agreements)
    return estimation
