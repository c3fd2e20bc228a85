# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Keep a text small: its updates become one, and once nobody writes any more it starts anew from its bare words."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from scenarios.announce import announce
from scenarios.models import Document
from scenarios.selectors.documents import shared_text_of
from scenarios.texts.shared import SharedText

COMPACT_FROM = 50
QUIET = timedelta(minutes=15)
SPARE_BYTES = 16_000
TIMES_ITS_TEXT = 4


@transaction.atomic
def compact(document_id: UUID) -> int:
    """Put the updates of a text together into one; return how many there were. Asked twice it is done once."""
    document = Document.objects.select_for_update().filter(pk=document_id).first()
    if document is None or document.number == document.compacted:
        return 0
    merged = document.number - document.compacted
    document.snapshot, document.compacted = shared_text_of(document).whole, document.number
    document.save(update_fields=["snapshot", "compacted"])
    document.updates.filter(number__lte=document.compacted).delete()
    return merged


@transaction.atomic
def begin_anew(document_id: UUID) -> bool:
    """Start the next epoch from the bare text, when much more is carried along than it says and nobody writes."""
    document = Document.objects.select_for_update().get(pk=document_id)
    is_quiet = document.changed_at is None or document.changed_at < timezone.now() - QUIET
    if not is_quiet or len(document.snapshot) < SPARE_BYTES + TIMES_ITS_TEXT * len(document.text.encode()):
        return False
    shared = SharedText()
    shared.become(document.text, writer="")
    document.updates.all().delete()
    document.number += 1
    document.epoch, document.compacted, document.snapshot = document.epoch + 1, document.number, shared.whole
    document.save(update_fields=["epoch", "number", "compacted", "snapshot"])
    announce(document.topic)
    return True


def compact_grown() -> int:
    """Compact every text with many updates; return how many texts that were."""
    grown = list(Document.objects.grown(COMPACT_FROM).values_list("pk", flat=True))
    for pk in grown:
        compact(pk)
    for pk in Document.objects.bulky(spare=SPARE_BYTES, times=TIMES_ITS_TEXT).values_list("pk", flat=True):
        begin_anew(pk)
    return len(grown)
