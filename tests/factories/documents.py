# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A text that is written together, and browsers that write in it."""

from uuid import uuid4

import factory
from pycrdt import Doc, Text

from scenarios.models import Document
from scenarios.selectors.documents import news_since
from scenarios.services.documents import Sent, Writer, append_update, new_document

NOBODY = Writer(None, "")


class DocumentFactory(factory.django.DjangoModelFactory):
    """A text of a few words."""

    class Meta:
        model = Document

    text = "Het is 2030."
    longest = 2_000

    @classmethod
    def _create(cls, _model, *_args, **kwargs):
        return new_document(**kwargs)


class Browser:
    """What a browser does with a text: types at once, sends later, takes in what others sent."""

    def __init__(self, document: Document, writer: Writer = NOBODY) -> None:
        self.pk, self.writer = document.pk, writer
        self.doc: Doc = Doc()
        self.words = self.doc.get("text", type=Text)
        self.number, self.epoch = -1, document.epoch
        self.fetch()
        self.sent_until = self.doc.get_state()

    @property
    def text(self) -> str:
        return str(self.words)

    def type(self, at: int, words: str) -> None:
        """Put words at a place, counted in letters."""
        self.words.insert(self._byte(at), words)

    def delete(self, start: int, end: int) -> None:
        """Take out what stands from one place to another."""
        first, last = self._byte(start), self._byte(end)
        if last > first:
            del self.words[first:last]

    def update(self) -> Sent:
        """Return what is not sent yet, as it goes over the line."""
        data = self.doc.get_update(self.sent_until)
        return Sent(key=uuid4(), epoch=self.epoch, data=data, client=self.doc.client_id, clock=0)

    def send(self) -> Document:
        """Send what is not sent yet."""
        sent = self.update()
        document = append_update(document=Document.objects.get(pk=self.pk), sent=sent, writer=self.writer)
        self.sent_until = self.doc.get_state()
        return document

    def fetch(self) -> None:
        """Take in what came since."""
        news = news_since(Document.objects.get(pk=self.pk), self.number)
        for one in news.updates:
            self.doc.apply_update(one)
        self.number = news.number

    def _byte(self, at: int) -> int:
        return len(self.text[: max(0, min(at, len(self.text)))].encode())
