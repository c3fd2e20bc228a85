# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where intervals under one another stand on their common axis."""

from typing import Any

from django import template

register = template.Library()
WIDTH = 196


@register.simple_tag
def strip_of(band: dict[str, Any], bands: list[dict[str, Any]]) -> dict[str, str]:
    """Return the places of one interval on an axis from zero to the widest of all."""
    most = max(one["high"] for one in bands) or 1
    return {name: f"{2 + WIDTH * max(band[name], 0) / most:.1f}" for name in ("low", "mid", "high")}
