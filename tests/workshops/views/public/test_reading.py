# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages that all may read: what they show, and that they ask the database as little at any size."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

import engine
from scenarios.enums import ExampleState
from scenarios.models import PracticeExample, ScenarioRevision, Validation
from tests.factories import PracticeExampleFactory
from workshops.models import ReportPdf, User, Workshop
from workshops.services import reports

pytestmark = pytest.mark.django_db

MOST_STATEMENTS = 15
TEMPLATES = Path(settings.BASE_DIR) / "templates"
HOW_GOOD = "How good is this model?"


@pytest.fixture
def workshop(example) -> Workshop:
    return Workshop.objects.get(slug="robotsamenleving")


@pytest.fixture
def hanna(client, workshop):
    """The secretary, signed in."""
    client.force_login(User.objects.get(username="hanna"))
    return client


def address(name: str, *args: object) -> str:
    return reverse(f"workshops:{name}", args=["robotsamenleving", *args])


def main_of(answer) -> str:
    """What stands on the page itself, without its head and foot."""
    return answer.content.decode().split("<main", 1)[1].split("</main>", 1)[0]


def targets_of_how_good(html: str) -> set[str]:
    """Where the words lead that ask how good the model is."""
    return set(re.findall(r'<a href="([^"]*)"[^>]*>Hoe goed is dit model\?</a>', html))


def statements(client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return sum(not one["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")) for one in asked.captured_queries)


@pytest.mark.parametrize("name", ["request", "scenarios", "practice", "report"])
def test_a_page_asks_at_most_fifteen_statements(hanna, name):
    assert statements(hanna, address(name)) <= MOST_STATEMENTS


def test_a_list_of_thirty_examples_asks_as_much_as_a_list_of_five(hanna, workshop):
    few = statements(hanna, address("practice"))
    for _number in range(25):
        PracticeExampleFactory(topic=workshop.topic, state=ExampleState.PUBLISHED)

    assert statements(hanna, address("practice")) == few


def test_a_question_names_the_positions_that_bear_on_it_and_the_report_once_there_is_one(client, hanna, workshop):
    first, second, third, _fourth = (
        hanna.get(address("request")).content.decode().split('aria-labelledby="question-')[1:]
    )

    assert address("positions", 1) not in first
    assert "nog niet gestemd" not in first
    assert address("positions", 12) in second
    assert address("positions", 12) not in third
    assert address("positions", 7) in third
    assert address("report") not in first + second + third

    hanna.post(address("report_compile"))
    assert f"{address('report')}#request-2" in hanna.get(address("request")).content.decode()
    assert 'id="request-2"' in hanna.get(address("report")).content.decode()


def test_the_letter_links_every_asking_sentence_to_what_answers_it(client, workshop):
    page = client.get(address("request")).content.decode()

    assert page.count('class="asks"') == page.count('id="ask-') == 38
    assert 'href="#ask-no-regret"' in page
    assert address("matrix") in page


def test_the_letter_is_read_in_english_with_its_marks(client, workshop):
    page = client.get(address("request"), headers={"Accept-Language": "en"}).content.decode()

    assert "useful and desirable in every scenario (no regret)" in page
    assert page.count('class="asks"') == 38


def test_the_futures_stand_side_by_side_with_their_paths_and_margins(client, workshop):
    page = client.get(address("scenarios")).content.decode()

    for title in ("Doorgaande trend", "Snelle vervanging", "Samen met machines", "Trage groei, veel platformwerk"):
        assert title in page
    assert page.count("path__band") == 4 * 13


def test_an_unknown_scenario_is_nowhere(client, workshop):
    assert client.get(address("scenario", "golden-age")).status_code == 404


def test_an_example_waits_for_the_secretariat_before_a_stranger_may_read_it(client, hanna, workshop):
    example = PracticeExampleFactory(topic=workshop.topic, state=ExampleState.SUBMITTED)
    url = address("example", example.pk)

    assert hanna.get(url).status_code == 200
    client.logout()
    assert client.get(url).status_code == 404


def test_a_remark_that_is_not_in_the_text_is_refused_and_nothing_typed_is_lost(hanna, workshop):
    example = PracticeExample.objects.filter(topic=workshop.topic).first()
    typed = {"part": "cope", "quote": "words that are not there", "stance": "nuances", "note": "My careful remark"}

    answer = hanna.post(address("example_annotate", example.pk), typed)

    assert answer.status_code == 400
    assert "My careful remark" in answer.content.decode()
    assert not example.annotations.filter(note="My careful remark").exists()


def test_a_script_in_a_remark_is_shown_as_text(hanna, workshop):
    example = PracticeExample.objects.filter(topic=workshop.topic).first()
    quote = example.cope.split(". ")[0]
    note = "<script>alert(1)</script>"

    hanna.post(
        address("example_annotate", example.pk), {"part": "cope", "quote": quote, "stance": "nuances", "note": note}
    )

    page = hanna.get(address("example", example.pk)).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert note not in page


def test_two_megabytes_of_text_are_refused_with_words(hanna, workshop):
    answer = hanna.post(address("example_tell"), {"title": "x", "cope": "a" * 2_000_000})

    assert answer.status_code in {400, 413}
    assert PracticeExample.objects.filter(title="x").count() == 0


def test_the_report_is_compiled_by_one_button_and_can_be_downloaded(hanna, workshop):
    answer = hanna.post(address("report_compile"), follow=True)

    assert answer.redirect_chain[-1][0] == address("report")
    report = workshop.reports.get()
    pdf = hanna.get(address("report_pdf", report.number))
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF")


def test_every_download_of_a_report_is_the_same_file_and_lays_nothing_out_again(hanna, workshop, monkeypatch):
    hanna.post(address("report_compile"))
    monkeypatch.setattr(reports, "pdf_of", lambda *_report, **_language: pytest.fail("laid out again"))

    first, second = (hanna.get(address("report_pdf", 1)).content for _time in range(2))

    assert first == second


def test_a_report_of_which_no_pdf_was_kept_yet_is_laid_out_once(hanna, workshop):
    hanna.post(address("report_compile"))
    ReportPdf.objects.all().delete()

    assert hanna.get(address("report_pdf", 1)).content.startswith(b"%PDF")
    assert [one.lang for one in ReportPdf.objects.all()] == ["nl"]


def test_a_compiled_report_page_asks_little(hanna, workshop):
    hanna.post(address("report_compile"))

    assert statements(hanna, address("report")) <= MOST_STATEMENTS


def test_nobody_else_compiles(client, workshop):
    client.force_login(User.objects.get(username="pieter"))

    client.post(address("report_compile"))

    assert not workshop.reports.exists()


def test_a_closed_workshop_is_nowhere_for_strangers(client, hanna, workshop):
    Workshop.objects.update(is_public=False)

    assert hanna.get(address("request")).status_code == 200
    client.logout()
    assert client.get(address("request")).status_code == 404


def test_the_model_lays_its_numbers_open(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = client.get(reverse("model")).content.decode()

    assert "assumption" in page or "aanname" in page
    assert page.count("<tr>") > 40


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("scenarios", ()),
        ("scenario", ("trend",)),
        ("scenario_trial", ("trend",)),
        ("spread", ("trend",)),
        ("trial", ()),
        ("proposal", (1,)),
        ("draws", (1,)),
        ("matrix", ()),
        ("matrix_table", ()),
        ("metrics", ()),
        ("round_tallies", (1,)),
        ("assumptions", ()),
        ("contest", (1,)),
        ("report", ()),
    ],
)
def test_every_page_with_figures_says_where_one_reads_how_good_the_model_is(hanna, name, args):
    hanna.post(address("report_compile"))
    answer = hanna.get(address(name, *args))
    assert answer.status_code == 200
    assert targets_of_how_good(main_of(answer)) == {reverse("validation")}


@pytest.mark.parametrize(
    ("name", "args"), [("scenarios", ()), ("proposal", (1,)), ("matrix", ()), ("matrix_table", ()), ("report", ())]
)
def test_what_a_council_decides_on_sends_its_reader_to_the_cpb(hanna, name, args):
    hanna.post(address("report_compile"))
    assert "naar het CPB" in main_of(hanna.get(address(name, *args)))


def test_the_words_how_good_is_this_model_lead_to_one_place_whoever_writes_a_page():
    told = {one.relative_to(TEMPLATES).as_posix() for one in TEMPLATES.rglob("*.html") if HOW_GOOD in one.read_text()}
    assert told == {"components/how_good_link.html", "components/foot.html", "scenarios/validation_show.html"}


def test_a_report_says_how_many_checks_its_model_passes(hanna, workshop):
    rows = [{"key": "start_unemployment", "value": 6.9, "low": None, "high": None}]
    Validation.objects.update_or_create(
        engine_version=engine.VERSION, defaults={"rows": rows, "computed_at": timezone.now()}
    )
    hanna.post(address("report_compile"))
    page = hanna.get(address("report")).content.decode()
    assert f"Versie {engine.VERSION} haalt 1 toetsen en mist er 0." in page
    assert "/model/validation/" in page


def test_what_was_compiled_earlier_stays_as_it_was(hanna, workshop):
    hanna.post(address("report_compile"))
    first = workshop.reports.get().content_hash
    workshop.proposals.filter(number=1).update(state="withdrawn")
    hanna.post(address("report_compile"))

    hashes = list(workshop.reports.order_by("number").values_list("content_hash", flat=True))
    assert hashes[0] == first
    assert hashes[1] != first


def test_the_comparison_tells_where_the_futures_differ_and_who_comes_under_pressure(client, workshop):
    page = client.get(address("scenarios"), headers={"Accept-Language": "en"}).content.decode()

    assert "The scenarios really differ in " in page
    low_educated = page.split('role="rowheader">Low educated</th>')[1].split("</tr>")[0]
    assert "under pressure" in low_educated
    assert "percentage points" in low_educated
    assert page.count("▼") >= 1
    assert "not in the model" in page  # platform workers


def test_the_comparison_warns_of_two_futures_that_are_nearly_the_same(client, workshop):
    places = {one.scenario.key: one for one in workshop.places.select_related("scenario", "revision")}
    trend, together = places["trend"].revision, places["together"].revision
    twin = ScenarioRevision.objects.create(
        scenario=together.scenario, number=together.number + 1, title="Tweeling", story="x", drivers=trend.drivers
    )
    workshop.places.filter(pk=places["together"].pk).update(revision=twin)

    page = client.get(address("scenarios"), headers={"Accept-Language": "en"}).content.decode()

    assert "Continuing trend and Tweeling are nearly the same" in page
    assert "are nearly the same: their driving forces are 0% apart." in page
    assert "No two scenarios are nearly the same." not in page
