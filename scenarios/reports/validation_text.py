# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The table of `make validate`: plain text for a terminal, in English."""

import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby

from scenarios import vocabulary
from scenarios.arrays.validation import Judged

WIDTHS = (58, 10, 20, 26)
ENGLISH = "en"


def validation_table(checks: Iterable[Judged], *, version: str, seconds: float) -> Iterator[str]:
    """Yield the lines: every check with its target, its source, our figure, and whether it passes."""
    checks = list(checks)
    yield f"How good is the model? Version {version}, computed in {seconds:.1f} s. Targets: engine/data/validation.toml."
    for block, group in groupby(checks, key=lambda one: one.block):
        words = vocabulary.validation_block(block)
        yield ""
        yield f"{words.label.in_language(ENGLISH)}. {words.sentence.in_language(ENGLISH)}"
        yield _row("", "target", "passes when", "ours", "")
        for check in group:
            yield from _lines(check)
    yield ""
    yield _summary(checks)


def _lines(check: Judged) -> Iterator[str]:
    words = vocabulary.validation_check(check.key)
    label = f"{words.label.in_language(ENGLISH)} ({words.unit.in_language(ENGLISH)})"
    first, *rest = textwrap.wrap(label, WIDTHS[0] - 2)
    yield _row(first, _number(check.target), _bounds(check), _found(check), _verdict(check))
    for more in rest:
        yield f"  {more}"
    for part in textwrap.wrap(f"{check.source} [{check.status}; used to set the model: {check.used}]", 116):
        yield f"    {part}"


def _row(*cells: str) -> str:
    label, *others, verdict = cells
    middle = "".join(f"{cell:>{width}}" for cell, width in zip(others, WIDTHS[1:], strict=True))
    return f"  {label:<{WIDTHS[0]}}{middle}  {verdict}".rstrip()


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.4g}"


def _bounds(check: Judged) -> str:
    if check.low is None or check.high is None:
        return f"<= {_number(check.high)}" if check.low is None else f">= {_number(check.low)}"
    return f"{_number(check.low)} .. {_number(check.high)}"


def _found(check: Judged) -> str:
    if check.found is None:
        return "-"
    band = "" if check.found_low is None else f" ({_number(check.found_low)} .. {_number(check.found_high)})"
    return f"{_number(check.found)}{band}"


def _verdict(check: Judged) -> str:
    return {None: "not computed", True: "pass", False: "MISS"}[check.has_passed]


def _summary(checks: list[Judged]) -> str:
    passed = sum(check.has_passed is True for check in checks)
    missed = sum(check.has_passed is False for check in checks)
    left = len(checks) - passed - missed
    tail = f", {left} not computed" if left else ""
    return f"{passed} of {len(checks)} checks pass, {missed} miss{tail}. docs/model.md tells of every miss."
