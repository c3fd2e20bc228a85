# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Write reforms: a new one, or a new edition; an edition never changes."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Max
from django.utils import formats, translation
from django.utils.translation import gettext as _

from scenarios import arrays, vocabulary
from scenarios.enums import ActsAt, Aim, Competing, EuRoom, Modelled
from scenarios.errors import LeverOutOfBoundsError, ScenarioError
from scenarios.models import Reform, ReformRevision
from scenarios.vocabulary import Lever, Text

COSTED_BY_MODEL = frozenset({"minimum_wage", "benefit_link", "benefit_duration", "pension_age"})
TEXTS = ("title", "summary", "actors", "left_out", "budget_source")
FIRST_START, LAST_START = arrays.YEARS[0] + 1, arrays.YEARS[-1]
MOST_PHASE_YEARS = 25
MOST_BUDGET_BN = 100.0


@dataclass(frozen=True, slots=True)
class Design:
    """Which institutions a reform changes and to what end, who does what, and how it stands in Europe."""

    changes: tuple[str, ...] = ()
    aim: str = ""
    roles: Mapping[str, str] = field(default_factory=dict)
    eu_room: str = ""
    eu_note: str = ""
    abroad: str = ""
    competing: str = ""
    competing_note: str = ""

    def as_columns(self) -> dict[str, Any]:
        """Return it as the columns of an edition."""
        roles = {actor.value: self.roles[actor].strip() for actor in ActsAt if self.roles.get(actor, "").strip()}
        return {
            **{one.name: getattr(self, one.name) for one in fields(self)},
            "changes": list(self.changes),
            "roles": roles,
        }


NO_DESIGN = Design()


def design_of(revision: ReformRevision) -> Design:
    """Return the design of an edition, in the reader's language."""
    texts = {name: revision.said(name) for name in ("eu_note", "abroad", "competing_note")}
    return Design(
        changes=tuple(revision.changes),
        aim=revision.aim,
        roles=dict(revision.said("roles")),
        eu_room=revision.eu_room,
        competing=revision.competing,
        **texts,
    )


def check_design(design: Design) -> None:
    """Refuse what is on no list."""
    known = {one.key for one in vocabulary.institutions()}
    if not set(design.changes) <= known:
        raise ScenarioError(_("Choose institutions from the list."), field="changes")
    if not set(design.roles) <= set(ActsAt):
        raise ScenarioError(_("Choose who acts from the list."), field="roles")
    for name, kind in (("aim", Aim), ("eu_room", EuRoom), ("competing", Competing)):
        if getattr(design, name) not in {"", *kind}:
            raise ScenarioError(_("Choose one of the answers."), field=name)


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
    budget_status: str = "assumption",
    based_on: ReformRevision | None = None,
    design: Design = NO_DESIGN,
) -> ReformRevision:
    """Write a reform of one's own, perhaps starting from the catalogue's; levers are held to their bounds."""
    moved = checked_levers(levers)
    _check_timing(start_year, phase_years)
    check_design(design)
    is_costed = is_costed_by_model(moved)
    reform = Reform.objects.create(institution=based_on.reform.institution if based_on else None)
    language = (translation.get_language() or "nl")[:2]
    words = interpretation_of(moved)
    return ReformRevision.objects.create(
        reform=reform,
        number=1,
        lang=language,
        title=title,
        summary=summary,
        levers=moved,
        modelled=modelled_by(moved, left_out),
        interpretation=words.in_language(language),
        translations={other: {"interpretation": words.in_language(other)} for other in {"nl", "en"} - {language}},
        left_out=left_out,
        level=level,
        actors=actors,
        start_year=start_year,
        phase_years=phase_years,
        exante_budget_bn=0.0 if is_costed else _checked_budget(budget_bn),
        budget_from_model=is_costed,
        budget_source="" if is_costed else budget_source,
        budget_status=budget_status,
        created_by=author,  # type: ignore[misc]  # whoever the site calls a user
        **design.as_columns(),
    )


@transaction.atomic
def revise_reform(  # noqa: PLR0913 -- an edition is all of this
    *,
    known: ReformRevision,
    author: AbstractBaseUser | None,
    lang: str,
    texts: Mapping[str, str],
    levers: Mapping[str, float],
    start_year: int,
    phase_years: int,
    budget_bn: float,
) -> ReformRevision:
    """Write the next edition, in the words of `lang`; what stays the same keeps its translations.

    The catalogue's own reform stays as it is: its next edition is the first of a reform of the workshop's own.
    """
    moved = checked_levers(levers)
    _check_timing(start_year, phase_years)
    is_costed = is_costed_by_model(moved)
    said = {name: known.said(name, lang) for name in TEXTS} | dict(texts)
    kept = {name for name in TEXTS if said[name] == known.said(name, lang)}
    words = interpretation_of(moved)
    reform = known.reform
    if reform.is_from_catalogue:
        reform = Reform.objects.create(institution=reform.institution)
    last = reform.revisions.aggregate(last=Max("number"))["last"] or 0
    return ReformRevision.objects.create(
        reform=reform,
        number=last + 1,
        lang=lang,
        **said,
        translations={
            other: _kept_words(known, kept, other) | {"interpretation": words.in_language(other)}
            for other in {"nl", "en"} - {lang}
        },
        levers=moved,
        modelled=modelled_by(moved, said["left_out"]),
        interpretation=words.in_language(lang),
        level=known.level,
        start_year=start_year,
        phase_years=phase_years,
        lead_years=known.lead_years,
        exante_budget_bn=0.0 if is_costed else _checked_budget(budget_bn),
        budget_from_model=is_costed,
        budget_status=known.budget_status if budget_bn == known.exante_budget_bn else "assumption",
        created_by=author,  # type: ignore[misc]  # whoever the site calls a user
    )


def _kept_words(known: ReformRevision, names: Iterable[str], language: str) -> dict[str, str]:
    return {name: known.said(name, language) for name in names if known.said_lang(name, language) == language}


def checked_levers(levers: Mapping[str, float]) -> dict[str, float]:
    """Return the levers that move, each within its bounds, and not at odds with one another."""
    moved = {}
    for key, value in levers.items():
        lever = _known_lever(key)
        if not (math.isfinite(value) and lever.low <= value <= lever.high):
            raise LeverOutOfBoundsError(bounds_of(lever), field=key)
        if value:
            moved[key] = float(value)
    if "benefit_link" in moved and "minimum_wage" not in moved:
        raise ScenarioError(
            _("This lever passes a change of the minimum wage on. Change the minimum wage too, or set this to 0."),
            field="benefit_link",
        )
    return moved


def bounds_of(lever: Lever) -> str:
    """Say between which values a lever can be moved, as they are shown."""
    language = translation.get_language() or "nl"
    return _("%(lever)s: choose a value from %(low)s to %(high)s (%(unit)s).") % {
        "lever": lever.label.in_language(language),
        "low": _shown(lever.low, lever, language),
        "high": _shown(lever.high, lever, language),
        "unit": lever.unit_label.in_language(language),
    }


def modelled_by(levers: Mapping[str, float], left_out: str) -> Modelled:
    """Say how much of a reform the engine can compute."""
    if not levers:
        return Modelled.NONE
    return Modelled.PARTLY if left_out.strip() else Modelled.FULL


def is_costed_by_model(levers: Mapping[str, float]) -> bool:
    """Whether the model computes the whole effect on the budget by itself."""
    return bool(levers) and set(levers) <= COSTED_BY_MODEL


def spending_of(levers: Mapping[str, float]) -> float:
    """Return what the levers that are amounts of money spend, bn EUR a year."""
    moved = ((vocabulary.lever(key), value) for key, value in levers.items())
    return sum((value * lever.scale for lever, value in moved if lever.is_in_euros), 0.0)


def interpretation_of(levers: Mapping[str, float]) -> Text:
    """Return in words which levers a reform moves, and how far."""
    moved = [(vocabulary.lever(key), value) for key, value in levers.items()]
    return Text(
        nl=" ".join(_movement(lever, value, "nl") for lever, value in moved),
        en=" ".join(_movement(lever, value, "en") for lever, value in moved),
    )


def _movement(lever: Lever, value: float, language: str) -> str:
    """Return one lever and its shift as a sentence; a lever that moves both ways shows its sign."""
    sign = "+" if lever.low < 0 < value else ""
    unit = lever.unit_label.in_language(language)
    return f"{lever.label.in_language(language)}: {sign}{_shown(value, lever, language)}{'' if unit.startswith('%') else ' '}{unit}."


def _shown(value: float, lever: Lever, language: str) -> str:
    """Write a lever's value as it is shown, with as many decimals as its step needs."""
    with translation.override(language):
        text = formats.number_format(abs(value * lever.scale), decimal_pos=lever.decimals_of(value), use_l10n=True)
    return f"\N{MINUS SIGN}{text}" if value < 0 else text


def _known_lever(key: str) -> Lever:
    try:
        return vocabulary.lever(key)
    except vocabulary.UnknownTerm as unknown:
        raise ScenarioError(_("The model has no lever called “%(key)s”.") % {"key": key[:60]}, field=key) from unknown


def _check_timing(start_year: int, phase_years: int) -> None:
    if not FIRST_START <= start_year <= LAST_START:
        message = _("Choose a year from %(first)s to %(last)s: the model computes those.")
        raise ScenarioError(message % {"first": FIRST_START, "last": LAST_START}, field="start_year")
    if not 1 <= phase_years <= MOST_PHASE_YEARS:
        message = _("Choose from 1 to %(most)s years until it works in full.")
        raise ScenarioError(message % {"most": MOST_PHASE_YEARS}, field="phase_years")


def _checked_budget(budget_bn: float) -> float:
    if not (math.isfinite(budget_bn) and abs(budget_bn) <= MOST_BUDGET_BN):
        message = _("Give an amount of at most %(most)s billion euros a year.")
        raise ScenarioError(message % {"most": round(MOST_BUDGET_BN)}, field="budget_bn")
    return budget_bn
