# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The letter that asks."""

import datetime as dt

import factory

from tests.factories.workshops import WorkshopFactory
from workshops.models import AskingSentence, Paragraph, Question, Request


class RequestFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Request

    workshop = factory.SubFactory(WorkshopFactory)
    subject = "Adviesaanvraag"
    sender = "De minister"
    addressee = "De raad"
    dated_on = dt.date(2015, 9, 30)
    source = "Kamerstuk"


class ParagraphFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Paragraph

    request = factory.SubFactory(RequestFactory)
    number = factory.LazyAttribute(lambda one: one.request.paragraphs.count() + 1)
    text = factory.Sequence(lambda n: f"Wij vragen u om vraag {n} te beantwoorden.")


class QuestionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Question

    request = factory.SubFactory(RequestFactory)
    number = factory.LazyAttribute(lambda one: one.request.questions.count() + 1)
    short_title = factory.Sequence(lambda n: f"Vraag {n}")
    text = "Welke groepen komen onder druk te staan?"


class AskingSentenceFactory(factory.django.DjangoModelFactory):
    """A quote of its paragraph: the whole of it, unless told otherwise."""

    class Meta:
        model = AskingSentence

    paragraph = factory.SubFactory(ParagraphFactory)
    key = factory.Sequence(lambda n: f"ask-{n}")
    order = factory.LazyAttribute(lambda one: one.paragraph.asks.count() + 1)
    quote = factory.SelfAttribute("paragraph.text")
    label = "Een vraag"
    answered_by = "question"
