# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What could make a proposal fail, what determines it, by when it is needed, and packages: the pages, in both languages."""

import csv
import io
import re
from html import unescape
from http import HTTPStatus
from uuid import NAMESPACE_OID, UUID, uuid5

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from scenarios import vocabulary
from scenarios.enums import ProjectionState, StudyKind
from scenarios.jobs.studies import run_study
from scenarios.models import ReformRevision, ScenarioRevision, Study, leased
from scenarios.services.reference.yardsticks import yardstick_content
from tests.factories import (
    AgreementsFactory,
    ReformRevisionFactory,
    ScenarioRevisionFactory,
    WorkshopScenarioFactory,
    YardstickFactory,
    council,
    open_round,
)
from tests.factories.weighing import answer_all, tabled
from workshops.enums import Phase, ProposalState, RoundState, Stance
from workshops.models import Workshop
from workshops.services.rounds import close_round
from workshops.services.studies import study_proposal, study_workshop

pytestmark = pytest.mark.django_db
MOST_STATEMENTS = 15
PAGES = ("proposal_failure", "proposal_moves", "timing", "packages")
FILES = ("failure_csv", "moves_csv", "timing_csv", "packages_csv")
PIECES = ("failure_fragment", "moves_fragment", "timing_fragment", "packages_fragment")
ANSWERED = ("state", "answer", "engine_version", "finished_at", "worker_seconds")
KNOWN: dict[str, dict[str, object]] = {}  # answers by question: the same question in every test


@pytest.fixture
def table():
    """A council that measures by the default yardsticks, in two scenarios, with three proposals."""
    table = council()
    Workshop.objects.update(is_public=True)
    table.workshop.refresh_from_db()
    AgreementsFactory(workshop=table.workshop, locked=True)
    for number, told in enumerate(vocabulary.default_scenarios()[:2]):
        revision = ScenarioRevisionFactory(id=UUID(int=number), drivers=dict(told.drivers), title=told.title.en)
        WorkshopScenarioFactory(workshop=table.workshop, revision=revision)
    for number, (side, told) in enumerate(zip(table.constituencies.values(), vocabulary.yardsticks(), strict=True)):
        side.yardstick = YardstickFactory(id=UUID(int=number), **yardstick_content(told))
        side.save()
    for key, side in (("training_account", "workers"), ("low_wage_subsidy", "employers"), ("robot_tax", "crown")):
        tabled(table, side, reform_revision=from_catalogue(key))
    return table


def from_catalogue(key):
    told = vocabulary.catalogue_reform(key)
    return ReformRevisionFactory(
        id=uuid5(NAMESPACE_OID, f"{key} {ReformRevision.objects.count()}"),
        title=told.title.en,
        levers=dict(told.levers),
        exante_budget_bn=told.exante_budget_bn,
        budget_from_model=told.budget_from_model,
        lead_years=told.lead_time_years,
    )


@pytest.fixture
def answered(table, settings, monkeypatch):
    """Everything asked and answered, with as many draws as finding something takes."""
    monkeypatch.setattr(leased, "RENEW_EVERY", 3600.0)  # a lease is kept from a thread, which sees no test's rows
    settings.PROJECTION_DRAWS = 300
    study_proposal(table.workshop.proposals.get(number=2))
    study_workshop(table.workshop)
    for study in Study.objects.all():
        if study.input_hash not in KNOWN:
            run_study(study.run)
            KNOWN[study.input_hash] = Study.objects.values(*ANSWERED).get(pk=study.pk)
        Study.objects.filter(pk=study.pk).update(**KNOWN[study.input_hash])
    assert set(Study.objects.values_list("state", flat=True)) == {ProjectionState.DONE}
    return table


def url(table, name, number=2, query=""):
    of_a_proposal = name.startswith(("proposal", "failure", "moves"))
    return reverse(f"workshops:{name}", args=[table.workshop.slug, *([number] if of_a_proposal else [])]) + query


def shown(client, address, status=HTTPStatus.OK):
    response = client.get(address)
    assert response.status_code == status
    return unescape(response.content.decode())


def words(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


# --- before anything is computed -----------------------------------------------------------------------


@pytest.mark.parametrize("name", PAGES)
def test_nothing_computed_yet_is_said_with_a_button_for_who_takes_part(table, opened_by, name):
    member, stranger = opened_by(table.member("workers")), opened_by()
    assert "This has not been computed yet" in shown(stranger, url(table, name))
    assert "Compute it now" not in shown(stranger, url(table, name))
    assert 'form="study-ask"' in shown(member, url(table, name))


@pytest.mark.parametrize(
    ("name", "arguments", "kind"),
    [
        ("proposal_study", (2, "discovery"), StudyKind.DISCOVERY),
        ("proposal_study", (2, "sensitivity"), StudyKind.SENSITIVITY),
        ("timing_ask", (), StudyKind.TIMING),
        ("packages_ask", (), StudyKind.PACKAGES),
    ],
)
def test_who_takes_part_asks_and_sees_it_wait_and_a_stranger_is_refused(table, opened_by, name, arguments, kind):
    address = reverse(f"workshops:{name}", args=[table.workshop.slug, *arguments])
    refused = opened_by().post(address, follow=True)
    assert Study.objects.count() == 0
    assert "Only who takes part" in refused.content.decode()

    member = opened_by(table.member("workers"))
    asked = member.post(address, follow=True)

    assert Study.objects.get().kind == kind
    page = asked.content.decode()
    assert "Waiting for a free worker" in page
    assert f'data-live-topic="{Study.objects.get().topic}"' in page
    assert member.get(address).status_code == HTTPStatus.METHOD_NOT_ALLOWED


def test_a_running_study_says_how_far_it_is_and_a_failed_one_what_went_wrong(table, opened_by):
    member = opened_by(table.member("workers"))
    member.post(url(table, "packages_ask"))
    Study.objects.update(state=ProjectionState.RUNNING, steps_done=30, steps=120)
    assert "25% is done" in shown(member, url(table, "packages"))
    Study.objects.update(state=ProjectionState.FAILED, error="the model ran out of memory")
    page = shown(member, url(table, "packages"))
    assert "the model ran out of memory" in page
    assert "Compute again" in page


def test_what_cannot_be_computed_says_so_and_is_not_asked(table, opened_by):
    judged = tabled(table, reform_revision=ReformRevisionFactory(judged=True))
    member = opened_by(table.member("workers"))
    assert "there is nothing to look into" in shown(member, url(table, "proposal_failure", judged.number))
    address = reverse("workshops:proposal_study", args=[table.workshop.slug, judged.number, "discovery"])
    assert "moves none of its levers" in member.post(address, follow=True).content.decode()
    assert not Study.objects.exists()
    assert member.post(address.replace("discovery", "timing")).status_code == HTTPStatus.NOT_FOUND


def test_without_floors_the_page_says_what_a_floor_is_and_nothing_is_asked(table, opened_by):
    for side in table.constituencies.values():
        side.yardstick.lines = [{**line, "floor": None} for line in side.yardstick.lines]
        side.yardstick.save()
    member = opened_by(table.member("workers"))
    assert "No floor has been agreed yet" in shown(member, url(table, "timing"))
    assert "nothing that can be crossed" in member.post(url(table, "timing_ask"), follow=True).content.decode()


def test_one_proposal_makes_no_package(table, opened_by):
    table.workshop.proposals.exclude(number=1).update(state=ProposalState.WITHDRAWN)
    member = opened_by(table.member("workers"))
    assert "nothing to put together yet" in shown(member, url(table, "packages"))
    assert "at least two proposals" in member.post(url(table, "packages_ask"), follow=True).content.decode()


# --- what could make it fail ---------------------------------------------------------------------------


def test_the_sentence_names_limits_with_units_coverage_and_density_in_both_languages(answered, opened_by):
    english = words(shown(opened_by(), url(answered, "proposal_failure")))
    assert re.search(r"It is not useful mainly when .*(less|below|more|fall)", english)
    assert "% of charges stays with employers" in english
    assert "(coverage); within them it happens in" in english
    dutch = words(shown(opened_by(language="nl"), url(answered, "proposal_failure")))
    assert "Niet nuttig, vooral als" in dutch
    assert "% van de lasten bij werkgevers blijft" in dutch
    assert "(dekking). Daarbinnen gebeurt het in" in dutch


def test_the_picture_has_a_box_and_points_and_the_table_the_same_limits(answered, opened_by):
    page = shown(opened_by(), url(answered, "proposal_failure"))
    assert page.count('class="scatter__box"') == 1
    assert page.count("<circle class=") > 200
    assert "Charges that stay with the employer" in page
    assert "style=" not in page


def test_another_way_to_fail_is_chosen_by_address_and_an_unknown_one_shows_the_first(answered, opened_by):
    page = words(shown(opened_by(), url(answered, "proposal_failure", query="?way=side-nobody")))
    assert "It is not useful mainly when" in page
    budget = str(answered.constituencies["crown"].yardstick_id)
    other = words(shown(opened_by(), url(answered, "proposal_failure", query=f"?way=side-{budget}")))
    assert "It turns out worse for the" in other


def test_what_hardly_happens_says_that_there_is_nothing_to_find(answered, opened_by):
    yardstick = str(answered.constituencies["workers"].yardstick_id)
    page = words(shown(opened_by(), url(answered, "proposal_failure", query=f"?way=side-{yardstick}")))
    assert "Hardly in any future examined" in page
    assert "fewer than 100 there is no pattern to look for" in page
    assert "scatter__box" not in page


def test_an_earlier_answer_is_marked_when_the_question_changed(answered, opened_by):
    Workshop.objects.get().agreements.update(report_year=2040)
    page = shown(opened_by(answered.member("workers")), url(answered, "proposal_failure"))
    assert "Since this was computed something changed" in page
    assert "scatter__box" in page
    assert "Compute again" in page


# --- what determines the outcome -----------------------------------------------------------------------


def test_the_assumption_that_decides_is_named_with_its_share_in_both_languages(answered, opened_by):
    query = "?effect=cost_index-small_employers"
    english = words(shown(opened_by(), url(answered, "proposal_moves", query=query)))
    assert re.search(r"What decides: charges that stay with the employer \(\d+%\)", english)
    dutch = words(shown(opened_by(language="nl"), url(answered, "proposal_moves", query=query)))
    assert re.search(r"Doorslaggevend: lasten die bij de werkgever blijven \(\d+%\)", dutch)


def test_scenario_and_effect_are_chosen_by_address_and_the_other_scenarios_stand_beneath(answered, opened_by):
    page = shown(opened_by(), url(answered, "proposal_moves", query="?scenario=B&effect=balance-government"))
    assert 'value="B" selected' in page
    assert 'value="balance-government" selected' in page
    assert "The same effect in the other scenarios" in page


# --- needed by when ------------------------------------------------------------------------------------


def test_each_floor_has_a_row_per_scenario_with_years_a_class_and_a_signal(answered, opened_by):
    page = shown(opened_by(), url(answered, "timing"))
    assert page.count('class="years"') == 5 * 2
    told = words(page)
    assert "Government balance, government: never below −3.0% of GDP" in told
    assert "Costs for employers, small employers: never above 0.5% of the wage bill" in told
    assert re.search(r"Watch for a fall below −2\.\d\d% of GDP", told)
    assert "in at least half of the futures the last year to decide" in told


def test_a_longer_lead_moves_the_decision_forward_and_a_later_look_makes_it_urgent(answered, opened_by):
    def decide(query):
        rows = list(
            csv.DictReader(io.StringIO(client.get(url(answered, "timing_csv") + query).content.decode("utf-8-sig")))
        )
        row = next(one for one in rows if one["outcome"] == "balance" and one["scenario"] == "A")
        return int(row["decide_by_median"]), int(row["crossed_median"]), row["class"]

    client = opened_by()
    soon, crossed, _class = decide("?lead=decree&now=2016")
    assert soon == crossed - 1
    assert decide("?lead=own&years=7&now=2016")[0] == crossed - 7
    assert decide("?lead=decree&now=2016")[2] == "wait"
    assert decide(f"?lead=decree&now={crossed - 4}")[2] == "prepare"
    assert decide(f"?lead=decree&now={crossed - 1}")[2] == "act"


def test_a_year_or_lead_that_is_none_is_refused_with_the_bounds(answered, opened_by):
    page = words(shown(opened_by(), url(answered, "timing", query="?lead=own&years=99&now=soon")))
    assert "“99” cannot be used here: give a whole number from 1 to 10" in page
    assert "“soon” cannot be used here: give a whole number from 2015 to 2035" in page


# --- packages ------------------------------------------------------------------------------------------


def test_packages_are_told_with_cost_gain_and_how_they_were_tried_in_both_languages(answered, opened_by):
    english = words(shown(opened_by(), url(answered, "packages")))
    assert "indicative, no decision" in english
    assert "each package tried on 30 draws per scenario" in english
    assert "not all voted on" in english
    assert "indicatief, geen besluit" in words(shown(opened_by(language="nl"), url(answered, "packages")))


def test_after_a_round_the_least_support_is_part_of_the_question(answered, opened_by):
    proposals = list(answered.workshop.proposals.all())
    one = open_round(answered, proposals=proposals)
    answer_all(answered, one, Stance.FULL)
    Workshop.objects.update(phase=Phase.VOTING)
    close_round(who=answered.as_facilitator, one=one)
    member = opened_by(answered.member("workers"))
    assert "Since this was computed something changed" in shown(member, url(answered, "packages"))

    member.post(url(answered, "packages_ask"))
    run_study(Study.objects.get(state=ProjectionState.WAITING).run)

    page = words(shown(member, url(answered, "packages")))
    assert "100%" in page
    assert "not all voted on" not in page


def test_proposals_that_contradict_are_left_out_with_the_reason(table, opened_by, settings, monkeypatch):
    monkeypatch.setattr(leased, "RENEW_EVERY", 3600.0)
    settings.PROJECTION_DRAWS = 60
    for key in ("mw_up_10", "mw_down_10"):
        tabled(table, reform_revision=from_catalogue(key))
    study_workshop(table.workshop)
    run_study(Study.objects.get(kind=StudyKind.PACKAGES).run)
    page = words(shown(opened_by(), url(table, "packages")))
    assert "they move it in opposite directions" in page


# --- files, pieces, rights, statements -----------------------------------------------------------------


@pytest.mark.parametrize("name", FILES)
def test_the_same_numbers_come_as_a_file(answered, opened_by, name):
    response = opened_by().get(url(answered, name))
    assert response["Content-Type"].startswith("text/csv")
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_what_is_not_computed_is_empty(table, opened_by, name):
    rows = csv.reader(io.StringIO(opened_by().get(url(table, name)).content.decode("utf-8-sig")))
    assert len([row for row in rows if row]) <= 1


@pytest.mark.parametrize("name", PIECES)
def test_a_piece_that_did_not_change_is_not_sent_twice(answered, opened_by, name):
    client = opened_by()
    first = client.get(url(answered, name))
    assert client.get(url(answered, name), headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_a_closed_workshop_shows_nothing_to_strangers(answered, opened_by):
    Workshop.objects.update(is_public=False)
    for name in (*PAGES, *FILES, *PIECES):
        assert opened_by().get(url(answered, name)).status_code == HTTPStatus.NOT_FOUND
        assert opened_by(answered.member("crown")).get(url(answered, name)).status_code == HTTPStatus.OK


@pytest.mark.parametrize("name", PAGES)
def test_each_page_says_where_one_reads_how_good_the_model_is(answered, opened_by, name):
    html = shown(opened_by(), url(answered, name))
    main = html.split("<main", 1)[1].split("</main>", 1)[0]
    assert set(re.findall(r'<a href="([^"]*)"[^>]*>How good is this model\?</a>', main)) == {reverse("validation")}


def test_the_pages_are_found_from_the_proposal_and_from_the_matrix(table, opened_by):
    proposal = shown(opened_by(), reverse("workshops:proposal", args=[table.workshop.slug, 2]))
    assert url(table, "proposal_failure") in proposal
    assert url(table, "proposal_moves") in proposal
    matrix = shown(opened_by(), reverse("workshops:matrix", args=[table.workshop.slug]))
    assert url(table, "timing") in matrix
    assert url(table, "packages") in matrix


@pytest.mark.parametrize("name", PAGES)
def test_a_page_takes_as_many_statements_whatever_is_on_the_table(answered, opened_by, name):
    def statements():
        client = opened_by(answered.member("workers"))
        client.get(url(answered, name))
        with CaptureQueriesContext(connection) as asked:
            assert client.get(url(answered, name)).status_code == HTTPStatus.OK
        return len(asked)

    few = statements()
    for _ in range(4):
        tabled(answered, reform_revision=from_catalogue("work_to_work"))
        WorkshopScenarioFactory(
            workshop=answered.workshop,
            revision=ScenarioRevision.objects.create(
                scenario=ScenarioRevisionFactory().scenario,
                number=9,
                title="More",
                story="More.",
                drivers=dict(vocabulary.default_scenario("together").drivers),
            ),
        )
    assert statements() == few <= MOST_STATEMENTS


# --- packages from support -----------------------------------------------------------------------------


def test_the_page_of_packages_sets_support_before_the_model_and_takes_a_frame_and_a_package_of_ones_own(
    answered, opened_by
):
    one = open_round(answered, proposals=list(answered.workshop.proposals.all()))
    answer_all(answered, one, Stance.FULL)
    assert "Nothing can be divided yet" in shown(opened_by(), url(answered, "packages"))
    one.state = RoundState.CLOSED
    one.save()
    page = shown(opened_by(), url(answered, "packages"))
    assert page.index('id="from-support"') < page.index('id="from-model"')
    assert "Equal shares, completed" in page
    assert "What you put together" not in page
    own = shown(opened_by(), url(answered, "packages") + "?frame=1,5&own=1&own=2&own=99&own=x")
    assert "You look at a frame of 1.5 billion" in words(own)
    assert "What you put together" in own
    assert "beyond the frame" in own
    wrong = shown(opened_by(language="nl"), url(answered, "packages") + "?frame=veel")
    assert "Het kader is een getal van 0 tot 100 miljard euro" in wrong
    assert "Uit steun" in wrong
    rows = list(csv.reader(io.StringIO(opened_by().get(url(answered, "sharing_csv")).content.decode("utf-8-sig"))))
    assert rows[0][:2] == ["scenario", "way"]
    assert {row[1] for row in rows[1:9]} == {"completed", "equal_shares", "greedy", "phragmen"}
