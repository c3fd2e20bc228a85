# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Telling, changing and remarking on the pages: what is refused stays on the form, and what waits is seen by whom it may."""

import pytest
from django.urls import reverse

from tests.factories import (
    AnnotationFactory,
    ParticipationFactory,
    PracticeExampleFactory,
    UserFactory,
    WorkshopFactory,
)
from workshops.enums import Role
from workshops.models import Annotation

pytestmark = pytest.mark.django_db

FIRST, SECOND = "Wij leren elke week.", "De robot kwam in mei."


@pytest.fixture
def workshop():
    return WorkshopFactory(is_public=True)


@pytest.fixture
def example(workshop):
    return PracticeExampleFactory(topic=workshop.topic, cope=f"{FIRST}\n\n{SECOND}", submitted_by=UserFactory())


@pytest.fixture
def secretary(workshop):
    return ParticipationFactory(workshop=workshop, role=Role.SECRETARY).person


@pytest.fixture
def observer(workshop):
    return ParticipationFactory(workshop=workshop, role=Role.OBSERVER).person


def at(name, workshop, *args):
    return reverse(f"workshops:{name}", args=[workshop.slug, *args])


def remark(**changes):
    return {"part": "cope", "quote": SECOND, "stance": "supports", "note": "Zo is het."} | changes


def changed(example, **changes):
    words = {name: getattr(example, name) for name in ("title", "told_by", "sector", "cope", "prepare")}
    return words | {"consent": "on", "onto": 1} | changes


def test_the_address_of_a_paragraph_lays_its_words_ready(client, workshop, example, observer):
    client.force_login(observer)

    answer = client.get(at("example", workshop, example.pk), {"part": "cope", "paragraph": "2"})

    assert answer.context["form"].initial == {"part": "cope", "quote": SECOND, "near": len(FIRST) + 2}


@pytest.mark.parametrize(
    "asked", [{"part": "x"}, {"part": "cope", "paragraph": "9"}, {"part": "cope", "paragraph": "-1"}]
)
def test_a_paragraph_that_is_not_there_lays_nothing_ready(client, workshop, example, observer, asked):
    client.force_login(observer)

    assert client.get(at("example", workshop, example.pk), asked).context["form"].initial == {}


def test_a_remark_is_a_link_in_the_text_and_back(client, workshop, example, observer):
    client.force_login(observer)

    answer = client.post(at("example_annotate", workshop, example.pk), remark(), follow=True)

    page, made = answer.content.decode(), Annotation.objects.get()
    assert f'<a class="asks" href="#remark-{made.pk}">{SECOND}</a>' in page
    assert f'href="#passage-{made.pk}"' in page


def test_words_of_html_in_a_text_stay_words(client, workshop, example):
    example.editions.all().delete()
    example.cope = "<script>alert(1)</script> & meer."
    example.save()
    example.editions.create(number=1, made_at=example.submitted_at, cope=example.cope, prepare=example.prepare)
    AnnotationFactory(workshop=workshop, example=example, quote="script>alert", note="<b>vet</b>")

    page = client.get(at("example", workshop, example.pk)).content.decode()

    assert "<script>alert" not in page
    assert "<b>vet</b>" not in page


@pytest.mark.parametrize("change", [{"quote": "Staat er niet."}, {"quote": "x" * 1_001}, {"note": ""}, {"near": "-3"}])
def test_a_remark_that_cannot_be_anchored_stays_on_the_form(client, workshop, example, observer, change):
    client.force_login(observer)

    answer = client.post(at("example_annotate", workshop, example.pk), remark(**change))

    assert answer.status_code == 400
    assert answer.context["form"]["stance"].value() == "supports"
    assert not Annotation.objects.exists()


def test_overlapping_passages_are_all_marked(client, workshop, example):
    whole = AnnotationFactory(workshop=workshop, example=example, quote=FIRST)
    inner = AnnotationFactory(workshop=workshop, example=example, quote="leren")

    page = client.get(at("example", workshop, example.pk)).content.decode()

    assert f'href="#remark-{whole.pk}">Wij </a>' in page
    assert f'href="#remark-{inner.pk}">leren</a>' in page


def test_a_change_that_waits_is_seen_by_its_teller_and_the_secretariat_only(
    client, workshop, example, secretary, observer
):
    client.force_login(example.submitted_by)
    assert client.post(at("example_change", workshop, example.pk), changed(example, cope="Nieuw.")).status_code == 302
    waiting = at("example_edition", workshop, example.pk, 2)

    seen = {}
    for person in (example.submitted_by, secretary, observer):
        client.force_login(person)
        seen[person] = (
            client.get(waiting).status_code,
            client.get(at("example_text", workshop, example.pk, 2, "cope.nl")).status_code,
        )
        assert "Nieuw." not in client.get(at("example", workshop, example.pk)).content.decode()
    assert list(seen.values()) == [(200, 200), (200, 200), (404, 404)]


def test_a_change_onto_an_older_text_is_refused_with_everything_still_in_it(client, workshop, example, secretary):
    client.force_login(secretary)
    client.post(at("example_change", workshop, example.pk), changed(example, title="Eerst"))

    answer = client.post(at("example_change", workshop, example.pk), changed(example, title="Te laat"))

    assert answer.status_code == 400
    assert answer.context["form"]["title"].value() == "Te laat"
    assert example.editions.count() == 2


def test_a_stranger_neither_changes_nor_withdraws(client, workshop, example):
    client.force_login(UserFactory())

    for name in ("example_change", "example_withdraw"):
        assert client.get(at(name, workshop, example.pk)).status_code == 403
        assert client.post(at(name, workshop, example.pk), changed(example)).status_code == 403


def test_a_withdrawn_example_is_gone_with_its_texts(client, workshop, example):
    client.force_login(example.submitted_by)
    client.post(at("example_withdraw", workshop, example.pk))

    for address in (at("example", workshop, example.pk), at("example_text", workshop, example.pk, 1, "cope.nl")):
        assert client.get(address).status_code == 404


def test_what_was_read_is_what_is_published(client, workshop, secretary):
    example = PracticeExampleFactory(topic=workshop.topic, state="submitted", submitted_by=UserFactory())
    client.force_login(example.submitted_by)
    client.post(at("example_change", workshop, example.pk), changed(example, cope="Met een naam."))

    client.force_login(secretary)
    client.post(at("example_publish", workshop, example.pk), {"onto": "1"})
    example.refresh_from_db()
    assert example.state == "submitted"

    client.post(at("example_publish", workshop, example.pk), {"onto": "2"})
    example.refresh_from_db()
    assert (example.state, example.cope) == ("published", "Met een naam.")


def test_an_example_is_sent_back_with_words_that_its_teller_sees(client, workshop, secretary):
    example = PracticeExampleFactory(topic=workshop.topic, state="submitted", submitted_by=UserFactory())
    client.force_login(secretary)
    client.post(at("example_return", workshop, example.pk), {"reason": "Noem de plaats niet."})

    client.force_login(example.submitted_by)
    assert "Noem de plaats niet." in client.get(at("example", workshop, example.pk)).content.decode()


def test_the_bare_text_is_served_as_it_is(client, workshop, example):
    answer = client.get(at("example_text", workshop, example.pk, 1, "cope.nl"))

    assert answer.content.decode() == example.cope
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    for name in ("cope.en", "cope", "secret.nl", "cope.xx"):
        assert client.get(at("example_text", workshop, example.pk, 1, name)).status_code == 404


@pytest.mark.parametrize("text", ["", "x" * 2_001])
def test_an_answer_that_cannot_be_sent_stays_on_the_page(client, workshop, example, observer, text):
    made = AnnotationFactory(workshop=workshop, example=example)
    client.force_login(observer)

    answer = client.post(at("remark_answer", workshop, example.pk, made.pk), {"text": text})

    assert answer.status_code == 400
    assert text in answer.content.decode()
    assert not made.replies.exists()


def test_a_remark_is_answered_resolved_and_reopened(client, workshop, example, observer):
    made = AnnotationFactory(workshop=workshop, example=example, author=observer)
    client.force_login(observer)

    client.post(at("remark_answer", workshop, example.pk, made.pk), {"text": "Klopt dat?"})
    client.post(at("remark_resolve", workshop, example.pk, made.pk))
    page = client.get(at("example", workshop, example.pk))
    assert "Klopt dat?" in page.content.decode()
    assert [one.annotation for one in page.context["resolved"]] == [made]

    client.post(at("remark_reopen", workshop, example.pk, made.pk))
    assert [one.annotation for one in client.get(at("example", workshop, example.pk)).context["remarks"]] == [made]


def test_the_page_asks_as_much_for_many_remarks_as_for_few(
    client, workshop, example, observer, django_assert_max_num_queries
):
    client.force_login(observer)
    for size in (2, 12):
        while Annotation.objects.count() < size:
            made = AnnotationFactory(workshop=workshop, example=example, author=UserFactory())
            made.replies.create(text="Ja.", author=UserFactory(), capacity="observer", at=made.created_at)
        with django_assert_max_num_queries(15):
            client.get(at("example", workshop, example.pk))
