# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A log tells what went wrong and where, never what people wrote."""

import io
import logging
import logging.config

import pytest
import structlog
from django.conf import settings


@pytest.fixture
def printed(monkeypatch):
    """What the configured handler prints."""
    formatter = logging.config.DictConfigurator(settings.LOGGING).configure_formatter(
        settings.LOGGING["formatters"]["plain"]
    )
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter)
    logger = logging.getLogger("a room")
    monkeypatch.setattr(logger, "handlers", [handler])
    monkeypatch.setattr(logger, "propagate", False)
    return stream


def fail_with(log, reason):
    """Go wrong while holding a person's words."""
    try:
        _ = reason, 1 / 0
    except ZeroDivisionError:
        log.exception("could not count")


@pytest.mark.parametrize("logger", [logging.getLogger, structlog.get_logger], ids=["stdlib", "structlog"])
def test_a_fault_is_logged_with_its_place_and_without_anybodys_words(printed, logger):
    fail_with(logger("a room"), reason="I vote against because")
    assert "could not count" in printed.getvalue()
    assert "ZeroDivisionError" in printed.getvalue()
    assert "test_logs.py" in printed.getvalue()
    assert "I vote against" not in printed.getvalue()


def test_a_refused_request_is_logged_by_its_place_and_not_by_what_was_asked(client, caplog):
    client.get("/nothing-here/?lever_minimum_wage=99&q=secret")

    told = [str(one.msg) for one in caplog.records]
    assert any("/nothing-here/" in words for words in told)
    assert not [words for words in told if "secret" in words or "lever" in words]
