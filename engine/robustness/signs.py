# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the sign of an effect is set by an assumption: no future that was examined can give the other one."""

import numpy as np
from numpy.typing import NDArray

from engine.robustness.yardsticks import Draws

BETTER, NONE, WORSE, OPEN = 1, 0, -1, 2
Signs = NDArray[np.int64]


def set_sign(draws: Draws, variants: Draws) -> Signs:
    """Return the sign that an effect has in every draw and under every rival theory, or that it differs.

    Agreement of all draws and all theories says that the form of the equations settles the sign within the ranges that
    were put in: what was assumed comes out again. It is no evidence, and more draws would not make it so. An effect that
    is nothing everywhere is settled likewise: the model has no road from the lever to that outcome.

    Parameters
    ----------
    draws : axes (reform, scenario, draw, yardstick)
    variants : axes (reform, scenario, variant, yardstick)
        Payoffs as in `Menu.payoffs`.

    Returns
    -------
    array of int, axes (reform, scenario, yardstick)
        1 better, -1 worse and 0 no effect everywhere; 2 when not all agree.
    """
    everywhere = np.sign(np.concatenate([draws, variants], axis=2))
    first = everywhere[:, :, 0, :]
    agrees = (everywhere == first[:, :, None, :]).all(axis=2)
    return np.asarray(np.where(agrees, first, OPEN), dtype=np.int64)
