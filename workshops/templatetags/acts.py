# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Answers, phases and roles as people read them."""

from django import template
from django.utils.functional import Promise

from workshops.enums import Need, Phase, Role, Stance
from workshops.forms.words import NEEDS, PHASE_SENTENCES, PHASES, ROLES, STANCES, glyph_of, seat_name

register = template.Library()


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
def phase_label(phase: str) -> Promise:
    return PHASES[Phase(phase)]


@register.filter
def phase_sentence(phase: str) -> Promise:
    return PHASE_SENTENCES[Phase(phase)]


@register.filter
def role_label(role: str) -> Promise:
    return ROLES[Role(role)]


register.filter("seat_name", seat_name)
