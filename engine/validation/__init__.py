# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""How good the model is: every target of data/validation.toml beside our figure, computed anew.

Tests, `manage.py validate` and the site all ask this room, so that they show the same figures. A miss is a miss: it
is shown and told about in docs/model.md, not tuned away.
"""

from engine.axes import FIRST_YEAR, LAST_YEAR
from engine.drivers import SCENARIOS, default_drivers
from engine.ensemble import draw_parameters
from engine.projection import project
from engine.validation import institutes, past, soundness, theory
from engine.validation.targets import TARGETS, Check, Found, Target, checks_of

__all__ = ["TARGETS", "Check", "Found", "Target", "validated"]

_DRAWS, _SEED = 200, 7


def validated(twin: float | None = None) -> tuple[Check, ...]:
    """Compute every figure and put it beside its target.

    Parameters
    ----------
    twin : float, optional
        The widest difference from the second implementation of the equations, for who has one; that check is not
        computed otherwise.
    """
    run = project(
        scenarios=[default_drivers(key) for key in SCENARIOS],
        parameters=draw_parameters(_DRAWS, _SEED),
        years=range(FIRST_YEAR, LAST_YEAR + 1),
    )
    found = theory.figures() | institutes.figures() | past.figures(run) | soundness.figures(run)
    return checks_of(found if twin is None else found | {"twin": Found(twin)})
