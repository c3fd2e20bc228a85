# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The picture of support and impact as a flat table: a line per proposal, scenario and side, every column explained."""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from scenarios import vocabulary
from scenarios.selectors.impacts import Band
from workshops.enums import Need, SignOf, Stance, Usefulness
from workshops.selectors.cells import Cell, Line
from workshops.selectors.matrix import Matrix, Row
from workshops.selectors.verdicts import Basis

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"  # without it a Dutch spreadsheet reads UTF-8 as Latin-1
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line of the table stands."""

    matrix: Matrix
    row: Row
    cell: Cell
    line: Line


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, which never changes, what it holds, and how it is read off."""

    name: str
    explanation: Promise
    read: Callable[[Place], Value]


def _count(stance: Stance) -> Callable[[Place], Value]:
    return lambda at: at.line.tally.counts.get(stance, 0) if at.line.tally else None


def _of_tally(name: str) -> Callable[[Place], Value]:
    return lambda at: getattr(at.line.tally, name) if at.line.tally else None


def _no_ballot(at: Place) -> Value:
    return at.line.tally.seats - at.line.tally.ballots if at.line.tally else None


def _share(at: Place) -> Value:
    share = at.line.tally.share_of_positions if at.line.tally else None
    return round(float(share), 4) if isinstance(share, Fraction) else None


def _told_in_words(at: Place) -> Value:
    return at.line.band.value if at.line.band else None


def _need(answer: Need) -> Callable[[Place], Value]:
    def read(at: Place) -> Value:
        tally = at.cell.support.need.tallies.get(at.line.side.id) if at.cell.support else None
        return tally.counts.get(answer, 0) if tally else None

    return read


def _need_in_words(at: Place) -> Value:
    band = at.cell.support.need.bands.get(at.line.side.id) if at.cell.support else None
    return band.value if band else None


def _band(at: Place) -> Band | None:
    return at.line.effect.band if at.line.effect.basis == Basis.COMPUTED else None


def _factor(at: Place) -> float:
    outcome = at.line.side.measure.outcome
    return vocabulary.outcome(outcome).difference_scale if outcome else 1.0


def _model(end: Literal["low", "mid", "high"]) -> Callable[[Place], Value]:
    return lambda at: float(f"{getattr(_band(at), end):.6g}") if _band(at) else None


def _shown(end: Literal["low", "mid", "high"]) -> Callable[[Place], Value]:
    return lambda at: float(f"{getattr(_band(at), end) * _factor(at):.6g}") if _band(at) else None


def _unit(language: Literal["nl", "en"]) -> Callable[[Place], Value]:
    def read(at: Place) -> Value:
        outcome = at.line.side.measure.outcome
        return vocabulary.outcome(outcome).difference_unit.in_language(language) if outcome else ""

    return read


def _difference(at: Place) -> Value:
    outcome = at.line.side.measure.outcome
    return vocabulary.outcome(outcome).difference if outcome else "steps"


def _effect(at: Place) -> Value:
    effect = at.line.effect
    if effect.judged is not None:
        return effect.judged.value
    if _band(at) is None:
        return None
    if effect.is_slight:
        return "slight"
    return {SignOf.BETTER: "better", SignOf.WORSE: "worse"}.get(effect.sign, "uncertain")


def _useful_by(at: Place) -> Value:
    if at.cell.usefulness == Usefulness.NOT_ESTABLISHED:
        return None
    return "judgement" if at.cell.is_judged else "model"


def _cost(end: Literal["low_bn", "high_bn"]) -> Callable[[Place], Value]:
    return lambda at: round(getattr(at.row.cost, end), 3) if at.row.cost else None


COLUMNS = (
    Column("proposal_number", _("Number of the proposal"), lambda at: at.row.proposal.number),
    Column("proposal", _("Title of the proposal"), lambda at: at.row.reform.said("title")),
    Column("tabled_by", _("Side that tabled it"), lambda at: at.row.proposal.constituency.key),
    Column("state", _("tabled or parked"), lambda at: at.row.proposal.state),
    Column("scope", _("this_advice, separate_track or pass_on"), lambda at: at.row.proposal.scope),
    Column("level", _("Who decides: central, decentral or both"), lambda at: at.row.reform.level),
    Column("actors", _("Who must act"), lambda at: at.row.reform.said("actors")),
    Column("from_year", _("Year from which it works"), lambda at: at.row.reform.start_year),
    Column(
        "cost_low_bn",
        _("Costs in the cheapest scenario, billion euros of 2015 a year; a negative number is a yield"),
        _cost("low_bn"),
    ),
    Column("cost_high_bn", _("The same in the dearest scenario"), _cost("high_bn")),
    Column(
        "cost_basis",
        _("stated: beforehand, without effects on behaviour; model: worked out by the model"),
        lambda at: ("model" if at.row.cost.by_model else "stated") if at.row.cost else None,
    ),
    Column(
        "over_all_scenarios",
        _("Useful and desirable everywhere: yes, near_miss, some, nowhere or cannot_tell"),
        lambda at: at.row.verdict.value,
    ),
    Column("scenario", _("Letter of the scenario"), lambda at: at.cell.place.letter),
    Column("scenario_title", _("Name of the scenario"), lambda at: at.cell.place.title),
    Column("scenario_edition", _("Edition of the scenario's text"), lambda at: at.cell.place.revision_number),
    Column(
        "support_verdict",
        _("Over the sides: broad, reserved, divided, none, insufficient or not_voted"),
        lambda at: at.cell.verdict.value,
    ),
    Column("desirable", _("true, false, or empty when it cannot be told"), lambda at: at.cell.is_desirable),
    Column("useful", _("true, false, or empty when it cannot be told"), lambda at: at.cell.is_useful),
    Column("useful_by", _("model or judgement"), _useful_by),
    Column("useful_share_of_draws", _("Share of the draws in which it is useful"), lambda at: at.cell.useful_share),
    Column("useful_variants", _("Variants of the model in which it is useful"), lambda at: at.cell.useful_variants),
    Column("variants", _("Variants of the model tried"), lambda at: at.cell.variants),
    Column("constituency", _("The side at the table"), lambda at: at.line.side.key),
    Column("seats", _("Seats entitled to vote"), _of_tally("seats")),
    Column("fully_agree", _("Seats that fully agree"), _count(Stance.FULL)),
    Column("agree_with_reservation", _("Seats that agree with a reservation"), _count(Stance.RESERVATIONS)),
    Column("can_live_with", _("Seats that can live with it"), _count(Stance.LIVE_WITH)),
    Column("objection", _("Seats that object"), _count(Stance.OBJECTION)),
    Column("unacceptable", _("Seats that find it unacceptable"), _count(Stance.UNACCEPTABLE)),
    Column("abstain", _("Seats that abstain"), _count(Stance.ABSTAIN)),
    Column("need_information", _("Seats that need more information"), _count(Stance.NEED_INFORMATION)),
    Column("no_mandate", _("Seats without enough mandate"), _count(Stance.NO_MANDATE)),
    Column("no_ballot", _("Seats that cast no ballot"), _no_ballot),
    Column("supporting", _("Seats in favour: the first three answers"), _of_tally("supporting")),
    Column("share_of_positions", _("In favour, as a share of the seats that took a position"), _share),
    Column("support_band", _("Instead of counts, where these would show how members voted"), _told_in_words),
    Column(
        "policy_needed",
        _("Over the sides: needed, not_needed, divided, insufficient or not_answered"),
        lambda at: at.cell.support.need.verdict.value if at.cell.support else None,
    ),
    Column("needed_yes", _("Seats that say new policy is needed on this point"), _need(Need.YES)),
    Column("needed_no", _("Seats that say it is not"), _need(Need.NO)),
    Column("needed_unknown", _("Seats that do not know"), _need(Need.UNKNOWN)),
    Column("needed_band", _("Instead of those counts, where they would show how members voted"), _need_in_words),
    Column("measure", _("What the side measures by"), lambda at: at.line.side.measure.title),
    Column("outcome", _("Outcome of the model; empty for a mix"), lambda at: at.line.side.measure.outcome),
    Column(
        "groups", _("Population groups, the mean of which is taken"), lambda at: " ".join(at.line.side.measure.groups)
    ),
    Column("effect_basis", _("computed, judged, or why there is none"), lambda at: at.line.effect.basis.value),
    Column("effect", _("better, worse, uncertain or slight; or the judgement"), _effect),
    Column("change", _("Median change over the draws, in the unit shown; raw sign"), _shown("mid")),
    Column("change_p10", _("10th percentile of the change"), _shown("low")),
    Column("change_p90", _("90th percentile of the change"), _shown("high")),
    Column("unit_nl", _("Unit shown, in Dutch"), _unit("nl")),
    Column("unit_en", _("Unit shown, in English"), _unit("en")),
    Column("model_change", _("Median change in the unit of the model"), _model("mid")),
    Column("model_change_p10", _("10th percentile in the unit of the model"), _model("low")),
    Column("model_change_p90", _("90th percentile in the unit of the model"), _model("high")),
    Column(
        "model_difference",
        _("points: with minus without; percent: relative to without, as a fraction; steps: smallest differences"),
        _difference,
    ),
    Column("shown_per_model_unit", _("What the model's number is multiplied by to be shown"), _factor),
    Column("better", _("up: higher is better; down: lower is better"), lambda at: at.line.effect.better),
    Column(
        "smallest_difference",
        _("Smallest change that counts, in the unit of the model"),
        lambda at: at.line.effect.smallest_difference,
    ),
    Column(
        "tolerance", _("Loss that is bearable, in the unit of the model"), lambda at: at.line.side.measure.tolerance
    ),
    Column(
        "share_of_draws_better", _("Share of the draws with a gain that counts"), lambda at: at.line.effect.better_share
    ),
    Column(
        "share_of_draws_worse",
        _("Share of the draws with a loss beyond the bearable"),
        lambda at: at.line.effect.worse_share,
    ),
    Column("judged_because", _("Reason of a judgement"), lambda at: at.line.effect.judged_because),
    Column("at_odds", _("true when support and effect point apart"), lambda at: at.line.contradicts),
    Column("round", _("Voting round"), lambda at: at.cell.support.round.number if at.cell.support else None),
    Column(
        "agreements",
        _("Version of the agreements beforehand"),
        lambda at: at.matrix.agreements.version if at.matrix.agreements else None,
    ),
    Column("year", _("Year of the effects"), lambda at: at.matrix.year),
    Column(
        "model_version", _("Version of the model"), lambda at: " ".join(run.model_version for run in at.matrix.runs)
    ),
)


def matrix_csv(matrix: Matrix, rows: Iterable[Row], *, language: str) -> str:
    """Return the table as CSV: semicolons and decimal commas in Dutch, commas and points in English."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";" if language == "nl" else ",")
    writer.writerow([column.name for column in COLUMNS])
    for row in rows:
        for cell in row.cells:
            for line in cell.lines:
                at = Place(matrix, row, cell, line)
                writer.writerow([written(column.read(at), language) for column in COLUMNS])
    return BYTE_ORDER_MARK + file.getvalue()


def written(value: Any, language: str) -> str:
    """Return a value as a spreadsheet takes it; text that would be a formula stays text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        text = f"{value:.10g}"
        return text.replace(".", ",") if language == "nl" else text
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
