# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The ready-made reforms, each with a frozen edition."""

from collections.abc import Mapping
from typing import Any

from scenarios import vocabulary
from scenarios.models import Institution, Reform, ReformRevision
from scenarios.services.reference.editions import joined, next_number, retell, says, written
from scenarios.services.reforms import interpretation_of, modelled_by

FROM_MEMORY = vocabulary.Text(nl="(Uit het hoofd, niet opnieuw opgezocht.)", en="(From memory, not looked up again.)")


def load_reforms(*, institutions: Mapping[str, Institution]) -> dict[str, ReformRevision]:
    """Write each reform of the catalogue; one that reads otherwise than before gets its next edition."""
    known = {reform.key: reform for reform in Reform.objects.exclude(key=None).prefetch_related("revisions")}
    return {
        told.key: _edition(told, known.get(told.key), institutions[told.institution]) for told in vocabulary.catalogue()
    }


def _edition(told: vocabulary.CatalogueReform, reform: Reform | None, institution: Institution) -> ReformRevision:
    reform = reform or Reform.objects.create(key=told.key, institution=institution)
    if reform.institution_id != institution.pk:
        Reform.objects.filter(pk=reform.pk).update(institution=institution)
    content = reform_content(told)
    revisions = list(reform.revisions.all())
    for revision in revisions:
        if says(revision, content):
            retell(revision, content)
            return revision
    number = next_number(revision.number for revision in revisions)
    return ReformRevision.objects.create(reform=reform, number=number, **content)


def reform_content(told: vocabulary.CatalogueReform) -> dict[str, Any]:
    """Return the columns of an edition."""
    content = {
        **written(
            title=told.title,
            summary=told.summary,
            interpretation=interpretation_of(told.levers),
            left_out=told.left_out,
            actors=joined(*(vocabulary.actor(key).label for key in told.actors), by=", "),
            budget_source=joined(told.budget_note, vocabulary.source(told.budget_source).citation, by=" "),
        ),
        "levers": dict(told.levers),
        "modelled": modelled_by(told.levers, told.left_out.nl),
        "level": told.level,
        "start_year": told.start_year,
        "phase_years": told.phase_years,
        "lead_years": told.lead_time_years,
        "exante_budget_bn": told.exante_budget_bn,
        "budget_from_model": told.budget_from_model,
        "budget_status": told.budget_status,
    }
    return with_design(content, vocabulary.reform_design(told.key))


def with_design(content: dict[str, Any], design: vocabulary.ReformDesign) -> dict[str, Any]:
    """Add which institutions it changes, who does what, and how it stands in Europe."""
    texts = {"eu_note": design.eu_note, "competing_note": design.competing_note}
    if design.abroad:
        texts["abroad"] = joined(design.abroad, FROM_MEMORY, by=" ") if design.status == "memory" else design.abroad
    content |= {name: text.nl for name, text in texts.items()}
    content["translations"]["en"] |= {name: text.en for name, text in texts.items()}
    content["roles"] = {actor: text.nl for actor, text in design.roles.items()}
    content["translations"]["en"]["roles"] = {actor: text.en for actor, text in design.roles.items()}
    return content | {
        "changes": list(design.institutions),
        "aim": design.aim,
        "eu_room": design.eu_room,
        "competing": design.competing,
    }
