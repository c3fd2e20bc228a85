# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a version that is tried does, as sentences: the largest changes, how sure they are, what to keep in mind."""

from collections.abc import Iterable, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scenarios import vocabulary
from scenarios.arrays.comparisons import Compared, Comparison
from scenarios.services.previews import BandState
from scenarios.templatetags.figures import change, change_unit, language, number
from workshops.reports.proposal_finding import finding_of
from workshops.selectors.gains import gains_in
from workshops.selectors.impact_table import Change, ImpactTable
from workshops.selectors.trials import Key

MOST_NAMED = 3
NOT_YET: dict[BandState, Promise] = {
    BandState.NOT_ASKED: gettext_lazy("Margin not computed yet: it follows when you let go."),
    BandState.ASKED: gettext_lazy("Margin not computed yet: it is on its way."),
    BandState.BUSY: gettext_lazy("Margin not computed yet: many people ask for one. Move again in a moment."),
    BandState.AWAY: gettext_lazy("Margin not computed yet: the computing server cannot be reached."),
}


def effects_finding(table: ImpactTable, *, is_moved: bool, has_band: bool, start_year: int) -> str:
    """Return who gains, who loses and what it costs; with one draw that it is the middle of the assumptions."""
    if not is_moved:
        return _("No lever is moved, so nothing changes")
    if start_year > table.year:
        facts = {"start": str(start_year), "year": str(table.year)}
        return _("It starts in %(start)s, so nothing of it can be seen in %(year)s yet") % facts
    found = finding_of(gains_in(table))
    return found if has_band else _("In the middle of the assumptions: %(finding)s") % {"finding": _lowered(found)}


def scenario_finding(comparison: Comparison, *, keys: Iterable[Key], years: Sequence[int], is_moved: bool) -> str:
    """Return the largest differences with the edition, each in the year in which it is largest."""
    if not is_moved:
        return _("No driving force is moved, so this is the edition itself")
    found = sorted((_largest(comparison, key, years) for key in keys), key=lambda one: -one[0])
    told = [words for steps, words in found[:MOST_NAMED] if steps >= 1]
    if not told:
        return _("Compared with the edition, no key figure changes noticeably")
    return _("Largest differences with the edition: %(changes)s") % {"changes": "; ".join(told)}


def band_words(state: BandState, *, draws: int) -> str:
    """Say how far the margin is."""
    if state == BandState.THERE:
        return _("Point: median; line: from the 10th to the 90th percentile of %(draws)s computed futures.") % {
            "draws": number(draws)
        }
    return str(NOT_YET[state])


def caution_words(comparison: Comparison) -> str:
    """Say when this goes further than the equations are meant for."""
    if not comparison.implausible:
        return ""
    return _(
        "In %(share)s%% of what was computed, unemployment of the low educated rises above 25%%. The model was not "
        "made for that: move less far."
    ) % {"share": number(max(1.0, 100 * comparison.implausible))}


def _largest(comparison: Comparison, key: Key, years: Sequence[int]) -> tuple[float, str]:
    outcome = vocabulary.outcome(key[0])
    noticeable = outcome.noticeable or 0.005

    def size(at: int) -> float:
        return abs(cells[at].change.mid) / noticeable

    cells: tuple[Compared, ...] = comparison.cells[key][0]
    at = max(range(len(years)), key=size)
    one = Change(cells[at].change, cells[at].baseline, outcome)
    unit = change_unit(outcome.key)
    words = _("%(outcome)s of %(group)s %(change)s in %(year)s") % {
        "outcome": _lowered(outcome.label.in_language(language())),
        "group": _lowered(vocabulary.group(key[1]).label.in_language(language())),
        "change": f"{change(one.band.mid, outcome.key)}{'' if unit.startswith('%') else ' '}{unit}",
        "year": str(years[at]),
    }
    return size(at), words


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
