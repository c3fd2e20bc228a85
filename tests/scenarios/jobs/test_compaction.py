# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from scenarios.errors import BehindError
from scenarios.jobs.compaction import SPARE_BYTES, TIMES_ITS_TEXT, begin_anew, compact, compact_grown
from scenarios.models import Document, DocumentUpdate
from scenarios.selectors.documents import news_since
from tests.factories import Browser, DocumentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def document():
    return DocumentFactory()


def typed(document, times):
    browser = Browser(document)
    for _time in range(times):
        browser.type(0, "a ")
        browser.send()
    return browser


def grown(times):
    """A text that so many updates made, words typed at the front and taken out at the end."""
    document = DocumentFactory(text="De raad schrijft.", longest=4_000)
    browser = Browser(document)
    sent = []
    watch = browser.doc.observe(lambda event: sent.append(event.update))
    for number in range(times):
        browser.type(number % 17, "woord ")
        if len(browser.text) > 600:
            browser.delete(300, 420)
    browser.doc.unobserve(watch)
    DocumentUpdate.objects.bulk_create(
        DocumentUpdate(document=document, number=number, data=data, at=timezone.now())
        for number, data in enumerate(sent, start=1)
    )
    Document.objects.filter(pk=document.pk).update(number=len(sent), text=browser.text, changed_at=timezone.now())
    return Document.objects.get(pk=document.pk)


def test_many_updates_become_one_and_the_text_stays(document):
    typed(document, 5)

    assert compact(document.pk) == 5

    stored = Document.objects.get()
    assert (stored.text, stored.compacted, stored.updates.count()) == ("a " * 5 + "Het is 2030.", 5, 0)
    assert Browser(stored).text == stored.text


def test_compacting_twice_is_compacting_once(document):
    typed(document, 3)
    compact(document.pk)

    assert compact(document.pk) == 0


def test_who_is_behind_what_was_compacted_still_gets_it(document):
    behind = Browser(document)
    typed(document, 3)
    compact(document.pk)
    behind.type(0, "b ")
    behind.fetch()
    behind.send()

    assert behind.text == Document.objects.get().text
    assert behind.text.count("a ") == 3


def test_only_texts_with_many_updates_are_compacted(document):
    few = DocumentFactory()
    typed(few, 3)
    typed(document, 60)

    assert compact_grown() == 1
    assert (document.updates.count(), few.updates.count()) == (0, 3)


def test_ten_thousand_updates_are_opened_as_one_of_bounded_size():
    """What a page loads does not grow with what was ever typed: no updates, and a snapshot in proportion to the text."""
    document = grown(10_000)
    compact_grown()
    Document.objects.update(changed_at=timezone.now() - timedelta(hours=1))
    compact_grown()
    stored = Document.objects.get()

    with CaptureQueriesContext(connection) as asked:
        news = news_since(stored, -1)

    assert stored.text == document.text
    assert len(asked) == 1
    assert sum(map(len, news.updates)) <= SPARE_BYTES + TIMES_ITS_TEXT * len(stored.text.encode())
    assert Browser(stored).text == stored.text


def test_a_text_starts_anew_only_when_nobody_wrote_for_a_while():
    grown(2_000)
    compact_grown()
    compact_grown()
    assert Document.objects.get().epoch == 1

    Document.objects.update(changed_at=timezone.now() - timedelta(hours=1))
    compact_grown()
    assert Document.objects.get().epoch == 2


def test_a_small_text_never_starts_anew(document):
    Document.objects.update(changed_at=timezone.now() - timedelta(days=1))

    assert begin_anew(document.pk) is False


def test_who_wrote_what_survives_a_new_start():
    document = grown(2_000)
    stretches = [[len(document.text.encode()) - 2, "employers:1"], [2, "unions:1"]]
    compact_grown()
    Document.objects.update(changed_at=timezone.now() - timedelta(hours=1), stretches=stretches)
    compact_grown()

    assert Document.objects.get().stretches == stretches


def test_who_was_away_during_a_new_start_hears_that_the_text_was_laid_out_anew():
    document = grown(2_000)
    compact_grown()
    away = Browser(Document.objects.get())
    away.type(0, "Onderweg getypt. ")
    Document.objects.update(changed_at=timezone.now() - timedelta(hours=1))
    compact_grown()

    with pytest.raises(BehindError):
        away.send()
    assert Document.objects.get().text == document.text
