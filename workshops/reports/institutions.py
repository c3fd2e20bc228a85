# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Questions 2 and 3: the institutions under strain, who acts when, and industrial relations."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from scenarios.enums import Level
from scenarios.selectors.studies.timing import Need
from workshops.models import Proposal
from workshops.reports.model import Block, Chapter, Section, Table, Words
from workshops.reports.roles import actors, balance, roles
from workshops.reports.sources import Sources
from workshops.reports.words import FATE, LEVEL, STRESS
from workshops.selectors.institutions import Fared, InstitutionRow


def institutions_chapter(found: Sources) -> Chapter:
    """How the institutions of today fare in each scenario, which reforms are on the table, and who must act by when."""
    blocks: list[Block] = [_reforms(found), actors(found.matrix), roles(found.matrix), balance(found.matrix)]
    asked = _roles(found, 2)
    if asked:
        blocks.insert(0, Words([asked]))
    sections = [_section(row) for row in found.institutions.rows]
    return Chapter("institutions", _("Question 2: institutions, transitions and protection"), blocks, sections)


def _section(row: InstitutionRow) -> Section:
    """One institution: what it is for and how it works, then a line a scenario."""
    one = row.institution
    blocks: list[Block] = [Words([text for text in (one.said("purpose"), one.said("today")) if text])]
    blocks.append(
        Table(
            _("How it fares in each scenario"),
            [_("Scenario"), _("The authors"), _("The sides"), _("The council")],
            [
                [f"{cell.place.letter}. {cell.place.title}", _strain(cell), _sides(cell), _council(cell)]
                for cell in row.cells
            ],
            one.said("source"),
        )
    )
    return Section(one.said("title"), blocks)


def _strain(cell: Fared) -> str:
    return cell.strain.sentence if cell.strain else "–"


def _sides(cell: Fared) -> str:
    said = [
        f"{one.side.title}: {STRESS[one.answer]}. {one.rating.said('reason')}"
        for one in cell.rates
        if one.rating is not None and one.answer is not None
    ]
    return " ".join(said) or _("No side has said yet.")


def _council(cell: Fared) -> str:
    if cell.verdict is None or cell.fate is None:
        return _("Not decided yet.")
    numbers = ", ".join(str(one.number) for one in cell.proposals)
    told = f"{capfirst(str(FATE[cell.fate]))}. {cell.verdict.said('reason')}"
    return f"{told} {_('Proposals: %(numbers)s.') % {'numbers': numbers}}" if numbers else told


def _reforms(found: Sources) -> Table:
    rows = []
    for row in found.matrix.rows:
        reform = row.proposal.reform_revision
        level = str(LEVEL[Level(reform.level)])
        rows.append(
            [
                f"{row.proposal.number}. {reform.said('title')}",
                f"{level}. {reform.said('actors')}".strip(),
                str(reform.start_year),
                str(reform.start_year - reform.lead_years),
                _needed(found, row.proposal),
            ]
        )
    return Table(
        _("Who acts, and by when"),
        [_("Proposal"), _("Who"), _("Starts"), _("Decide by"), _("Needed by, says the model")],
        rows,
        _(
            "Decide by: the start year less the time that law, agreement and preparation take; an assumption of who tabled it. "
            "Needed by: the years in which a floor that it helps to keep is passed when nothing is done, less that time."
        ),
    )


def _needed(found: Sources, proposal: Proposal) -> str:
    """Say per scenario in which years a floor is passed that the proposal would help to keep, less its lead time."""
    lead, told = proposal.reform_revision.lead_years, []
    for block in found.floors:
        for helper in block.helpers:
            if helper.proposal.pk == proposal.pk:
                needs = [(row.place.letter, row.need) for row in block.rows if row.place in helper.places]
                told += [f"{letter} {_years(need, lead)}" for letter, need in needs if need.early is not None]
    return "; ".join(dict.fromkeys(told)) or "–"


def _years(need: Need, lead: int) -> str:
    """Write from when to when to decide: the tenth to the ninetieth percentile."""
    first = (need.early or 0) - lead
    if need.late is None:
        return _("from %(year)d") % {"year": first}
    return str(first) if need.early == need.late else f"{first}–{need.late - lead}"


def relations_chapter(found: Sources) -> Chapter:
    """Industrial relations in each future, and what representatives can do."""
    blocks: list[Block] = []
    asked = _roles(found, 3)
    if asked:
        blocks.append(Words([asked]))
    sections = [
        Section(one.said("title"), [Words(one.said("relations").split("\n\n"), lang=one.said_lang("relations"))])
        for one in found.revisions
        if one.relations
    ]
    return Chapter("relations", _("Question 3: industrial relations and social dialogue"), blocks, sections)


def _roles(found: Sources, number: int) -> str:
    questions = found.letter.questions if found.letter else ()
    return next((one.said("roles") for one in questions if one.number == number), "")
