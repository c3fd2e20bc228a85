# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Let people sit down: seats with who holds them from a table, roles, and the end of either."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from scenarios.announce import announce
from workshops import rules
from workshops.enums import Act, Holding, Role
from workshops.errors import WorkshopError
from workshops.journal import record
from workshops.models import Constituency, Delegation, Mandate, Participation, Seat, User, Workshop
from workshops.rules import Standing
from workshops.services.insist import insist

COLUMNS = ("constituency", "organisation", "seat", "holding", "name", "sign_in", "from", "until")
NEEDED = ("constituency", "seat")
MOST_ROWS, MOST_SEATS = 1_000, 200
LONGEST = {"organisation": 120, "name": 120, "sign_in": 150}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, read: a seat, and who holds it when somebody does."""

    line: int
    side: Constituency
    organisation: str
    seat: int
    holding: Holding
    name: str
    sign_in: str
    starts_on: date
    ends_on: date | None


@dataclass(slots=True)
class Seated:
    """What a table added."""

    seats: int = 0
    people: int = 0
    mandates: int = 0

    @property
    def is_nothing(self) -> bool:
        return not (self.seats or self.people or self.mandates)


@dataclass(slots=True)
class _Table:
    """What the workshop holds already, while a table is being brought in."""

    workshop: Workshop
    sides: Mapping[str, Constituency]
    delegations: dict[tuple[str, str], Delegation]
    seats: dict[tuple[str, int], Seat]
    people: dict[str, User]
    mandates: list[Mandate]
    added: Seated = field(default_factory=Seated)


def rows_of_table(text: str) -> list[dict[str, str]]:
    """Read a table with a header, with commas, semicolons or tabs between; a missing column is said by name."""
    head = text.lstrip("\ufeff").strip().partition("\n")[0]
    between = max(",;\t", key=head.count)
    reader = csv.DictReader(text.lstrip("\ufeff").strip().splitlines(), delimiter=between)
    names = [name.strip().lower() for name in reader.fieldnames or ()]
    missing = [name for name in NEEDED if name not in names]
    if missing:
        words = {"missing": ", ".join(missing), "columns": ", ".join(COLUMNS)}
        raise WorkshopError(
            _("The table has no column %(missing)s. Its first line names the columns: %(columns)s.") % words,
            field="table",
        )
    reader.fieldnames = names
    rows = [{name: (row.get(name) or "").strip() for name in COLUMNS} for row in reader]
    if len(rows) > MOST_ROWS:
        raise WorkshopError(_("A table has at most %(most)d lines.") % {"most": MOST_ROWS}, field="table")
    return rows


@transaction.atomic
def seat_people(*, who: Standing, workshop: Workshop, rows: Sequence[Mapping[str, str]]) -> Seated:
    """Bring in seats and who holds them; what is there already stays, and one wrong line brings in nothing.

    Somebody who is not known here gets an account that cannot sign in before it is invited.
    """
    insist(rules.can_compose(who), _("Only the facilitator and the secretariat say who sits at the table."))
    Workshop.objects.select_for_update().only("pk").get(pk=workshop.pk)
    table = _table(workshop, rows)
    read, wrong = _read(table, rows)
    for row in read:
        wrong += _clashes(table, row) or _take_in(table, row)
    if wrong:
        raise WorkshopError(_("Nothing was brought in.") + " " + " ".join(wrong), field="table")
    if not table.added.is_nothing:
        _record(Act.PEOPLE_SEATED, who, workshop, {"seats": table.added.seats, "mandates": table.added.mandates})
    return table.added


@transaction.atomic
def end_mandate(*, who: Standing, mandate: Mandate, on: date) -> Mandate:
    """End that somebody holds a seat, after a day; what they voted before stays theirs."""
    insist(rules.can_compose(who), _("Only the facilitator and the secretariat say who sits at the table."))
    if on < mandate.starts_on:
        raise WorkshopError(_("This lies before the day on which it began."), field="on")
    mandate.ends_on = on
    mandate.save(update_fields=["ends_on"])
    seat = mandate.seat
    facts = {"seat": f"{seat.constituency.key}:{seat.number}", "holding": mandate.holding, "until": on.isoformat()}
    _record(Act.MANDATE_ENDED, who, seat.constituency.workshop, facts)
    return mandate


@transaction.atomic
def give_role(*, who: Standing, workshop: Workshop, sign_in: str, name: str, role: Role) -> Participation:
    """Let somebody facilitate, keep the papers, or look on; who is not known here gets an account to be invited to."""
    insist(rules.can_compose(who), _("Only the facilitator and the secretariat say who sits at the table."))
    person = _person(sign_in.strip(), name.strip())
    given, is_new = Participation.objects.get_or_create(workshop=workshop, person=person, role=role)
    if is_new:
        _record(Act.ROLE_GIVEN, who, workshop, {"role": role.value})
    return given


@transaction.atomic
def take_role(*, who: Standing, participation: Participation) -> None:
    """End a role; a workshop keeps a facilitator."""
    insist(rules.can_compose(who), _("Only the facilitator and the secretariat say who sits at the table."))
    workshop = participation.workshop
    Workshop.objects.select_for_update().only("pk").get(pk=workshop.pk)
    leads = Participation.objects.filter(workshop=workshop, role=Role.FACILITATOR).exclude(pk=participation.pk)
    if participation.role == Role.FACILITATOR and not leads.exists():
        raise WorkshopError(_("A workshop needs a facilitator. Give somebody else that role first."))
    participation.delete()
    _record(Act.ROLE_ENDED, who, workshop, {"role": participation.role})


def _table(workshop: Workshop, rows: Iterable[Mapping[str, str]]) -> _Table:
    sides = {side.key: side for side in Constituency.objects.filter(workshop=workshop)}
    delegations = Delegation.objects.filter(constituency__workshop=workshop).select_related("constituency")
    seats = Seat.objects.filter(constituency__workshop=workshop).select_related("constituency")
    names = {row["sign_in"] for row in rows if row["sign_in"]}
    mandates = Mandate.objects.filter(seat__constituency__workshop=workshop).select_related("person")
    return _Table(
        workshop=workshop,
        sides=sides,
        delegations={(one.constituency.key, one.name): one for one in delegations},
        seats={(one.constituency.key, one.number): one for one in seats},
        people={one.username: one for one in User.objects.filter(username__in=names)},
        mandates=list(mandates),
    )


def _read(table: _Table, rows: Sequence[Mapping[str, str]]) -> tuple[list[Row], list[str]]:
    """Return the lines that can be read, and what is wrong with the others."""
    read, wrong = [], []
    for line, row in enumerate(rows, start=2):
        try:
            read.append(_row(table, line, row))
        except WorkshopError as refusal:
            wrong.append(_("Line %(line)d: %(problem)s") % {"line": line, "problem": refusal.message})
    return read, wrong


def _row(table: _Table, line: int, row: Mapping[str, str]) -> Row:
    side = table.sides.get(row["constituency"])
    if side is None:
        words = {"given": row["constituency"], "known": ", ".join(sorted(table.sides))}
        raise WorkshopError(_("there is no constituency “%(given)s”; known are %(known)s.") % words)
    if not (row["seat"].isascii() and row["seat"].isdecimal() and 1 <= int(row["seat"]) <= MOST_SEATS):
        limits: dict[str, Any] = {"given": row["seat"], "most": MOST_SEATS}
        raise WorkshopError(_("a seat is a number from 1 to %(most)d, not “%(given)s”.") % limits)
    if row["holding"] not in {"", *Holding}:
        raise WorkshopError(
            _("a seat is held by a member or a substitute, not by “%(given)s”.") % {"given": row["holding"]}
        )
    if bool(row["name"]) != bool(row["sign_in"]):
        raise WorkshopError(_("give both the name and the name to sign in with, or neither."))
    for name, most in LONGEST.items():
        if len(row[name]) > most:
            raise WorkshopError(
                _("the %(column)s is longer than %(most)d characters.") % {"column": name, "most": most}
            )
    starts_on, ends_on = _day(row["from"]) or timezone.localdate(), _day(row["until"])
    if ends_on is not None and ends_on < starts_on:
        raise WorkshopError(_("the last day lies before the first."))
    return Row(
        line=line,
        side=side,
        organisation=row["organisation"],
        seat=int(row["seat"]),
        holding=Holding(row["holding"] or Holding.MEMBER),
        name=row["name"],
        sign_in=row["sign_in"],
        starts_on=starts_on,
        ends_on=ends_on,
    )


def _day(given: str) -> date | None:
    try:
        return date.fromisoformat(given) if given else None
    except ValueError as unreadable:
        raise WorkshopError(_("“%(given)s” is no day; write it as 2027-01-31.") % {"given": given}) from unreadable


def _clashes(table: _Table, row: Row) -> list[str]:
    """Say what stands in the way of a line in what is there already."""
    seat = table.seats.get((row.side.key, row.seat))
    known = table.people.get(row.sign_in)
    about = {"line": row.line, "seat": f"{row.side.key} {row.seat}"}
    if known is not None and known.name and known.name != row.name:
        words = about | {"sign_in": row.sign_in}
        return [_("Line %(line)d: somebody else signs in as %(sign_in)s. Choose another name to sign in with.") % words]
    if seat is None or not row.sign_in or row.holding != Holding.MEMBER:
        return []
    held = next(
        (one for one in table.mandates if _overlaps(one, seat, row) and one.person.username != row.sign_in), None
    )
    if held is None:
        return []
    words = about | {"name": held.person.name}
    return [_("Line %(line)d: %(name)s is the member on seat %(seat)s then. End that first.") % words]


def _overlaps(mandate: Mandate, seat: Seat, row: Row) -> bool:
    is_over = mandate.ends_on is not None and mandate.ends_on < row.starts_on
    is_later = row.ends_on is not None and row.ends_on < mandate.starts_on
    return mandate.seat_id == seat.id and mandate.holding == Holding.MEMBER and not is_over and not is_later


def _take_in(table: _Table, row: Row) -> list[str]:
    """Add what a line has and the workshop has not; nothing can be wrong any more."""
    place = (row.side.key, row.seat)
    seat = table.seats.get(place)
    if seat is None:
        seat = table.seats[place] = Seat.objects.create(
            constituency=row.side, number=row.seat, delegation=_delegation(table, row)
        )
        table.added.seats += 1
    if not row.sign_in:
        return []
    person = table.people.get(row.sign_in)
    if person is None:
        person = table.people[row.sign_in] = _person(row.sign_in, row.name)
        table.added.people += 1
    is_there = any(
        one.seat_id == seat.id and one.person_id == person.pk and one.holding == row.holding for one in table.mandates
    )
    if not is_there:
        held = Mandate.objects.create(
            seat=seat, person=person, holding=row.holding, starts_on=row.starts_on, ends_on=row.ends_on
        )
        table.mandates.append(held)
        table.added.mandates += 1
    return []


def _delegation(table: _Table, row: Row) -> Delegation | None:
    if not row.organisation:
        return None
    place = (row.side.key, row.organisation)
    if place not in table.delegations:
        key = slugify(row.organisation)[:40] or f"organisation-{row.line}"
        table.delegations[place] = Delegation.objects.create(constituency=row.side, key=key, name=row.organisation)
    return table.delegations[place]


def _person(sign_in: str, name: str) -> User:
    """Return who signs in by that name; somebody new cannot sign in before being invited."""
    if not sign_in or len(sign_in) > LONGEST["sign_in"] or len(name) > LONGEST["name"]:
        raise WorkshopError(_("Give a name to sign in with, of at most 150 characters."), field="sign_in")
    known = User.objects.filter(username=sign_in).first()
    if known is not None:
        if name and known.name and known.name != name:
            raise WorkshopError(
                _("Somebody else signs in as %(sign_in)s. Choose another name to sign in with.") % {"sign_in": sign_in},
                field="sign_in",
            )
        return known
    if not name:
        raise WorkshopError(_("Nobody signs in by that name yet: give the name of the person too."), field="name")
    return User.objects.create(username=sign_in, name=name, password=make_password(None))


def _record(act: Act, who: Standing, workshop: Workshop, data: dict[str, Any]) -> None:
    record(workshop=workshop, act=act, actor=who.person, capacity=who.capacity(), data=data)
    announce(workshop.topic)
