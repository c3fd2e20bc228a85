# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Read settings from the environment, and say plainly what is wrong with one."""

import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from secrets import choice, randbelow, token_urlsafe
from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

DATABASES = {"postgres", "postgresql", "sqlite"}
SHORTEST_SECRET = 32
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


def words(name: str, default: str | None = None) -> list[str]:
    """Return a comma-separated list of at least one word; without a default it is required."""
    found = [word.strip() for word in text(name, default).split(",") if word.strip()]
    if found:
        return found
    msg = f"{name} must be one word or more, with commas between them; it is {os.environ.get(name)!r}."
    raise ImproperlyConfigured(msg)


def long_secret(name: str) -> str:
    """Return a required secret, refused when it is too short to keep anything safe."""
    value = text(name)
    if len(value) >= SHORTEST_SECRET:
        return value
    msg = (
        f"{name} must be at least {SHORTEST_SECRET} characters long; it has {len(value)}. Make one with: "
        "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
    )
    raise ImproperlyConfigured(msg)


def origin(name: str, default: str | None = None) -> str:
    """Return the address of a site: scheme and host, without a path."""
    value = text(name, default).rstrip("/")
    where = _split(value)
    if where and where.scheme in {"http", "https"} and where.hostname and value == f"{where.scheme}://{where.netloc}":
        return value
    msg = f"{name} must look like https://draagvlak.example.org, without a path; it is {value!r}."
    raise ImproperlyConfigured(msg)


def address(name: str, default: str) -> str:
    """Return an e-mail address."""
    value = text(name, default)
    if re.fullmatch(r"[^@\s]+@[^@\s]+", value):
        return value
    msg = f"{name} must be an e-mail address, like contact@example.org; it is {value!r}."
    raise ImproperlyConfigured(msg)


def database(url: str) -> dict[str, Any]:
    """Return Django's settings for a database; its address may hold a password, so it is not repeated."""
    where = _split(url)
    if where and where.scheme in DATABASES and (where.netloc or where.path.strip("/")):
        return dict(dj_database_url.parse(url))
    msg = "DATABASE_URL must look like postgres://name:password@host:5432/database, or sqlite:///path/to/file"
    raise ImproperlyConfigured(f"{msg}; it begins with {url.split(':', maxsplit=1)[0]!r}.")


def _split(url: str) -> SplitResult | None:
    """Take an address apart; none when its port is no number or it cannot be read at all."""
    try:
        where = urlsplit(url)
        _port = where.port
    except ValueError:
        return None
    return where


def broker(redis_url: str) -> str:
    """Return the broker address for Celery: a Unix socket is spelled otherwise there than in redis-py."""
    url = _split(redis_url)
    if url and url.scheme in {"redis", "rediss"} and url.hostname:
        return redis_url
    if url and url.scheme == "unix" and url.path:
        return f"redis+socket://{url.path}?virtual_host={parse_qs(url.query).get('db', ['0'])[0]}"
    msg = f"REDIS_URL must look like redis://host:6379/0 or unix:///path/to/socket?db=0; it is {redis_url!r}."
    raise ImproperlyConfigured(msg)


def mail(url: str) -> dict[str, object]:
    """Return Django's settings for sending mail from smtp://name:password@host:port; smtp+tls and smtps encrypt."""
    where = _split(url)
    known = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
    if not where or where.scheme not in known or not where.hostname:
        msg = (
            "EMAIL_URL must look like smtp+tls://name:password@host:587 (or smtp:// without encryption, smtps:// with it "
            f"from the start); it begins with {url.split(':', maxsplit=1)[0]!r}."
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


def folder(name: str, default: Path) -> Path:
    """Return a folder to write in, made when it is not there."""
    found = Path(text(name, str(default))).resolve()
    try:
        found.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = f"{name} must be a folder to write in; {found} cannot be made: {error.strerror}."
        raise ImproperlyConfigured(msg) from None
    return found


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
