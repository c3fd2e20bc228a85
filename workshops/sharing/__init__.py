# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Divide a budget over proposals by the support they have: pure arithmetic, exact in every purchase and every tie."""

from workshops.sharing.core import CORE_SHARE, Core, Spread, core_of, drawn_costs, exactly
from workshops.sharing.election import Choice, Election, satisfaction
from workshops.sharing.equal_shares import completed, equal_shares
from workshops.sharing.menu import Item, Menu
from workshops.sharing.others import greedy, phragmen

__all__ = [
    "CORE_SHARE",
    "Choice",
    "Core",
    "Election",
    "Item",
    "Menu",
    "Spread",
    "completed",
    "core_of",
    "drawn_costs",
    "equal_shares",
    "exactly",
    "greedy",
    "phragmen",
    "satisfaction",
]
