# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Studies as rows for a spreadsheet: the same numbers as on their pages, with keys for programs and words for people."""

from collections.abc import Iterator, Sequence

from scenarios.selectors.studies.discovery import DiscoveryAnswer
from scenarios.selectors.studies.sensitivity import SensitivityAnswer
from workshops.reports.factors import words_of
from workshops.reports.failure import Names, finding_of, way_label
from workshops.reports.impact_csv import safe
from workshops.reports.what_moves import effect_label
from workshops.selectors.packages import Packages
from workshops.selectors.table import Place
from workshops.selectors.timing import Block


def failure_rows(answer: DiscoveryAnswer, names: Names) -> Iterator[list[str]]:
    """Return a row per limit of the best box of every way to fail; one without limits where there is no box."""
    yield [
        "way",
        "way_label",
        "finding",
        "futures",
        "share_failing",
        "found",
        "box_holds",
        "coverage",
        "density",
        "mass",
        "refits",
        "refits_same",
        "factor",
        "factor_label",
        "above",
        "below",
        "unit",
    ]
    for way in answer.ways:
        told = [
            way.key,
            safe(way_label(way, names)),
            safe(finding_of(way, names)),
            str(answer.futures),
            _number(way.fails),
            way.found.value,
            way.told.value,
        ]
        box, refits = way.box, way.refits
        if box is None:
            yield [*told, *[""] * 10]
            continue
        shares = [_number(box.coverage), _number(box.density), _number(box.mass)]
        shares += [str(refits.count), _number(refits.same)] if refits else ["", ""]
        for one in box.limits:
            words = words_of(one.factor)
            ends = ["" if end is None else _number(end * words.scale) for end in (one.low, one.high)]
            yield [*told, *shares, one.factor, words.title, *ends, words.unit_words]


def moved_rows(answer: SensitivityAnswer, places: Sequence[Place], names: Names) -> Iterator[list[str]]:
    """Return a row per scenario, effect and assumption."""
    yield [
        "scenario",
        "effect",
        "effect_label",
        "assumption",
        "assumption_label",
        "rank_correlation",
        "first_order",
        "total_order",
        "draws",
        "runs",
    ]
    for place in places:
        for moved in answer.scenarios.get(str(place.revision_id), ()):
            if moved.is_moved:
                for at, key in enumerate(answer.assumptions):
                    yield [
                        place.letter,
                        moved.key,
                        safe(effect_label(moved, names)),
                        key,
                        words_of(key).title,
                        _number(moved.ranks[at]),
                        _number(moved.first[at]),
                        _number(moved.total[at]),
                        str(answer.draws),
                        str(answer.runs),
                    ]


def timing_rows(blocks: Sequence[Block], lead: int, now: int) -> Iterator[list[str]]:
    """Return a row per floor and scenario."""
    yield [
        "outcome",
        "group",
        "better",
        "floor",
        "yardstick",
        "scenario",
        "lead_years",
        "seen_from",
        "crossed_p10",
        "crossed_median",
        "crossed_p90",
        "never",
        "decide_by_median",
        "class",
        "signal_level",
        "signal_announces",
        "signal_right",
    ]
    for block in blocks:
        floor = block.floor
        for row in block.rows:
            needed, signal = row.need, row.need.signal
            years = [_year(one) for one in (needed.early, needed.median, needed.late)]
            level = [_number(signal.level), _number(signal.announced), _number(signal.right)] if signal else [""] * 3
            yield [
                floor.outcome,
                floor.group,
                floor.better,
                _number(floor.floor),
                safe(block.side.title) if block.side else "",
                row.place.letter,
                str(lead),
                str(now),
                *years,
                _number(needed.never),
                _year(needed.decide(needed.median)),
                needed.urgency.value,
                *level,
            ]


def package_rows(found: Packages) -> Iterator[list[str]]:
    """Return a row per package that no other beats."""
    yield [
        "number",
        "proposals",
        "titles",
        "cost_bn",
        "balance_bn",
        "worst_gain",
        "worst_side",
        "worst_scenario",
        "useful_share",
        "least_support",
        "draws",
    ]
    for row in found.rows:
        package = row.package
        yield [
            str(row.number),
            " ".join(package.package),
            safe("; ".join(one.reform_revision.said("title") for one in row.proposals)),
            _number(package.cost_bn),
            _number(package.balance_bn),
            _number(package.gain),
            safe(row.side.title) if row.side else "",
            row.place.letter if row.place else "",
            _number(package.useful),
            "" if package.support is None else _number(package.support),
            str(found.answer.draws),
        ]


def _number(value: float) -> str:
    return f"{value:.6g}"


def _year(year: int | None) -> str:
    return "" if year is None else str(year)
