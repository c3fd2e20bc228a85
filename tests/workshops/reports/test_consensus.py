# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The report answers the letter's questions from what the workshop holds, in both languages, as page and as PDF."""

import json
from io import BytesIO

import pikepdf
import pytest
from django.utils import translation

from workshops.enums import Act
from workshops.errors import NotAllowedError
from workshops.models import JournalEntry, Workshop
from workshops.reports.consensus import consensus_report
from workshops.reports.pdf import pdf_of
from workshops.reports.words import NO_REGRET
from workshops.rules import Standing
from workshops.selectors.people import standing_of
from workshops.selectors.request import letter_of
from workshops.selectors.verdicts import NoRegret
from workshops.services.reports import compile_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def workshop(example) -> Workshop:
    return Workshop.objects.get(slug="robotsamenleving")


@pytest.fixture
def secretary(workshop) -> Standing:
    from datetime import date  # noqa: PLC0415 -- a day of this fixture only

    participation = workshop.participations.filter(role="secretary").select_related("person").first()
    return standing_of(participation.person, workshop, day=date(2026, 11, 24))


@pytest.fixture
def report(workshop):
    return consensus_report(workshop, language="nl", number=1)


def chapter(report, key):
    return next(one for one in report.chapters if one.key == key)


def test_the_four_questions_stand_in_it_word_for_word(report, workshop):
    sections = chapter(report, "request").sections

    assert [section.blocks[0].text for section in sections if section.blocks[0].kind == "quote"] == [
        question.text for question in workshop.request.questions.order_by("number")
    ]


def test_the_request_is_the_first_page_and_counts_what_is_answered_as_the_page_of_the_request_does(report, workshop):
    first = report.chapters[0]
    words, table = first.blocks
    letter = letter_of(workshop)

    assert first.key == "request"
    assert words.paragraphs[1].startswith(f"Van de {len(letter.asked)} dingen die de brief vraagt")
    for row, question in zip(table.rows, letter.questions, strict=True):
        assert sum(int(count) for count in row[1:4]) == len(letter.of_question(question))
        assert row[4] != "–"


def test_every_answer_stands_in_it_once(report, workshop):
    told = json.dumps(report.as_data(), ensure_ascii=False)

    for question in workshop.request.questions.all():
        assert told.count(question.answer[:80]) == 1


def test_the_answer_on_no_regret_names_the_proposals_that_carry_it_with_support_and_impact(report, workshop):
    fourth = chapter(report, "request").sections[3]
    table = fourth.blocks[-1]
    verdicts = {row.title: row.verdict for row in picture_of(report).rows}
    carrying = [title for title, verdict in verdicts.items() if verdict == NO_REGRET[NoRegret.YES]]

    assert [row[0] for row in table.rows][: len(carrying)] == carrying
    for row in table.rows:
        assert row[-1].startswith(verdicts[row[0]])
        assert all("van 11 steunen; " in cell for cell in row[1:-1])
        assert "niet berekend" not in " ".join(row)


def test_where_nothing_is_no_regret_the_answer_says_so(workshop):
    workshop.rounds.all().update(state="draft")

    fourth = chapter(consensus_report(workshop, language="en", number=1), "request").sections[3]
    assert [block.kind for block in fourth.blocks][-1] == "words"
    assert fourth.blocks[-1].paragraphs[0].endswith(".")


def test_the_questions_name_the_proposals_that_bear_on_them(report):
    first, second, third = (section.blocks[-1] for section in chapter(report, "request").sections[:3])

    assert not first.paragraphs[0].startswith("Voorstellen")
    assert "7. Instemming van de ondernemingsraad" in third.paragraphs[0]
    assert "12. Heffing op vervangende techniek" in second.paragraphs[0]
    assert "12. Heffing op vervangende techniek" not in third.paragraphs[0]


def picture_of(report):
    return next(block for block in chapter(report, "no-regret").blocks if block.kind == "picture")


def test_it_says_first_which_proposals_are_useful_and_desirable_in_every_scenario(report):
    first = chapter(report, "request").blocks[0].paragraphs[0]
    rows = chapter(report, "no-regret").blocks
    picture = next(block for block in rows if block.kind == "picture")
    named = [row.verdict for row in picture.rows if row.title in first]

    assert first.startswith("Twee voorstellen zijn in elk scenario nuttig en wenselijk: ")
    with translation.override("nl"):
        assert named == [str(NO_REGRET[NoRegret.YES])] * 2


def test_every_proposal_has_its_support_its_effect_and_its_positions(report, workshop):
    sections = chapter(report, "support").sections

    assert len(sections) == workshop.proposals.count() == 12
    for section in sections:
        table = next(block for block in section.blocks if block.kind == "table")
        assert len(table.rows) == 4
        told = [one.text for one in next(block for block in section.blocks if block.kind == "positions").items]
        assert sum(text.startswith("Als scenario") for text in told) == 4
        assert all(text.endswith((".", " niet.")) for text in told)
        assert sum("niet gestemd" in text for text in told) <= 1


def test_positions_are_worded_as_the_handbook_does(report):
    told = [
        position
        for section in chapter(report, "support").sections
        for block in section.blocks
        if block.kind == "positions"
        for position in block.items
    ]

    assert any("de raad" in one.text and "een deel van de raad" not in one.text for one in told)
    parts = [one for one in told if "een deel van de raad" in one.text]
    assert parts
    assert all(one.footnote.startswith("Dit deel bestaat uit ") for one in parts)


def test_the_picture_says_the_same_as_the_table_beneath_it(report):
    blocks = chapter(report, "no-regret").blocks
    picture = next(block for block in blocks if block.kind == "picture")
    table = next(block for block in blocks if block.kind == "table")

    assert [row.title for row in picture.rows] == [row[0] for row in table.rows]
    for drawn, written in zip(picture.rows, table.rows, strict=True):
        for cell, words in zip(drawn.cells, written[1:], strict=False):
            assert words.startswith(cell["support"])


def test_the_annex_on_the_model_tells_who_contests_what_and_whether_it_matters(report, workshop):
    (contested,) = chapter(report, "model").sections

    assert contested.title == "Betwiste aannames"
    tables = [block for block in contested.blocks if block.kind == "table"]
    held, changes = tables
    assert len(held.rows) == workshop.contests.count() == 4
    assert any("Effect van scholing" in row[0] and "0,20 tot 0,40" in row[2] for row in held.rows)
    assert all("nuttig" in row[-1] for row in changes.rows)
    (idle,) = (block for block in contested.blocks if block.kind == "points")
    assert {words for _what, words in idle.items} == {"doet er voor de uitkomst niet toe"}
    assert sum(row[-1] == "0" for row in held.rows) == len(idle.items)


def test_the_annex_says_so_when_nothing_is_contested(workshop):
    workshop.contests.all().delete()

    (contested,) = chapter(consensus_report(workshop, language="en", number=1), "model").sections
    assert contested.blocks[0].paragraphs == ["Nobody contested an assumption of the model."]


def test_both_languages_have_the_same_chapters_tables_and_rows(workshop, report):
    english = consensus_report(workshop, language="en", number=1)

    assert [shape(one) for one in english.chapters] == [shape(one) for one in report.chapters]
    assert english.title == "Working in the robot society"


def shape(one):
    blocks = [*one.blocks, *(block for section in one.sections for block in section.blocks)]
    return one.key, len(one.sections), [(block.kind, len(getattr(block, "rows", []))) for block in blocks]


def test_the_pdf_is_tagged_and_says_its_language_and_title(report):
    pdf = pikepdf.open(BytesIO(pdf_of(report.as_data(), language="nl")))

    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "nl"
    assert "Werken in de robotsamenleving" in str(pdf.docinfo["/Title"])
    assert len(pdf.pages) > 10
    with pdf.open_outline() as outline:
        first = outline.root[0]
    assert first.title.endswith("De adviesaanvraag en het antwoord in het kort")
    assert pdf.pages.index(pikepdf.Page(first.destination[0])) == 1


def test_compiling_freezes_both_languages_and_leaves_a_line_in_the_journal(workshop, secretary):
    report = compile_report(who=secretary, workshop=workshop)

    assert set(report.content) == {"nl", "en"}
    line = JournalEntry.objects.filter(workshop=workshop).last()
    assert (line.act, line.data["hash"]) == (Act.REPORT_COMPILED, report.content_hash)


def test_only_the_secretariat_compiles(workshop):
    with pytest.raises(NotAllowedError):
        compile_report(who=Standing(), workshop=workshop)
