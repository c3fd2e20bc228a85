# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The public description of the software has what catalogues ask for."""

import tomllib

import pytest
import yaml
from django.conf import settings

MANDATORY = {
    *("publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "description"),
    *("legal", "maintenance", "localisation"),
}


@pytest.fixture(scope="module")
def described():
    return yaml.safe_load((settings.BASE_DIR / "publiccode.yml").read_text(encoding="utf-8"))


def test_every_mandatory_key_is_there(described):
    assert described.keys() >= MANDATORY
    assert described["legal"]["license"] == "EUPL-1.2"
    assert described["maintenance"]["contacts"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_language_describes_it_within_the_limits_of_catalogues(described, language):
    text = described["description"][language]
    assert len(text["genericName"]) <= 35
    assert len(text["shortDescription"]) <= 150
    assert 150 <= len(text["longDescription"]) <= 10_000
    assert text["features"]


def test_the_languages_and_the_version_are_those_of_the_software(described):
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert described["softwareVersion"] == project["version"]
    assert set(described["localisation"]["availableLanguages"]) == {code for code, _ in settings.LANGUAGES}
