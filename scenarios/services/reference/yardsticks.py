# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The yardsticks that hold until a workshop agrees on its own."""

from dataclasses import asdict
from typing import Any

from scenarios import vocabulary
from scenarios.models import Yardstick
from scenarios.services.reference.editions import joined, retell, says, written


def load_yardsticks() -> dict[str, Yardstick]:
    """Write each yardstick; a changed one is another row, for a council may have agreed on the old one."""
    known = list(Yardstick.objects.all())
    return {told.key: _row(told, known) for told in vocabulary.yardsticks()}


def _row(told: vocabulary.DefaultYardstick, known: list[Yardstick]) -> Yardstick:
    content = yardstick_content(told)
    for row in known:
        if says(row, content):
            retell(row, content)
            return row
    return Yardstick.objects.create(**content)


def yardstick_content(told: vocabulary.DefaultYardstick) -> dict[str, Any]:
    """Return the columns of a yardstick."""
    return {
        **written(title=told.label, source=joined(told.sentence, vocabulary.source(told.source).citation, by=" ")),
        "lines": [asdict(line) for line in told.lines],
        "status": told.status,
    }
