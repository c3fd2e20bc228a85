# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Cast, change and withdraw ballots while the round is open."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from uuid import UUID

from django.db import transaction
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from scenarios.announce import announce
from workshops.enums import REASON_REQUIRED, Act, Need, RoundState, Stance
from workshops.errors import NotAllowedError, RoundClosedError, WorkshopError
from workshops.journal import Line, record_each
from workshops.models import Ballot, RoundSeat, TallyRow, User
from workshops.selectors.sealed import sealed_ballots
from workshops.services.secret import seal_ballots

LONGEST_REASON = 2_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What a seat says to one poll; without `lang` it was typed in the reader's language."""

    stance: Stance
    need: Need | None = None
    reason: str = ""
    would_change: str = ""
    lang: str = ""

    @property
    def plain(self) -> dict[str, str]:
        """The answer as a ballot stores it."""
        return {
            "need": str(self.need or ""),
            "stance": str(self.stance),
            "reason": self.reason.strip(),
            "would_change": self.would_change.strip(),
        }


NEEDED = (  # of a seat's place in a round: a ballot is cast often, and the texts of a workshop are long
    "round__number",
    "round__state",
    "round__mode",
    "round__workshop__slug",
    "seat__number",
    "seat__constituency__key",
)


@dataclass(frozen=True, slots=True)
class Cast:
    """A stored ballot, and whether it is the seat's first."""

    ballot: Ballot
    is_first: bool


def cast_ballot(*, person: User, poll_id: UUID, seat_id: UUID, answer: Answer) -> Cast:
    """Store one seat's answer; sent twice it is stored once, sent again it replaces the earlier one."""
    return cast_ballots(person=person, seat_id=seat_id, answers={poll_id: answer})[poll_id]


@transaction.atomic
def cast_ballots(*, person: User, seat_id: UUID, answers: Mapping[UUID, Answer]) -> dict[UUID, Cast]:
    """Store one seat's answers to some polls of a round, all or none, in as many statements as one answer."""
    if not answers:
        return {}
    for answer in answers.values():
        _check(answer)
    place = _place_of(person, seat_id, answers)
    if place.round.is_secret:
        return _seal(place, person, answers)
    earlier = _ballots(seat_id, answers)
    new = {
        poll_id: _ballot(place, person, poll_id, answer, earlier.get(poll_id))
        for poll_id, answer in answers.items()
        if not _says_the_same(earlier.get(poll_id), answer, person)
    }
    if new:
        _store(new.values())
        _count(place, gone=[earlier[one] for one in new if one in earlier], come=list(new.values()))
        _record(place, person, [_line(ballot) for ballot in new.values()])
    return {poll_id: Cast(new.get(poll_id) or earlier[poll_id], is_first=poll_id not in earlier) for poll_id in answers}


def withdraw_ballot(*, person: User, poll_id: UUID, seat_id: UUID) -> None:
    """Take a ballot back; without one there is nothing to do."""
    restore_ballots(person=person, seat_id=seat_id, before={poll_id: None})


@transaction.atomic
def restore_ballots(*, person: User, seat_id: UUID, before: Mapping[UUID, Answer | None]) -> None:
    """Undo: put the answers back as they were, and take back those that were not there."""
    if not before:
        return
    answers = {poll_id: answer for poll_id, answer in before.items() if answer is not None}
    place = _place_of(person, seat_id, before)
    if place.round.is_secret:
        seal_ballots(place, {poll_id: None for poll_id in before if poll_id not in answers})
        cast_ballots(person=person, seat_id=seat_id, answers=answers)
        announce(place.round.workshop.topic)
        return
    gone = _ballots(seat_id, before.keys() - answers.keys())
    if gone:
        Ballot.objects.filter(id__in=[ballot.id for ballot in gone.values()]).delete()
        _count(place, gone=list(gone.values()), come=[])
        _record(place, person, [Line(Act.BALLOT_WITHDRAWN, f"poll {poll_id}") for poll_id in gone])
    if answers:
        cast_ballots(person=person, seat_id=seat_id, answers=answers)


def _place_of(person: User, seat_id: UUID, polls: Mapping[UUID, object]) -> RoundSeat:
    """Return the seat's place in the frozen electorate, held by this person today.

    The round, then the workshop, stay locked till we are done, in the order in which closing locks them:
    a ballot is either counted before the round closes, or refused.
    """
    today = timezone.localdate()
    held_today = Q(seat__mandates__ends_on__isnull=True) | Q(seat__mandates__ends_on__gte=today)
    places = list(
        RoundSeat.objects.select_for_update(of=("round", "round__workshop"))
        .select_related("round__workshop", "seat__constituency")
        .filter(
            held_today,
            round__polls__in=list(polls),
            seat=seat_id,
            seat__mandates__person=person,
            seat__mandates__starts_on__lte=today,
        )
        .only(*NEEDED)
        .annotate(holding=F("seat__mandates__holding"), poll_id=F("round__polls"))
        .order_by("holding")
    )
    if {place.poll_id for place in places} != set(polls) or len({place.round_id for place in places}) > 1:
        raise NotAllowedError(
            _("You do not hold this seat, or it is not entitled to vote in this round."), field="seat"
        )
    if places[0].round.state != RoundState.OPEN:
        raise RoundClosedError(_("This round is not open: your ballot was not stored. What was stored before stays."))
    return places[0]


def _seal(place: RoundSeat, person: User, answers: Mapping[UUID, Answer]) -> dict[UUID, Cast]:
    """Store answers of a secret round: sealed, counted by nobody, and without a line in the journal."""
    earlier = sealed_ballots(place.round, place.seat_id)
    made = {poll_id: _ballot(place, person, poll_id, answer, None) for poll_id, answer in answers.items()}
    seal_ballots(place, {poll_id: answers[poll_id].plain | {"lang": one.lang} for poll_id, one in made.items()})
    announce(place.round.workshop.topic)
    return {poll_id: Cast(one, is_first=poll_id not in earlier) for poll_id, one in made.items()}


def _check(answer: Answer) -> None:
    if answer.stance in REASON_REQUIRED and not answer.reason.strip():
        raise WorkshopError(_("Give a reason for an objection: it tells the others what to look at."), field="reason")
    for field in ("reason", "would_change"):
        if len(getattr(answer, field)) > LONGEST_REASON:
            raise WorkshopError(
                _("This text may have at most %(most)d characters.") % {"most": LONGEST_REASON}, field=field
            )


def _ballots(seat_id: UUID, polls: Mapping[UUID, object] | set[UUID]) -> dict[UUID, Ballot]:
    found = Ballot.objects.filter(poll__in=list(polls), seat=seat_id) if polls else []
    return {ballot.poll_id: ballot for ballot in found}


def _says_the_same(earlier: Ballot | None, answer: Answer, person: User) -> bool:
    return (
        earlier is not None
        and earlier.cast_by_id == person.pk
        and all(getattr(earlier, field) == value for field, value in answer.plain.items())
    )


def _has_same_text(earlier: Ballot, answer: Answer) -> bool:
    return (earlier.reason, earlier.would_change) == (answer.reason.strip(), answer.would_change.strip())


def _ballot(place: RoundSeat, person: User, poll_id: UUID, answer: Answer, earlier: Ballot | None) -> Ballot:
    ballot = Ballot(
        poll_id=poll_id,
        seat_id=place.seat_id,
        **answer.plain,
        lang=answer.lang or (translation.get_language() or "nl")[:2],
        cast_by=person,
        holding=place.holding,  # type: ignore[attr-defined]  # annotated where the place was found
        cast_at=timezone.now(),
    )
    if earlier is not None:
        ballot.id = earlier.id
        if _has_same_text(earlier, answer):
            ballot.lang, ballot.translations = earlier.lang, earlier.translations
    return ballot


def _store(ballots: Iterable[Ballot]) -> None:
    Ballot.objects.bulk_create(
        ballots,
        update_conflicts=True,
        unique_fields=["poll", "seat"],
        update_fields=[
            "stance",
            "need",
            "reason",
            "would_change",
            "lang",
            "translations",
            "cast_by",
            "holding",
            "cast_at",
        ],
    )


def _count(place: RoundSeat, *, gone: list[Ballot], come: list[Ballot]) -> None:
    """Move the running count in one statement."""
    shifts = Counter(answer for ballot in come for answer in _answers_in(ballot))
    shifts.subtract(answer for ballot in gone for answer in _answers_in(ballot))
    moved = [(Q(poll=poll, **{question: told}), by) for (poll, question, told), by in shifts.items() if by]
    if not moved:
        return
    shift = Case(*[When(answer, then=Value(by)) for answer, by in moved])
    rows = reduce(or_, (answer for answer, _by in moved))
    TallyRow.objects.filter(rows, constituency=place.seat.constituency_id).update(count=F("count") + shift)


def _answers_in(ballot: Ballot) -> Iterator[tuple[UUID, str, str]]:
    yield ballot.poll_id, "stance", str(ballot.stance)
    if ballot.need:
        yield ballot.poll_id, "need", str(ballot.need)


def _line(ballot: Ballot) -> Line:
    facts = {"stance": str(ballot.stance), "need": str(ballot.need), "holding": str(ballot.holding)}
    return Line(Act.BALLOT_CAST, f"poll {ballot.poll_id}", facts)


def _record(place: RoundSeat, person: User, lines: list[Line]) -> None:
    workshop, seat = place.round.workshop, place.seat
    if place.round.is_by_name:
        record_each(
            workshop=workshop,
            lines=lines,
            actor=person,
            capacity=f"{seat.constituency.key}:{seat.number}",
            is_locked=True,
        )
    announce(workshop.topic)
