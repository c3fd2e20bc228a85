# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Read settings from the environment, and say plainly what is wrong with one."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from secrets import choice, randbelow, token_urlsafe
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off"}
PLAIN_WORDS = (  # noqa: SIM905 -- easier to read and to add to
    "anker appel beker berg boek brug citroen deur dijk duin eiland fiets gracht haven hoed kaars kade kers klok koffer "
    "kompas kraan kust laan lamp linde maan markt meer molen mus oever olm park peer pont regen roos ster stoel storm "
    "strand tafel tak toren trein tuin veer vlieger vuur weide wolk zee zeil zon"
).split()


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


def broker(redis_url: str) -> str:
    """Return the broker address for Celery: a Unix socket is spelled otherwise there than in redis-py."""
    url = urlsplit(redis_url)
    if url.scheme in {"redis", "rediss"} and url.hostname:
        return redis_url
    if url.scheme == "unix" and url.path:
        return f"redis+socket://{url.path}?virtual_host={parse_qs(url.query).get('db', ['0'])[0]}"
    msg = f"REDIS_URL must look like redis://host:6379/0 or unix:///path/to/socket?db=0; it is {redis_url!r}."
    raise ImproperlyConfigured(msg)


def mail(url: str) -> dict[str, object]:
    """Return Django's settings for sending mail from smtp://name:password@host:port; smtp+tls and smtps encrypt."""
    where = urlsplit(url)
    known = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
    if where.scheme not in known or not where.hostname:
        msg = (
            "EMAIL_URL must look like smtp+tls://name:password@host:587 (or smtp:// without encryption, smtps:// with it "
            f"from the start); it begins with {where.scheme!r}."
        )
        raise ImproperlyConfigured(msg)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": where.hostname,
        "EMAIL_PORT": where.port or known[where.scheme],
        "EMAIL_HOST_USER": unquote(where.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(where.password or ""),
        "EMAIL_USE_TLS": where.scheme == "smtp+tls",
        "EMAIL_USE_SSL": where.scheme == "smtps",
        "EMAIL_TIMEOUT": 20,
    }


def random_key() -> str:
    """Return a long secret for machines."""
    return token_urlsafe(50)


def typable() -> str:
    """Return a secret that a person can read aloud and type: three plain words and a number."""
    return "-".join([*(choice(PLAIN_WORDS) for _ in range(3)), str(100 + randbelow(900))])


def secret(name: str, file: Path, make: Callable[[], str] = random_key) -> str:
    """Return a secret from the environment, else from a file that is made once and kept private."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    return file.read_text(encoding="ascii").strip() if file.exists() else _new_secret(file, make())


def _new_secret(file: Path, value: str) -> str:
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=file.parent, prefix=f".{file.name}-") as draft:  # private from birth
        draft.write(value)
        draft.flush()
        try:
            os.link(draft.name, file)
        except FileExistsError:  # another process was first
            return file.read_text(encoding="ascii").strip()
    return value
