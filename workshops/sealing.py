# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Seal ballots to the key of a round, and open them: the key lies in a file, outside the database and its backups."""

import json
import os
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from nacl.encoding import HexEncoder
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from workshops.errors import SealError

BLOCK = 4_096  # every ballot is filled up to whole blocks, so that its length tells next to nothing


def make_key(round_id: UUID) -> str:
    """Make the key of a round, store its private half, and return the public half."""
    key = PrivateKey.generate()
    folder = _folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(_file(round_id), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(key.encode(HexEncoder))
    return key.public_key.encode(HexEncoder).decode("ascii")


def destroy_key(round_id: UUID) -> None:
    """Overwrite and remove the private half; from then on nothing that was sealed with it can be opened."""
    path = _file(round_id)
    if path.exists():
        path.write_bytes(os.urandom(64))
        path.unlink()


def seal(public_key: str, answers: dict[str, Any]) -> bytes:
    """Return answers as only the private half can read them."""
    plain = json.dumps(answers, ensure_ascii=False, separators=(",", ":")).encode()
    padded = plain + b" " * (-len(plain) % BLOCK)
    return bytes(SealedBox(PublicKey(public_key.encode("ascii"), HexEncoder)).encrypt(padded))


def unseal(round_id: UUID, content: bytes) -> dict[str, Any]:
    """Return the answers that were sealed, or say that the key is not here."""
    try:
        key = PrivateKey(_file(round_id).read_bytes(), HexEncoder)
        return dict(json.loads(SealedBox(key).decrypt(bytes(content))))
    except (OSError, CryptoError, ValueError) as failure:
        raise SealError from failure


def _folder() -> Path:
    return Path(settings.BALLOT_KEYS)


def _file(round_id: UUID) -> Path:
    return _folder() / f"{round_id}.key"
