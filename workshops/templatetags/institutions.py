# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Institutions under strain in words and marks: what a side says, what the council decides, what the map shows."""

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from scenarios import vocabulary
from scenarios.enums import CENTRAL_ACTORS, ActsAt, Aim, Competing, EuRoom
from scenarios.models import ReformRevision
from scenarios.services.reforms import NO_DESIGN, design_of
from scenarios.templatetags.figures import language
from workshops.enums import Fate, Stress
from workshops.reports.roles import balance_in_words
from workshops.reports.words import ACTS_AT, AIM, COMPETING, DEGREE, EU_ROOM, FATE, STRESS
from workshops.selectors.institutions import Fared, InstitutionMap, SideRates
from workshops.selectors.matrix import Row
from workshops.selectors.roles import AimCell

register = template.Library()

GLYPHS: dict[Stress, str] = {
    Stress.HOLDS: "full",
    Stress.SOME: "half",
    Stress.STRONG: "open",
    Stress.FAILS: "crossed",
    Stress.CANNOT_JUDGE: "dash",
}
SIGNS: dict[Fate, str] = {
    Fate.KEEP: "=",
    Fate.ADAPT: "~",
    Fate.REPLACE: "\N{RIGHTWARDS ARROW OVER LEFTWARDS ARROW}",
    Fate.NEW: "+",
}


@register.filter
def institution_name(key: str) -> str:
    """Return what an institution is called, for the journal."""
    known = {one.key: one.label for one in vocabulary.institutions()}
    return known[key].in_language(language()) if key in known else key


@register.filter
def stress_label(answer: str) -> Promise | str:
    return STRESS[Stress(answer)] if answer else ""


@register.filter
def stress_glyph(answer: str) -> str:
    """Return the glyph under which an answer stands in the map."""
    return GLYPHS[Stress(answer)]


@register.filter
def fate_label(fate: str) -> Promise | str:
    return FATE[Fate(fate)] if fate else ""


@register.filter
def fate_sign(fate: str) -> str:
    return SIGNS[Fate(fate)]


@register.filter
def degree_label(degree: str) -> Promise | str:
    return DEGREE.get(degree, "")


@register.filter
def aim_label(aim: str) -> Promise | str:
    return AIM[Aim(aim)] if aim else ""


@register.filter
def actor_label(actor: str) -> Promise:
    return ACTS_AT[ActsAt(actor)]


@register.filter
def role_in(row: Row, actor: str) -> str:
    """Return what a proposal asks of somebody."""
    return str(row.reform.said("roles").get(actor, ""))


@register.filter
def balance_words(cell: AimCell) -> str:
    return balance_in_words(cell)


@register.filter
def eu_label(room: str) -> Promise | str:
    return EU_ROOM[EuRoom(room)] if room else ""


@register.filter
def competing_label(effect: str) -> Promise | str:
    return COMPETING[Competing(effect)] if effect else ""


@register.filter
def has_design(reform: ReformRevision) -> bool:
    """Whether anything is said of institutions, roles and Europe."""
    return design_of(reform) != NO_DESIGN


@register.filter
def roles_of(reform: ReformRevision) -> list[dict[str, object]]:
    """Return who has to do what, from the state down to the works council."""
    said = reform.said("roles")
    return [
        {"level": _("central") if actor in CENTRAL_ACTORS else _("decentral"), "actor": words, "role": said[actor]}
        for actor, words in ACTS_AT.items()
        if said.get(actor)
    ]


@register.filter
def side_says(one: SideRates) -> str:
    """Say what one side says, in a few words."""
    words = str(STRESS[one.answer]) if one.answer else _("has not said yet")
    return _("%(side)s: %(words)s") % {"side": one.side.title, "words": words}


@register.filter
def fared_words(cell: Fared) -> str:
    """Say a whole cell of the map: what its picture shows."""
    told = [_("Scenario %(letter)s, %(title)s.") % {"letter": cell.place.letter, "title": cell.place.title}]
    if cell.strain and cell.strain.degree:
        told.append(_("The authors: %(degree)s.") % {"degree": DEGREE[cell.strain.degree]})
    told += [f"{side_says(one)}." for one in cell.rates]
    if cell.fate:
        told.append(_("The council: %(fate)s.") % {"fate": FATE[cell.fate]})
    return " ".join(told)


@register.filter
def map_finding(found: InstitutionMap) -> str:
    """Say first what the map shows."""
    if not found.is_rated:
        return _("Which institutions hold in which future?")
    count, everywhere, total = len(found.pressed), len(found.pressed_everywhere), len(found.rows)
    opening = ngettext(
        "%(count)d of %(total)d institutions is under strong strain in some future",
        "%(count)d of %(total)d institutions are under strong strain in some future",
        count,
    ) % {"count": count, "total": total}
    if not everywhere:
        return opening
    return opening + ngettext(
        ", %(count)d of them in every future", ", %(count)d of them in every future", everywhere
    ) % {"count": everywhere}
