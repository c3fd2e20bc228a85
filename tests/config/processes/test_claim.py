# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""One installation a folder and a port; who comes second is told what to do."""

import contextlib
import os
import socket

import pytest
from django.core.management import CommandError

from config.processes.claim import Claim, listen


def test_a_folder_in_use_is_refused_with_the_address_and_how_to_stop_it(tmp_path):
    with (
        Claim(tmp_path, "http://127.0.0.1:8000"),
        pytest.raises(
            CommandError, match=rf"already running.*127\.0\.0\.1:8000 \(process {os.getpid()}\)[^$]*kill {os.getpid()}"
        ),
        Claim(tmp_path, "http://127.0.0.1:9000"),
    ):
        pytest.fail("the second claim was granted")


def test_a_folder_is_free_again_after_a_stop(tmp_path):
    for address in ("http://127.0.0.1:8000", "http://127.0.0.1:9000"):
        with Claim(tmp_path, address):
            assert address in (tmp_path / "up.lock").read_text()


def test_a_taken_port_is_refused_with_another_one_to_try():
    with contextlib.closing(listen("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=rf"port {port}: Address already in use[^$]*make run PORT={port + 1}"):
            listen("127.0.0.1", port)


def test_an_address_of_another_machine_is_refused():
    with pytest.raises(CommandError, match=r"Cannot listen on 192\.0\.2\.1 port 8000"):
        listen("192.0.2.1", 8000)


def test_a_port_that_was_just_left_can_be_used_at_once():
    with contextlib.closing(listen("127.0.0.1", 0)) as first:
        port = first.getsockname()[1]
        with contextlib.closing(socket.create_connection(("127.0.0.1", port))), contextlib.closing(first.accept()[0]):
            pass
    with contextlib.closing(listen("127.0.0.1", port)) as second:
        assert second.getsockname()[1] == port
