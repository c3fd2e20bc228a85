# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page "How good is this model?": what it shows before, while and after a worker computed it."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from scenarios import tasks, vocabulary
from scenarios.arrays import MODEL_VERSION
from scenarios.arrays.validation import computed_rows
from scenarios.models import Validation

pytestmark = pytest.mark.django_db

ENGLISH = {"HTTP_ACCEPT_LANGUAGE": "en"}


@pytest.fixture(scope="module")
def rows():
    return computed_rows()


@pytest.fixture
def done(rows):
    return Validation.objects.create(
        engine_version=MODEL_VERSION, rows=rows, computed_at=timezone.now(), worker_seconds=1.25
    )


def page(client, name="validation", **headers):
    answer = client.get(reverse(name), **headers)
    assert answer.status_code == 200
    return answer.content.decode()


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_who_comes_first_has_it_computed_and_is_told_so(client, monkeypatch, django_capture_on_commit_callbacks):
    sent = []
    monkeypatch.setattr(tasks.run_validation, "apply_async", lambda **how: sent.append(how))
    with django_capture_on_commit_callbacks(execute=True):
        first, second = (page(client, **ENGLISH) for _ in range(2))
    assert "The figures are being computed" in first
    assert "The figures are being computed" in second
    assert len(sent) == 1
    assert Validation.objects.get().engine_version == MODEL_VERSION


def test_targets_stand_there_before_the_figures_do(client):
    html = words(page(client, **ENGLISH))
    assert "Unemployment of the low educated in 2025, basic scenario of 2015 (%)" in html
    assert "7.4 to 9.0" in html
    assert "checks pass" not in html


def test_every_check_stands_there_with_target_source_figure_and_verdict(client, done):
    html = page(client, **ENGLISH)
    assert html.count("<tr id=") == len(vocabulary.validation_checks())
    assert html.count('class="check-line"') == len(vocabulary.validation_checks())
    flat = words(html)
    assert "Press release" not in flat
    assert "CPB StatLine" not in flat
    assert "CBS StatLine 85266NED" in flat
    assert flat.count(" misses") >= len([one for one in done.rows if one["key"].startswith("since_employment")])


def test_misses_stand_on_top_with_what_they_tell(client, done):
    flat = words(page(client, **ENGLISH))
    miss = vocabulary.validation_check("since_employment_2024")
    told = flat.index(f"{miss.label.en} Model: ")
    assert told < flat.index("Beside CPB and SCP")
    assert miss.told.en in flat


def test_the_figures_are_those_that_are_stored_and_not_typed_in(client, done):
    for one in done.rows:
        if one["key"] == "since_employment_2024":
            one["value"] = 7.0731
    done.save()
    assert "Model: 7.07 million people" in words(page(client, **ENGLISH))


def test_it_reads_in_dutch_and_in_english(client, done):
    dutch = words(page(client, HTTP_ACCEPT_LANGUAGE="nl"))
    english = words(page(client, **ENGLISH))
    assert "Hoe goed is dit model?" in dutch
    assert "Voor besluiten gaat u naar het CPB" in dutch
    for one in vocabulary.weaknesses():
        assert one.sentence.nl.replace("'", "&#x27;") in dutch
        assert one.sentence.en.replace("'", "&#x27;") in english


def test_a_failure_says_what_happened_and_what_to_do(client):
    Validation.objects.create(engine_version=MODEL_VERSION, error="no unemployment at all")
    flat = words(page(client, **ENGLISH))
    assert "What the model said: no unemployment at all" in flat
    assert "manage.py validate --store" in flat


def test_a_page_asks_one_statement_whatever_is_stored(client, done, django_assert_num_queries):
    for version in range(30):
        Validation.objects.create(engine_version=f"0.0.{version}")
    with django_assert_num_queries(1):
        page(client)


def test_an_open_page_fetches_only_what_changed(client, done):
    tag = re.search(r'data-live-tag="([^"]+)"', page(client)).group(1).replace("&quot;", '"')
    now = reverse("validation_now")
    assert client.get(now, HTTP_IF_NONE_MATCH=tag).status_code == 304
    done.rows = done.rows[:-1]
    done.save()
    answer = client.get(now, HTTP_IF_NONE_MATCH=tag)
    assert answer.status_code == 200
    assert answer["ETag"] != tag
    assert "<html" not in answer.content.decode()


def test_the_page_cannot_be_posted_to(client):
    assert client.post(reverse("validation")).status_code == 405


def test_the_page_of_what_the_model_consists_of_leads_here(client):
    assert f'href="{reverse("validation")}"' in page(client, "model")
