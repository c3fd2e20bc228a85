# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every equation says what it computes, in which unit, and where it comes from."""

import ast
import re
from pathlib import Path

import pytest

import engine

ROOMS = (
    "ages",
    "contracts",
    "demand",
    "distribution",
    "employers",
    "lorenz",
    "low_pay",
    "minimum_wage",
    "polarisation",
    "poverty",
    "public_finance",
    "supply",
    "technology",
    "wages",
)
HOME = Path(engine.__file__).parent
UNIT = re.compile(
    r"(?i)\b(shares?|log points|log wages?|log wage points|log odds|[Ll]ogs? of|eur|million|years of age|years|"
    r"points of the wage bill|no unit|the unit|their unit|per year|a year)\b"
)
EQUATION = re.compile(r"``[^`]+``|::\n")
SOURCE = re.compile(r"^Source: \S", re.MULTILINE)


def equations_of(room):
    tree = ast.parse((HOME / f"{room}.py").read_text(encoding="utf-8"))
    return [node for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")]


def missing_in(text):
    wanted = {"an equation": EQUATION, "a unit": UNIT, "a source": SOURCE}
    return [name for name, pattern in wanted.items() if not pattern.search(text)]


@pytest.mark.parametrize("room", ROOMS)
def test_every_equation_has_its_unit_and_its_source(room):
    found = {node.name: missing_in(ast.get_docstring(node) or "") for node in equations_of(room)}
    assert found
    assert {name: missing for name, missing in found.items() if missing} == {}


@pytest.mark.parametrize("room", ROOMS)
def test_every_source_in_the_data_is_there(room):
    for node in equations_of(room):
        text = " ".join((ast.get_docstring(node) or "").split())
        for name, blocks in re.findall(r"((?:data/)?\w+\.toml)(?: (\[\w+\]))?", text):
            words = (HOME / "data" / name.removeprefix("data/")).read_text(encoding="utf-8")
            assert f"\n[{blocks.strip('[]')}" in words, (node.name, name, blocks)


def test_a_docstring_that_says_little_is_seen():
    assert missing_in("Return the bite.") == ["an equation", "a unit", "a source"]
    assert missing_in("Share of work, ``a / b``.\n\nSource: an identity.") == []
