# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The levers of a reform, and when they move, to be tried out; and what a proposal takes over from that."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from scenarios import vocabulary
from scenarios.models import ReformRevision
from scenarios.services.previews import Trial, numbers_of
from scenarios.services.reforms import (
    FIRST_START,
    LAST_START,
    MOST_BUDGET_BN,
    MOST_PHASE_YEARS,
    interpretation_of,
    is_costed_by_model,
)
from scenarios.templatetags.figures import language
from scenarios.vocabulary import Lever
from workshops.forms.levers import PREFIX, LeverField, NumberField, plain, typed_as
from workshops.forms.proposals import COSTS, NEITHER, YIELDS, Start, WholeNumberField
from workshops.forms.trials import Control, ControlTheme, TrialForm, as_typed, citation_of, ends_of, number_in, plainly

FIRST_DEFAULT, PHASE_DEFAULT = FIRST_START + 1, 3


class YearsField(WholeNumberField):
    """A whole number with a slider."""

    def __init__(self, *, low: int, high: int, **options: Any) -> None:
        super().__init__(low=low, high=high, **options)
        self.limits = {"min": str(low), "max": str(high), "step": "1"}


class AmountField(NumberField):
    """What a reform does to public money beforehand, billions of euros a year; a cost is below nought."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        most = f"{MOST_BUDGET_BN:g}"
        self.limits = {"min": f"-{most}", "max": most, "step": "0.5"}

    def clean(self, value: object) -> float:
        """Return the amount, nought when nothing is typed."""
        found = super().clean(value)
        if found is not None and abs(found) > MOST_BUDGET_BN:
            raise ValidationError(
                _("Public money: give an amount from −%(most)s to %(most)s billion euros a year.")
                % {"most": round(MOST_BUDGET_BN)},
                code="bounds",
            )
        return float(found or 0)


class ReformTrialForm(TrialForm):
    """The levers of a reform and when they move."""

    def __init__(self, query: QueryDict, *, revision: ReformRevision | None, held: bool = False) -> None:
        self.revision = revision
        levers = vocabulary.levers()
        moved = dict(revision.levers) if revision else {}
        starts = {f"{PREFIX}{one.key}": plain(moved.get(one.key, 0.0), one) for one in levers}
        starts |= {
            "start_year": str(revision.start_year if revision else FIRST_DEFAULT),
            "phase_years": str(revision.phase_years if revision else PHASE_DEFAULT),
            "budget_bn": plainly(f"{revision.exante_budget_bn:g}" if revision else "0"),
        }
        fields: dict[str, forms.Field] = {f"{PREFIX}{one.key}": LeverField(one) for one in levers}
        fields |= {
            "start_year": YearsField(label=_("From which year?"), low=FIRST_START, high=LAST_START),
            "phase_years": YearsField(
                label=_("After how many years does it work in full?"), low=1, high=MOST_PHASE_YEARS
            ),
            "budget_bn": AmountField(label=_("Public money stated beforehand"), required=False),
        }
        super().__init__(query, fields=fields, starts=starts, held=held)

    @property
    def levers(self) -> dict[str, float]:
        """The levers that move, in the units of the engine."""
        told = self.cleaned_data
        return {name.removeprefix(PREFIX): value for name, value in told.items() if name.startswith(PREFIX) and value}

    def trial(self, scenarios: Sequence[Mapping[str, float]], *, year: int) -> Trial:
        """Return what is tried, in the scenarios of a workshop."""
        drivers = tuple(numbers_of(one) for one in scenarios)
        levers, told = self.levers, self.cleaned_data
        is_costed = is_costed_by_model(levers)
        return Trial(
            before=drivers,
            after=drivers,
            years=(year,),
            levers=numbers_of(levers),
            start_year=told["start_year"],
            phase_years=told["phase_years"],
            budget_bn=0.0 if is_costed else told["budget_bn"],
            is_costed_by_model=is_costed,
        )

    @property
    def words(self) -> str:
        """Say in words what is tried."""
        if not self.levers:
            return _("Nothing is moved.")
        told = self.cleaned_data
        when = _("From %(start)s, in full after %(years)s years.") % {
            "start": str(told["start_year"]),
            "years": str(told["phase_years"]),
        }
        return f"{interpretation_of(self.levers).in_language(language())} {when}"

    @property
    def own(self) -> list[Control]:
        """The levers that the reform moves at its start."""
        moved = self.revision.levers if self.revision else {}
        return [self._lever(one) for one in vocabulary.levers() if one.key in moved]

    @property
    def others(self) -> Iterator[ControlTheme]:
        """Every other lever, by theme."""
        moved = self.revision.levers if self.revision else {}
        for theme in vocabulary.lever_themes():
            found = [one for one in vocabulary.levers() if one.theme == theme.key and one.key not in moved]
            if found:
                yield ControlTheme(theme.label.in_language(language()), tuple(self._lever(one) for one in found))

    @property
    def timing(self) -> list[Control]:
        """When it starts, how fast it grows, and what was stated about money."""
        years = _("From %(low)s to %(high)s.")
        told = _("what was stated with the proposal") if self.revision else _("our choice")
        facts = {"source": told, "status": None if self.revision else "assumption"}
        return [
            self.control(
                "start_year",
                unit="",
                sentence=_("The first year in which it has an effect."),
                bounds=years % {"low": str(FIRST_START), "high": str(LAST_START)},
                **facts,
            ),
            self.control(
                "phase_years",
                unit=_("years"),
                sentence=_("It grows in equal steps."),
                bounds=years % {"low": "1", "high": str(MOST_PHASE_YEARS)},
                **facts,
            ),
            self.control(
                "budget_bn",
                unit=_("billion euros a year"),
                sentence=_(
                    "A minus is a cost. It does not move along with the levers. For the minimum wage, unemployment "
                    "benefit and the pension age the model computes the costs itself, and passes this amount over."
                ),
                bounds=_("From −%(most)s to %(most)s. At 0 the measure itself counts as free.")
                % {"most": round(MOST_BUDGET_BN)},
                **facts,
            ),
        ]

    def _lever(self, lever: Lever) -> Control:
        return self.control(
            f"{PREFIX}{lever.key}",
            unit=lever.unit_label.in_language(language()),
            sentence=lever.sentence.in_language(language()),
            bounds=_("From %(low)s to %(high)s; at 0 nothing changes.") % ends_of(lever),
            source=citation_of(lever.source),
            status=lever.status,
        )


def taken_over(query: QueryDict, start: Start) -> dict[str, str]:
    """Return what a proposal form starts with when something was tried before it: levers, timing and money."""
    if not start.has_levers:
        return {}
    known = {f"{PREFIX}{one.key}" for one in vocabulary.levers()} | {"start_year", "phase_years"}
    taken = {name: as_typed(str(query[name])[:20]) for name in query if name in known}
    amount = number_in(query.get("budget_bn", "")[:20])
    if amount:
        kind = COSTS if amount.startswith("-") else NEITHER if amount == "0" else YIELDS
        taken |= {"budget_kind": kind, "budget_bn": typed_as(amount.removeprefix("-"))}
    return taken
