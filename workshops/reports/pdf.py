# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Write a report as a tagged PDF, by Typst."""

import json
from pathlib import Path
from typing import Any

import typst

TEMPLATE = Path(__file__).parent / "report.typ"


def pdf_of(report: dict[str, Any], *, labels: dict[str, str]) -> bytes:
    """Return the PDF of a report's plain data; `labels` are the few fixed words of the layout."""
    inputs = {"report": json.dumps(report), "labels": json.dumps({name: str(value) for name, value in labels.items()})}
    written = typst.compile(TEMPLATE, format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"], ignore_system_fonts=True)
    if not isinstance(written, bytes):
        raise TypeError("typst answered with pages instead of one document")
    return written
