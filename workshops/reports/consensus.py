# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Compile the consensus report in the letter's order of questions."""

from django.urls import reverse
from django.utils import formats, timezone, translation
from django.utils.translation import gettext as _

from scenarios.models import Projection, ScenarioRevision
from scenarios.reports.validation import judgement
from workshops.models import Workshop
from workshops.reports.annexes import agreements_chapter, composition_chapter
from workshops.reports.developments import developments_chapter, practice_chapter
from workshops.reports.institutions import institutions_chapter, relations_chapter
from workshops.reports.measures import measures_chapter
from workshops.reports.model import Chapter, Report
from workshops.reports.model_annex import model_chapter
from workshops.reports.no_regret import no_regret_chapter, support_chapter
from workshops.reports.request import request_chapter
from workshops.reports.sources import Sources, sources_of


def consensus_report(workshop: Workshop, *, language: str, number: int) -> Report:
    """Return the report of a workshop in one language, from what it holds now."""
    with translation.override(language):
        found = sources_of(workshop)
        return Report(
            lang=language,
            title=workshop.said("title"),
            subtitle=_("Compiled by the secretariat from what the workshop holds"),
            status=_("Compilation %(number)d of %(day)s; the texts are drafts until the council adopts them.")
            % {"number": number, "day": formats.date_format(timezone.localdate(), "DATE_FORMAT")},
            facts=_facts(found),
            chapters=_chapters(found),
            provenance=_provenance(found),
        )


def _chapters(found: Sources) -> list[Chapter]:
    following = [
        developments_chapter(found),
        institutions_chapter(found),
        relations_chapter(found),
        no_regret_chapter(found),
        support_chapter(found),
        practice_chapter(found),
        agreements_chapter(found),
        measures_chapter(found),
        composition_chapter(found),
        model_chapter(found.workshop),
    ]
    return [request_chapter(found, following), *following]


def _facts(found: Sources) -> list[tuple[str, str]]:
    letter, workshop = found.letter, found.workshop
    facts = []
    if letter:
        facts.append((_("Asked by"), letter.request.said("sender")))
        facts.append((_("Request of"), formats.date_format(letter.request.dated_on, "DATE_FORMAT")))
    facts.append((_("Due"), formats.date_format(workshop.due_on, "DATE_FORMAT")))
    facts.append((_("Scenarios"), str(len(found.revisions))))
    facts.append((_("Proposals"), str(len(found.matrix.rows))))
    if workshop.is_fictional:
        facts.append((_("Note"), _("Worked example: the people, the organisations and their ballots are invented.")))
    return facts


def _provenance(found: Sources) -> list[tuple[str, str]]:
    last = (
        Projection.objects.filter(scenario_revision__in=found.revisions, state="done").order_by("-finished_at").first()
    )
    agreed = found.matrix.agreements
    told = [(_("Scenarios"), "; ".join(_edition(one) for one in found.revisions))]
    if last:
        told.append(
            (
                _("Model"),
                _("version %(version)s, %(draws)d draws, seed %(seed)d")
                % {
                    "version": last.engine_version,
                    "draws": last.draws,
                    "seed": last.seed,
                },
            )
        )
        told.append((_("How good is this model?"), _how_good()))
    if agreed:
        told.append((_("Agreements beforehand"), _("version %(version)d") % {"version": agreed.version}))
    told.append(
        (
            _("Read this with care"),
            _("The model structures a conversation and checks consistency; for decisions ask the CPB."),
        )
    )
    return told


def _how_good() -> str:
    told = judgement()
    where = _("The page %(path)s of this site shows what the model was held to and where it misses.") % {
        "path": reverse("validation")
    }
    if not told.is_done:
        return where
    count = _("Version %(version)s passes %(passed)d checks and misses %(missed)d.") % {
        "version": told.engine_version,
        "passed": told.passed,
        "missed": told.missed,
    }
    return f"{count} {where}"


def _edition(revision: ScenarioRevision) -> str:
    return _("%(title)s, edition %(number)d") % {"title": revision.said("title"), "number": revision.number}
