# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Contest an assumption of the model, table a state of knowledge, take it back."""

import math
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from scenarios import arrays, vocabulary
from scenarios.announce import announce
from scenarios.templatetags.figures import number
from workshops import rules
from workshops.enums import Act, Contestable, Role
from workshops.errors import AssumptionError, NotAllowedError, WorkshopError, WrongPhaseError
from workshops.jobs.contests import ask_contests, ask_failed_contests
from workshops.journal import record
from workshops.models import Contest, Seat, Workshop
from workshops.rules import Standing
from workshops.selectors.assumptions import Assumption, Knowledge, assumption_about, knowledge
from workshops.selectors.ground import Ground, ground_of
from workshops.services.insist import insist

LONGEST = {"reason": 2_000, "source": 400}
MOST_STANDING = 100


@dataclass(frozen=True, slots=True)
class Stated:
    """What somebody holds about one assumption, in the units of the engine: a value is a range without width."""

    about: str
    low: float
    value: float
    high: float
    reason: str
    source: str


@transaction.atomic
def contest_assumption(  # noqa: PLR0913 -- who says what, where, as what
    *,
    who: Standing,
    workshop: Workshop,
    stated: Stated,
    seat: Seat | None = None,
    role: Role | None = None,
    form_key: UUID | None = None,
) -> Contest:
    """Lay another value on the table, and ask the model what it changes; it replaces what this holder said before.

    A form that is sent twice states it once.
    """
    workshop = Workshop.objects.select_for_update().get(pk=workshop.pk)
    sent_before = Contest.objects.filter(workshop=workshop, form_key=form_key).first() if form_key else None
    if sent_before is not None:
        return sent_before
    _insist_on_contesting(who, workshop)
    ground = ground_of(workshop)
    assumption = assumption_about(ground, stated.about)
    if assumption is None:
        raise AssumptionError(_("This workshop has no such assumption that can be contested."), field="about")
    _check(assumption, stated)
    _check_words(stated)
    told = {"lang": _language(), "reason": stated.reason.strip(), "source": stated.source.strip()}
    return _lay(
        who=who,
        workshop=workshop,
        holder=_holder(who, seat, role),
        about=assumption.about,
        values={assumption.key: [stated.low, stated.value, stated.high]},
        told={**told, "form_key": form_key, **_what_it_is_about(assumption, ground)},
    )


@transaction.atomic
def table_preset(*, who: Standing, workshop: Workshop, key: str) -> Contest:
    """Lay a state of knowledge on the table in one step: its priors, its reason and its sources are those of the data."""
    workshop = Workshop.objects.select_for_update().get(pk=workshop.pk)
    insist(
        rules.can_table_preset(who, workshop),
        _("The facilitator lays a state of knowledge on the table, until the workshop concludes."),
    )
    preset = next((one for one in knowledge() if one.key == key), None)
    if preset is None:
        raise AssumptionError(_("There is no such state of knowledge."), field="preset")
    if Contest.objects.standing().filter(workshop=workshop, about=preset.about).exists():
        raise AssumptionError(_("This state of knowledge lies on the table already."), field="preset")
    holder = {"seat": None, "capacity": Role.FACILITATOR.value}
    return _lay(
        who=who,
        workshop=workshop,
        holder=holder,
        about=preset.about,
        values=preset.values,
        told=words_of_preset(preset),
    )


@transaction.atomic
def withdraw_contest(*, who: Standing, contest: Contest) -> Contest:
    """Take a contest back; it stays readable in the history."""
    Workshop.objects.select_for_update().only("pk").get(pk=contest.workshop_id)
    contest.refresh_from_db(fields=["ended_at"])
    if not contest.is_standing:
        return contest
    insist(
        rules.can_withdraw_contest(who, contest),
        _("Only who contested an assumption can take that back, until the workshop concludes."),
    )
    contest.ended_at = timezone.now()
    contest.save(update_fields=["ended_at"])
    _record(Act.CONTEST_WITHDRAWN, who, contest, {"about": contest.about})
    return contest


@transaction.atomic
def compute_contests_again(*, who: Standing, workshop: Workshop) -> int:
    """Put what failed back in the queue, and ask what was never asked."""
    insist(rules.can_ask_projection(who), _("Only who takes part in this workshop can ask for a projection."))
    asked = ask_contests(workshop) + ask_failed_contests(workshop)
    announce(workshop.topic)
    return asked


def _insist_on_contesting(who: Standing, workshop: Workshop) -> None:
    if not who.takes_part:
        raise NotAllowedError(_("Only who has a seat or a role in this workshop can contest an assumption."))
    if not rules.can_contest_assumption(who, workshop):
        raise WrongPhaseError(_("The workshop is concluding, so no assumption can be contested any more."))
    if Contest.objects.standing().filter(workshop=workshop).count() >= MOST_STANDING:
        raise WorkshopError(
            _("There are %(most)d contested assumptions, which is the most. Take one back first.")
            % {"most": MOST_STANDING}
        )


def _holder(who: Standing, seat: Seat | None, role: Role | None) -> dict[str, Any]:
    """Return in which seat or role it is said; who has more than one must say which."""
    if seat is not None:
        if who.seat(seat.id) is None:
            raise NotAllowedError(_("You do not hold this seat. Choose a seat of your own."), field="seat")
        return {"seat": seat, "capacity": who.capacity(seat)}
    if role is not None:
        if role not in who.roles:
            raise NotAllowedError(_("You do not have this role in the workshop."), field="seat")
        return {"seat": None, "capacity": role.value}
    if len(who.seats) + len(who.roles) > 1:
        raise WorkshopError(_("Say in which seat or role you speak."), field="seat")
    first = next(iter(who.seats), None)
    return {"seat": first, "capacity": who.capacity(first)}


def _check(assumption: Assumption, stated: Stated) -> None:
    """Hold what is stated to the limits of the assumption."""
    for field in ("value", "low", "high"):
        given = getattr(stated, field)
        if not (math.isfinite(given) and assumption.least <= given <= assumption.most):
            ends = sorted((assumption.least * assumption.scale, assumption.most * assumption.scale))
            words = {"low": number(ends[0], assumption.decimals), "high": number(ends[1], assumption.decimals)}
            raise AssumptionError(
                _("This has a meaning only from %(low)s to %(high)s (%(unit)s). Choose a value within.")
                % (words | {"unit": assumption.unit}),
                field=field,
                code="bounds",
            )
    if not stated.low <= stated.value <= stated.high:
        raise WorkshopError(
            _("The most likely value must lie between the lowest and the highest."), field="value", code="order"
        )
    if not assumption.has_range and stated.low != stated.high:
        raise AssumptionError(_("This assumption is one value, no range. Give the value only."), field="low")
    if (stated.low, stated.value, stated.high) == assumption.range:
        raise AssumptionError(_("This is what the model assumes already. Give another value."), field="value")
    refusal = arrays.refused_range(assumption.key, *_range(stated)) if assumption.has_range else None
    if refusal is not None:
        raise AssumptionError(str(refusal), field="value")


def _check_words(stated: Stated) -> None:
    """Ask for the reason and the source, neither too long."""
    if not stated.reason.strip():
        raise WorkshopError(_("Give the reason: without it nobody can weigh what you say."), field="reason")
    if not stated.source.strip():
        raise WorkshopError(
            _("Say where the value comes from. Your own estimate is a source too: then say so."), field="source"
        )
    for field, most in LONGEST.items():
        if len(getattr(stated, field)) > most:
            raise WorkshopError(_("Use at most %(most)d characters.") % {"most": most}, field=field)


def _range(stated: Stated) -> tuple[float, float, float]:
    return stated.low, stated.value, stated.high


def _what_it_is_about(assumption: Assumption, ground: Ground) -> dict[str, Any]:
    place = assumption.place
    revision = next((one for one in ground.revisions if place and one.id == place.revision_id), None)
    return {"scenario_revision": revision, "proposal": assumption.proposal}


def words_of_preset(preset: Knowledge) -> dict[str, Any]:
    """Return the reason and the sources of a state of knowledge, in both languages."""
    term = next(one for one in vocabulary.presets() if one.key == preset.key)
    sources = " ".join(f"{one.source}." for one in preset.priors)
    return {
        "lang": "nl",
        "reason": term.sentence.nl,
        "source": term.source_nl,
        "translations": {"en": {"reason": term.sentence.en, "source": sources}},
    }


def _lay(  # noqa: PLR0913 -- a contest is all of this
    *,
    who: Standing,
    workshop: Workshop,
    holder: dict[str, Any],
    about: str,
    values: dict[str, list[float]],
    told: dict[str, Any],
) -> Contest:
    now = timezone.now()
    earlier = _earlier(who, workshop, holder, about)
    if earlier is not None and _says_the_same(earlier, values, told):
        return earlier
    if earlier is not None:
        earlier.ended_at = now
        earlier.save(update_fields=["ended_at"])
    last = workshop.contests.aggregate(last=Max("number"))["last"] or 0
    contest = Contest.objects.create(
        workshop=workshop,
        number=last + 1,
        kind=Contestable(about.partition(":")[0]),
        about=about,
        values=values,
        stated_by=who.person,
        stated_at=now,
        replaces=earlier,
        **holder,
        **told,
    )
    facts: dict[str, Any] = {"about": about, "values": values}
    if earlier is not None:
        facts["replaces"] = earlier.number
    _record(Act.ASSUMPTION_CONTESTED, who, contest, facts)
    ask_contests(workshop)
    return contest


def _earlier(who: Standing, workshop: Workshop, holder: dict[str, Any], about: str) -> Contest | None:
    """Return what the same holder said about the same assumption: a seat is one holder, whoever sits on it."""
    standing = Contest.objects.standing().filter(workshop=workshop, about=about)
    if holder["seat"] is not None:
        return standing.filter(seat=holder["seat"]).first()
    return standing.filter(seat=None, stated_by=who.person).first()


def _says_the_same(earlier: Contest, values: dict[str, list[float]], told: dict[str, Any]) -> bool:
    """Say whether nothing is new: then nothing is replaced."""
    return earlier.values == values and all(earlier.said(name) == told[name] for name in LONGEST)


def _record(act: Act, who: Standing, contest: Contest, data: dict[str, Any]) -> None:
    record(
        workshop=contest.workshop,
        act=act,
        actor=who.person,
        capacity=contest.capacity,
        subject=f"contest {contest.number}",
        data=data,
        is_locked=True,
    )
    announce(contest.workshop.topic)


def _language() -> str:
    return (translation.get_language() or "nl")[:2]
