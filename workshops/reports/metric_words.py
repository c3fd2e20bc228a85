# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The other measures in words: what each is called, what it says in plain words, and its unit."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.utils.translation import pgettext as _p

from scenarios.arrays.weighing import RANKED, SHARES, SMALLEST_SHARE, SMALLEST_STEP
from scenarios.enums import Metric, Over, SetSign
from scenarios.templatetags.figures import number, signed
from workshops.reports.finding import in_words
from workshops.selectors.metrics import Metrics, Option, Unmeasured
from workshops.selectors.table import Place, Side

METRICS: dict[Metric, Promise] = {
    Metric.USEFUL: gettext_lazy("Useful"),
    Metric.BETTER_THAN_NOTHING: gettext_lazy("Better than doing nothing"),
    Metric.STRICTLY_BETTER: gettext_lazy("Better than doing nothing, strictly"),
    Metric.LARGEST_REGRET: gettext_lazy("Largest regret"),
    Metric.REGRET_P90: gettext_lazy("Regret in nine of ten"),
    Metric.MEAN_REGRET: gettext_lazy("Mean regret"),
    Metric.WORST_PAYOFF: gettext_lazy("Worst outcome"),
}
SAYS: dict[Metric, Promise] = {
    Metric.USEFUL: gettext_lazy(
        "In this share of the examined futures no side loses more than it can bear, and at least one gains what counts. The scenario with the smallest share counts."
    ),
    Metric.BETTER_THAN_NOTHING: gettext_lazy(
        "In this share nobody at the table loses what counts compared with doing nothing, and at least one side gains what counts. The scenario with the smallest share counts."
    ),
    Metric.STRICTLY_BETTER: gettext_lazy("The same, when every loss counts, however small, and so does every gain."),
    Metric.LARGEST_REGRET: gettext_lazy(
        "Regret is what a side misses compared with the best choice on the table in that same future. This is the largest in any future, for the side that misses most (minimax regret)."
    ),
    Metric.REGRET_P90: gettext_lazy(
        "In nine of every ten futures the regret is no larger than this. The side that misses most counts, in the scenario where it misses most."
    ),
    Metric.MEAN_REGRET: gettext_lazy(
        "The regret on average over all futures and scenarios, each counting the same, for the side that misses most."
    ),
    Metric.WORST_PAYOFF: gettext_lazy(
        "The worst that happens to any side in any future, compared with doing nothing (maximin)."
    ),
}
OVER: dict[Over, Promise] = {
    Over.DRAWS: gettext_lazy("Uncertain numbers"),
    Over.VARIANTS: gettext_lazy("Rival theories"),
    Over.BOTH: gettext_lazy("Both"),
}
SIGNS: dict[SetSign, Promise] = {
    SetSign.BETTER: gettext_lazy("better, set by assumption"),
    SetSign.WORSE: gettext_lazy("worse, set by assumption"),
    SetSign.NONE: gettext_lazy("no effect, set by assumption"),
    SetSign.OPEN: gettext_lazy("differs between futures"),
}
WHY_NOT: dict[Unmeasured, Promise] = {
    Unmeasured.NOT_COMPUTABLE: gettext_lazy("the model cannot compute it; people judge it"),
    Unmeasured.NOT_COMPUTED: gettext_lazy("not computed yet in every scenario for every side"),
    Unmeasured.OTHER_RUN: gettext_lazy("computed with another version or other draws, so it cannot be compared"),
}


@dataclass(frozen=True, slots=True)
class Explained:
    """One measure as a reader gets it explained."""

    metric: Metric
    name: str
    says: str
    unit: str


def explained() -> list[Explained]:
    """Return every measure in words."""
    return [Explained(one, str(METRICS[one]), str(SAYS[one]), unit_of(one)) for one in Metric]


def unit_of(metric: Metric) -> str:
    """Return what a measure is counted in."""
    return _("% of the examined futures") if metric in SHARES else _("times the smallest difference that counts")


def value_of(option: Option, metric: Metric) -> str:
    """Write a value: a percentage, or smallest differences; an outcome carries its sign."""
    value = option.reading(metric).value
    if metric in SHARES:
        return _p("a percentage", "%(number)s%%") % {"number": number(100 * value, 0)}
    return signed(value, 1) if metric == Metric.WORST_PAYOFF else number(value, 1)


@dataclass(frozen=True, slots=True)
class Where:
    """The side and the scenario that a value comes from."""

    side: Side | None = None
    place: Place | None = None

    def __str__(self) -> str:
        return ", ".join(
            one for one in (self.side.title if self.side else "", self.place.letter if self.place else "") if one
        )


def where(found: Metrics, option: Option, metric: Metric) -> Where:
    """Say for which side and in which scenario a value was found; nothing where it is the same everywhere."""
    parts = [value for values in option.choice.parts[metric] for value in values]
    if max(parts) - min(parts) < (SMALLEST_SHARE if metric in SHARES else SMALLEST_STEP):
        return Where()
    reading = option.reading(metric)
    return Where(
        side=found.sides[reading.yardstick] if reading.yardstick is not None else None,
        place=found.places[reading.scenario] if reading.scenario is not None else None,
    )


def name_of(option: Option) -> str:
    """Return a choice as a sentence names it."""
    return _("proposal %(number)d") % {"number": option.number} if option.row else _("doing nothing")


def title_of(option: Option) -> str:
    """Return a choice as a table names it."""
    return f"{option.number}. {option.row.reform.said('title')}" if option.row else str(_("Doing nothing"))


def in_a_list(words: list[str]) -> str:
    """Write some words as a list within a sentence."""
    if len(words) < 2:
        return "".join(words)
    return _p("a list", "%(first)s and %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def metrics_in_a_list(metrics: tuple[Metric, ...]) -> str:
    """Write some measures as a list within a sentence."""
    return in_a_list([str(METRICS[one])[:1].lower() + str(METRICS[one])[1:] for one in metrics])


def finding_of(found: Metrics) -> str:
    """Return who comes first, and by which measures not."""
    if found.is_empty:
        return _("There is nothing to compare yet")
    firsts = {one.number: [metric for metric in RANKED if one.reading(metric).rank == 1] for one in found.options}
    best = max(found.options, key=lambda one: (len(firsts[one.number]), -one.number))
    count = len(firsts[best.number])
    facts = {"name": capfirst(name_of(best)), "count": in_words(count), "all": in_words(len(RANKED))}
    if count == len(RANKED):
        alike = [one for one in found.options if len(firsts[one.number]) == count]
        return _("Every measure puts %(names)s first") % {"names": in_a_list([name_of(one) for one in alike])}
    if 2 * count <= len(RANKED):
        return _("No choice comes first by more than %(count)s of the %(all)s measures") % facts
    facts["others"] = metrics_in_a_list(tuple(one for one in RANKED if one not in firsts[best.number]))
    return _("%(name)s comes first by %(count)s of the %(all)s measures, not by %(others)s") % facts


def disagreement_of(found: Metrics) -> str:
    """Say how many pairs of choices change order."""
    if found.is_empty:
        return ""
    if not found.pairs:
        return _("The measures agree on the order of every pair of choices.")
    return ngettext(
        "In %(count)d of %(all)d pair of choices the order depends on the measure.",
        "In %(count)d of %(all)d pairs of choices the order depends on the measure.",
        found.most_pairs,
    ) % {"count": len(found.pairs), "all": found.most_pairs}
