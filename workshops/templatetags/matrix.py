# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The picture of support and impact in words: verdicts, cells, answers over all scenarios, what blocks a proposal."""

from collections.abc import Sequence

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.utils.translation import pgettext as _p

from scenarios.enums import Level
from workshops.enums import Band, ProposalState, Scope, Stance, SupportClass, Usefulness
from workshops.reports.words import BANDS, SUPPORT
from workshops.selectors.cells import Cell, Line
from workshops.selectors.matrix import Matrix, Row
from workshops.selectors.obstacles import Obstacle, Reason
from workshops.selectors.table import Place
from workshops.selectors.verdicts import NoRegret
from workshops.tally import Tally, group_informed, plain_mean, tripartite_mean, weakest
from workshops.templatetags.effects import NO_EFFECT, effect_words, percent

register = template.Library()

REASONS: dict[Reason, Promise] = {
    Reason.UNSUPPORTED: gettext_lazy("Too little support"),
    Reason.WORSE: gettext_lazy("More loss than is bearable"),
    Reason.NO_GAIN: gettext_lazy("No side gains enough"),
    Reason.UNCERTAIN: gettext_lazy("Useful in too few computed futures"),
    Reason.DEPENDS: gettext_lazy("Useful in too few variants of the model"),
    Reason.SILENT: gettext_lazy("Too few spoke out"),
    Reason.VOTING: gettext_lazy("Voting is under way"),
    Reason.NOT_VOTED: gettext_lazy("Not voted on"),
    Reason.DISPUTED: gettext_lazy("Judgement disputed"),
    Reason.UNDERWAY: gettext_lazy("Being computed"),
    Reason.FAILED: gettext_lazy("Computing failed"),
    Reason.OUTDATED: gettext_lazy("To be recomputed: the agreements changed"),
    Reason.TO_JUDGE: gettext_lazy("Not judged yet"),
    Reason.NOT_COMPUTED: gettext_lazy("Not computed"),
}
LEVELS: dict[Level, Promise] = {
    Level.CENTRAL: gettext_lazy("Central"),
    Level.DECENTRAL: gettext_lazy("Decentral"),
    Level.BOTH: gettext_lazy("Central and decentral"),
}
SCOPES: dict[Scope, Promise] = {
    Scope.THIS_ADVICE: gettext_lazy("Belongs to this advice"),
    Scope.SEPARATE_TRACK: gettext_lazy("Touches a separate track"),
    Scope.PASS_ON: gettext_lazy("To be passed on"),
}
USEFUL: dict[Usefulness, Promise] = {
    Usefulness.BY_MODEL: gettext_lazy("useful, by the model"),
    Usefulness.BY_JUDGEMENT: gettext_lazy("useful, by judgement"),
    Usefulness.NOT_USEFUL: gettext_lazy("not useful"),
    Usefulness.NOT_ESTABLISHED: gettext_lazy("usefulness cannot be established"),
}
IN_TWO_WORDS: dict[bool | None, Promise] = {
    True: pgettext_lazy("over a cell", "useful"),
    False: pgettext_lazy("over a cell", "not useful"),
    None: pgettext_lazy("over a cell", "usefulness unclear"),
}
JOINER = "\N{WORD JOINER}"  # keeps a range on one line
SIGNS = {True: "yes", False: "no", None: "unknown"}


@register.filter
def verdict_words(cell: Cell) -> str:
    """Say the verdict on support; while a round is open, that it may still change."""
    if cell.is_waiting:
        return _("Being voted on")
    if cell.is_provisional and cell.verdict == SupportClass.NOT_VOTED:
        return _("No answers yet")
    if cell.is_provisional and cell.verdict == SupportClass.INSUFFICIENT:
        return _("Too few answers yet")
    return str(SUPPORT[cell.verdict])


@register.filter
def timing_words(row: Row) -> str:
    """Say where it is decided, from when it works, and until when it can be decided."""
    reform = row.reform
    facts = {
        "level": LEVELS[Level(reform.level)],
        "start": reform.start_year,
        "decided": reform.start_year - reform.lead_years,
    }
    return _("%(level)s, from %(start)d, decided by %(decided)d.") % facts


@register.filter
def notes(row: Row) -> list[str]:
    """Say what else must be known of a proposal: another track, beyond the model, set aside."""
    proposal = row.proposal
    told = [] if proposal.scope == Scope.THIS_ADVICE else [str(SCOPES[Scope(proposal.scope)])]
    if not row.reform.is_computable:
        told.append(_("Beyond the model: judged"))
    if proposal.state == ProposalState.PARKED:
        told.append(_("Parked: %(because)s") % {"because": proposal.said("parked_because")})
    return told


@register.filter
def support_words(tally: Tally | None) -> str:
    """Say how many of a side's seats support it."""
    if tally is None:
        return _("not asked")
    return _("%(supporting)d of %(seats)d support it") % {"supporting": tally.supporting, "seats": tally.seats}


@register.filter
def band_words(band: Band) -> str:
    """Say how much of a side is in favour where a count would tell on people."""
    return str(BANDS[band])


@register.filter
def line_words(line: Line) -> str:
    """Say one side's line of a cell."""
    support = band_words(line.band) if line.band else support_words(line.tally)
    facts = {"side": line.side.title, "support": support, "effect": effect_words(line)}
    if line.contradicts:
        return _("%(side)s: %(support)s. %(effect)s. Support and effect point apart.") % facts
    return _("%(side)s: %(support)s. %(effect)s.") % facts


@register.filter
def cell_words(cell: Cell) -> str:
    """Say a whole cell: what its picture shows."""
    facts = {"letter": cell.place.letter, "title": cell.place.title, "verdict": verdict_words(cell)}
    opening = _("Scenario %(letter)s, %(title)s: %(verdict)s.") % facts
    return " ".join([opening, *(line_words(line) for line in cell.lines)])


@register.filter
def answer_words(row: Row) -> str:
    """Answer in a few words whether it is useful and desirable in every scenario; claim no more than is known."""
    passing, failing = letters_in(row.passing_in), letters_in(row.blocked_in)
    some = _("In %(passing)s, not in %(failing)s") if row.open_in else _("Only in %(letters)s")
    words, letters = {
        NoRegret.YES: (_("Yes (no regret)"), passing),
        NoRegret.NEAR_MISS: (_("In all but %(letters)s"), failing),
        NoRegret.SOME: (some, passing),
        NoRegret.NOWHERE: (_("In no scenario"), failing),
        NoRegret.CANNOT_TELL: (_("Not in %(letters)s") if failing else _("Cannot be established"), failing),
    }[row.verdict]
    return words % {"letters": letters, "passing": passing, "failing": failing}


@register.filter
def letters_in(places: Sequence[Place]) -> str:
    """Write the letters of some scenarios as a list within a sentence."""
    letters = [place.letter for place in places]
    if len(letters) < 2:
        return "".join(letters)
    return _p("a list of letters", "%(first)s and %(last)s") % {"first": ", ".join(letters[:-1]), "last": letters[-1]}


@register.filter
def reason_words(reason: Reason) -> str:
    return str(REASONS[reason])


@register.filter
def obstacle_words(obstacle: Obstacle, matrix: Matrix) -> str:
    """Say what blocks a proposal, for whom, and where."""
    facts = {"reason": reason_words(obstacle.reason), "letters": letters_of(obstacle.places, matrix)}
    if obstacle.side is None:
        return _("%(reason)s (%(letters)s)") % facts
    return _("%(reason)s: %(side)s (%(letters)s)") % (facts | {"side": obstacle.side.title})


@register.filter
def letters_of(places: Sequence[Place], matrix: Matrix) -> str:
    """Write the letters of some scenarios as short as can be: all of them as a range."""
    if len(places) == len(matrix.places) > 2:
        return f"{places[0].letter}{JOINER}–{JOINER}{places[-1].letter}"
    return ", ".join(place.letter for place in places)


@register.filter
def judged_in(row: Row) -> list[Place]:
    """Return the scenarios in which a judgement makes it useful."""
    return [cell.place for cell in row.cells if cell.usefulness == Usefulness.BY_JUDGEMENT]


@register.filter
def useful_sign(cell: Cell) -> dict[str, object]:
    """Return the verdict over the right half of a cell: a sign, whether people judged it, a word or two.

    Where it cannot be told, the words say what is missing, once for the whole cell.
    """
    missing = [NO_EFFECT[line.effect.basis] for line in cell.lines if line.effect.basis in NO_EFFECT]
    words = missing[0] if cell.is_useful is None and missing else IN_TWO_WORDS[cell.is_useful]
    return {
        "state": SIGNS[cell.is_useful],
        "is_judged": cell.is_judged and cell.is_useful is not None,
        "words": str(words),
    }


@register.filter
def checks(row: Row) -> list[dict[str, object]]:
    """Return useful and desirable, scenario by scenario, as signs and as words."""
    useful = [
        {
            "state": SIGNS[cell.is_useful],
            "is_judged": cell.is_judged and cell.is_useful is not None,
            "words": _named(cell, str(USEFUL[cell.usefulness])),
        }
        for cell in row.cells
    ]
    desirable = [{"state": SIGNS[cell.is_desirable], "words": _named(cell, verdict_words(cell))} for cell in row.cells]
    return [{"word": _("useful"), "marks": useful}, {"word": _("desirable"), "marks": desirable}]


@register.filter
def answers(tally: Tally | None) -> list[str]:
    """Return a side's counts per answer, and the seats without a ballot; dashes where it was not asked."""
    if tally is None:
        return ["–"] * (len(Stance) + 1)
    return [*(str(tally.counts.get(stance, 0)) for stance in Stance), str(tally.seats - tally.ballots)]


@register.filter
def share_words(tally: Tally | None) -> str:
    share = tally.share_of_positions if tally else None
    return "–" if share is None else percent(float(share))


@register.filter
def useful_words(cell: Cell) -> str:
    """Say whether it is useful in a scenario, by what, and in how many of the draws and variants."""
    words = str(USEFUL[cell.usefulness])
    if cell.useful_share is None or cell.is_judged:
        return words
    return _("%(words)s: in %(share)s of the draws, in %(variants)d of %(tried)d variants") % {
        "words": words,
        "share": percent(cell.useful_share),
        "variants": cell.useful_variants,
        "tried": cell.variants,
    }


@register.filter
def other_measures(cell: Cell) -> list[str]:
    """Return other ways to sum up support, the weakest side first; they decide nothing."""
    tallies = list(cell.support.tallies.values()) if cell.support and not cell.support.bands else []
    low, mean, heads, informed = (
        weakest(tallies),
        tripartite_mean(tallies),
        plain_mean(tallies),
        group_informed(tallies),
    )
    if low is None or mean is None or heads is None or informed is None:
        return []
    return [
        _("weakest side %(share)s") % {"share": percent(float(low))},
        _("mean of the sides %(share)s") % {"share": percent(float(mean))},
        _("by head %(share)s") % {"share": percent(float(heads))},
        _("group-informed %(share)s") % {"share": percent(informed)},
    ]


def _named(cell: Cell, words: str) -> str:
    return _("%(letter)s %(words)s") % {"letter": cell.place.letter, "words": words}
