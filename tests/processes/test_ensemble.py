# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A large ensemble shared by real workers: the same figures as computed alone, and nothing lost with a worker."""

import json
import subprocess
import threading

import pytest

from tests.servers import processes
from tests.servers.installation import MANAGE, Installation
from tests.servers.waiting import PATIENCE, wait_for

YEARS = tuple(str(year) for year in (2016, 2017, 2018, 2019, 2020, 2022, 2024, 2026, 2028, 2030))
ASKED = ("--reform", "mw_up_10", "--draws", "5100", "--years", *YEARS, "--json")
RUNNING = "SELECT COUNT(*) FROM scenarios_projectionpart WHERE state = 'running' AND number > 0 AND own_id = ?"
ATTEMPTS = "SELECT number, attempts FROM scenarios_projectionpart WHERE own_id = ? ORDER BY number"
NEWEST = "SELECT id, state FROM scenarios_ownprojection ORDER BY requested_at DESC LIMIT 1"


@pytest.fixture(scope="module")
def installation(tmp_path_factory):
    with Installation(tmp_path_factory.mktemp("ensemble"), BROKER="wheel", DEMO="0", WORKER_PROCESSES="2") as running:
        yield running


def figures(printed):
    return json.loads(printed)["figures"]


def test_workers_find_what_one_command_finds_alone_even_when_they_are_killed(installation, tmp_path):
    alone = figures(installation.manage("project", *ASKED, "--seed", "1", VAR_DIR=str(tmp_path)))

    told = subprocess.Popen(
        [*MANAGE, "project", *ASKED, "--seed", "1", "--split"],
        env=installation.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    heard = {}
    reader = threading.Thread(target=lambda: heard.update(zip(("out", "err"), told.communicate(), strict=True)))
    reader.start()
    wait_for(lambda: installation.ask_database(NEWEST), "the question")
    own = installation.ask_database(NEWEST)[0][0]
    wait_for(lambda: installation.ask_database(RUNNING, [own])[0][0] > 0, "a part to begin")
    assert processes.kill(installation.var_dir, "celery --app config worker")
    reader.join(3 * PATIENCE)

    assert told.returncode == 0, heard
    assert "2 parts, 2 at a time" in heard["err"]
    assert figures(heard["out"]) == alone
    attempts = dict(installation.ask_database(ATTEMPTS, [own]))
    assert set(attempts) == {0, 1, 2}
    assert max(attempts.values()) == 2  # done again by another, once
