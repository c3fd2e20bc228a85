# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Settings from the environment: right ones are read, wrong ones are named."""

import re
import stat

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env


def test_a_missing_setting_is_named_with_where_to_read_about_it(monkeypatch):
    monkeypatch.delenv("BASE_URL", raising=False)
    with pytest.raises(ImproperlyConfigured, match=r"BASE_URL is not set.*README"):
        env.text("BASE_URL")


def test_an_empty_setting_counts_as_missing(monkeypatch):
    monkeypatch.setenv("BASE_URL", "  ")
    with pytest.raises(ImproperlyConfigured, match="BASE_URL is not set"):
        env.text("BASE_URL")


@pytest.mark.parametrize(
    ("written", "meant"), [("1", True), ("Yes", True), ("off", False), ("FALSE", False), ("", True)]
)
def test_a_flag_reads_the_usual_words(monkeypatch, written, meant):
    monkeypatch.setenv("DEMO", written)
    assert env.flag("DEMO", default=True) is meant


def test_a_flag_refuses_another_word_and_lists_the_right_ones(monkeypatch):
    monkeypatch.setenv("DEMO", "maybe")
    with pytest.raises(ImproperlyConfigured, match=r"DEMO must be one of 1, 0, true.*'maybe'"):
        env.flag("DEMO", default=True)


@pytest.mark.parametrize("written", ["zero", "0", "101", "1.5", "-3"])
def test_a_number_outside_its_bounds_is_refused_with_the_bounds(monkeypatch, written):
    monkeypatch.setenv("DATABASE_POOL", written)
    with pytest.raises(
        ImproperlyConfigured, match=f"DATABASE_POOL must be a whole number from 1 to 100; it is '{written}'"
    ):
        env.number("DATABASE_POOL", default=8, low=1, high=100)


def test_a_number_that_is_not_given_has_its_default(monkeypatch):
    monkeypatch.delenv("DATABASE_POOL", raising=False)
    assert env.number("DATABASE_POOL", default=8, low=1, high=100) == 8


def test_words_are_split_at_commas(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", "a.example, b.example,,")
    assert env.words("ALLOWED_HOSTS") == ["a.example", "b.example"]


@pytest.mark.parametrize(
    ("redis", "celery"),
    [
        ("redis://localhost:6379/1", "redis://localhost:6379/1"),
        ("rediss://:secret@redis.example:6380/0", "rediss://:secret@redis.example:6380/0"),
        ("unix:///run/broker.sock?db=2", "redis+socket:///run/broker.sock?virtual_host=2"),
        ("unix:///run/a%20b/broker.sock", "redis+socket:///run/a%20b/broker.sock?virtual_host=0"),
    ],
)
def test_one_redis_address_serves_celery_too(redis, celery):
    assert env.broker(redis) == celery


@pytest.mark.parametrize("wrong", ["localhost:6379", "amqp://localhost", "unix://", "redis://"])
def test_another_kind_of_broker_address_is_refused_with_two_examples(wrong):
    with pytest.raises(ImproperlyConfigured, match=r"REDIS_URL must look like redis://host:6379/0 or unix:///path"):
        env.broker(wrong)


def test_a_secret_is_made_once_and_only_its_owner_can_read_it(monkeypatch, tmp_path):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    file = tmp_path / "var" / "secret_key"
    first = env.secret("SECRET_KEY", file)
    assert len(first) >= 50
    assert env.secret("SECRET_KEY", file) == first
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [entry.name for entry in file.parent.iterdir()] == ["secret_key"]


def test_a_secret_in_the_environment_goes_before_the_file(monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_KEY", "given")
    assert env.secret("SECRET_KEY", tmp_path / "secret_key") == "given"
    assert not (tmp_path / "secret_key").exists()


def test_a_demo_password_can_be_read_aloud_and_is_not_the_same_twice():
    made = {env.typable() for _ in range(20)}
    assert all(re.fullmatch(r"([a-z]+-){3}[0-9]{3}", word) for word in made)
    assert len(made) > 15
