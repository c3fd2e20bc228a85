# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a reform may move: levers with bounds, reforms made of them, and their shifts in a year."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from types import MappingProxyType

import numpy as np

from engine import tables
from engine.axes import FIRST_YEAR, LAST_YEAR, FloatArray, IntArray, in_years
from engine.checks import finite, in_bounds
from engine.errors import ContradictionError, NotANumberError, UnknownNameError
from engine.tables import Status

_MOST_PHASE_YEARS = int(tables.number("methods", "reforms", "most_phase_years"))
_MOST_BUDGET_BN = tables.number("methods", "reforms", "most_budget_bn")


@dataclass(frozen=True, slots=True)
class LeverSpec:
    """One lever: its unit, its bounds, and 0 for no change."""

    key: str
    unit: str
    low: float
    high: float
    default: float
    meaning: str
    source: str
    status: Status


LEVERS = tuple(
    LeverSpec(
        key, row["unit"], row["low"], row["high"], row["value"], row["meaning"], row["source"], row["status"]
    )
    for key, row in tables.table("levers").items()
)  # fmt: skip
_SPECS = {spec.key: spec for spec in LEVERS}
_NOT_SUMMED = {"benefit_link"}  # belongs to the minimum wage of its own reform
ONE_RULE = ("minimum_wage", "benefit_duration", "pension_age")  # one number in the law: it goes up or down, not both


@dataclass(frozen=True, slots=True)
class Reform:
    """A change of the rules: levers, and when they move.

    Attributes
    ----------
    levers : Mapping[str, float]
        Shifts by lever, in the units of `LEVERS`; levers left out do not move.
    start_year : int
        First year with an effect.
    phase_years : int
        Years in which the shifts grow in equal steps to their full size.
    exante_budget_bn : float
        Effect on the public balance before behaviour changes, bn eur of 2015 a year; positive improves it.
    budget_from_model : bool
        The model computes the whole budget effect itself, so `exante_budget_bn` is not added.
        So for the minimum wage, unemployment benefit and the state pension age.
    """

    levers: Mapping[str, float] = field(default_factory=dict)
    start_year: int = int(tables.number("methods", "reforms", "start_year"))
    phase_years: int = int(tables.number("methods", "reforms", "phase_years"))
    exante_budget_bn: float = 0.0
    budget_from_model: bool = False

    def __post_init__(self) -> None:
        for name in self.levers:
            if name not in _SPECS:
                raise UnknownNameError.among("lever", name, _SPECS)
        if not isinstance(self.budget_from_model, bool | np.bool_):
            raise NotANumberError(
                f"budget_from_model must be true or false, and is {self.budget_from_model!r}.",
                field="budget_from_model",
                value=self.budget_from_model,
            )
        moved = {
            name: in_bounds(name, self.levers[name], spec.low, spec.high, spec.unit)
            for name, spec in _SPECS.items()
            if name in self.levers
        }
        budget = in_bounds(
            "exante_budget_bn", self.exante_budget_bn, -_MOST_BUDGET_BN, _MOST_BUDGET_BN, "bn eur a year"
        )
        start = _whole("start_year", self.start_year, FIRST_YEAR + 1, LAST_YEAR, "the base year cannot be reformed")
        phase = _whole("phase_years", self.phase_years, 1, _MOST_PHASE_YEARS, "years to full size")
        checked = {"levers": MappingProxyType(moved), "exante_budget_bn": budget, "start_year": start}
        for name, value in (checked | {"phase_years": phase}).items():
            object.__setattr__(self, name, value)

    def moved(self, lever: str) -> float:
        """Full size of the shift of a lever."""
        return self.levers.get(lever, 0.0)

    def phase(self, year: int) -> float:
        """Part of the full size that is reached in a year, 0 to 1.

        >>> Reform({}, start_year=2020, phase_years=4).phase(2021)
        0.5
        """
        return min(max((year - self.start_year + 1) / self.phase_years, 0.0), 1.0)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by plain values, so that a reform can travel to a worker."""
        plain = (dict(self.levers), self.start_year, self.phase_years, self.exante_budget_bn, self.budget_from_model)
        return Reform, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifts:
    """What packages of reforms move: arrays (lane,), and (education, lane); of one lane where all lanes are alike."""

    log_minimum_wage: FloatArray
    log_linked_benefit: FloatArray
    log_benefit_duration: FloatArray
    wage_moderation: FloatArray
    job_to_job: FloatArray
    training: FloatArray
    wage_bill_levy: FloatArray
    labour_cost: FloatArray
    net_wage: FloatArray
    self_employed_cost: FloatArray
    self_employed_insurance: FloatArray
    self_employed_floor: FloatArray
    employment_presumption: FloatArray
    permanent_cost: FloatArray
    permanent_job_loss: FloatArray
    flexible_cost: FloatArray
    small_firm_cost: FloatArray
    working_hours: FloatArray
    pension_age: FloatArray
    participation: FloatArray
    public_jobs: FloatArray
    care_share: FloatArray
    household_share: FloatArray
    displacement: FloatArray
    new_tasks: FloatArray
    market_productivity: FloatArray
    exante_budget_bn: FloatArray

    def at(self, lanes: slice) -> "Shifts":
        """Return some of the lanes; what is the same in all of them stays as it is."""
        return Shifts(**{name: shift if shift.shape[-1] == 1 else shift[..., lanes] for name, shift in self.items()})

    def in_years(self, years: int, at: IntArray) -> "Shifts":
        """Return the lanes of some years of those that lie year by year."""
        return Shifts(**{name: in_years(shift, years, at) for name, shift in self.items()})

    def items(self) -> Iterator[tuple[str, FloatArray]]:
        """Yield each shift by its name."""
        return ((field.name, getattr(self, field.name)) for field in fields(self))


def shifts_in(year: int, reforms: Sequence[Reform]) -> Shifts:
    """Return what one package moves in one year, arrays of one lane.

    >>> shifts_in(2020, [Reform({"pension_age": 1.0}, start_year=2020, phase_years=2)]).pension_age
    array([0.5])
    """
    return shifts_over([year], [reforms], np.zeros(1, dtype=np.int64))


def shifts_over(years: Sequence[int], packages: Sequence[Sequence[Reform]], package_of: IntArray) -> Shifts:
    """Sum the shifts of packages over years; the order of the reforms in a package does not matter.

    Sums are exactly rounded (`math.fsum`), so that the same package in another order gives the same bits.
    The link of benefits applies to the minimum wage of its own reform.

    Parameters
    ----------
    years : sequence of int
        Lanes come year by year.
    packages : sequence of sequences of Reform
        What is compared; an empty package does nothing.
    package_of : array of int
        Package of each lane of one year.
    """
    phases = [[[reform.phase(year) for reform in package] for package in packages] for year in years]

    def total(size: Callable[[Reform], float]) -> FloatArray:
        sizes = [[size(reform) for reform in package] for package in packages]
        if not any(map(any, sizes)):
            return np.zeros(1)
        sums = [[_sum_of(*pair) for pair in zip(sizes, phase, strict=True)] for phase in phases]
        return np.array(sums)[:, package_of].ravel()

    def lever(name: str) -> FloatArray:
        return total(lambda reform: reform.moved(name))

    def by_education(name: str) -> FloatArray:
        rows = [lever(f"{name}_{level}") for level in ("low", "middle", "high")]
        return np.stack(np.broadcast_arrays(*rows))

    return Shifts(
        log_minimum_wage=total(log_minimum_wage),
        log_linked_benefit=total(lambda reform: log_minimum_wage(reform) * reform.moved("benefit_link")),
        log_benefit_duration=total(log_benefit_duration),
        wage_moderation=lever("wage_moderation"),
        job_to_job=lever("job_to_job"),
        training=lever("training"),
        wage_bill_levy=lever("wage_bill_levy"),
        labour_cost=by_education("labour_cost"),
        net_wage=by_education("net_wage"),
        self_employed_cost=lever("self_employed_cost"),
        self_employed_insurance=lever("self_employed_insurance"),
        self_employed_floor=lever("self_employed_floor"),
        employment_presumption=lever("employment_presumption"),
        permanent_cost=lever("permanent_cost"),
        permanent_job_loss=lever("permanent_job_loss"),
        flexible_cost=lever("flexible_cost"),
        small_firm_cost=lever("small_firm_cost"),
        working_hours=lever("working_hours"),
        pension_age=lever("pension_age"),
        participation=by_education("participation"),
        public_jobs=by_education("public_jobs"),
        care_share=lever("care_share"),
        household_share=lever("household_share"),
        displacement=lever("displacement_shift"),
        new_tasks=lever("new_tasks_shift"),
        market_productivity=lever("market_productivity"),
        exante_budget_bn=total(exante_budget),
    )


def _sum_of(sizes: Sequence[float], phases: Sequence[float]) -> float:
    return math.fsum(size * phase for size, phase in zip(sizes, phases, strict=True))


def log_minimum_wage(reform: Reform) -> float:
    """Shift of the log minimum wage at full size."""
    return math.log1p(reform.moved("minimum_wage"))


def log_benefit_duration(reform: Reform) -> float:
    """Shift of the log maximum duration of unemployment benefit at full size."""
    return math.log1p(reform.moved("benefit_duration") / tables.number("methods", "reforms", "months_of_benefit"))


def exante_budget(reform: Reform) -> float:
    """Ex-ante budget effect that is added at full size, bn eur a year: none where the model computes it."""
    return 0.0 if reform.budget_from_model else reform.exante_budget_bn


def refuse_overstretched(reforms: Sequence[Reform]) -> None:
    """Refuse a package whose reforms together push a lever beyond its bounds."""
    for spec in LEVERS:
        if spec.key in _NOT_SUMMED:
            continue
        together = math.fsum(reform.moved(spec.key) for reform in reforms)
        try:
            in_bounds(spec.key, together, spec.low, spec.high, spec.unit)
        except ValueError as error:
            raise ContradictionError(
                f"The reforms of this package together move {spec.key} by {together:g}, outside {spec.low:g} to "
                f"{spec.high:g} ({spec.unit}); leave one of them out or make it smaller.",
                field=spec.key,
                value=together,
                low=spec.low,
                high=spec.high,
            ) from error


def refuse_contradictory(reforms: Sequence[Reform]) -> None:
    """Refuse a package in which one reform raises a number in the law that another lowers."""
    for name in ONE_RULE:
        sizes = [reform.moved(name) for reform in reforms]
        if min(sizes, default=0.0) < 0.0 < max(sizes, default=0.0):
            raise ContradictionError(
                f"One reform of this package lowers {name} (by {-min(sizes):g}) and another raises it "
                f"(by {max(sizes):g}); leave one of them out.",
                field=name,
                value=sizes,
            )


def _whole(name: str, value: object, low: int, high: int, why: str) -> int:
    number = finite(name, value)
    if number != int(number):
        raise NotANumberError(f"{name} must be a whole number, and is {number:g}.", field=name, value=value)
    return int(in_bounds(name, number, low, high, why))
