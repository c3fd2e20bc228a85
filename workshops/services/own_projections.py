# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ask the engine a question of one's own: for oneself, or for all who take part in a workshop."""

from django.db import transaction
from django.utils.translation import gettext as _

from scenarios.arrays.questions import Question
from scenarios.models import OwnProjection
from scenarios.services.own_projections import request_own_projection
from workshops import rules
from workshops.models import User, Workshop
from workshops.rules import Standing
from workshops.services.insist import insist


@transaction.atomic
def ask_own_projection(
    *, person: User, question: Question, who: Standing | None = None, workshop: Workshop | None = None
) -> OwnProjection:
    """Ask on somebody's behalf; what the same person asked before is not asked twice."""
    if workshop is None:
        return request_own_projection(question=question, asked_by=person)
    insist(
        who is not None and rules.can_ask_projection(who),
        _("Only who takes part in this workshop can ask for a projection."),
    )
    return request_own_projection(question=question, asked_by=person, audience=workshop.topic, topic=workshop.topic)
