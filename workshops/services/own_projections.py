# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ask the engine a question of one's own: for oneself, or for all who take part in a workshop."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from scenarios.arrays.questions import AskedReform, AskedScenario, Question
from scenarios.models import OwnProjection
from scenarios.services.own_projections import request_own_projection
from scenarios.services.projections import SEED
from scenarios.services.questions import BY_API
from workshops import rules
from workshops.errors import NotComputableError
from workshops.models import Proposal, User, Workshop
from workshops.rules import Standing
from workshops.services.insist import insist


@transaction.atomic
def ask_own_projection(
    *, person: User, question: Question, who: Standing | None = None, workshop: Workshop | None = None
) -> OwnProjection:
    """Ask on somebody's behalf; what was asked before by those who may see it is not asked twice."""
    if workshop is None:
        return request_own_projection(question=question, asked_by=person)
    insist(
        who is not None and rules.can_ask_projection(who),
        _("Only who takes part in this workshop can ask for a projection."),
    )
    return request_own_projection(question=question, asked_by=person, audience=workshop.topic, topic=workshop.topic)


@transaction.atomic
def ask_draws(*, who: Standing, proposal: Proposal) -> OwnProjection:
    """Ask for every draw of a proposal in the scenarios of its workshop, as a file for analysts."""
    insist(
        who.person is not None and rules.can_ask_projection(who),
        _("Only who takes part in this workshop can ask for a projection."),
    )
    if not proposal.reform_revision.is_computable:
        raise NotComputableError(_("The model cannot compute this reform: it moves none of its levers."))
    assert who.person is not None  # noqa: S101 -- insisted on above
    question = draws_asked(proposal)
    return ask_own_projection(person=who.person, question=question, who=who, workshop=proposal.workshop)


def draws_asked(proposal: Proposal) -> Question:
    """Return the question that a proposal's own projections answer, with every draw kept that fits in a file."""
    revisions = [place.revision for place in proposal.workshop.places.select_related("revision__scenario")]
    reform = proposal.reform_revision
    asked = AskedReform(
        levers=reform.levers,
        start_year=reform.start_year,
        phase_years=reform.phase_years,
        exante_budget_bn=reform.exante_budget_bn,
        budget_from_model=reform.budget_from_model,
        key=reform.reform.key or "",
    )
    question = Question(
        scenarios=tuple(AskedScenario(one.scenario.key, one.drivers, one.scenario.key) for one in revisions),
        package=(asked,),
        draws=settings.PROJECTION_DRAWS,
        seed=SEED,
        experiments=True,
    )
    return (
        question
        if question.draws * question.cells <= BY_API.kept
        else question.with_draws(BY_API.kept // question.cells)
    )
