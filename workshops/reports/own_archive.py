# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is kept of a person, as a file to take along."""

import io
import json
import zipfile
from datetime import datetime

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from django.utils.translation import gettext as _

from workshops.models import User
from workshops.selectors.own_data import Rows, own_data


def own_archive(person: User, *, at: datetime) -> bytes:
    """Return everything that is tied to a person, with a page that says what it is."""
    data = own_data(person)
    files = {
        "README.txt": readme(person, data, at=at),
        "own-data.json": json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1, sort_keys=True),
    }
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return kept.getvalue()


def readme(person: User, data: dict[str, Rows], *, at: datetime) -> str:
    """Say what is in the file, and what cannot be."""
    told = [
        _("What is kept of %(name)s, on %(day)s.")
        % {"name": person.get_full_name(), "day": timezone.localtime(at).date().isoformat()},
        _("own-data.json holds the rows of every table that is tied to your account, by the name of the table:"),
        "\n".join(f"    {name}: {len(rows)}" for name, rows in sorted(data.items())),
        _(
            "Not in it: your password and the secret of a token, which are kept unreadable; ballots of a secret round, and those "
            "of a round without names whose tie to a seat was cut, because nobody can tell which are yours; and your name in "
            "a report that is frozen."
        ),
    ]
    return "\n\n".join(told) + "\n"
