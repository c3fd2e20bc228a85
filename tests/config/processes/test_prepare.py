# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Styles and scripts are gathered when they changed, and only then."""

import pytest

from config.processes.prepare import collect_files


@pytest.fixture
def sources(settings, tmp_path):
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / "theme.css").write_text("body { color: black }")
    settings.STATICFILES_DIRS = [folder]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "static"
    return folder


@pytest.fixture
def said():
    return []


def test_the_first_time_everything_is_gathered(sources, settings, said):
    collect_files(said.append)
    assert (settings.STATIC_ROOT / "theme.css").read_text() == "body { color: black }"
    assert said == ["Gathering styles and scripts ..."]


def test_the_second_time_nothing_is_done(sources, said):
    for _ in range(2):
        collect_files(said.append)
    assert len(said) == 1


def test_a_changed_file_is_gathered_again_and_a_removed_one_goes(sources, settings, said):
    (sources / "old.css").write_text("")
    collect_files(said.append)
    (sources / "theme.css").write_text("body { color: navy }")
    (sources / "old.css").unlink()
    collect_files(said.append)
    assert (settings.STATIC_ROOT / "theme.css").read_text() == "body { color: navy }"
    assert not (settings.STATIC_ROOT / "old.css").exists()
