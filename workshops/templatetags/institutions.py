# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Institutions under strain in words and marks: what a side says, what the council decides, what the map shows."""

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from scenarios import vocabulary
from scenarios.templatetags.figures import language
from workshops.enums import Fate, Stress
from workshops.reports.words import DEGREE, FATE, STRESS
from workshops.selectors.institutions import Fared, InstitutionMap, SideRates

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
