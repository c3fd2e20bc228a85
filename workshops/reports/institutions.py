# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Questions 2 and 3: the institutions under strain, who acts when, and industrial relations."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from scenarios.enums import Level
from workshops.reports.model import Block, Chapter, Section, Table, Words
from workshops.reports.sources import Sources
from workshops.reports.words import LEVEL


def institutions_chapter(found: Sources) -> Chapter:
    """How the institutions of today fare in each scenario, which reforms are on the table, and who must act by when."""
    blocks: list[Block] = [_reforms(found)]
    roles = _roles(found, 2)
    if roles:
        blocks.insert(0, Words([roles]))
    sections = [
        Section(one.said("title"), [Words([one.said("today"), *_strains(found, one)])]) for one in found.institutions
    ]
    return Chapter("institutions", _("Question 2: institutions, transitions and protection"), blocks, sections)


def _strains(found: Sources, institution: object) -> list[str]:
    language = (get_language() or "nl")[:2]
    strains = institution.said("strains")  # type: ignore[attr-defined]
    told = []
    for one in found.revisions:
        strain = strains.get(one.scenario.key, "")
        sentence = strain.get(language, strain.get("sentence", "")) if isinstance(strain, dict) else strain
        if sentence:
            told.append(f"{one.said('title')}: {sentence}")
    return told


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
            ]
        )
    return Table(
        _("Who acts, and by when"),
        [_("Proposal"), _("Who"), _("Starts"), _("Decide by")],
        rows,
        _(
            "Decide by: the start year less the time that law, agreement and preparation take; an assumption of who tabled it."
        ),
    )


def relations_chapter(found: Sources) -> Chapter:
    """Industrial relations in each future, and what representatives can do."""
    blocks: list[Block] = []
    roles = _roles(found, 3)
    if roles:
        blocks.append(Words([roles]))
    sections = [
        Section(one.said("title"), [Words(one.said("relations").split("\n\n"), lang=one.said_lang("relations"))])
        for one in found.revisions
        if one.relations
    ]
    return Chapter("relations", _("Question 3: industrial relations and social dialogue"), blocks, sections)


def _roles(found: Sources, number: int) -> str:
    questions = found.letter.questions if found.letter else ()
    return next((one.said("roles") for one in questions if one.number == number), "")
