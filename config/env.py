# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Read settings from the environment, and say plainly what is wrong with one."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off"}


def text(name: str, default: str | None = None) -> str:
    """Return a text setting; without a default it is required."""
    value = os.environ.get(name, "").strip() or default
    if value is None:
        msg = f"{name} is not set. Set it in the environment; the README's table of settings says what it is for."
        raise ImproperlyConfigured(msg)
    return value


def flag(name: str, *, default: bool) -> bool:
    """Return a yes/no setting written as 1/0, true/false, yes/no or on/off."""
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in TRUE | FALSE:
        return value in TRUE
    msg = f"{name} must be one of 1, 0, true, false, yes, no, on, off; it is {value!r}."
    raise ImproperlyConfigured(msg)


def number(name: str, *, default: int, low: int, high: int) -> int:
    """Return a whole number within bounds."""
    value = os.environ.get(name, "").strip()
    if not value:
        return default
    if not value.lstrip("-").isdigit() or not low <= int(value) <= high:
        msg = f"{name} must be a whole number from {low} to {high}; it is {value!r}."
        raise ImproperlyConfigured(msg)
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """Return a comma-separated list."""
    return [word.strip() for word in text(name, default or " ").split(",") if word.strip()]


def secret(name: str, file: Path) -> str:
    """Return a secret from the environment, else from a file that is made once and kept private."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    return file.read_text(encoding="ascii").strip() if file.exists() else _new_secret(file)


def _new_secret(file: Path) -> str:
    from secrets import token_urlsafe  # noqa: PLC0415 -- needed once in the life of an installation

    file.parent.mkdir(parents=True, exist_ok=True)
    value = token_urlsafe(50)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as handle:
        handle.write(value)
    return value
