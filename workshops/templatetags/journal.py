# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The acts in the journal as people read them: a sentence for each, and what may follow it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from workshops.enums import Act, ConditionState
from workshops.selectors.journal import Told
from workshops.templatetags.acts import mandated_label, phase_label, role_label, stance_label
from workshops.templatetags.institutions import institution_name
from workshops.templatetags.writing import other_title, part_label, recognised_label

register = template.Library()

ACTS: dict[Act, Promise] = {
    Act.WORKSHOP_STARTED: _("Workshop started, due on %(day)s"),
    Act.REQUEST_ENTERED: _("The letter brought in: %(paragraphs)s paragraphs, %(questions)s questions"),
    Act.PASSAGE_MARKED: _("Marked in the letter"),
    Act.PASSAGE_UNMARKED: _("Mark in the letter taken away"),
    Act.PEOPLE_SEATED: _("Seats brought in: %(seats)s; holders: %(holders)s"),
    Act.MANDATE_ENDED: _("Seat %(seat)s: holder until %(until)s"),
    Act.ROLE_GIVEN: _("Role given"),
    Act.ROLE_ENDED: _("Role ended"),
    Act.AGREEMENTS_CHANGED: _("Version %(number)s of the agreements changed"),
    Act.AGREEMENTS_LOCKED: _("Version %(number)s of the agreements locked"),
    Act.PHASE_MOVED: _("The workshop moved from %(from)s to %(to)s"),
    Act.PROPOSAL_TABLED: _("Proposal %(number)s tabled"),
    Act.PROPOSAL_PARKED: _("Proposal %(number)s parked"),
    Act.PROPOSAL_RETURNED: _("Proposal %(number)s back on the table"),
    Act.PROPOSAL_WITHDRAWN: _("Proposal %(number)s withdrawn"),
    Act.PROPOSAL_JUDGED: _("Proposal %(number)s: effect judged"),
    Act.ASSUMPTION_CONTESTED: _("Contest %(number)s: assumption contested"),
    Act.CONTEST_WITHDRAWN: _("Contest %(number)s withdrawn"),
    Act.ROUND_PREPARED: _("Round %(number)s prepared with proposals %(proposals)s"),
    Act.ROUND_OPENED: _("Round %(number)s opened for %(seats)s seats, under version %(version)s of the agreements"),
    Act.ROUND_CLOSED: _("Round %(number)s closed with %(ballots)s answers"),
    Act.ROUND_ANNULLED: _("Round %(number)s annulled: it counts nowhere"),
    Act.BALLOT_CAST: _("Answer given"),
    Act.BALLOT_WITHDRAWN: _("Answer taken back"),
    Act.BALLOTS_PARTED: _(
        "Round %(number)s: tie between seat and ballot cut for %(ballots)s answers, %(days)s days after closing"
    ),
    Act.EXAMPLE_SUBMITTED: _("Practice example submitted"),
    Act.EXAMPLE_PUBLISHED: _("Practice example published"),
    Act.EXAMPLE_CHANGED: _("Practice example changed: edition %(edition)s"),
    Act.EXAMPLE_RETURNED: _("Practice example sent back to who told it"),
    Act.EXAMPLE_WITHDRAWN: _("Practice example withdrawn"),
    Act.ANNOTATION_ANSWERED: _("Remark on a practice example answered"),
    Act.ANNOTATION_RESOLVED: _("Remark on a practice example resolved"),
    Act.ANNOTATION_REOPENED: _("Remark on a practice example reopened"),
    Act.EXAMPLE_ANNOTATED: _("Remark added to a practice example"),
    Act.QUESTION_ANSWERED: _("Answer to question %(number)s drafted"),
    Act.PERSON_ERASED: _("Somebody was erased at their own request"),
    Act.POSITION_STATED: _("Minority position %(number)s recorded on proposal %(proposal)s"),
    Act.POSITION_SIGNED: _("Minority position %(number)s signed"),
    Act.POSITION_UNSIGNED: _("Minority position %(number)s: signature taken back"),
    Act.POSITION_WITHDRAWN: _("Minority position %(number)s withdrawn"),
    Act.POSITION_REPLIED: _("Minority position %(number)s: reply of who tabled the proposal"),
    Act.INSTITUTION_RATED: _("%(name)s: a side said how it fares in scenario %(letters)s"),
    Act.INSTITUTION_DECIDED: _("%(name)s: written down what the council says for scenario %(letters)s"),
    Act.AMENDMENT_PROPOSED: _("Amendment %(number)s proposed"),
    Act.AMENDMENT_HANDLED: _("Amendment %(number)s: the secretariat said what it would do"),
    Act.AMENDMENT_TAKEN_OVER: _("Amendment %(number)s taken over"),
    Act.AMENDMENT_MODIFIED: _("Amendment %(number)s taken over in other words"),
    Act.AMENDMENT_DECLINED: _("Amendment %(number)s declined"),
    Act.AMENDMENT_WITHDRAWN: _("Amendment %(number)s withdrawn"),
    Act.CONDITION_ASKED: _("Condition %(number)s asked"),
    Act.CONDITION_SETTLED: _("Condition %(number)s is not met"),
    Act.REPORT_COMPILED: _("Report %(number)s compiled"),
    Act.DRAFT_OPENED: _("Scenario %(number)s: draft laid ready beside edition %(edition)s"),
    Act.PEN_GIVEN: _("Scenario %(number)s: the pen handed over"),
    Act.SECTION_OPENED: _("Scenario %(number)s, %(part)s: others may type along"),
    Act.SECTION_CLOSED: _("Scenario %(number)s, %(part)s: only the penholder types"),
    Act.SECTION_WRITTEN: _("Scenario %(number)s, %(part)s: draft written"),
    Act.DRIVERS_SET: _("Scenario %(number)s: driving forces of the draft set"),
    Act.DEVELOPMENT_WRITTEN: _("Scenario %(number)s: a bottleneck or opportunity of the draft written"),
    Act.DEVELOPMENT_REMOVED: _("Scenario %(number)s: a bottleneck or opportunity left out of the draft"),
    Act.SUGGESTION_MADE: _("Scenario %(number)s: change %(change)s proposed"),
    Act.SUGGESTION_TAKEN: _("Scenario %(number)s: change %(change)s taken over"),
    Act.SUGGESTION_ADAPTED: _("Scenario %(number)s: change %(change)s adapted and taken over"),
    Act.SUGGESTION_DECLINED: _("Scenario %(number)s: change %(change)s declined"),
    Act.SUGGESTION_WITHDRAWN: _("Scenario %(number)s: change %(change)s withdrawn"),
    Act.SUGGESTION_ANSWERED: _("Scenario %(number)s: change %(change)s answered"),
    Act.COMMENT_MADE: _("Scenario %(number)s, %(part)s: comment made"),
    Act.COMMENT_ANSWERED: _("Scenario %(number)s, %(part)s: comment answered"),
    Act.COMMENT_RESOLVED: _("Scenario %(number)s, %(part)s: comment resolved"),
    Act.COMMENT_REOPENED: _("Scenario %(number)s, %(part)s: comment reopened"),
    Act.SCENARIO_ADOPTED: _("Scenario %(number)s: edition %(edition)s adopted"),
    Act.SCENARIO_RETURNED: _("Scenario %(number)s: edition %(earlier)s brought back as edition %(edition)s"),
    Act.FUTURE_RECOGNISED: _("Scenario %(number)s: a side says “%(answer)s”"),
    Act.OWN_DRIVERS_SET: _("Scenario %(number)s: somebody set the driving forces as they see them"),
    Act.OWN_DRIVERS_WITHDRAWN: _("Scenario %(number)s: somebody took back the driving forces they had set"),
    Act.ASSUMPTIONS_CROSSED: _("Scenario %(number)s: laid beside “%(other)s”"),
    Act.ESTIMATES_OPENED: _("Round %(number)s of estimates opened: agreement from %(agreement)s%%"),
    Act.ESTIMATES_GIVEN: _("Round %(number)s of estimates: somebody estimated"),
    Act.ESTIMATES_CLOSED: _("Round %(number)s of estimates closed: %(people)s people took part"),
    Act.ESTIMATES_ENDED: _("Estimates ended after round %(number)s: tie between person and answer cut"),
}

SETTLED = {
    ConditionState.MET: _("Condition %(number)s is met"),
    ConditionState.WITHDRAWN: _("Condition %(number)s is asked no longer"),
}
"""What else became of a condition than that it is not met."""


def _listed(found: Iterable[object]) -> str:
    return ", ".join(str(one) for one in found)


CALLED = {
    "due_on": "day",
    "mandates": "holders",
    "agreements": "version",
    "after_days": "days",
    "number": "change",
    "returned": "earlier",
    "scenarios": "letters",
}
"""How the sentences call what the journal keeps under another name."""

IN_WORDS: dict[str, Callable[[Any], object]] = {
    "from": phase_label,
    "to": phase_label,
    "part": part_label,
    "answer": recognised_label,
    "other": other_title,
    "proposals": _listed,
    "scenarios": _listed,
}
"""What the journal keeps as a key or a list, and how people read it."""


@register.simple_tag
def act_in_words(line: Told) -> SafeString:
    """Tell one line of the journal: what was done, without who did it."""
    act = Act(line.entry.act)
    follow = FOLLOWS.get(act, _nothing)
    return format_html("{}{}", _sentence(act, line), follow(line))


def _sentence(act: Act, line: Told) -> str:
    if line.poll:
        return _("Round %(round)s, proposal %(proposal)s in scenario %(letter)s") % {
            "round": line.poll.round.number,
            "proposal": line.poll.proposal.number,
            "letter": line.letter,
        }
    told = SETTLED.get(line.entry.data.get("state", ""), ACTS[act]) if act == Act.CONDITION_SETTLED else ACTS[act]
    return told % _fields(line)


def _fields(line: Told) -> Mapping[str, object]:
    """Return what a sentence may name; what an old line does not hold is left open."""
    fields: defaultdict[str, object] = defaultdict(str)
    for key, value in line.entry.data.items():
        fields[CALLED.get(key, key)] = IN_WORDS[key](value) if key in IN_WORDS else value
    fields["number"] = line.number
    fields["name"] = institution_name(line.number) if line.kind == "institution" else ""
    return fields


def _nothing(_line: Told) -> str:
    return ""


def _label(line: Told) -> str:
    return _quoted(line.entry.data.get("label"))


def _because(line: Told) -> str:
    return _quoted(line.entry.data.get("because"))


def _quoted(text: str | None) -> str:
    return format_html(": <q>{}</q>", text) if text else ""


def _role(line: Told) -> str:
    role = line.entry.data.get("role")
    return f": {str(role_label(role)).lower()}" if role else ""


def _mandated(line: Told) -> str:
    mandated = line.entry.data.get("mandated")
    return f" ({str(mandated_label(mandated)).lower()})" if mandated else ""


def _replaced(line: Told) -> str:
    replaced = line.entry.data.get("replaces")
    return f" ({_('instead of contest %(replaced)s') % {'replaced': replaced}})" if replaced else ""


def _box(line: Told) -> str:
    box = line.entry.data.get("box")
    if not box:
        return ""
    return format_html(' <span class="quiet">({} <code>{}</code>)</span>', _("digest of the box"), box[:16])


def _answer(line: Told) -> str:
    told = str(stance_label(line.stance)).lower() if line.stance else _("answered")
    by_whom = f" ({_('by the substitute')})" if line.entry.data.get("holding") == "substitute" else ""
    return (f": {told}" if line.poll else "") + by_whom


def _taken_back(line: Told) -> str:
    return f": {_('answer taken back')}" if line.poll else ""


FOLLOWS: dict[Act, Callable[[Told], str]] = {
    Act.PASSAGE_MARKED: _label,
    Act.PASSAGE_UNMARKED: _label,
    Act.PROPOSAL_PARKED: _because,
    Act.ROLE_GIVEN: _role,
    Act.ROLE_ENDED: _role,
    Act.ASSUMPTION_CONTESTED: _replaced,
    Act.POSITION_SIGNED: _mandated,
    Act.ROUND_CLOSED: _box,
    Act.ROUND_ANNULLED: _because,
    Act.BALLOT_CAST: _answer,
    Act.BALLOT_WITHDRAWN: _taken_back,
}
