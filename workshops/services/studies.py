# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ask for the studies of a workshop: what makes a proposal fail, what moves it, by when, and together with what."""

from django.db import transaction
from django.utils.translation import gettext as _

from scenarios.enums import StudyKind
from scenarios.models import Study
from scenarios.selectors.studies.asked import Asked
from scenarios.services.studies import request_study
from workshops import rules
from workshops.errors import AgreementsError, NotComputableError, WorkshopError
from workshops.models import Proposal, Workshop
from workshops.rules import Standing
from workshops.selectors.studies import (
    Ground,
    asked_of_proposal,
    computable_proposals,
    ground_of,
    packages_asked,
    timing_asked,
    topic_of,
)
from workshops.services.insist import insist

OF_A_PROPOSAL = (StudyKind.DISCOVERY, StudyKind.SENSITIVITY)


@transaction.atomic
def ask_about_proposal(*, who: Standing, proposal: Proposal, kind: StudyKind) -> Study:
    """Ask what makes a proposal fail or what moves its effect; what failed is tried again."""
    _insist(who)
    if not proposal.reform_revision.is_computable:
        raise NotComputableError(_("The model cannot compute this reform: it moves none of its levers."))
    return _request(asked_of_proposal(kind, proposal, _ground(proposal.workshop)))


@transaction.atomic
def ask_about_timing(*, who: Standing, workshop: Workshop) -> Study:
    """Ask by when something is needed."""
    _insist(who)
    ground = _ground(workshop)
    if not any(line.get("floor") is not None for one in ground.yardsticks for line in one.lines):
        raise AgreementsError(_("No yardstick has a floor yet, so there is nothing that can be crossed."))
    return _request(timing_asked(workshop, ground))


@transaction.atomic
def ask_about_packages(*, who: Standing, workshop: Workshop) -> Study:
    """Ask which of the proposals on the table go well together."""
    _insist(who)
    if len(computable_proposals(workshop)) < 2:
        raise WorkshopError(_("A package takes at least two proposals that the model can compute."))
    return _request(packages_asked(workshop, _ground(workshop)))


def study_proposal(proposal: Proposal) -> None:
    """Ask both studies of a proposal that the model can compute, on nobody's behalf."""
    ground = ground_of(proposal.workshop)
    if proposal.reform_revision.is_computable and ground.is_firm:
        for kind in OF_A_PROPOSAL:
            _request(asked_of_proposal(kind, proposal, ground))


def study_workshop(workshop: Workshop) -> None:
    """Ask both studies of a whole workshop, on nobody's behalf."""
    ground = ground_of(workshop)
    if not ground.is_firm:
        return
    _request(timing_asked(workshop, ground))
    if len(computable_proposals(workshop)) > 1:
        _request(packages_asked(workshop, ground))


def _insist(who: Standing) -> None:
    insist(rules.can_ask_projection(who), _("Only who takes part in this workshop can ask for a projection."))


def _ground(workshop: Workshop) -> Ground:
    ground = ground_of(workshop)
    if not ground.is_firm:
        raise WorkshopError(_("This needs scenarios to compute in and sides to measure by. Add those first."))
    return ground


def _request(found: Asked) -> Study:
    topic = topic_of(found.kind, found.subject)
    return request_study(kind=found.kind, subject=found.subject, question=found.question, topic=topic)
