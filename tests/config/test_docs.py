# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the documentation names exists: files, commands, functions, settings, packages."""

import json
import re
import tomllib
from pathlib import Path
from pkgutil import resolve_name

import pytest
from babel.messages.pofile import read_po
from django.apps import apps
from django.urls import resolve

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    *("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "GOVERNANCE.md", "SECURITY.md"),
    *("docs/architecture.md", "docs/deliberation.md", "docs/privacy.md", "docs/dependencies.md"),
    *sorted(str(page.relative_to(ROOT)) for page in (ROOT / "docs" / "decisions").glob("*.md")),
    *sorted(str(page.relative_to(ROOT)) for page in (ROOT / "docs" / "howto").glob("*.md")),
]
MADE_LATER = ("var/", "frontend/dist/")
TOP = {one.name for one in ROOT.iterdir() if not one.name.startswith(".")}
INDEX = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def told(document):
    return (ROOT / document).read_text(encoding="utf-8")


def in_code(document):
    """Everything between backticks, and every line of a block."""
    text = told(document)
    blocks = re.findall(r"^```\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    return [*re.findall(r"`([^`\n]+)`", text), *(line.strip() for block in blocks for line in block.splitlines())]


def paths_in(document):
    """What reads as a path of this repository: it begins with a folder or file of the top."""
    spans = [span for span in in_code(document) if re.fullmatch(r"[\w.*-]+(/[\w.*-]*)*", span)]
    found = {span for span in spans if ("/" in span or "." in span) and span.split("/")[0] in TOP}
    return sorted(path for path in found if not path.startswith(MADE_LATER))


@pytest.mark.parametrize("document", PAGES)
def test_a_path_that_is_named_exists(document):
    missing = [path for path in paths_in(document) if not list(ROOT.glob(path.rstrip("/")))]

    assert missing == []


@pytest.mark.parametrize("document", ["README.md", "docs/architecture.md"])
def test_a_page_of_docs_that_is_named_by_its_own_name_exists(document):
    named = {span for span in in_code(document) if re.fullmatch(r"[\w.-]+\.md", span)}

    assert [name for name in named if not (ROOT / name).exists() and not (ROOT / "docs" / name).exists()] == []


@pytest.mark.parametrize("document", PAGES)
def test_a_make_command_that_is_named_exists(document):
    targets = set(re.findall(r"^([a-z-]+):", told("Makefile"), flags=re.MULTILINE))
    named = {word for span in in_code(document) for word in re.findall(r"(?:^|&& |=\S+ )make ([a-z][a-z-]*)", span)}

    assert named - targets == set()


@pytest.mark.parametrize("document", PAGES)
def test_a_function_or_table_that_is_named_exists(document):
    named = {span for span in in_code(document) if re.fullmatch(r"(engine|scenarios|workshops|config)(\.\w+)+", span)}

    assert [name for name in sorted(named) if not exists(name)] == []


def exists(name):
    if (ROOT / name.replace(".", "/")).with_suffix(".py").exists():
        return True
    if name.lower() in {model._meta.label_lower for model in apps.get_models()}:
        return True
    try:
        return bool(resolve_name(name))
    except (ImportError, AttributeError):
        return False


@pytest.mark.parametrize("document", ["README.md", "docs/architecture.md", "docs/privacy.md"])
def test_an_address_that_is_named_leads_somewhere(document):
    named = {span.removeprefix("GET ") for span in in_code(document) if re.fullmatch(r"(GET )?/[a-z]\S*", span)}

    for address in named:
        assert resolve(address)


def test_the_walk_names_functions_that_are_there():
    steps = re.findall(r"^(\w+/[\w/]+\.py) +([\w, ]+?)  ", INDEX, flags=re.MULTILINE)
    missing = [
        f"{path}: {name}"
        for path, names in steps
        for name in names.split(", ")
        if not re.search(rf"^(def|class) {name}\b", told(path), flags=re.MULTILINE)
    ]

    assert len(steps) > 15
    assert missing == []


def test_the_layers_that_are_drawn_are_those_that_are_enforced():
    contracts = tomllib.loads(told("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    inside = next(contract for contract in contracts if contract.get("exhaustive"))
    enforced = set(re.findall(r"\w+", " ".join(inside["layers"])))
    drawn = re.search(r"## The layers\n\n```\n(.*?)```\n", INDEX, flags=re.DOTALL)

    assert drawn
    assert enforced - {"apps", "jobs"} - set(re.findall(r"\w+", drawn.group(1))) == set()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_guide_names_buttons_and_answers_as_the_pages_do(language):
    with (ROOT / "config/locale/nl/LC_MESSAGES/django.po").open("rb") as file:
        texts = {one.string if language == "nl" else one.id for one in read_po(file) if isinstance(one.id, str)}
    before_the_words = told(f"docs/howto/take-part.{language}.md").split("## Wo")[0].split("## ", 1)[1]
    named = {" ".join(words.split()) for words in re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", before_the_words)}

    assert len(named) > 15
    assert named - texts == set()


def settings_read():
    reads = r"(?:env\.(?:text|flag|number|words|secret|address)\(|os\.environ(?:\.get\(|\[))\"([A-Z_]+)\""
    return {name for file in (ROOT / "config").rglob("*.py") for name in re.findall(reads, file.read_text("utf-8"))}


@pytest.mark.parametrize("document", ["README.md", "docs/howto/deploy.md"])
def test_the_table_of_settings_holds_every_setting_and_no_other(document):
    table = set(re.findall(r"^\| `([A-Z_]+)` \|", told(document), flags=re.MULTILINE))

    assert table == settings_read()


def test_every_package_that_is_asked_for_is_listed_with_its_licence():
    asked = {
        re.split(r"[\[<>=;\s]", line)[0]
        for file in ROOT.glob("requirements*.in")
        for line in file.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith(("#", "-"))
    }
    rows = re.findall(r"^\| (\S[^|]*?) \| [^|]+ \| [^|]+ \|$", told("docs/dependencies.md"), flags=re.MULTILINE)
    listed = {name for row in rows for name in row.split(", ")} - {"package"}
    parts = {name.split("/")[-1] for name in json.loads(told("frontend/package.json"))["devDependencies"]}

    assert {name.split("/")[-1] for name in listed} == asked | parts


def test_every_decision_is_in_the_index_and_says_what_it_costs():
    folder = ROOT / "docs" / "decisions"
    records = list(folder.glob("[0-9]*.md"))

    assert set(re.findall(r"\((\d{4}-[\w-]+\.md)\)", told("docs/decisions/README.md"))) == {one.name for one in records}
    for one in records:
        heads = re.findall(r"^## (.+)$", one.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert heads == ["Context", "Decision", "Consequences"]
