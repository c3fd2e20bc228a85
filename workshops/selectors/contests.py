# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who holds which assumption otherwise, and what that asks of the model."""

from typing import Any

from scenarios.services.contested import Question
from workshops.enums import Contestable
from workshops.models import Contest, Workshop
from workshops.models.contest import ContestQuerySet
from workshops.selectors.ground import Ground

PEOPLE = ("seat__constituency", "seat__delegation")


def contests_in(workshop: Workshop) -> ContestQuerySet:
    """Return all contests by number, the ended ones too."""
    return Contest.objects.filter(workshop=workshop).select_related(*PEOPLE).order_by("number")


def standing_contests(workshop: Workshop) -> list[Contest]:
    """Return the contests that stand: one statement."""
    return list(contests_in(workshop).standing())


def questions_on(contest: Contest, ground: Ground) -> list[Question]:
    """Return what a contest asks the model: what else each proposal does; none when what it is about is gone."""
    held, reforms = _held(contest, ground), [one.reform_revision for one in ground.computable]
    if contest.kind == Contestable.BUDGET:
        proposal = ground.proposal(contest.key)
        reforms = [proposal.reform_revision] if proposal and proposal.reform_revision in reforms else []
    if held is None or not ground.places:
        return []
    unique = {reform.id: reform for reform in reforms}
    return [Question(reform, ground.revisions, ground.yardsticks, ground.year, held) for reform in unique.values()]


def _held(contest: Contest, ground: Ground) -> dict[str, Any] | None:
    """Return what is held, as a contested projection stores it."""
    if contest.kind == Contestable.BUDGET:
        return {"budget_bn": contest.values[contest.key][1]}
    if contest.kind == Contestable.DRIVER:
        revision = next((one.revision_id for one in ground.places if one.key == contest.scenario_key), None)
        return {"drivers": {str(revision): {contest.key: contest.values[contest.key][1]}}} if revision else None
    return {"priors": contest.values}
