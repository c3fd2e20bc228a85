# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The driving forces of a scenario, to be tried out against its edition."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.utils.translation import pgettext as _p

from scenarios import vocabulary
from scenarios.models import ScenarioRevision
from scenarios.services.previews import Trial, numbers_of
from scenarios.templatetags.figures import language
from scenarios.vocabulary import Driver
from workshops.forms.levers import NumberField, number_of, plain
from workshops.forms.trials import DRIVER_PREFIX, Choice, Control, ControlTheme, TrialForm, citation_of, ends_of

LIMITS = {"min": "low", "max": "high", "step": "step"}


class DriverField(NumberField):
    """How strong one driving force is, in its shown unit; cleaned it is the value in the unit of the engine."""

    default_error_messages = {"invalid": gettext_lazy("Type a number, such as 2.5.")}

    def __init__(self, driver: Driver, **options: Any) -> None:
        self.driver = driver
        self.limits = {name: plain(getattr(driver, of), driver) for name, of in LIMITS.items()}
        super().__init__(label=driver.label.in_language(language()), required=False, **options)

    def clean(self, value: object) -> float:
        """Return the value, held to the bounds of the driver."""
        driver = self.driver
        shown = super().clean(value)
        found = None if shown is None else float(shown / Decimal(str(driver.scale)))
        if found is None or not driver.low <= found <= driver.high:
            message = _("%(lever)s: choose a value from %(low)s to %(high)s (%(unit)s).")
            facts = {"lever": self.label, "unit": driver.unit.in_language(language())}
            raise ValidationError(message % (facts | ends_of(driver)), code="bounds")
        return found


class ScenarioTrialForm(TrialForm):
    """The driving forces of one scenario."""

    known_prefix = DRIVER_PREFIX
    unknown = gettext_lazy("The model has no driving force called “%(key)s”. Leave it out of the address.")

    def __init__(self, query: QueryDict, *, revision: ScenarioRevision, held: bool = False) -> None:
        self.edition: Mapping[str, float] = revision.drivers
        drivers = vocabulary.drivers()
        super().__init__(
            query,
            fields={f"{DRIVER_PREFIX}{one.key}": DriverField(one) for one in drivers},
            starts={f"{DRIVER_PREFIX}{one.key}": plain(revision.drivers[one.key], one) for one in drivers},
            held=held,
        )

    @property
    def drivers(self) -> dict[str, float]:
        """Every driver; one that was not moved keeps the very value of the edition."""
        moved = self.moved
        return {
            key: self.cleaned_data[f"{DRIVER_PREFIX}{key}"] if f"{DRIVER_PREFIX}{key}" in moved else value
            for key, value in self.edition.items()
        }

    def trial(self, *, years: Sequence[int]) -> Trial:
        """Return what is tried against the edition."""
        return Trial(before=(numbers_of(self.edition),), after=(numbers_of(self.drivers),), years=tuple(years))

    @property
    def words(self) -> str:
        """Say in words what is tried."""
        moved = [vocabulary.driver(name.removeprefix(DRIVER_PREFIX)) for name in self.moved]
        told = [_driver_words(one, self.drivers[one.key]) for one in moved]
        return " ".join(told) or _("Nothing is moved.")

    @property
    def themes(self) -> Iterator[ControlTheme]:
        """Every driver, by theme."""
        for theme in vocabulary.driver_themes():
            found = [one for one in vocabulary.drivers() if one.theme == theme.key]
            yield ControlTheme(theme.label.in_language(language()), tuple(self._driver(one) for one in found))

    def _driver(self, driver: Driver) -> Control:
        tongue = language()
        return self.control(
            f"{DRIVER_PREFIX}{driver.key}",
            unit=driver.unit.in_language(tongue),
            sentence=driver.sentence.in_language(tongue),
            bounds=_("From %(low)s to %(high)s.") % ends_of(driver),
            source=citation_of(driver.source),
            status=driver.status,
            levels=tuple(
                Choice(plain(one.value, driver), number_of(one.value, driver), one.label.in_language(tongue))
                for one in driver.levels
            ),
        )


def _driver_words(driver: Driver, value: float) -> str:
    unit = driver.unit.in_language(language())
    return _p("a driver and its value", "%(driver)s: %(value)s%(space)s%(unit)s.") % {
        "driver": driver.label.in_language(language()),
        "value": number_of(value, driver),
        "space": "" if unit.startswith("%") else " ",
        "unit": unit,
    }
