# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The closed lists in words, for documents."""

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from scenarios.enums import ActsAt, Aim, Competing, DevelopmentKind, EuRoom, Level
from workshops.enums import (
    AnswerState,
    Band,
    Direction,
    Fate,
    Mandated,
    NeedClass,
    Role,
    Stress,
    SupportClass,
    Usefulness,
)
from workshops.models import Seat
from workshops.selectors.verdicts import NoRegret

SUPPORT: dict[SupportClass, Promise] = {
    SupportClass.BROAD: _("Broad support"),
    SupportClass.RESERVED: _("With reservations"),
    SupportClass.DIVIDED: _("Divided"),
    SupportClass.NONE: _("No support"),
    SupportClass.INSUFFICIENT: _("Too few spoke out"),
    SupportClass.NOT_VOTED: _("Not voted on"),
}
BANDS: dict[Band, Promise] = {
    Band.NEARLY_ALL: _("nearly all in favour"),
    Band.LARGE_MAJORITY: _("a large majority in favour"),
    Band.DIVIDED: _("divided"),
    Band.MINORITY: _("a minority in favour"),
    Band.HARDLY_ANY: _("hardly anybody in favour"),
    Band.TOO_FEW: _("too few answers to tell"),
}
NEEDED: dict[NeedClass, Promise] = {
    NeedClass.NEEDED: _("Every side says that new policy is needed"),
    NeedClass.NOT_NEEDED: _("Every side says that no new policy is needed"),
    NeedClass.DIVIDED: _("The sides do not agree on whether new policy is needed"),
    NeedClass.INSUFFICIENT: _("Too few said whether new policy is needed"),
    NeedClass.NOT_ANSWERED: _("Nobody said whether new policy is needed"),
}
NEED_HEADS: dict[NeedClass, Promise] = {
    NeedClass.NEEDED: _("Every side: needed"),
    NeedClass.NOT_NEEDED: _("Every side: not needed"),
    NeedClass.DIVIDED: _("No agreement"),
    NeedClass.INSUFFICIENT: _("Too few answered"),
}
NEED_BANDS: dict[Band, Promise] = {
    Band.NEARLY_ALL: _("nearly all say yes"),
    Band.LARGE_MAJORITY: _("a large majority says yes"),
    Band.DIVIDED: _("divided"),
    Band.MINORITY: _("a minority says yes"),
    Band.HARDLY_ANY: _("hardly anybody says yes"),
    Band.TOO_FEW: _("too few answers to tell"),
}
USEFUL: dict[Usefulness, Promise] = {
    Usefulness.BY_MODEL: _("useful by the model"),
    Usefulness.BY_JUDGEMENT: _("useful by judgement"),
    Usefulness.NOT_USEFUL: _("not useful"),
    Usefulness.NOT_ESTABLISHED: _("usefulness not established"),
}
DIRECTION: dict[Direction, Promise] = {
    Direction.BETTER: _("better"),
    Direction.WORSE: _("worse"),
    Direction.NO_DIFFERENCE: _("no difference"),
    Direction.DISPUTED: _("disputed"),
}
NO_REGRET: dict[NoRegret, Promise] = {
    NoRegret.YES: _("Useful and desirable in every scenario (no regret)"),
    NoRegret.NEAR_MISS: _("Fails in one scenario"),
    NoRegret.SOME: _("In some scenarios"),
    NoRegret.NOWHERE: _("In no scenario"),
    NoRegret.CANNOT_TELL: _("Cannot be established"),
}
ANSWER: dict[AnswerState, Promise] = {
    AnswerState.ANSWERED: _("answered"),
    AnswerState.PARTLY: _("partly answered"),
    AnswerState.OPEN: _("open"),
    AnswerState.SEPARATE: _("in a separate track"),
}
LEVEL: dict[Level, Promise] = {
    Level.CENTRAL: _("central: law or national agreement"),
    Level.DECENTRAL: _("decentral: sector, company, collective agreement"),
    Level.BOTH: _("central and decentral"),
}
DEVELOPMENT: dict[DevelopmentKind, Promise] = {
    DevelopmentKind.BOTTLENECK: _("Bottleneck"),
    DevelopmentKind.OPPORTUNITY: _("Opportunity"),
}
ROLES: dict[Role, Promise] = {
    Role.FACILITATOR: _("facilitator"),
    Role.SECRETARY: _("secretariat"),
    Role.OBSERVER: _("observer"),
}
MANDATED: dict[Mandated, Promise] = {
    Mandated.PROVISIONAL: _("Provisional"),
    Mandated.CONSULTING: _("Subject to consultation of the rank and file"),
    Mandated.FINAL: _("Final"),
}

STRESS: dict[Stress, Promise] = {
    Stress.HOLDS: _("does what it is for"),
    Stress.SOME: _("under some strain"),
    Stress.STRONG: _("under strong strain"),
    Stress.FAILS: _("no longer does what it is for"),
    Stress.CANNOT_JUDGE: _("we cannot judge this"),
}
FATE: dict[Fate, Promise] = {
    Fate.KEEP: pgettext_lazy("an institution", "keep"),
    Fate.ADAPT: pgettext_lazy("an institution", "adapt"),
    Fate.REPLACE: pgettext_lazy("an institution", "replace"),
    Fate.NEW: pgettext_lazy("an institution", "something new beside it"),
}
AIM: dict[Aim, Promise] = {
    Aim.TRANSITION: _("eases the step to other work"),
    Aim.PROTECTION: _("protects"),
    Aim.BOTH: _("eases the step and protects"),
}
ACTS_AT: dict[ActsAt, Promise] = {
    ActsAt.STATE: _("The state"),
    ActsAt.LABOUR_FOUNDATION: _("Labour Foundation"),
    ActsAt.SECTOR: _("Sector: bargaining parties"),
    ActsAt.FIRM: _("Firm"),
    ActsAt.WORKS_COUNCIL: _("Works council"),
}
EU_ROOM: dict[EuRoom, Promise] = {
    EuRoom.YES: pgettext_lazy("room under EU law", "yes"),
    EuRoom.NO: pgettext_lazy("room under EU law", "no"),
    EuRoom.FIND_OUT: pgettext_lazy("room under EU law", "to be found out"),
}
COMPETING: dict[Competing, Promise] = {
    Competing.BETTER: pgettext_lazy("how firms compete", "better"),
    Competing.WORSE: pgettext_lazy("how firms compete", "worse"),
    Competing.NO_DIFFERENCE: pgettext_lazy("how firms compete", "no difference"),
    Competing.FIND_OUT: pgettext_lazy("how firms compete", "to be found out"),
}
DEGREE: dict[str, Promise] = {
    "little": _("little strain"),
    "some": _("some strain"),
    "strong": _("strong strain"),
}


def seat_mark(seat: Seat) -> str:
    """Say which seat in short: the member of which side, and its number."""
    return gettext("%(member)s %(number)d") % {"member": seat.constituency.said("singular"), "number": seat.number}


def seat_name(seat: Seat) -> str:
    """Say which seat: the member of which side, its number, and of which organisation."""
    if seat.delegation is None:
        return seat_mark(seat)
    return gettext("%(member)s %(number)d, %(organisation)s") % {
        "member": seat.constituency.said("singular"),
        "number": seat.number,
        "organisation": seat.delegation.said("name"),
    }
