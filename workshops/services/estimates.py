# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Estimate in rounds how likely and how large developments are. Who said what stays out of the journal."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from scenarios.announce import announce
from scenarios.models import Development, ScenarioRevision
from workshops import rules
from workshops.enums import Act
from workshops.errors import WorkshopError
from workshops.estimating import FEWEST, SCALE
from workshops.journal import record
from workshops.models import Estimate, EstimateRound, Estimation, Workshop
from workshops.rules import Standing
from workshops.services.insist import insist
from workshops.services.writing.telling import acting_as

MOST_ROUNDS = 3
LONGEST_REASON = 600
LEAST_AGREEMENT, MOST_AGREEMENT = 51, 100


@dataclass(frozen=True, slots=True)
class Estimated:
    """One development as somebody estimates it; None says that they cannot judge."""

    likelihood: int | None
    impact: int | None
    reason: str = ""


@transaction.atomic
def start_estimation(*, who: Standing, workshop: Workshop, agreement: int, fewest: int) -> Estimation:
    """Fix the rule, and open the first round about the editions that hold now."""
    _insist(who, workshop)
    _lock(workshop)
    if Estimation.objects.filter(workshop=workshop, ended_at=None).exists():
        raise WorkshopError(_("An estimation is running. End it first; what it found stays."))
    if not LEAST_AGREEMENT <= agreement <= MOST_AGREEMENT:
        raise WorkshopError(_("Choose a percentage from 51 to 100."), field="agreement")
    if fewest < FEWEST:
        raise WorkshopError(_("Choose at least 5 answers: with fewer, a result tells on people."), field="fewest")
    editions = [place.revision_id for place in workshop.places.all()]
    if not Development.objects.filter(revision__in=editions).exists():
        raise WorkshopError(_("No scenario has a bottleneck or opportunity yet. Write those first."))
    estimation = Estimation.objects.create(
        workshop=workshop, agreement=agreement, fewest=fewest, started_at=timezone.now()
    )
    estimation.revisions.set(ScenarioRevision.objects.filter(pk__in=editions))
    _open(who, estimation, number=1)
    return estimation


@transaction.atomic
def open_next_round(*, who: Standing, estimation: Estimation) -> EstimateRound:
    """Open one more round about the same editions by the same rule."""
    _insist(who, estimation.workshop)
    _lock(estimation.workshop)
    last = _last_round(estimation)
    if last.is_open:
        raise WorkshopError(_("A round is open. Close it first."))
    if last.number >= MOST_ROUNDS:
        raise WorkshopError(_("Three rounds are enough: what is disputed after them stays disputed."))
    return _open(who, estimation, number=last.number + 1)


@transaction.atomic
def close_estimates(*, who: Standing, estimation: Estimation) -> None:
    """Close the round: from now on everybody sees what it found."""
    _insist(who, estimation.workshop)
    _lock(estimation.workshop)
    last = _last_round(estimation)
    if not last.is_open:
        raise WorkshopError(_("No round is open."))
    last.closed_at = timezone.now()
    last.save(update_fields=["closed_at"])
    people = last.estimates.values("person").distinct().count()
    _tell(Act.ESTIMATES_CLOSED, who, estimation.workshop, number=last.number, people=people)


@transaction.atomic
def end_estimation(*, who: Standing, estimation: Estimation) -> None:
    """Cut the tie between persons and what they said, for good; what was found stays."""
    _insist(who, estimation.workshop)
    _lock(estimation.workshop)
    last = _last_round(estimation)
    if last.is_open:
        raise WorkshopError(_("A round is open. Close it first."))
    Estimate.objects.filter(round__estimation=estimation).update(person=None)
    estimation.ended_at = timezone.now()
    estimation.save(update_fields=["ended_at"])
    _tell(Act.ESTIMATES_ENDED, who, estimation.workshop, number=last.number)


@transaction.atomic
def estimate(*, who: Standing, one: EstimateRound, about: Mapping[UUID, Estimated | None]) -> None:
    """Keep what somebody estimates of developments, instead of what they said of these before; None takes it back."""
    one = EstimateRound.objects.select_for_update(of=("self",)).select_related("estimation__workshop").get(pk=one.pk)
    insist(
        rules.can_estimate(who, one),
        _("Who holds a seat estimates, while a round is open."),
    )
    known = set(
        Development.objects.filter(pk__in=about, revision__in=one.estimation.revisions.values("pk")).values_list(
            "pk", flat=True
        )
    )
    for key, said in about.items():
        _check(key, said, known)
    Estimate.objects.filter(round=one, person=who.person, development__in=about).delete()
    language = (translation.get_language() or "nl")[:2]
    Estimate.objects.bulk_create(
        Estimate(
            round=one,
            development_id=key,
            person=who.person,
            constituency=who.seats[0].constituency,
            likelihood=said.likelihood,
            impact=said.impact,
            reason=said.reason.strip(),
            lang=language,
        )
        for key, said in about.items()
        if said is not None
    )
    workshop = one.estimation.workshop
    record(workshop=workshop, act=Act.ESTIMATES_GIVEN, actor=None, subject=f"estimates {one.number}")
    announce(workshop.topic)


def _check(key: UUID, said: Estimated | None, known: set[UUID]) -> None:
    if key not in known:
        raise WorkshopError(_("This round is not about that development."))
    if said is None:
        return
    if any(point is not None and point not in SCALE for point in (said.likelihood, said.impact)):
        raise WorkshopError(_("Choose one of the five points, or that you cannot judge."), field=f"likelihood-{key}")
    if len(said.reason) > LONGEST_REASON:
        words = _("Use at most %(most)d characters; this is %(length)d.")
        raise WorkshopError(words % {"most": LONGEST_REASON, "length": len(said.reason)}, field=f"because-{key}")


def _insist(who: Standing, workshop: Workshop) -> None:
    insist(
        rules.can_run_estimates(who, workshop),
        _("The facilitator or the secretariat leads the rounds, until the conclusions."),
    )


def _lock(workshop: Workshop) -> None:
    """Let one start, open, close or end wait for another."""
    Workshop.objects.select_for_update().only("pk").get(pk=workshop.pk)


def _last_round(estimation: Estimation) -> EstimateRound:
    estimation.refresh_from_db(fields=["ended_at"])
    if estimation.ended_at is not None:
        raise WorkshopError(_("This estimation has ended. Start a new one."))
    return estimation.rounds.order_by("-number")[0]


def _open(who: Standing, estimation: Estimation, *, number: int) -> EstimateRound:
    one = EstimateRound.objects.create(estimation=estimation, number=number, opened_at=timezone.now())
    rule = {"agreement": estimation.agreement, "fewest": estimation.fewest}
    _tell(Act.ESTIMATES_OPENED, who, estimation.workshop, number=number, **rule)
    return one


def _tell(act: Act, who: Standing, workshop: Workshop, *, number: int, **facts: int) -> None:
    record(
        workshop=workshop,
        act=act,
        actor=who.person,
        capacity=acting_as(who),
        subject=f"estimates {number}",
        data=facts,
        is_locked=True,
    )
    announce(workshop.topic)
