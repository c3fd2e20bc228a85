# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a delegation wrote: its limits, and the reform that it stands for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from scenarios.enums import DevelopmentKind, Level
from scenarios.models import ReformRevision
from scenarios.services.reforms import (
    NO_DESIGN,
    Design,
    checked_levers,
    design_of,
    is_costed_by_model,
    write_reform,
)
from workshops.enums import Scope, Track
from workshops.errors import WorkshopError
from workshops.models import User

LONGEST: Mapping[str, int] = {
    "title": 160,
    "summary": 1_500,
    "reasons": 3_000,
    "addresses": 1_000,
    "actors": 200,
    "left_out": 1_500,
    "budget_source": 500,
}
LONGEST_DESIGN: Mapping[str, int] = {"role": 400, "eu_note": 600, "abroad": 800, "competing_note": 600}
NEEDED = ("title", "summary", "reasons", "addresses")
OTHER_TRACKS = (Track.SKILLS, Track.CIRCULAR_ECONOMY)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a delegation wrote; `based_on` is the reform it started from, if any."""

    title: str
    summary: str
    reasons: str
    addresses_kind: str
    addresses: str
    level: str
    actors: str
    start_year: int
    phase_years: int = 3
    scope: Scope = Scope.THIS_ADVICE
    track: str = ""
    levers: Mapping[str, float] = field(default_factory=dict)
    left_out: str = ""
    budget_bn: float = 0.0
    budget_source: str = ""
    based_on: ReformRevision | None = None
    design: Design | None = None  # none: as in the reform that it started from


def check_draft(draft: Draft) -> None:
    """Refuse what is empty, too long or not on the lists; the message says what to do."""
    for name in NEEDED:
        if not getattr(draft, name).strip():
            raise WorkshopError(_("Fill this in: the others need it to judge the proposal."), field=name)
    for name, most in LONGEST.items():
        typed = len(getattr(draft, name))
        if typed > most:
            message = _("Use at most %(most)d characters; there are %(typed)d now.")
            raise WorkshopError(message % {"most": most, "typed": typed}, field=name)
    _check_design(draft.design)
    for name, choices in (("addresses_kind", DevelopmentKind), ("level", Level), ("scope", Scope)):
        if getattr(draft, name) not in list(choices):
            raise WorkshopError(_("Choose one of the answers."), field=name)
    if draft.scope == Scope.SEPARATE_TRACK and draft.track not in OTHER_TRACKS:
        raise WorkshopError(_("Say which separate track this proposal touches."), field="track")


def _check_design(design: Design | None) -> None:
    if design is None:
        return
    texts = {name: getattr(design, name) for name in LONGEST_DESIGN if name != "role"}
    texts |= {f"role_{actor}": told for actor, told in design.roles.items()}
    for name, told in texts.items():
        most = LONGEST_DESIGN["role" if name.startswith("role_") else name]
        if len(told) > most:
            message = _("Use at most %(most)d characters; there are %(typed)d now.")
            raise WorkshopError(message % {"most": most, "typed": len(told)}, field=name)


def reform_in(draft: Draft, author: User | None) -> ReformRevision:
    """Return the edition it started from when nothing of it was changed, else write a new reform."""
    levers = checked_levers(draft.levers)
    known = draft.based_on
    if known is not None and _says_the_same(known, draft, levers):
        return known
    is_kept_budget = known is not None and draft.budget_bn == known.exante_budget_bn
    return write_reform(
        author=author,
        based_on=known,
        title=draft.title,
        summary=draft.summary,
        levers=levers,
        left_out=draft.left_out,
        level=draft.level,
        actors=draft.actors,
        start_year=draft.start_year,
        phase_years=draft.phase_years,
        budget_bn=draft.budget_bn,
        budget_source=draft.budget_source or (_("Estimate by who tabled it.") if draft.budget_bn else ""),
        budget_status=known.budget_status if known is not None and is_kept_budget else "assumption",
        design=_design_in(draft),
    )


def _design_in(draft: Draft) -> Design:
    if draft.design is not None:
        return draft.design
    return design_of(draft.based_on) if draft.based_on else NO_DESIGN


def _says_the_same(known: ReformRevision, draft: Draft, levers: Mapping[str, float]) -> bool:
    texts = ("title", "summary", "actors", "left_out")
    is_same_text = all(known.said(name).split() == getattr(draft, name).split() for name in texts)
    is_same_budget = is_costed_by_model(levers) or (
        known.exante_budget_bn == draft.budget_bn and known.said("budget_source").split() == draft.budget_source.split()
    )
    return (
        is_same_text
        and is_same_budget
        and _design_in(draft).as_columns() == design_of(known).as_columns()
        and {key: value for key, value in known.levers.items() if value} == levers
        and (known.level, known.start_year, known.phase_years) == (draft.level, draft.start_year, draft.phase_years)
    )
