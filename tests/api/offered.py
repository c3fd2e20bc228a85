# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the API offers, in lines that show what a change does.

`manage.py spectacular --format openapi-json | python -m tests.api.offered` writes them anew.
"""

import json
import sys
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("offered.txt")
HEAD = """# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""


def offered() -> list[str]:
    """Return what was last written down."""
    return [line for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def lines_of(described: dict[str, Any]) -> list[str]:
    """Return a line for every operation, and one for every field of what is sent and shown."""
    found = [f"version {described['info']['version']}"]
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            asked = sorted(one["name"] for one in operation.get("parameters", []) if one["in"] == "query")
            answers = [status for status in operation["responses"] if status.startswith("2")]
            found.append(" ".join([method.upper(), path, *answers, *(f"?{name}" for name in asked)]))
    for name, schema in described["components"]["schemas"].items():
        if not name.startswith("Paginated"):
            needed = schema.get("required", [])
            for field, kind in schema.get("properties", {}).items():
                found.append(f"{name}.{field}{'' if field in needed else '?'} {_kind(kind)}")
    return found


def _kind(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    if "oneOf" in schema or "anyOf" in schema or "allOf" in schema:
        return "|".join(_kind(one) for name in ("oneOf", "anyOf", "allOf") for one in schema.get(name, []))
    if "enum" in schema:
        return "one of " + ",".join(str(one) for one in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_kind(schema['items'])}"
    kinds = schema.get("type", "anything")
    told = kinds if isinstance(kinds, str) else "|".join(kinds)
    return f"{told} {schema['format']}" if schema.get("format") else told


if __name__ == "__main__":
    FILE.write_text(HEAD + "\n".join(lines_of(json.load(sys.stdin))) + "\n", encoding="utf-8")
