# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Answers, phases and roles as people read them."""

from django import template
from django.urls import reverse
from django.utils.functional import Promise

from scenarios import vocabulary
from scenarios.templatetags.figures import change_unit, number
from workshops.enums import BallotMode, Mandated, Need, Phase, Role, Stance
from workshops.forms.words import (
    LIVE_SENTENCE,
    MODE_SENTENCES,
    MODES,
    NEEDS,
    PHASE_CHANGES,
    PHASE_SENTENCES,
    PHASES,
    STANCES,
    glyph_of,
)
from workshops.models import Round
from workshops.reports.words import MANDATED, ROLES, seat_name
from workshops.selectors.asked import Ask, Asked

register = template.Library()

PAGES: dict[Ask, str] = {
    Ask.ANSWER_ROUND: "ballots",
    Ask.STAND_IN: "ballots",
    Ask.READ_SCENARIOS: "scenarios",
    Ask.TABLE_PROPOSALS: "proposals",
    Ask.LOCK_AGREEMENTS: "agreements",
    Ask.PREPARE_ROUND: "agenda",
    Ask.OPEN_ROUND: "round_open",
    Ask.WATCH_TURNOUT: "turnout",
    Ask.CONCLUDE: "phase",
    Ask.READ_EXAMPLES: "practice",
    Ask.ANSWER_QUESTIONS: "request",
    Ask.COMPILE_REPORT: "report",
}


@register.filter
def stance_label(stance: str) -> Promise:
    return STANCES[Stance(stance)]


@register.filter
def stance_glyph(stance: str) -> str:
    return glyph_of(Stance(stance))


@register.filter
def need_label(need: str) -> Promise | str:
    return NEEDS[Need(need)] if need else ""


@register.filter
def mandated_label(mandated: str) -> Promise:
    return MANDATED[Mandated(mandated)]


@register.filter
def mode_label(mode: str) -> Promise:
    return MODES[BallotMode(mode)]


@register.filter
def mode_sentence(one: Round) -> str:
    """Say in plain words who can see a ballot of this round."""
    mode = BallotMode(one.mode)
    told = LIVE_SENTENCE if one.is_live else MODE_SENTENCES[mode]
    return f"{MODES[mode]}. {told}"


@register.filter
def phase_label(phase: str) -> Promise:
    return PHASES[Phase(phase)]


@register.filter
def phase_sentence(phase: str) -> Promise:
    return PHASE_SENTENCES[Phase(phase)]


@register.filter
def phase_changes(phase: str) -> tuple[Promise, ...]:
    """Say for whom a step changes what."""
    return PHASE_CHANGES[Phase(phase)]


@register.filter
def phase_steps(now: str) -> list[tuple[Phase, bool, bool]]:
    """Return the steps in order: which, is it over, is it now."""
    at = list(Phase).index(Phase(now))
    return [(phase, place < at, place == at) for place, phase in enumerate(Phase)]


@register.filter
def ask_url(asked: Asked) -> str:
    """Return the page on which the thing that is asked can be done."""
    return reverse(f"workshops:{PAGES[asked.ask]}", args=[asked.workshop.slug])


@register.filter
def percent(share: float) -> str:
    """Write a share as a percentage, with a decimal only where it needs one."""
    value = round(share * 100, 1)
    return f"{number(value, 0 if value == round(value) else 1)}%"


@register.filter
def amount(value: float, outcome: str) -> str:
    """Write the size of a difference with its unit, with as many decimals as it needs and no sign."""
    size = abs(value) * vocabulary.outcome(outcome).difference_scale
    decimals = next((one for one in range(4) if round(size, one) == round(size, 4)), 4)
    return f"{number(size, decimals)} {change_unit(outcome)}"


@register.filter
def role_label(role: str) -> Promise:
    return ROLES[Role(role)]


@register.filter
def judge_label(judged_by: str) -> str:
    """Say who judged: a role in words, anybody else by the name that was written down."""
    return str(ROLES[Role(judged_by)]) if judged_by in set(Role) else judged_by


register.filter("seat_name", seat_name)
