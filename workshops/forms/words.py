# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The closed lists of the acts in words, for forms and pages."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from scenarios.enums import DevelopmentKind, Domain, Part
from workshops.enums import BallotMode, Finding, Need, Phase, Recognised, Role, Stance, SuggestionState, Use
from workshops.reports.words import ROLES, seat_mark
from workshops.rules import Standing
from workshops.selectors.table import Side

STANCES: dict[Stance, Promise] = {
    Stance.FULL: _("Fully agree"),
    Stance.RESERVATIONS: _("Agree, with a reservation"),
    Stance.LIVE_WITH: _("Can live with it"),
    Stance.OBJECTION: _("Objection"),
    Stance.UNACCEPTABLE: _("Unacceptable"),
    Stance.ABSTAIN: _("Abstain"),
    Stance.NEED_INFORMATION: _("More information needed"),
    Stance.NO_MANDATE: _("Not mandated enough"),
}
NEEDS: dict[Need, Promise] = {
    Need.YES: pgettext_lazy("is new policy needed?", "Yes"),
    Need.NO: pgettext_lazy("is new policy needed?", "No"),
    Need.UNKNOWN: pgettext_lazy("is new policy needed?", "Don't know"),
}
MODES: dict[BallotMode, Promise] = {
    BallotMode.NAMED: _("By name"),
    BallotMode.PSEUDONYMOUS: _("Without names, per side"),
    BallotMode.SECRET: _("Secret"),
}
MODE_SENTENCES: dict[BallotMode, Promise] = {
    BallotMode.NAMED: _("After closing everybody sees how every seat voted."),
    BallotMode.PSEUDONYMOUS: _(
        "Nobody at the table sees how a seat voted: after closing they see each side, small sides in words. Until the tie "
        "between seat and ballot is cut, some weeks after closing, who runs the server could look it up."
    ),
    BallotMode.SECRET: _(
        "Your ballot is sealed, and opened at closing without your name or seat. This does not protect you against "
        "who watches your screen, or who controls the server while the round is open."
    ),
}
LIVE_SENTENCE = _("Everybody sees at once how every seat votes.")
PHASES: dict[Phase, Promise] = {
    Phase.DRAFTING: pgettext_lazy("phase", "Drafting"),
    Phase.COMPARING: pgettext_lazy("phase", "Comparing"),
    Phase.VOTING: pgettext_lazy("phase", "Voting"),
    Phase.CONCLUDING: pgettext_lazy("phase", "Concluding"),
}
PHASE_SENTENCES: dict[Phase, Promise] = {
    Phase.DRAFTING: _("Members read the scenarios and table proposals. The model computes them at once."),
    Phase.COMPARING: _("Members compare what the proposals do. They can still table and withdraw proposals."),
    Phase.VOTING: _("Members vote in rounds, per proposal and scenario. The list of proposals is fixed."),
    Phase.CONCLUDING: _("The secretariat compiles the report. Nothing can be tabled or voted on any more."),
}
PHASE_CHANGES: dict[Phase, tuple[Promise, ...]] = {
    Phase.DRAFTING: (
        _("Members: table and withdraw proposals."),
        _("Facilitator: change and lock the agreements, prepare a round."),
        _("Secretariat: judge what the model cannot compute."),
    ),
    Phase.COMPARING: (
        _("Members: compare; tabling and withdrawing is still possible."),
        _("Facilitator: change and lock the agreements, prepare a round."),
        _("Secretariat: judge what the model cannot compute."),
    ),
    Phase.VOTING: (
        _("Members: no longer table or withdraw; vote while a round is open."),
        _("Facilitator: prepare, open and close rounds. Opening a round moves here by itself."),
        _("Secretariat: judge what the model cannot compute."),
    ),
    Phase.CONCLUDING: (
        _("Members: read; nothing can be tabled or voted on."),
        _("Facilitator: only move back to an earlier step."),
        _("Secretariat: draft the answers and compile the report."),
    ),
}
PARTS: dict[Part, Promise] = {
    Part.TITLE: _("Title"),
    Part.SUMMARY: _("Summary"),
    Part.STORY: pgettext_lazy("of a scenario", "Story"),
    Part.ECONOMY: _("What it means for the economy"),
    Part.LABOUR_MARKET: _("What it means for the labour market"),
    Part.ORGANISATION: _("What it means for the organisation of work"),
    Part.RELATIONS: _("Industrial relations, and what representatives can do"),
    Part.SIGNS: _("Early signs"),
    Part.RELATED: _("Scenarios of others"),
    Part.DRIVERS: _("Driving forces"),
    Part.DEVELOPMENTS: _("Bottlenecks and opportunities"),
}
PART_HELP: dict[Part, Promise] = {
    Part.TITLE: _("A neutral name of a few words: one that praises or frightens steers votes."),
    Part.SUMMARY: _("Two or three sentences."),
    Part.STORY: _("A coherent story of 500 to 1,000 words, as if it is 2030. An empty line begins a paragraph."),
    Part.ECONOMY: _("Growth, prices, trade and public finance in this future, in plain words."),
    Part.LABOUR_MARKET: _("Who finds work, at what wage, on which contract."),
    Part.ORGANISATION: _("How firms divide tasks between people and machines, and who decides about that."),
    Part.RELATIONS: _("What employers, clients and workers can do to use their dialogue to the full."),
    Part.SIGNS: _("One sign a line: what would tell us early that this future is coming?"),
    Part.RELATED: _("Which scenarios of others it resembles, and what was adopted or adapted."),
    Part.DRIVERS: _("What sets the numbers of the model. Each change needs its ground."),
    Part.DEVELOPMENTS: _("What this future brings. How likely each is, the council judges later; no author does."),
}
KINDS: dict[DevelopmentKind, Promise] = {
    DevelopmentKind.BOTTLENECK: _("Bottleneck"),
    DevelopmentKind.OPPORTUNITY: _("Opportunity"),
}
DOMAINS: dict[Domain, Promise] = {
    Domain.ECONOMY: _("the economy"),
    Domain.LABOUR_MARKET: _("the labour market"),
    Domain.ORGANISATION: _("the organisation of work"),
    Domain.RELATIONS: _("industrial relations"),
}
SUGGESTION_STATES: dict[SuggestionState, Promise] = {
    SuggestionState.OPEN: pgettext_lazy("suggestion", "open"),
    SuggestionState.TAKEN: pgettext_lazy("suggestion", "taken over"),
    SuggestionState.ADAPTED: pgettext_lazy("suggestion", "adapted"),
    SuggestionState.DECLINED: pgettext_lazy("suggestion", "declined"),
    SuggestionState.WITHDRAWN: pgettext_lazy("suggestion", "withdrawn"),
}
RECOGNISED: dict[Recognised, Promise] = {
    Recognised.YES: _("We recognise this future"),
    Recognised.IN_PART: _("We recognise it in part"),
    Recognised.NO: _("We do not recognise it"),
}
USES: dict[Use, Promise] = {
    Use.ADOPTED: _("adopts this"),
    Use.ADAPTED: _("adapts this"),
    Use.REJECTED: _("rejects this"),
}
LIKELIHOODS: dict[int, Promise] = {
    1: _("very unlikely"),
    2: _("unlikely"),
    3: _("as likely as not"),
    4: _("likely"),
    5: _("very likely"),
}
IMPACTS: dict[int, Promise] = {
    1: _("very small"),
    2: pgettext_lazy("impact", "small"),
    3: pgettext_lazy("impact", "middling"),
    4: pgettext_lazy("impact", "large"),
    5: _("very large"),
}
LIKELIHOOD_FINDINGS: dict[Finding, Promise] = {
    Finding.HIGH: _("Likely in this future"),
    Finding.MIDDLE: _("Possible in this future"),
    Finding.LOW: _("Unlikely in this future"),
    Finding.DISPUTED: _("Disputed how likely"),
    Finding.TOO_FEW: _("Too few answers on how likely"),
}
IMPACT_FINDINGS: dict[Finding, Promise] = {
    Finding.HIGH: _("Large consequences"),
    Finding.MIDDLE: _("Middling consequences or larger"),
    Finding.LOW: _("Small consequences"),
    Finding.DISPUTED: _("Disputed how large the consequences are"),
    Finding.TOO_FEW: _("Too few answers on the consequences"),
}
GLYPHS: dict[Stance, str] = {
    Stance.FULL: "full",
    Stance.RESERVATIONS: "full",
    Stance.LIVE_WITH: "half",
    Stance.OBJECTION: "open",
    Stance.UNACCEPTABLE: "crossed",
}


def glyph_of(stance: Stance) -> str:
    """Return the glyph under which a seat with this answer stands on every page."""
    return GLYPHS.get(stance, "dash")


def capacity_of(who: Standing) -> str:
    """Say in a few words as what somebody acts: the first seat, else the role; empty for who has neither."""
    if who.has_seat:
        return seat_mark(who.seats[0])
    return ", ".join(str(ROLES[role]) for role in sorted(who.roles))


def as_whom(capacity: str, sides: Iterable[Side]) -> str:
    """Say as what somebody acted: the member of which side and its number, or a role."""
    key, _colon, number = capacity.partition(":")
    side = next((one for one in sides if one.key == key), None)
    if side is not None:
        return gettext("%(member)s %(number)s") % {"member": side.singular, "number": number}
    return str(ROLES[Role(key)]) if key in set(Role) else ""


def writer_name(key: str, sides: Iterable[Side]) -> str:
    """Say who wrote some words: a side, a role, or nobody at this table."""
    side = next((one for one in sides if one.key == key), None)
    if side is not None:
        return side.title
    return str(ROLES[Role(key)]) if key in set(Role) else gettext("the text it started from")
