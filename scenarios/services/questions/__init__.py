# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Hold a question of one's own to what the model can answer; all that is wrong is said at once, by its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from scenarios.arrays import YEARS
from scenarios.arrays.questions import AT_ONCE, MOST_BINNED, MOST_SCENARIOS, Question
from scenarios.services.questions.bounds import Wrong, is_number, told, whole
from scenarios.services.questions.futures import checked_scenarios
from scenarios.services.questions.package import checked_package, contradictions

FIRST_YEAR, LAST_YEAR = YEARS[0], YEARS[-1]
MOST_SEED = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a question may be.

    `cells` are scenarios times years; `kept` are draws times cells of which every draw is put in a file.
    """

    draws: int
    cells: int
    kept: int


BY_API = Limits(draws=100_000, cells=MOST_BINNED, kept=40_000)
BY_COMMAND = Limits(draws=10_000_000, cells=MOST_SCENARIOS * (LAST_YEAR - FIRST_YEAR + 1), kept=AT_ONCE)


def checked_question(  # noqa: PLR0913 -- a question is all of this
    *,
    scenarios: Sequence[Mapping[str, Any]],
    package: Sequence[Mapping[str, Any]],
    draws: int,
    limits: Limits,
    seed: int,
    years: Sequence[int] = YEARS,
    variants: bool = False,
    experiments: bool = False,
    with_nothing: bool = False,
) -> Question:
    """Return the question, or refuse it with all that is wrong.

    A scenario has a `scenario` to start from, a `name`, and `drivers` that differ; a reform has the key of a
    `reform` or `levers`, and may have a `start_year`, `phase_years` and, with levers, an `exante_budget_bn`.
    """
    wrong = Wrong()
    if not package and not with_nothing:
        wrong.say("package", _("The package is empty, so nothing would change. Give at least one reform or lever."))
    futures, reforms = checked_scenarios(scenarios, wrong), checked_package(package, wrong)
    _years(years, wrong)
    whole("seed", seed, 0, MOST_SEED, wrong)
    wrong.raise_any()
    reported = tuple(sorted({int(year) for year in years}))
    question = Question(tuple(futures), reforms, int(draws), int(seed), reported, variants, experiments)
    contradictions(reforms, wrong)
    _sizes(question, limits, wrong)
    wrong.raise_any()
    return question


def _years(years: Sequence[Any], wrong: Wrong) -> None:
    if not years:
        wrong.say("years", _("There is no year to report; give at least one."))
        return
    for year in years:
        if not (is_number(year) and year == int(year) and FIRST_YEAR <= year <= LAST_YEAR):
            message = _("The year %(year)s is not computed: the model runs from %(first)d to %(last)d.")
            wrong.say("years", message % {"year": told(year), "first": FIRST_YEAR, "last": LAST_YEAR})
            return


def _sizes(question: Question, limits: Limits, wrong: Wrong) -> None:
    whole("draws", question.draws, 1, limits.draws, wrong)
    sizes = {"scenarios": len(question.scenarios), "years": len(question.years), "draws": question.draws}
    if question.cells > limits.cells:
        message = _("%(scenarios)d scenarios in %(years)d years are too much: at most %(most)d of both multiplied.")
        wrong.say("years", message % (sizes | {"most": limits.cells}))
    elif question.is_split and question.cells > MOST_BINNED:
        message = _(
            "%(draws)d draws of %(scenarios)d scenarios in %(years)d years are too much at once. Ask for at most "
            "%(fit)d draws, or for fewer years or scenarios: at most %(most)d of both multiplied."
        )
        wrong.say("draws", message % (sizes | {"fit": AT_ONCE // question.cells, "most": MOST_BINNED}))
    if question.experiments and question.draws * question.cells > limits.kept:
        message = _("Every single draw is kept of at most %(most)d draws with these scenarios and years.")
        wrong.say("experiments", message % {"most": limits.kept // question.cells})
