# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The four scenarios to start from, each with a frozen edition and what may come with it."""

from typing import Any

from scenarios import vocabulary
from scenarios.models import Development, Scenario, ScenarioRevision
from scenarios.services.reference.editions import joined, next_number, retell, says, written


def load_scenarios() -> dict[str, ScenarioRevision]:
    """Write each scenario; one that reads otherwise than before, or brings other things, gets its next edition."""
    known = {row.key: row for row in Scenario.objects.prefetch_related("revisions__developments")}
    return {told.key: _edition(told, known.get(told.key)) for told in vocabulary.default_scenarios()}


def _edition(told: vocabulary.DefaultScenario, scenario: Scenario | None) -> ScenarioRevision:
    scenario = scenario or Scenario.objects.create(key=told.key)
    content = scenario_content(told)
    developments = [development_content(one, order) for order, one in enumerate(told.developments, start=1)]
    revisions = list(scenario.revisions.all())
    for revision in revisions:
        if says(revision, content) and _brings(revision, developments):
            _retell_all(revision, content, developments)
            return revision
    number = next_number(revision.number for revision in revisions)
    revision = ScenarioRevision.objects.create(scenario=scenario, number=number, **content)
    Development.objects.bulk_create(Development(revision=revision, **one) for one in developments)
    return revision


def _brings(revision: ScenarioRevision, developments: list[dict[str, Any]]) -> bool:
    """Whether an edition has exactly these bottlenecks and opportunities."""
    rows = list(revision.developments.all())
    return len(rows) == len(developments) and all(map(says, rows, developments))


def _retell_all(revision: ScenarioRevision, content: dict[str, Any], developments: list[dict[str, Any]]) -> None:
    retell(revision, content)
    for row, one in zip(revision.developments.all(), developments, strict=True):
        retell(row, one)


def scenario_content(told: vocabulary.DefaultScenario) -> dict[str, Any]:
    """Return the columns of an edition."""
    content = written(
        title=told.title,
        summary=told.summary,
        story=told.story,
        economy=told.economy,
        labour_market=told.labour_market,
        organisation=told.organisation,
        relations=joined(told.industrial_relations, told.representatives),
        related=joined(*(joined(vocabulary.source(one.source).citation, one.note, by=" ") for one in told.related)),
    )
    content["signs"] = [sign.nl for sign in told.early_signs]
    content["translations"]["en"]["signs"] = [sign.en for sign in told.early_signs]
    content["drivers"] = dict(told.drivers)
    return content


def development_content(told: vocabulary.DefaultDevelopment, order: int) -> dict[str, Any]:
    """Return the columns of a bottleneck or an opportunity."""
    return {
        **written(text=joined(told.title, told.text, by=": ")),
        "order": order,
        "kind": told.kind,
        "domain": told.domain,
        "groups": list(told.groups),
    }
