# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ask an installation for a projection, as the site would, and follow what becomes of it."""

from tests.servers.installation import Installation

ASK = """
from scenarios.models import ReformRevision, ScenarioRevision
from scenarios.services.projections import request_projection
reform = next(one for one in ReformRevision.objects.order_by("reform__key", "number") if one.is_computable)
rows = request_projection(reform_revision=reform, scenario_revisions=list(ScenarioRevision.objects.all()))
print(rows[0].run.hex)
"""


def ask(installation: Installation, draws: int) -> str:
    """Ask for the projection of a ready-made reform in every scenario; return the run."""
    return installation.manage("shell", "--verbosity", "0", "--command", ASK, PROJECTION_DRAWS=str(draws)).strip()


def states(installation: Installation, run: str) -> set[str]:
    """Return the states that the run's rows are in."""
    question = "SELECT DISTINCT state FROM scenarios_projection WHERE run = ?"
    return {state for (state,) in installation.ask_database(question, [run])}


def attempts(installation: Installation, run: str) -> int:
    """Return how often the run was begun."""
    question = "SELECT MAX(attempts) FROM scenarios_projection WHERE run = ?"
    return int(installation.ask_database(question, [run])[0][0])


def stored_twice(installation: Installation, run: str) -> int:
    """Return how many impacts of the run are there more than once."""
    question = """
        SELECT COUNT(*) - COUNT(DISTINCT projection_id || year || outcome || "group") FROM scenarios_impact
        WHERE projection_id IN (SELECT id FROM scenarios_projection WHERE run = ?)
    """
    return int(installation.ask_database(question, [run])[0][0])


def impacts(installation: Installation, run: str) -> int:
    """Return how many impacts are stored for the run."""
    question = """
        SELECT COUNT(*) FROM scenarios_impact
        WHERE projection_id IN (SELECT id FROM scenarios_projection WHERE run = ?)
    """
    return int(installation.ask_database(question, [run])[0][0])
