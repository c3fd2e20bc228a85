# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The other measures as a flat table: a line per choice and measure, and below it per scenario and side."""

import csv
import io
from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from scenarios.arrays.weighing import SHARES
from scenarios.enums import Metric
from workshops.reports.matrix_table import BYTE_ORDER_MARK, written
from workshops.reports.metric_words import title_of
from workshops.selectors.metrics import Metrics, Option

Value = str | int | float | bool | None
COLUMNS: dict[str, Promise] = {
    "over": _("draws: the uncertain numbers; variants: the rival theories; both: the poorer figure of the two"),
    "proposal_number": _("Number of the proposal; 0 is doing nothing"),
    "proposal": _("Title of the proposal"),
    "over_all_scenarios": _("Useful and desirable everywhere: yes, near_miss, some, nowhere or cannot_tell"),
    "useful_everywhere": _("true when the model finds it useful in every scenario, asked over these futures"),
    "measure": _("Which measure"),
    "scenario": _("Letter of the scenario; all when summed up over scenarios"),
    "constituency": _("The side at the table; all when summed up over sides"),
    "value": _("The figure, in the unit beside it"),
    "unit": _("share: of the examined futures, from 0 to 1; steps: smallest differences that count"),
    "rank": _("1 is best; only where summed up"),
    "worst_scenario": _("Where the summed-up figure comes from"),
    "worst_constituency": _("For which side"),
    "sign": _("better, worse or none when every draw and every rival theory gives that sign; else open"),
    "model_version": _("Version of the model"),
    "draws": _("Number of draws"),
    "seed": _("Seed of the draws"),
    "year": _("Year of the effects"),
}


def metrics_csv(found: Metrics, *, language: str) -> str:
    """Return the table as CSV: semicolons and decimal commas in Dutch, commas and points in English."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";" if language == "nl" else ",")
    writer.writerow(COLUMNS)
    for option in found.options:
        for metric in Metric:
            for line in (_summed(found, option, metric), *_parts(found, option, metric)):
                row = _common(found, option, metric) | line
                writer.writerow([written(row.get(name), language) for name in COLUMNS])
    return BYTE_ORDER_MARK + file.getvalue()


def _common(found: Metrics, option: Option, metric: Metric) -> dict[str, Value]:
    return {
        "over": found.over.value,
        "proposal_number": option.number,
        "proposal": title_of(option) if option.row is None else option.row.reform.said("title"),
        "over_all_scenarios": option.row.verdict.value if option.row else None,
        "useful_everywhere": option.is_useful_everywhere,
        "measure": metric.value,
        "unit": "share" if metric in SHARES else "steps",
        "model_version": found.run.model_version if found.run else None,
        "draws": found.run.draws if found.run else None,
        "seed": found.run.seed if found.run else None,
        "year": found.matrix.year,
    }


def _summed(found: Metrics, option: Option, metric: Metric) -> dict[str, Value]:
    reading = option.reading(metric)
    return {
        "scenario": "all",
        "constituency": "all",
        "value": reading.value,
        "rank": reading.rank,
        "worst_scenario": None if reading.scenario is None else found.places[reading.scenario].letter,
        "worst_constituency": None if reading.yardstick is None else found.sides[reading.yardstick].key,
    }


def _parts(found: Metrics, option: Option, metric: Metric) -> Iterator[dict[str, Value]]:
    for at, (place, values) in enumerate(zip(found.places, option.choice.parts[metric], strict=True)):
        if metric in SHARES:
            yield {"scenario": place.letter, "constituency": "all", "value": values[0]}
            continue
        for side, value, sign in zip(found.sides, values, option.choice.signs[at], strict=True):
            yield {"scenario": place.letter, "constituency": side.key, "value": value, "sign": sign.value}
