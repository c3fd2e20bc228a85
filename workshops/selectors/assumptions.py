# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the model assumes, in plain words: what nobody knows exactly, what pushes a scenario, what a proposal costs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from scenarios import arrays, vocabulary
from scenarios.services.reforms import MOST_BUDGET_BN
from scenarios.templatetags.figures import language
from workshops.enums import Contestable
from workshops.models import Proposal
from workshops.selectors.ground import Ground
from workshops.selectors.table import Place

COST_DECIMALS = 1


@dataclass(frozen=True, slots=True)
class Assumption:
    """One thing that the model assumes: low, value and high in the units of the engine, shown = value x scale.

    `least` and `most` are the limits outside which it has no meaning. What is fixed has the same low, value and high.
    `theme` is the heading it stands under.
    """

    about: str
    kind: Contestable
    key: str
    theme: str
    label: str
    sentence: str
    unit: str
    scale: float
    decimals: int
    low: float
    value: float
    high: float
    least: float
    most: float
    source: str
    source_lang: str
    status: str
    place: Place | None = None
    proposal: Proposal | None = None

    @property
    def has_range(self) -> bool:
        return self.kind == Contestable.PRIOR

    @property
    def range(self) -> tuple[float, float, float]:
        return self.low, self.value, self.high


@dataclass(frozen=True, slots=True)
class KnowledgePrior:
    """One prior of a state of knowledge: the assumption, and the range with its source."""

    assumption: Assumption
    low: float
    value: float
    high: float
    source: str
    status: str


@dataclass(frozen=True, slots=True)
class Knowledge:
    """A state of knowledge that can be laid on the table."""

    key: str
    label: str
    sentence: str
    priors: tuple[KnowledgePrior, ...]

    @property
    def about(self) -> str:
        return f"{Contestable.PRESET}:{self.key}"

    @property
    def values(self) -> dict[str, list[float]]:
        return {one.assumption.key: [one.low, one.value, one.high] for one in self.priors}


def assumptions_in(ground: Ground) -> list[Assumption]:
    """Return everything that can be contested in a workshop, in the order of the page: no statements."""
    return [*prior_assumptions(), *_drivers(ground), *_budgets(ground)]


def assumption_about(ground: Ground, about: str) -> Assumption | None:
    """Return one assumption by its name."""
    return next((one for one in assumptions_in(ground) if one.about == about), None)


def prior_assumptions() -> list[Assumption]:
    """Return the uncertain parameters under their headings; one without words of ours keeps the engine's."""
    terms = {term.key: term for term in vocabulary.priors()}
    order = {theme.key: place for place, theme in enumerate(vocabulary.prior_themes())}
    known = sorted(arrays.priors(), key=lambda one: order[terms[one.key].theme] if one.key in terms else len(order))
    return [_prior(one, terms.get(one.key)) for one in known]


def knowledge() -> list[Knowledge]:
    """Return the states of knowledge that the facilitator can table."""
    tongue, priors = language(), {one.key: one for one in prior_assumptions()}
    words = {one.key: one for one in vocabulary.presets()}
    return [
        Knowledge(
            preset.key,
            words[preset.key].label.in_language(tongue),
            words[preset.key].sentence.in_language(tongue),
            tuple(
                KnowledgePrior(priors[one.key], one.low, one.mode, one.high, one.source, one.status)
                for one in preset.priors
            ),
        )
        for preset in arrays.presets()
    ]


def _prior(one: arrays.Prior, term: vocabulary.PriorTerm | None) -> Assumption:
    tongue = language()
    words: dict[str, Any] = {
        "theme": _("Other"), "label": one.meaning, "sentence": "", "unit": one.unit, "scale": 1.0,
        "decimals": one.decimals, "source": one.source, "source_lang": "en",
    }  # fmt: skip
    if term:
        words |= {
            "theme": _theme(vocabulary.prior_themes(), term.theme),
            "label": term.label.in_language(tongue),
            "sentence": term.sentence.in_language(tongue),
            "unit": term.unit.in_language(tongue),
            "scale": term.scale,
            "decimals": term.decimals,
        }
        if not tongue.startswith("en"):
            words |= {"source": term.source_nl, "source_lang": "nl"}
    return Assumption(
        about=f"{Contestable.PRIOR}:{one.key}",
        kind=Contestable.PRIOR,
        key=one.key,
        low=one.low,
        value=one.mode,
        high=one.high,
        least=one.least,
        most=one.most,
        status=one.status,
        **words,
    )


def _theme(themes: tuple[vocabulary.Theme, ...], key: str) -> str:
    return next(one.label.in_language(language()) for one in themes if one.key == key)


def _drivers(ground: Ground) -> Iterator[Assumption]:
    """Return every driver of every scenario: a choice of the workshop, fixed within the scenario."""
    tongue = language()
    for term in vocabulary.drivers():
        source = vocabulary.source(term.source)
        for place, revision in zip(ground.places, ground.revisions, strict=True):
            value = revision.drivers.get(term.key)
            if value is None:
                continue
            yield Assumption(
                about=f"{Contestable.DRIVER}:{place.key}:{term.key}",
                kind=Contestable.DRIVER,
                key=term.key,
                theme=_theme(vocabulary.driver_themes(), term.theme),
                label=term.label.in_language(tongue),
                sentence=term.sentence.in_language(tongue),
                unit=term.unit.in_language(tongue),
                scale=term.scale,
                decimals=term.decimals,
                low=value,
                value=value,
                high=value,
                least=term.low,
                most=term.high,
                source=source.citation.in_language(tongue),
                source_lang=tongue[:2],
                status=term.status,
                place=place,
            )


def _budgets(ground: Ground) -> Iterator[Assumption]:
    """Return what proposals are said to cost before anybody changes behaviour, where the model does not compute it."""
    for proposal in ground.computable:
        reform = proposal.reform_revision
        if reform.budget_from_model:
            continue
        yield Assumption(
            about=f"{Contestable.BUDGET}:{proposal.number}",
            kind=Contestable.BUDGET,
            key=str(proposal.number),
            theme="",
            label=_("Costs of proposal %(number)d") % {"number": proposal.number},
            sentence=_(
                "What it costs the government before people and firms change what they do. A yield is negative."
            ),
            unit=_("billion euros a year"),
            scale=-1.0,
            decimals=COST_DECIMALS,
            low=reform.exante_budget_bn,
            value=reform.exante_budget_bn,
            high=reform.exante_budget_bn,
            least=-MOST_BUDGET_BN,
            most=MOST_BUDGET_BN,
            source=reform.said("budget_source"),
            source_lang=reform.said_lang("budget_source"),
            status=reform.budget_status,
            proposal=proposal,
        )
