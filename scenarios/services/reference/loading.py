# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Load all of it, as often as you like: what is there already stays as it is."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from scenarios.models import Institution, ReformRevision, ScenarioRevision, Yardstick
from scenarios.services.reference.institutions import load_institutions
from scenarios.services.reference.reforms import load_reforms
from scenarios.services.reference.scenarios import load_scenarios
from scenarios.services.reference.yardsticks import load_yardsticks
from scenarios.services.validation import request_validation


@dataclass(frozen=True, slots=True)
class Reference:
    """The rows that stand for the tables in scenarios/data, by key."""

    institutions: Mapping[str, Institution]
    reforms: Mapping[str, ReformRevision]
    scenarios: Mapping[str, ScenarioRevision]
    yardsticks: Mapping[str, Yardstick]


@transaction.atomic
def load_reference() -> Reference:
    """Bring the rows up to date with the tables; a changed text or figure becomes a new edition.

    A new version of the model is also asked how good it is, so that its page is ready for who opens it.
    """
    request_validation()
    institutions = load_institutions()
    return Reference(
        institutions=institutions,
        reforms=load_reforms(institutions=institutions),
        scenarios=load_scenarios(),
        yardsticks=load_yardsticks(),
    )
