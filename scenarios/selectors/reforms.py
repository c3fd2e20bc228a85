# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The catalogue of ready-made reforms, and finding one by plain words."""

import unicodedata
from collections.abc import Iterable, Sequence

from scenarios import vocabulary
from scenarios.models import ReformRevision


def catalogue_reforms() -> list[ReformRevision]:
    """Return the latest edition of each ready-made reform, in the order of the catalogue: one statement."""
    rows = ReformRevision.objects.filter(reform__key__isnull=False).select_related("reform__institution")
    latest = {row.reform.key: row for row in rows.order_by("number")}
    order = {reform.key: at for at, reform in enumerate(vocabulary.catalogue())}
    return sorted(latest.values(), key=lambda row: order.get(row.reform.key or "", len(order)))


def with_words(reforms: Iterable[ReformRevision], words: str) -> list[ReformRevision]:
    """Return the reforms in which every word occurs, in either language, in their texts, rules or levers."""
    wanted = _plain(words).split()
    return [one for one in reforms if all(word in _told(one) for word in wanted)]


def _told(revision: ReformRevision) -> str:
    levers = [vocabulary.lever(key) for key in revision.levers]
    texts: Sequence[str] = [
        *(revision.said(field, language) for field in ("title", "summary", "actors") for language in ("nl", "en")),
        *(text for lever in levers for text in (lever.label.nl, lever.label.en)),
        *(
            [revision.reform.institution.said("title", one) for one in ("nl", "en")]
            if revision.reform.institution
            else []
        ),
    ]
    return _plain(" ".join(texts))


def _plain(text: str) -> str:
    """Return a text without capitals and accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in parts if not unicodedata.combining(one))
