# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the tests share that send the API whatever fits its own description."""

from typing import Any

import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig

from workshops.enums import Phase
from workshops.models import Workshop

EXAMPLES = 100
SEED = 20_150_930

as_described = settings(deadline=None, suppress_health_check=list(HealthCheck))


def schema_for(*, headers: dict[str, str], examples: int, edges: bool) -> Any:
    """Read the description as whoever sends these headers; `edges` tries every limit that it names as well."""
    config = SchemathesisConfig.from_dict(
        {
            "seed": SEED,
            "headers": headers,
            "generation": {"max-examples": examples, "database": "none"},
            "phases": {"coverage": {"enabled": edges}},
        }
    )
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application(), config=config)


def put(there: dict[str, str], into: Any) -> None:
    """Ask about what is there."""
    if isinstance(into, dict):
        into.update({name: there[name] for name in into.keys() & there.keys()})


def move_on(chance: int) -> None:
    """Bring the workshop into a step: mostly the one in which everything may be done, every third time any."""
    Workshop.objects.update(phase=Phase.COMPARING if chance % 3 else list(Phase)[chance // 3 % len(Phase)])
