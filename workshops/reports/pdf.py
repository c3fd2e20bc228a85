# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Write a report as a tagged PDF, by Typst."""

import json
from pathlib import Path
from typing import Any

import typst
from django.utils import translation
from django.utils.translation import gettext as _

TEMPLATE = Path(__file__).parent / "report.typ"


def pdf_of(report: dict[str, Any], *, language: str) -> bytes:
    """Return the PDF of a report's plain data in that language."""
    with translation.override(language):
        inputs = {"report": json.dumps(report), "labels": json.dumps(_labels())}
    written = typst.compile(TEMPLATE, format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"], ignore_system_fonts=True)
    if not isinstance(written, bytes):
        raise TypeError("typst answered with pages instead of one document")
    return written


def _labels() -> dict[str, str]:
    """Return the few fixed words of the layout."""
    return {
        "contents": _("Contents"),
        "source": _("Source"),
        "page": _("page"),
        "provenance": _("Where the figures come from"),
        "useful": _("useful"),
        "not_useful": _("not useful"),
        "unknown": _("not established"),
        "supporting": _("in support"),
    }
