# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the model makes of a draft, and what its author should know before submitting it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scenarios.enums import Modelled
from scenarios.services.reforms import checked_levers, is_costed_by_model, modelled_by
from workshops.models import Proposal
from workshops.services.drafts import Draft


@dataclass(frozen=True, slots=True)
class Reading:
    """The levers that the words became, how much of it the model computes, and what to look at again."""

    levers: Mapping[str, float]
    modelled: Modelled
    is_costed_by_model: bool
    year: int
    first_full_year: int
    alike: Proposal | None

    @property
    def is_computed(self) -> bool:
        return self.modelled != Modelled.NONE


def reading_of(draft: Draft, others: Iterable[Proposal], *, year: int) -> Reading:
    """Return what the model makes of a draft that may be submitted; `others` are on the table already."""
    levers = checked_levers(draft.levers)
    return Reading(
        levers=levers,
        modelled=modelled_by(levers, draft.left_out),
        is_costed_by_model=is_costed_by_model(levers),
        year=year,
        first_full_year=draft.start_year + draft.phase_years - 1,
        alike=next((one for one in others if _is_alike(one, draft, levers)), None),
    )


def _is_alike(proposal: Proposal, draft: Draft, levers: Mapping[str, float]) -> bool:
    """The same title, or the same levers moved as far."""
    reform = proposal.reform_revision
    same_title = reform.said("title").casefold().split() == draft.title.casefold().split()
    return same_title or (bool(levers) and {key: one for key, one in reform.levers.items() if one} == levers)
