# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pycrdt import Doc, Text

from scenarios.errors import BehindError, TextError, TooLongError
from scenarios.jobs.compaction import compact
from scenarios.models import Document, DocumentUpdate
from scenarios.services.documents import COMPACT_AFTER, Sent, Writer, append_update, change_text
from tests.factories import Browser, DocumentFactory, UserFactory

pytestmark = pytest.mark.django_db

EMPLOYER, UNION = Writer(None, "employers:1"), Writer(None, "unions:2")


@pytest.fixture
def document():
    return DocumentFactory()


@pytest.fixture
def announced(monkeypatch):
    topics = []
    monkeypatch.setattr("scenarios.services.documents.announce", topics.append)
    return topics


def test_an_update_is_stored_before_it_is_announced(document, monkeypatch):
    stored = []
    monkeypatch.setattr(
        "scenarios.services.documents.announce", lambda _topic: stored.append(DocumentUpdate.objects.count())
    )
    browser = Browser(document, EMPLOYER)
    browser.type(0, "Stel: ")

    browser.send()

    assert stored == [1]


def test_what_one_types_another_reads(document):
    one, other = Browser(document, EMPLOYER), Browser(document, UNION)
    one.type(12, " Robots helpen.")
    one.send()

    other.fetch()

    assert other.text == "Het is 2030. Robots helpen." == Document.objects.get().text


def test_two_who_type_in_one_paragraph_both_keep_their_words(document):
    one, other = Browser(document, EMPLOYER), Browser(document, UNION)
    one.type(7, "nu al ")
    other.type(7, "straks ")
    one.send()
    other.send()
    for browser in (one, other):
        browser.fetch()

    assert one.text == other.text == Document.objects.get().text
    assert "nu al " in one.text
    assert "straks " in one.text


def test_the_same_update_sent_again_is_stored_once(document, announced):
    browser = Browser(document, EMPLOYER)
    browser.type(0, "Eén keer. ")
    sent = browser.update()
    first = append_update(document=document, sent=sent, writer=EMPLOYER)

    again = append_update(document=document, sent=sent, writer=EMPLOYER)

    assert (again.number, again.text) == (first.number, first.text)
    assert len(announced) == 1


def test_an_update_sent_again_under_another_key_changes_nothing(document):
    browser = Browser(document, EMPLOYER)
    browser.type(0, "Eén keer. ")
    browser.send()
    browser.sent_until = Doc().get_state()

    assert browser.send().number == 1


def test_whose_words_are_whose_is_known(document):
    browser = Browser(document, UNION)
    browser.type(7, "vast ")
    browser.send()

    assert Document.objects.get().stretches == [[7, ""], [5, "unions:2"], [5, ""]]


def test_the_person_behind_an_update_is_kept_until_it_is_compacted(document):
    person = UserFactory()
    browser = Browser(document, Writer(person, "employers:1"))
    browser.type(0, "a")
    browser.send()

    assert DocumentUpdate.objects.get().author == person


def test_a_text_that_gets_too_long_is_refused_with_both_numbers():
    document = DocumentFactory(longest=20)
    browser = Browser(document)
    browser.type(0, "Veel te veel woorden. ")

    with pytest.raises(TooLongError) as refusal:
        browser.send()

    assert "20" in refusal.value.message
    assert "34" in refusal.value.message
    assert Document.objects.get().text == "Het is 2030."


def test_a_text_that_is_too_long_may_get_shorter():
    document = DocumentFactory(text="Het is een lang verhaal.", longest=10)
    browser = Browser(document)
    browser.delete(0, 4)

    assert browser.send().text == "is een lang verhaal."


def test_words_typed_too_long_and_then_cut_are_taken_in_after_all():
    document = DocumentFactory(longest=20)
    browser = Browser(document)
    browser.type(0, "Veel te veel woorden. ")
    with pytest.raises(TooLongError):
        browser.send()
    browser.delete(0, 18)

    assert browser.send().text == "en. Het is 2030."


@pytest.mark.parametrize("data", [b"", b"geen update", b"\xff" * 40])
def test_what_cannot_be_read_is_refused_with_words(document, data):
    sent = Sent(key=uuid4(), epoch=1, data=data, client=1, clock=0)

    with pytest.raises(TextError):
        append_update(document=document, sent=sent, writer=EMPLOYER)


def test_more_than_anybody_types_at_once_is_refused(document):
    sent = Sent(key=uuid4(), epoch=1, data=bytes(500_000), client=1, clock=0)

    with pytest.raises(TooLongError):
        append_update(document=document, sent=sent, writer=EMPLOYER)


def test_signs_that_nobody_can_see_are_refused(document):
    browser = Browser(document)
    browser.type(0, "\x00")

    with pytest.raises(TextError):
        browser.send()


def test_html_and_script_are_words_like_any_other(document):
    browser = Browser(document)
    browser.type(0, "<script>alert(1)</script> ")

    assert browser.send().text == "<script>alert(1)</script> Het is 2030."


def test_a_browser_that_builds_on_what_is_not_here_is_asked_for_all_of_it(document):
    doc = Doc()
    words = doc.get("text", type=Text)
    words.insert(0, "Eerst ")
    before = doc.get_state()
    words.insert(6, "dan")
    sent = Sent(key=uuid4(), epoch=1, data=doc.get_update(before), client=doc.client_id, clock=9)

    with pytest.raises(BehindError):
        append_update(document=document, sent=sent, writer=EMPLOYER)

    whole = Sent(key=uuid4(), epoch=1, data=doc.get_update(), client=doc.client_id, clock=9)
    assert "Eerst dan" in append_update(document=document, sent=whole, writer=EMPLOYER).text


def test_an_update_for_an_earlier_epoch_is_refused(document):
    browser = Browser(document)
    browser.type(0, "a")
    Document.objects.update(epoch=2)

    with pytest.raises(BehindError):
        browser.send()


def test_the_site_changes_only_the_words_that_differ(document):
    browser = Browser(document, EMPLOYER)
    browser.type(0, "Stel je voor. ")
    change_text(document=document, text="Het is 2031.", writer=UNION)
    browser.send()

    assert Document.objects.get().text == "Stel je voor. Het is 2031."


def test_a_text_that_reads_the_same_is_no_change(document, announced):
    assert change_text(document=document, text="Het is 2030.", writer=UNION).number == 0
    assert announced == []


def test_line_ends_of_a_form_become_plain_ones(document):
    assert change_text(document=document, text="Een.\r\n\r\nTwee.", writer=UNION).text == "Een.\n\nTwee."


def test_after_many_updates_a_worker_is_asked_to_compact(document, monkeypatch, django_capture_on_commit_callbacks):
    asked = []
    monkeypatch.setattr("scenarios.services.documents.compact_soon", asked.append)
    browser = Browser(document)
    with django_capture_on_commit_callbacks(execute=True):
        for _time in range(COMPACT_AFTER + 5):
            browser.type(0, "a")
            browser.send()

    assert asked == [document.pk]


ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("type"), st.integers(0, 2), st.integers(0, 25), st.text(alphabet="ab é😀\n", max_size=4)),
        st.tuples(st.just("delete"), st.integers(0, 2), st.integers(0, 25), st.integers(1, 5)),
        st.tuples(st.sampled_from(["send", "fetch", "again"]), st.integers(0, 2), st.just(0), st.just(0)),
        st.tuples(
            st.sampled_from(["compact", "form"]), st.integers(0, 2), st.integers(0, 12), st.text("xy ", max_size=3)
        ),
    ),
    max_size=25,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(ACTS)
def test_three_browsers_agree_whatever_they_did_in_whatever_order(acts):
    """Type, delete, send, send again, fetch, save by form, compact: afterwards everybody reads what the site keeps."""
    document = DocumentFactory()
    browsers = [Browser(document, Writer(None, f"seat:{number}")) for number in range(3)]
    for act, who, at, what in acts:
        browser = browsers[who]
        if act == "type":
            browser.type(at, what)
        elif act == "delete":
            browser.delete(at, at + what)
        elif act == "fetch":
            browser.fetch()
        elif act == "send":
            browser.send()
        elif act == "again":
            browser.send()
            browser.sent_until = Doc().get_state()
        elif act == "compact":
            compact(document.pk)
        else:
            text = Document.objects.get(pk=document.pk).text
            change_text(document=document, text=text[:at] + what + text[at:], writer=UNION)
    for browser in browsers:
        browser.send()
    for browser in browsers:
        browser.fetch()
    stored = Document.objects.get(pk=document.pk)

    assert {browser.text for browser in browsers} == {stored.text}
    assert sum(size for size, _who in stored.stretches) == len(stored.text.encode())
