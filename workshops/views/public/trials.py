# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Try levers in every scenario of a workshop, or driving forces in one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import path, reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from scenarios.models import ScenarioRevision
from scenarios.services.previews import Trial
from workshops import rules
from workshops.forms.proposals import Start
from workshops.forms.trial_drivers import ScenarioTrialForm
from workshops.forms.trial_levers import ReformTrialForm
from workshops.forms.trials import TrialForm
from workshops.models import WorkshopScenario
from workshops.reports.trial_picture import Column, Picture, picture_of
from workshops.reports.trial_words import effects_finding, scenario_finding
from workshops.selectors.proposals import YEAR
from workshops.selectors.table import Place, Side, places_of, sides_of
from workshops.selectors.trials import (
    SHORT_OF_SCENARIO,
    drivers_in,
    every_key,
    scenario_keys,
    short_keys,
    table_of,
    telling_keys,
)
from workshops.views.room import Room, enter
from workshops.views.starts import start_of
from workshops.views.trying import Tried, answer, show

YEARS = (2025, 2030, 2040)
OWN = "own"


@dataclass(frozen=True, slots=True)
class ReformDesk:
    """Levers, in every scenario of a workshop, in the year that was agreed."""

    address: str
    room: Room
    start: Start
    scenarios: Sequence[Place]
    sides: Sequence[Side]
    year: int

    @property
    def places(self) -> Mapping[str, str]:
        return {"from": self.start.key}

    def form(self, query: QueryDict, *, held: bool) -> ReformTrialForm:
        """Return the levers, which start where the reform has them."""
        return ReformTrialForm(query, revision=self.start.revision, held=held)

    def trial(self, form: TrialForm) -> Trial:
        """Return what the levers stand for."""
        return cast("ReformTrialForm", form).trial(drivers_in(self.scenarios), year=self.year)

    def picture(self, now: Tried, held: Tried | None, *, is_all: bool) -> Picture:
        """Draw every group in every scenario."""
        known = now.version.comparison.cells
        keys = every_key(known) if is_all else telling_keys(known, self.sides)
        agreed = {one.measure.outcome: one.measure.smallest_difference for one in self.sides if one.measure.outcome}
        return picture_of(
            now.version,
            held.version if held else None,
            columns=[Column(place.letter, place.title) for place in self.scenarios],
            keys=keys,
            shorts=short_keys(keys, self.sides),
            ticks=agreed,
        )

    def finding(self, now: Tried) -> str:
        """Say who gains, who loses and what it costs."""
        table = table_of(now.version.comparison, year=self.year, places=self.scenarios, sides=self.sides)
        return effects_finding(
            table,
            is_moved=bool(now.trial.levers or now.trial.budget_bn),
            has_band=now.version.has_band,
            start_year=now.trial.start_year,
        )

    def take_over(self, form: TrialForm) -> str:
        """Return the form of a proposal, with these levers."""
        if not rules.can_table_proposal(self.room.who, self.room.workshop):
            return ""
        start = self.start.key if self.start.has_levers else OWN
        return f"{reverse('workshops:proposal_table', args=[self.room.workshop.slug])}?" + urlencode(
            {"from": start, **form.moved}
        )


@dataclass(frozen=True, slots=True)
class ScenarioDesk:
    """The driving forces of one scenario, in the years that its figures are told for."""

    address: str
    revision: ScenarioRevision

    @property
    def places(self) -> Mapping[str, str]:
        return {}

    def form(self, query: QueryDict, *, held: bool) -> ScenarioTrialForm:
        """Return the driving forces, which start where the edition has them."""
        return ScenarioTrialForm(query, revision=self.revision, held=held)

    def trial(self, form: TrialForm) -> Trial:
        """Return what the driving forces stand for."""
        return cast("ScenarioTrialForm", form).trial(years=YEARS)

    def picture(self, now: Tried, held: Tried | None, *, is_all: bool) -> Picture:
        """Draw the key figures in every year: levels, and the difference with the edition."""
        keys = scenario_keys(now.version.comparison.cells, is_all=is_all)
        return picture_of(
            now.version,
            held.version if held else None,
            columns=[Column("", str(year)) for year in YEARS],
            keys=keys,
            shorts=[one for one in SHORT_OF_SCENARIO if one in keys],
            with_levels=True,
        )

    def finding(self, now: Tried) -> str:
        """Say which differences with the edition are largest."""
        comparison = now.version.comparison
        keys = scenario_keys(comparison.cells, is_all=False)
        return scenario_finding(comparison, keys=keys, years=YEARS, is_moved=now.trial.before != now.trial.after)

    def take_over(self, form: TrialForm) -> str:  # noqa: ARG002 -- as every desk
        """An edition is not written here."""
        return ""


@require_safe
def try_levers(request: HttpRequest, slug: str) -> HttpResponse:
    """Show levers, and what they do for every group in every scenario."""
    room = enter(request, slug)
    desk = _reform_desk(request, room)
    context = {"section": "proposals", "start": desk.start, "places": desk.scenarios, "year": desk.year}
    return show(request, room, desk, "workshops/trial_levers.html", context)


@require_safe
def answer_to_levers(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer to a moved lever."""
    return answer(request, _reform_desk(request, enter(request, slug)))


@require_safe
def try_drivers(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show the driving forces of a scenario, and what they do to its key figures."""
    room = enter(request, slug)
    place = _place(room, key)
    context = {"section": "scenarios", "place": place}
    return show(request, room, _scenario_desk(room, place), "workshops/trial_drivers.html", context)


@require_safe
def answer_to_drivers(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Answer to a moved driving force."""
    room = enter(request, slug)
    return answer(request, _scenario_desk(room, _place(room, key)))


def _reform_desk(request: HttpRequest, room: Room) -> ReformDesk:
    start = start_of(room, request.GET.get("from", OWN))
    if start is None:
        raise Http404
    scenarios = places_of(room.workshop)
    if not scenarios:
        raise Http404
    agreed = room.workshop.agreements.first()
    return ReformDesk(
        address=reverse("workshops:trial_answer", args=[room.workshop.slug]),
        room=room,
        start=start,
        scenarios=scenarios,
        sides=sides_of(room.workshop),
        year=agreed.report_year if agreed else YEAR,
    )


def _scenario_desk(room: Room, place: WorkshopScenario) -> ScenarioDesk:
    address = reverse("workshops:scenario_trial_answer", args=[room.workshop.slug, place.scenario.key])
    return ScenarioDesk(address, place.revision)


def _place(room: Room, key: str) -> WorkshopScenario:
    found = room.workshop.places.select_related("revision", "scenario").filter(scenario__key=key).first()
    if found is None:
        raise Http404
    return found


urlpatterns = [
    path("try/", try_levers, name="trial"),
    path("try/answer/", answer_to_levers, name="trial_answer"),
    path("scenarios/<slug:key>/try/", try_drivers, name="scenario_trial"),
    path("scenarios/<slug:key>/try/answer/", answer_to_drivers, name="scenario_trial_answer"),
]
