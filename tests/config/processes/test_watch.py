# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is watched is restarted when it dies, and leaves nothing behind when the watch ends."""

import os
import signal
import sys
import time

import pytest
from django.core.management import CommandError

from config.processes.watch import Watch
from config.processes.watched import Watched

SLEEPER = "import time; time.sleep(60)"
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"
WITH_CHILD = (
    "import subprocess, sys, time; child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
    "print(child.pid, flush=True); time.sleep(60)"
)


@pytest.fixture
def said():
    return []


@pytest.fixture
def process(tmp_path):
    def make(code, **extra):
        return Watched("worker", [sys.executable, "-c", code], tmp_path / "worker.log", tmp_path, **extra)

    return make


def wait_until(true, seconds=10):
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.02)


def is_gone(number):
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return True
    return False


def test_a_process_that_is_killed_is_started_again_and_said_so(said, process):
    with Watch(said.append) as watch:
        watch.add(process(SLEEPER))
        first = watch.all[0].child.pid
        os.kill(first, signal.SIGKILL)
        wait_until(lambda: watch.glance() or (watch.all[0].is_running and watch.all[0].child.pid != first))
    assert "The worker was ended by SIGKILL" in said[0]
    assert "starting it again in 0.5 s" in said[0]
    assert "worker.log" in said[0]


def test_what_a_dead_process_had_started_is_ended_too(said, process, tmp_path):
    with Watch(said.append) as watch:
        watch.add(process(WITH_CHILD))
        wait_until(lambda: (tmp_path / "worker.log").read_text().strip())
        child = int((tmp_path / "worker.log").read_text())
        os.kill(watch.all[0].child.pid, signal.SIGKILL)
        wait_until(lambda: watch.glance() or is_gone(child))


def test_each_early_death_doubles_the_pause(process):
    one = process("")
    pauses = []
    for _ in range(8):
        one.start()
        one.child.wait()
        one.bury()
        pauses.append(one.start_again - time.monotonic())
    assert [round(pause, 1) for pause in pauses] == [0.5, 1, 2, 4, 8, 16, 30, 30]


def test_one_that_will_not_start_ends_the_start_with_its_last_words(said, process):
    with Watch(said.append) as watch:
        watch.add(process("raise SystemExit('no such table')"))
        with pytest.raises(CommandError, match=r"does not stay up[^$]*no such table"):
            watch.until(lambda: False, seconds=20)


def test_asking_to_stop_stops_all_in_reverse_order(said, process, tmp_path):
    with Watch(said.append) as watch:
        watch.add(process(WITH_CHILD))
        wait_until(lambda: (tmp_path / "worker.log").read_text().strip())
        processes = [watch.all[0].child.pid, int((tmp_path / "worker.log").read_text())]
        os.kill(os.getpid(), signal.SIGTERM)
        watch.keep()
    assert said == ["Stopping ..."]
    wait_until(lambda: all(map(is_gone, processes)))


def test_one_that_does_not_listen_is_ended_after_its_time(said, process, tmp_path):
    with Watch(said.append) as watch:
        watch.add(process(STUBBORN, seconds_to_stop=0.2))
        wait_until((tmp_path / "worker.log").read_text)
        number = watch.all[0].child.pid
    assert is_gone(number)


def test_signals_mean_what_they_did_before_once_the_watch_is_over(said):
    before = signal.getsignal(signal.SIGTERM)
    with Watch(said.append):
        assert signal.getsignal(signal.SIGTERM) != before
    assert signal.getsignal(signal.SIGTERM) == before
