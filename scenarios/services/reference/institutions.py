# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The institutions of 2015."""

from scenarios import vocabulary
from scenarios.models import Institution
from scenarios.services.reference.editions import says, written


def load_institutions() -> dict[str, Institution]:
    """Write each institution; nothing points at its wording, so a changed text replaces the old one."""
    known = {row.key: row for row in Institution.objects.all()}
    rows = {}
    for order, told in enumerate(vocabulary.institutions(), start=1):
        content = institution_content(told, order)
        row = known.get(told.key) or Institution(key=told.key)
        if not says(row, content) or row.translations != content["translations"]:
            for field, value in content.items():
                setattr(row, field, value)
            row.save()
        rows[told.key] = row
    return rows


def institution_content(told: vocabulary.Institution, order: int) -> dict[str, object]:
    """Return the columns of an institution: what it is for, how it works today, and what strains it in each scenario."""
    content = written(
        title=told.label,
        today=told.sentence,
        purpose=told.purpose,
        source=vocabulary.source(told.source).citation,
    )
    content["order"] = order
    content["source_status"] = told.status
    content["degrees"] = {scenario: strain.degree for scenario, strain in told.strains.items()}
    content["strains"] = {scenario: strain.sentence.nl for scenario, strain in told.strains.items()}
    content["translations"]["en"]["strains"] = {
        scenario: strain.sentence.en for scenario, strain in told.strains.items()
    }
    return content
