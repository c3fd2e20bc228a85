# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Question 1: what may happen, in clearly different futures, and how firms and workers cope today."""

from django.utils.translation import gettext as _

from scenarios import vocabulary
from scenarios.enums import DevelopmentKind
from scenarios.models import ScenarioRevision
from scenarios.templatetags.figures import (
    change_unit,
    driver_label,
    group_label,
    language,
    level,
    level_range,
    number,
    outcome_label,
    unit,
)
from workshops.reports.model import Band, Block, Chapter, Points, Quote, Section, Strip, Table, Words
from workshops.reports.sources import Sources
from workshops.reports.words import DEVELOPMENT

KEY_FIGURES = (
    ("unemployment", "everyone"),
    ("unemployment", "low_educated"),
    ("employment", "everyone"),
    ("low_paid_insecure", "low_educated"),
    ("poverty", "everyone"),
    ("wage_ratio", "everyone"),
    ("gdp", "everyone"),
    ("balance", "government"),
)


def developments_chapter(found: Sources) -> Chapter:
    """The scenarios: story, drivers, bottlenecks and opportunities, key figures with their bands."""
    return Chapter(
        "developments",
        _("Question 1: possible and likely developments"),
        [_drivers(found), *_figures(found)],
        [_scenario(found, one) for one in found.revisions],
    )


def _drivers(found: Sources) -> Table:
    rows = []
    for driver in vocabulary.drivers():
        values = [one.drivers.get(driver.key) for one in found.revisions]
        told = ["" if value is None else number(value * driver.scale, driver.decimals) for value in values]
        rows.append([f"{driver_label(driver.key)} ({driver.unit.in_language(language())})", *told])
    return Table(
        _("What drives the scenarios"),
        [_("Driving force"), *(one.said("title") for one in found.revisions)],
        rows,
        _("The values are choices of the workshop, within the bounds of the model."),
    )


def _figures(found: Sources) -> list[Block]:
    if not found.figures.bands:
        return [Words([_("The key figures have not been computed yet.")])]
    year = found.matrix.year
    rows = []
    for outcome, group in KEY_FIGURES:
        bands = found.figures.bands.get((outcome, group), {})
        cells = []
        for one in found.revisions:
            band = bands.get(one.id, {}).get(year)
            cells.append(f"{level(band.mid, outcome)} ({level_range(band, outcome)})" if band else "–")
        rows.append([f"{outcome_label(outcome)}, {group_label(group)} ({unit(outcome)})", *cells])
    table = Table(
        _("Key figures in %(year)d when nothing is done") % {"year": year},
        [_("Outcome"), *(one.said("title") for one in found.revisions)],
        rows,
        _("Median of the draws, between brackets the 10th and 90th percentile. If-then figures, no forecast."),
    )
    strip = _strip(found, "unemployment", "low_educated")
    return [table, strip] if strip.bands else [table]


def _strip(found: Sources, outcome: str, group: str) -> Strip:
    scale = vocabulary.outcome(outcome).scale
    bands = []
    for one in found.revisions:
        band = found.figures.bands.get((outcome, group), {}).get(one.id, {}).get(found.matrix.year)
        if band:
            words = f"{level(band.mid, outcome)} ({level_range(band, outcome)})"
            bands.append(Band(one.said("title"), band.low * scale, band.mid * scale, band.high * scale, words))
    caption = _("%(outcome)s of %(group)s in %(year)d, per scenario") % {
        "outcome": outcome_label(outcome),
        "group": group_label(group),
        "year": found.matrix.year,
    }
    return Strip(
        caption, "; ".join(f"{band.label}: {band.words}" for band in bands), unit(outcome), bands, change_unit(outcome)
    )


def _scenario(found: Sources, one: ScenarioRevision) -> Section:
    blocks: list[Block] = [Words(one.said("story").split("\n\n"), lang=one.said_lang("story"))]
    developments = found.developments.get(one.id, [])
    if developments:
        blocks.append(
            Points([(str(DEVELOPMENT[DevelopmentKind(item.kind)]), item.said("text")) for item in developments])
        )
    return Section(one.said("title"), blocks)


def practice_chapter(found: Sources) -> Chapter:
    """How firms and workers cope with uncertainty now, in their own words."""
    if not found.examples:
        return Chapter("practice", _("Practice examples"), [Words([_("No practice example has been published yet.")])])
    sections = []
    for one in found.examples:
        who = _("Told by a firm") if one.told_by == "firm" else _("Told by workers")
        told = [_("Invented example.")] if one.is_fictional else []
        source = ", ".join([who, one.said("sector"), *told])
        sections.append(
            Section(
                one.said("title"),
                [
                    Quote(one.said("cope"), source, one.said_lang("cope")),
                    Quote(one.said("prepare"), source, one.said_lang("prepare")),
                ],
            )
        )
    return Chapter("practice", _("Practice examples"), [], sections)
