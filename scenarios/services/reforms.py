# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Write reforms: a new one, or a new edition; an edition never changes."""

from collections.abc import Mapping

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from scenarios import vocabulary
from scenarios.enums import Modelled
from scenarios.errors import LeverOutOfBoundsError
from scenarios.models import Reform, ReformRevision

COSTED_BY_MODEL = frozenset({"minimum_wage", "benefit_link", "benefit_duration", "pension_age"})


@transaction.atomic
def write_reform(  # noqa: PLR0913 -- a reform is all of this
    *,
    author: AbstractBaseUser | None,
    title: str,
    summary: str,
    levers: Mapping[str, float],
    level: str,
    actors: str,
    start_year: int,
    phase_years: int = 3,
    left_out: str = "",
    budget_bn: float = 0.0,
    budget_source: str = "",
    based_on: ReformRevision | None = None,
) -> ReformRevision:
    """Write a reform of one's own, perhaps starting from the catalogue's; levers are held to their bounds."""
    moved = checked_levers(levers)
    reform = Reform.objects.create(institution=based_on.reform.institution if based_on else None)
    return ReformRevision.objects.create(
        reform=reform,
        number=1,
        lang=(translation.get_language() or "nl")[:2],
        title=title,
        summary=summary,
        levers=moved,
        modelled=modelled_by(moved, left_out),
        left_out=left_out,
        level=level,
        actors=actors,
        start_year=start_year,
        phase_years=phase_years,
        exante_budget_bn=budget_bn,
        budget_from_model=bool(moved) and set(moved) <= COSTED_BY_MODEL,
        budget_source=budget_source,
        created_by=author,
    )


def checked_levers(levers: Mapping[str, float]) -> dict[str, float]:
    """Return the levers that move, each within its bounds."""
    moved = {}
    for key, value in levers.items():
        lever = vocabulary.lever(key)
        if not lever.low <= value <= lever.high:
            raise LeverOutOfBoundsError(
                _("%(lever)s must be between %(low)s and %(high)s.")
                % {
                    "lever": lever.label.in_language(translation.get_language() or "nl"),
                    "low": lever.low,
                    "high": lever.high,
                },
                field=key,
            )
        if value:
            moved[key] = value
    return moved


def modelled_by(levers: Mapping[str, float], left_out: str) -> Modelled:
    """Say how much of a reform the engine can compute."""
    if not levers:
        return Modelled.NONE
    return Modelled.PARTLY if left_out.strip() else Modelled.FULL
