# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The worked example with every row that a workshop may have more of, twice: what a page asks must not grow with it."""

from collections.abc import Sequence
from copy import copy
from typing import Any
from uuid import UUID

from django.db import models

from scenarios import models as knowledge
from workshops import models as acts

MORE: tuple[type[models.Model], ...] = (
    knowledge.Reform,
    knowledge.ReformRevision,
    knowledge.Scenario,
    knowledge.ScenarioRevision,
    knowledge.Development,
    knowledge.PracticeExample,
    knowledge.ExampleEdition,
    knowledge.Projection,
    knowledge.Figure,
    knowledge.Impact,
    knowledge.Payoff,
    acts.WorkshopScenario,
    acts.Milestone,
    acts.Agreements,
    acts.Proposal,
    acts.Judgement,
    acts.Amendment,
    acts.Condition,
    acts.Annotation,
    acts.Round,
    acts.RoundSeat,
    acts.Poll,
    acts.Ballot,
    acts.MinorityPosition,
    acts.Signature,
    acts.PositionReply,
    acts.Recognition,
    acts.StressRating,
    acts.Borrowing,
    acts.OwnSetting,
    acts.ConsensusReport,
    acts.Paragraph,
    acts.Question,
    acts.AskingSentence,
)
Made = dict[tuple[str, Any], models.Model]


def grow() -> None:
    """Put a second row beside every row of these tables, each pointing at the new rows where there are some."""
    made: Made = {}
    for table in MORE:
        rows = list(table._default_manager.all())
        table._default_manager.bulk_create([_another(row, made) for row in rows])


def _another(row: models.Model, made: Made) -> models.Model:
    other = copy(row)
    other._state = models.base.ModelState()
    other._state.adding = True
    key = row._meta.pk
    other.pk = key.get_default() if isinstance(key, models.UUIDField) else None
    made[row._meta.label, row.pk] = other
    for name in _references(row):
        found = made.get((row._meta.get_field(name).related_model._meta.label, getattr(row, f"{name}_id")))
        if found is not None:
            setattr(other, f"{name}_id", found.pk)
    for name in _told_apart_by(row):
        setattr(other, name, _changed(getattr(row, name)))
    return other


def _references(row: models.Model) -> list[str]:
    return [one.name for one in row._meta.fields if isinstance(one, models.ForeignKey)]


def _told_apart_by(row: models.Model) -> list[str]:
    """Return the fields to change so that no two rows are alike where that is not allowed."""
    unique: list[Sequence[str]] = [
        one.fields for one in row._meta.constraints if isinstance(one, models.UniqueConstraint)
    ]
    unique += [(one.name,) for one in row._meta.fields if one.unique and not one.primary_key]
    names = set()
    for fields in unique:
        own = [one for one in fields if one not in _references(row)]
        if own:
            names.add(own[-1])
    if isinstance(row, acts.Question | acts.Paragraph):
        names.add("number")  # an address is told by it
    return sorted(names)


def _changed(value: Any) -> Any:
    if isinstance(value, int):
        return value + 100
    if isinstance(value, UUID):
        return UUID(int=value.int ^ 1)
    if isinstance(value, str) and len(value) == 1:
        return chr(ord(value) + 8)
    return f"{value}-2" if isinstance(value, str) else value
