# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Read the tables in workshops/data: Dutch in `field`, English in `field_en`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "data"
Entry = Mapping[str, Any]


@cache
def table(name: str) -> Entry:
    """Return one table of workshops/data."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def written(entry: Entry, *fields: str) -> dict[str, Any]:
    """Return texts as columns: Dutch in the fields, English beside it where there is any."""
    english = {field: entry[f"{field}_en"] for field in fields if entry.get(f"{field}_en")}
    return {
        "lang": "nl",
        "translations": {"en": english} if english else {},
        **{field: entry[field] for field in fields if field in entry},
    }
