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


@pytest.mark.parametrize("written", ["", " ", ",", " , "])
def test_a_list_without_a_word_is_refused(monkeypatch, written):
    monkeypatch.setenv("ALLOWED_HOSTS", written)
    with pytest.raises(ImproperlyConfigured, match="ALLOWED_HOSTS"):
        env.words("ALLOWED_HOSTS")


def test_a_short_secret_is_refused_with_how_to_make_one_and_is_not_repeated(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "hush")
    with pytest.raises(ImproperlyConfigured, match=r"at least 32 characters long; it has 4.*token_urlsafe") as refusal:
        env.long_secret("SECRET_KEY")
    assert "hush" not in str(refusal.value)


def test_the_address_of_the_site_has_a_scheme_and_a_host_and_no_path(monkeypatch):
    monkeypatch.setenv("BASE_URL", "https://draagvlak.example.org:8443/")
    assert env.origin("BASE_URL") == "https://draagvlak.example.org:8443"


@pytest.mark.parametrize(
    "written", ["example.org", "ftp://example.org", "https://", "https://example.org/sub", "http://a:b"]
)
def test_what_is_no_address_of_a_site_is_refused_with_an_example(monkeypatch, written):
    monkeypatch.setenv("BASE_URL", written)
    with pytest.raises(ImproperlyConfigured, match=r"BASE_URL must look like https://"):
        env.origin("BASE_URL")


@pytest.mark.parametrize("written", ["nobody", "a@b@c", "a b@c"])
def test_what_is_no_mail_address_is_refused(monkeypatch, written):
    monkeypatch.setenv("CONTACT_EMAIL", written)
    with pytest.raises(ImproperlyConfigured, match="CONTACT_EMAIL must be an e-mail address"):
        env.address("CONTACT_EMAIL", "contact@example.org")


@pytest.mark.parametrize(
    "url", ["nonsense", "mysql://name:hush@host/x", "postgres://", "postgres://name:hush@host:port/x"]
)
def test_a_database_that_we_do_not_know_is_refused_without_its_password(url):
    with pytest.raises(ImproperlyConfigured, match=r"DATABASE_URL must look like postgres://") as refusal:
        env.database(url)
    assert "hush" not in str(refusal.value)


def test_a_folder_that_cannot_be_made_is_said(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("", encoding="ascii")
    monkeypatch.setenv("VAR_DIR", str(tmp_path / "file" / "var"))
    with pytest.raises(ImproperlyConfigured, match="VAR_DIR must be a folder to write in"):
        env.folder("VAR_DIR", tmp_path)
