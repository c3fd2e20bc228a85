# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of support beside impact: picture, live pieces, table and file."""

import re
from http import HTTPStatus

import pytest
from django.core.cache import cache as kept

from tests.factories import (
    AgreementsFactory,
    JudgementFactory,
    ProposalFactory,
    ReformRevisionFactory,
    UserFactory,
    WorkshopFactory,
    WorkshopScenarioFactory,
    cast,
    council,
    open_round,
)
from tests.factories.weighing import answer, answer_all, computed, tabled
from workshops.enums import Direction, ProposalState, Stance

pytestmark = pytest.mark.django_db
GAIN = {"employers": (-0.004, 0.001, 0.006), "workers": (0.004, 0.005, 0.006), "crown": (-0.008, -0.007, -0.006)}
PAGES = ["matrix/", "matrix/fragment/", "matrix/finding/", "matrix/table/", "matrix/csv/"]


@pytest.fixture
def table():
    """Three sides of three seats, two scenarios, one proposal that is voted on and computed."""
    table = council(WorkshopFactory(is_public=True))
    for key in ("employers", "workers"):
        side = table.constituencies[key]
        side.groups = ["income_q1"]
        side.save()
    for _ in range(2):
        WorkshopScenarioFactory(workshop=table.workshop)
    AgreementsFactory(
        workshop=table.workshop, locked=True, absent_groups="Platform workers.", frame_source="An example frame."
    )
    proposal = tabled(table, reform_revision=costing(1.2, title="A learning account"))
    one = open_round(table, proposals=[proposal])
    answer_all(table, one, Stance.FULL)
    computed(table, proposal, GAIN)
    return table


def costing(amount, **facts):
    return ReformRevisionFactory(exante_budget_bn=-amount, budget_from_model=False, **facts)


def address(table, path="matrix/"):
    return f"/workshops/{table.workshop.slug}/{path}"


def read(client, table, path="matrix/"):
    response = client.get(address(table, path))
    assert response.status_code == HTTPStatus.OK
    return response.content.decode()


def said(html):
    """The words of a page, without its markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


# What it says


def test_the_title_is_the_finding(opened_by, table):
    html = read(opened_by(), table)
    assert "<h1>So far one proposal is useful and desirable in every scenario</h1>" in html
    assert "<title>So far one proposal is useful" in html


def test_every_cell_is_also_a_sentence(opened_by, table):
    words = said(read(opened_by(), table))
    title = table.workshop.places.first().revision.title
    assert f"Scenario A, {title}: Broad support." in words
    assert "3 of 3 support it." in words
    assert "+0.5 % (+0.4 to +0.6), better." in words


def test_numbers_carry_their_sign_and_the_verdict_its_words(opened_by, table):
    words = said(read(opened_by(), table))
    for piece in ("+0.5", "−0.7", "Broad support", "Yes (no regret)", "Costs 1.2 billion euros a year."):
        assert piece in words


def test_support_and_effect_that_point_apart_are_marked_and_said(opened_by, table):
    proposal = tabled(table)
    answer_all(table, open_round(table, proposals=[proposal]), Stance.FULL)
    computed(table, proposal, GAIN | {"workers": (-0.008, -0.007, -0.006)})
    html = read(opened_by(), table)
    assert html.count('<b class="odds">≠</b>') == 2
    assert "Support and effect point apart." in said(html)


def test_a_judged_effect_is_hatched_and_has_no_dot(opened_by, table):
    proposal = tabled(table, reform_revision=ReformRevisionFactory(judged=True))
    for place in table.workshop.places.all():
        for side in table.constituencies.values():
            JudgementFactory(
                proposal=proposal,
                scenario_revision=place.revision,
                constituency=side,
                direction=Direction.BETTER,
            )
    row = re.findall(r'<tr role="row">.*?</tr>', read(opened_by(), table), re.DOTALL)[-1]
    assert row.count("#judged-better") == 6
    assert "#dot-" not in row
    assert row.count("#judged-under") == 4  # under the signs for useful, in the cells and in the summary
    assert "Beyond the model: judged" in row


def test_what_blocks_is_named(opened_by, table):
    proposal = tabled(table)
    one = open_round(table, proposals=[proposal])
    for poll in one.polls.all():
        answer(
            table, poll, {"employers": [Stance.OBJECTION] * 3, "workers": [Stance.FULL] * 3, "crown": [Stance.FULL] * 3}
        )
    words = said(read(opened_by(), table))
    side = table.constituencies["employers"].title
    assert f"Too little support: {side} A, B" in words
    assert "In no scenario" in words


def test_under_the_picture_stand_the_frame_the_absent_and_the_source(opened_by, table):
    words = said(read(opened_by(), table))
    for piece in (
        "The no-regret proposals together cost 1.2 of the frame of 6.0 billion euros a year in 2030.",
        "An example frame.",
        "Platform workers.",
        "Social dialogue",
        "How good is this model?",
        "Model 1.0.0",
    ):
        assert piece in words


def test_who_tabled_is_told_in_words_too(opened_by, table):
    assert f"tabled by the {table.constituencies['workers'].title}" in said(read(opened_by(), table))


def test_it_is_said_who_can_see_the_page(opened_by, table):
    assert "Everybody can see this page" in read(opened_by(), table)


def test_dutch_is_complete(opened_by, table):
    words = said(read(opened_by(language="nl"), table))
    for piece in (
        "Tot nu toe is één voorstel in elk scenario nuttig en wenselijk",
        "+0,5",
        "Breed draagvlak",
        "Ja (no regret)",
    ):
        assert piece in words


# How it is drawn


def test_nothing_is_styled_or_scripted_inline(opened_by, table):
    html = read(opened_by(), table) + read(opened_by(), table, "matrix/table/")
    assert not re.search(r"<[^>]+\s(style|on\w+)=", html)
    assert "<style" not in html
    assert not re.search(r"<script(?![^>]*src=)", html)


def test_every_mark_is_drawn_once_and_every_reference_has_its_mark(opened_by, table):
    html = read(opened_by(), table)
    drawn = re.findall(r'<(?:symbol|g|pattern)[^>]* id="([\w-]+)"', html)
    referred = set(re.findall(r'<use href="#([\w-]+)"', html))
    assert len(drawn) == len(set(drawn))
    assert referred <= set(drawn)


def test_numbers_in_drawings_have_points_in_dutch_too(opened_by, table):
    html = read(opened_by(language="nl"), table)
    assert not re.search(r'(?:x|x1|x2|width|viewBox)="[^"]*\d,\d', html)


def test_a_title_with_a_script_is_shown_as_text(opened_by, table):
    tabled(table, reform_revision=costing(0, title="<script>alert(1)</script>"))
    html = read(opened_by(), table)
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


# Choosing


def test_the_filter_keeps_what_was_chosen_without_scripts(opened_by, table):
    tabled(table, "employers", reform_revision=costing(0, title="Simpler dismissal"))
    html = read(opened_by(), table, "matrix/?tabled_by=employers&scenario=B")
    assert "Simpler dismissal" in html
    assert "A learning account" not in html
    assert re.search(r'<option value="employers"[^>]* selected', html)
    assert re.search(r'name="scenario" value="B"[^>]* checked', html)
    assert "matrix/fragment/?tabled_by=employers&amp;scenario=B" in html
    assert "matrix/csv/?tabled_by=employers&amp;scenario=B" in html


def test_parked_proposals_are_shown_on_request_with_the_reason(opened_by, table):
    tabled(
        table, state=ProposalState.PARKED, parked_because="First the others.", reform_revision=costing(0, title="Later")
    )
    assert "Later" not in read(opened_by(), table)
    assert "Parked: First the others." in said(read(opened_by(), table, "matrix/?parked=on"))


def test_a_choice_without_rows_leads_back_to_all(opened_by, table):
    html = read(opened_by(), table, "matrix/?verdict=insufficient")
    assert "No proposal meets this choice" in html
    assert f'href="{address(table)}">Show all' in html


@pytest.mark.parametrize("query", ["?verdict=%3Cscript%3E", "?scenario=Z", "?sort=%00", "?" + "x" * 300])
def test_nonsense_in_the_address_breaks_nothing(opened_by, table, query):
    assert "<h1>" in read(opened_by(), table, f"matrix/{query}")


@pytest.mark.parametrize("path", PAGES)
def test_an_empty_workshop_has_an_answer_everywhere(opened_by, path):
    table = council(WorkshopFactory(is_public=True))
    html = read(opened_by(), table, path)
    if path == "matrix/":
        assert "There is nothing to weigh yet" in html
        assert "No proposals yet" in html


# Live


def test_a_ballot_changes_the_piece_and_its_digest(opened_by, table):
    proposal = tabled(table)
    poll = open_round(table, proposals=[proposal]).polls.first()
    client = opened_by()
    first = client.get(address(table, "matrix/fragment/"))
    same = client.get(address(table, "matrix/fragment/"), headers={"if-none-match": first["ETag"]})
    cast(poll, table.seat("workers"), Stance.FULL)
    changed = client.get(address(table, "matrix/fragment/"), headers={"if-none-match": first["ETag"]})
    assert (same.status_code, same.content) == (HTTPStatus.NOT_MODIFIED, b"")
    assert changed.status_code == HTTPStatus.OK
    assert changed["ETag"] != first["ETag"]
    assert first["Cache-Control"] == "private, no-cache"


def test_the_finding_follows_by_itself(opened_by, table):
    client = opened_by()
    first = client.get(address(table, "matrix/finding/"))
    proposal = tabled(table)
    answer_all(table, open_round(table, proposals=[proposal]), Stance.FULL)
    computed(table, proposal, GAIN)
    changed = client.get(address(table, "matrix/finding/"), headers={"if-none-match": first["ETag"]})
    assert "So far two proposals are useful and desirable" in changed.content.decode()


def test_the_page_says_what_wakes_its_pieces(opened_by, table):
    html = read(opened_by(), table)
    assert html.count(f'data-live-topic="{table.workshop.topic}"') == 2
    assert f'data-live-url="/live/events/{table.workshop.topic}"' in html
    assert "data-live-announce=" in html


def test_what_the_page_shows_is_not_sent_again(opened_by, table):
    client = opened_by()
    html = read(client, table, "matrix/?parked=on")
    tags = re.findall(r'data-live-src="([^"]+)" data-live-tag="&quot;(\w+)&quot;"', html)
    assert len(tags) == 2
    for source, tag in tags:
        assert client.get(source, headers={"if-none-match": f'"{tag}"'}).status_code == HTTPStatus.NOT_MODIFIED


def test_the_picture_kept_for_one_language_is_not_shown_in_another(opened_by, table):
    assert "Broad support" in read(opened_by(), table)
    assert "Broad support" not in read(opened_by(language="nl"), table)


def test_two_empty_workshops_do_not_share_a_picture(opened_by):
    for _ in range(2):
        table = council(WorkshopFactory(is_public=True))
        assert f'href="{address(table, "proposals/")}"' in read(opened_by(), table, "matrix/fragment/")


def test_the_same_figures_are_drawn_once(opened_by, table, monkeypatch):
    kept.clear()
    client = opened_by()
    first = read(client, table, "matrix/fragment/")
    monkeypatch.setattr("workshops.templatetags.marks.seat_runs", None)
    assert read(client, table, "matrix/fragment/") == first


# Table and file


def test_the_table_shows_counts_per_answer_and_intervals(opened_by, table):
    words = said(read(opened_by(), table, "matrix/table/"))
    for piece in (
        "Fully agree",
        "Not mandated enough",
        "No ballot",
        "3 of 3",
        "100%",
        "+0.4 to +0.6",
        "mean of the sides",
    ):
        assert piece in words
    for column in ("proposal_number", "model_change_p90", "shown_per_model_unit"):
        assert column in words


def test_the_file_comes_as_a_download_in_the_language_of_the_reader(opened_by, table):
    dutch = opened_by(language="nl").get(address(table, "matrix/csv/"))
    english = opened_by().get(address(table, "matrix/csv/"))
    assert dutch["Content-Type"].startswith("text/csv")
    assert dutch["Content-Disposition"] == f'attachment; filename="{table.workshop.slug}-2030-nl.csv"'
    assert dutch.content.startswith(b"\xef\xbb\xbf")
    assert dutch.content.count(b";") > english.content.count(b";")


def test_the_file_holds_what_is_chosen(opened_by, table):
    tabled(table, "employers", reform_revision=costing(0, title="Simpler dismissal"))
    chosen = read(opened_by(), table, "matrix/csv/?tabled_by=employers")
    assert "Simpler dismissal" in chosen
    assert "A learning account" not in chosen


# Who, and how dear


@pytest.mark.parametrize("path", PAGES)
def test_a_closed_workshop_is_not_there_for_strangers(opened_by, table, path):
    table.workshop.is_public = False
    table.workshop.save()
    for stranger in (None, UserFactory()):
        assert opened_by(stranger).get(address(table, path)).status_code == HTTPStatus.NOT_FOUND
    assert opened_by(table.member("crown")).get(address(table, path)).status_code == HTTPStatus.OK


@pytest.mark.parametrize("path", PAGES)
def test_looking_changes_nothing(opened_by, table, path):
    assert opened_by().post(address(table, path)).status_code == HTTPStatus.METHOD_NOT_ALLOWED


@pytest.mark.parametrize("count", [3, 30])
def test_at_most_fifteen_statements_at_any_size(opened_by, count, django_assert_max_num_queries):
    table = council(WorkshopFactory(is_public=True))
    for _ in range(4):
        WorkshopScenarioFactory(workshop=table.workshop)
    proposals = ProposalFactory.create_batch(count, workshop=table.workshop, constituency=table.constituencies["crown"])
    open_round(table, proposals=proposals)
    for proposal in proposals:
        computed(table, proposal, GAIN)
    client = opened_by(table.member("workers"))
    for path in PAGES:
        kept.clear()
        with django_assert_max_num_queries(15):
            read(client, table, f"{path}?parked=on")
