# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The main job, end to end: from the minister's letter to support beside impact, per group, and the report on it."""

import io
import re
import time

import pikepdf
import pytest
from playwright.sync_api import expect

from tests.journeys.council import SCENARIOS, WORKSHOP, Council
from tests.servers.waiting import wait_for

PROMISED = 2.0
TITLE = "Scholing voor wie van werk verandert"
PASSAGE = "We plannen nog maar drie maanden vooruit"
STORE = ".ballot__actions button[class*=primary]"
ROUND = (1, 2, 3, 6, 7, 8, 9)

WHEN_IT_CHANGES = """
() => {
  const shown = () => document.querySelector("#support .support")?.textContent ?? "";
  const before = shown();
  window.changedAt = 0;
  new MutationObserver(() => {
    if (!window.changedAt && shown() !== before) window.changedAt = Date.now();
  }).observe(document.getElementById("support"), { childList: true, subtree: true, characterData: true });
}
"""


@pytest.fixture
def council(chromium, installation):
    everybody = Council(chromium, installation)
    yield everybody
    everybody.leave()


def test_from_the_ministers_letter_to_a_report_on_support_beside_impact(council):
    a_visitor_reads_what_is_asked(council)
    a_delegate_sees_what_is_asked_of_her_and_reads_the_scenarios(council)
    the_form_to_table_a_proposal_is_there_in_english(council)
    number = she_tables_a_proposal(council)
    she_sees_what_it_does_without_a_reload(council, number)
    she_sees_it_without_scripts_too(council, number)
    everybody_sees_impact_per_group_with_its_uncertainty(council, number)
    the_facilitator_locks_the_agreements(council)
    he_chooses_at_most_eight_proposals_and_opens_the_round(council, number)
    an_employer_votes_per_scenario_and_takes_it_back(council, number)
    others_see_support_change_within_seconds(council, number)
    an_expert_votes_in_english_and_resumes(council, number)
    the_facilitator_sees_turnout_and_closes(council)
    the_picture_shows_support_beside_impact(council, number)
    the_secretariat_compiles_a_report(council)
    a_practice_example_is_told_published_and_annotated(council)


def a_visitor_reads_what_is_asked(council):
    visitor = council.visitor()
    visitor.open("/")
    expect(visitor.find("html")).to_have_attribute("lang", "nl")
    expect(visitor.find("h1")).to_be_visible()
    visitor.take_picture("home")
    visitor.follow(f"main a[href='{WORKSHOP}']", WORKSHOP)
    visitor.take_picture("workshop")
    visitor.follow(f"nav.nav a[href='{WORKSHOP}request/']", "/request/")
    expect(visitor.find("h2[id^=question-]")).to_have_count(4)
    states = visitor.find("dl.facts dd").all_inner_texts()
    assert sum(int(one) for one in states if one.isdigit()) >= 4, states
    marks = visitor.find(".letter-text a.asks")
    assert marks.count() >= 4
    for mark in marks.all():
        answer = visitor.find(mark.get_attribute("href"))
        expect(answer).to_have_count(1)
        expect(answer.locator(".asked__state")).not_to_be_empty()
    visitor.take_picture("request")
    it_is_asked_in_english_too(council.english_visitor())


def it_is_asked_in_english_too(reader):
    reader.open(f"{WORKSHOP}request/")
    expect(reader.find("html")).to_have_attribute("lang", "en")
    expect(reader.find("h1")).to_contain_text("things the letter asks")
    expect(reader.find("h2[id^=question-]").nth(3)).to_have_text(
        "4. Useful and desirable in every scenario (no regret)"
    )
    expect(reader.find(".letter-text")).to_contain_text("On behalf of the government I ask you")
    expect(reader.find(".letter-text a.asks")).to_have_count(reader.find("li[id^=ask-]").count())
    reader.take_picture("request-in-english")


def a_delegate_sees_what_is_asked_of_her_and_reads_the_scenarios(council):
    fatma = council.member("fatma")
    expect(fatma.find(".to-do")).not_to_have_count(0)
    expect(fatma.find(f".to-do a[href^='{WORKSHOP}proposals/']").first).to_be_visible()
    fatma.take_picture("asked-of-a-delegate")
    fatma.follow(f".to-do a[href='{WORKSHOP}scenarios/']", "/scenarios/")
    figures = fatma.find("section[aria-labelledby=figures] .paths__row")
    assert figures.count() >= 5
    expect(figures.first.locator("svg.path polygon")).to_have_count(len(SCENARIOS))
    expect(figures.first.locator("strong")).to_have_count(len(SCENARIOS))
    fatma.take_picture("scenarios")
    fatma.open(f"{WORKSHOP}scenarios/displacement/")
    fatma.take_picture("scenario")


def she_tables_a_proposal(council):
    fatma = council.member("fatma")
    fatma.open(f"{WORKSHOP}proposals/")
    fatma.take_picture("proposals")
    fatma.follow(f"main a[href='{WORKSHOP}proposals/new/']", "/proposals/new/")
    fatma.take_picture("table-a-proposal-choose")
    fatma.follow("main a[href='?from=own']", "?from=own")
    she_moves_two_levers(fatma)
    she_fills_in_the_rest(fatma)
    fatma.take_picture("table-a-proposal-write")
    fatma.find("button[name=step][value=check]").click()
    expect(fatma.find("ul.levers li")).to_have_count(2)
    expect(fatma.find("main")).to_contain_text("Wie betaalt de reiskosten")
    fatma.take_picture("table-a-proposal-confirm")
    fatma.find("button[name=step][value=edit]").click()
    expect(fatma.find("#id_title")).to_have_value(TITLE)
    fatma.find("button[name=step][value=check]").click()
    fatma.find("button[name=step][value=submit]").click()
    fatma.page.wait_for_url(re.compile(r"/proposals/\d+/$"))
    return int(fatma.path().rstrip("/").rsplit("/", 1)[-1])


def the_form_to_table_a_proposal_is_there_in_english(council):
    noor = council.member("noor")
    noor.find("button[name=language][value=en]").click()
    noor.open(f"{WORKSHOP}proposals/new/?from=own")
    expect(noor.find("html")).to_have_attribute("lang", "en")
    expect(noor.find("label[for=id_title]")).to_contain_text("Title")
    expect(noor.find("label[for=id_reasons]")).to_contain_text("Why do you propose this?")
    assert noor.find("input[type=range]").count() >= 20
    noor.take_picture("table-a-proposal-in-english")


def she_moves_two_levers(fatma):
    for lever in ("training", "job_to_job"):
        number = fatma.find(f"#id_lever_{lever}")
        theme = fatma.find("details.lever-theme", has=number)
        if theme.get_attribute("open") is None:
            theme.locator("summary").click()
        slider = fatma.find(f"input[data-pair=id_lever_{lever}]")
        slider.focus()
        slider.press("ArrowRight")
        slider.press("ArrowRight")
        assert number.input_value() not in {"", "0"}, "the number follows the slider"


def she_fills_in_the_rest(fatma):
    fatma.find("#id_title").fill(TITLE)
    fatma.find("#id_summary").fill("Wie zijn werk ziet verdwijnen, krijgt tijd en geld om iets anders te leren.")
    fatma.find("#id_reasons").fill("Mensen met weinig opleiding komen nu het laatst aan de beurt.")
    fatma.find("input[name=addresses_kind][value=bottleneck]").check()
    fatma.find("#id_addresses").fill("Laagopgeleiden vinden minder werk als machines goedkoper worden.")
    fatma.find("input[name=level][value=both]").check()
    fatma.find("#id_actors").fill("Het kabinet en de sectoren")
    fatma.find("#id_start_year").fill("2022")
    fatma.find("#id_left_out").fill("Wie betaalt de reiskosten van de leerlingen.")
    fatma.find("input[name=budget_kind][value=costs]").check()
    fatma.find("#id_budget_bn").fill("0,4")
    fatma.find("#id_budget_source").fill("Eigen schatting")


def she_sees_what_it_does_without_a_reload(council, number):
    fatma = council.member("fatma")
    expect(fatma.find("#projection-words")).to_be_visible()
    fatma.page.evaluate("window.isTheSamePage = true")
    fatma.take_picture("proposal-being-computed")
    silent = council.without_scripts("fatma")
    silent.open(f"{WORKSHOP}proposals/{number}/")
    expect(fatma.find("table.impact").first).to_be_visible()
    assert fatma.page.evaluate("window.isTheSamePage"), "the page was loaded anew"
    expect(fatma.find("#projection-words")).to_have_count(0)
    fatma.take_picture("proposal-computed")


def she_sees_it_without_scripts_too(council, number):
    silent = council.without_scripts("fatma")

    def shows_figures():
        silent.page.reload()
        return silent.find("table.impact").count()

    wait_for(shows_figures, "the figures, by reloading")
    silent.take_picture("proposal-without-scripts")


def everybody_sees_impact_per_group_with_its_uncertainty(council, number):
    visitor = council.visitor()
    visitor.open(f"{WORKSHOP}proposals/{number}/")
    visitor.find("#all-groups summary").first.click()
    everything = visitor.find("#all-groups table.impact tbody tr:not(.impact__outcome)")
    assert everything.count() >= 30
    for cell in visitor.find(".by-scenario > .frame table.impact tbody tr:not(.impact__outcome)").all():
        expect(cell.locator("td svg")).to_have_count(len(SCENARIOS))
        expect(cell.locator("td small")).to_have_count(len(SCENARIOS))
    expect(visitor.find("dl.facts")).to_contain_text("0,4")
    expect(visitor.find("#provenance")).to_be_attached()
    expect(visitor.find("#support .support")).to_have_count(0)
    visitor.take_picture("proposal-all-groups")


def the_facilitator_locks_the_agreements(council):
    joost = council.member("joost")
    joost.take_picture("asked-of-the-facilitator")
    joost.follow(f".to-do a[href^='{WORKSHOP}agreements/']", "/agreements/**")
    joost.open(f"{WORKSHOP}agreements/")
    joost.take_picture("agreements")
    joost.follow(f"main a[href='{WORKSHOP}agreements/lock/']", "/agreements/lock/")
    joost.take_picture("agreements-lock")
    joost.find("main form button").click()
    joost.page.wait_for_url("**/agreements/")
    expect(joost.find(f"main a[href='{WORKSHOP}agreements/lock/']")).to_have_count(0)


def he_chooses_at_most_eight_proposals_and_opens_the_round(council, number):
    joost = council.member("joost")
    joost.open(f"{WORKSHOP}agenda/")
    for box in joost.find("input[type=checkbox][name^=choose-]").all():
        name = box.get_attribute("name")
        box.set_checked(int(name.removeprefix("choose-")) in {*ROUND, number, 12})
    joost.find("main form button[class*=primary]").click()
    expect(joost.find(".error-summary li")).not_to_have_count(0)
    joost.take_picture("agenda-one-too-many-and-no-reasons")
    joost.find("input[name=choose-12]").uncheck()
    for parked in sorted(set(range(1, number)) - {*ROUND}):
        joost.find(f"textarea[name=reason-{parked}]").fill("Komt in de volgende ronde aan de orde.")
    joost.take_picture("agenda")
    joost.find("main form button[class*=primary]").click()
    joost.page.wait_for_url("**/open/")
    expect(joost.find("main ol.plain-list li")).to_have_count(8)
    joost.take_picture("round-open")
    joost.find("main form button").click()
    joost.page.wait_for_url("**/turnout/")
    expect(joost.find("ul.turnout progress")).to_have_count(3)
    visitor = council.visitor()
    visitor.open(f"{WORKSHOP}proposals/12/")
    expect(visitor.find("main")).to_contain_text("Komt in de volgende ronde aan de orde.")


def an_employer_votes_per_scenario_and_takes_it_back(council, number):
    pieter = council.member("pieter")
    pieter.take_picture("asked-of-a-voter")
    pieter.follow(f".to-do a[href^='{WORKSHOP}ballots/']", "/ballots/**")
    pieter.open(f"{WORKSHOP}ballots/")
    expect(pieter.find("li.sheet")).to_have_count(8)
    pieter.take_picture("ballots")
    pieter.follow(f"li.sheet a[href*='/ballots/{number}/']", f"/ballots/{number}/**")
    expect(pieter.find("fieldset.answer")).to_have_count(len(SCENARIOS))
    pieter.find("input[name=trend-need][value=yes]").check()
    pieter.find("input[name=trend-stance][value='2']").check()
    pieter.find(STORE).click()
    expect(pieter.find(".error-summary li")).to_have_count(1)
    pieter.take_picture("ballot-an-objection-needs-a-reason")
    pieter.find("textarea[name=trend-reason]").fill("Kleine bedrijven kunnen dit niet betalen.")
    pieter.find("#scenario-A button[data-copy-group]").click()
    for key in SCENARIOS:
        expect(pieter.find(f"input[name={key}-stance][value='2']")).to_be_checked()
    pieter.find("[data-copy-undo]").click()
    expect(pieter.find("input[name=stagnation-stance]:checked")).to_have_count(0)
    pieter.find("#scenario-A button[data-copy-group]").click()
    pieter.find("input[name=together-stance][value='4']").check()
    pieter.take_picture("ballot-filled-in")


def others_see_support_change_within_seconds(council, number):
    pieter, fatma = council.member("pieter"), council.member("fatma")
    with fatma.page.expect_response(is_the_live_channel):  # while that is open no page asks by itself
        fatma.open(f"{WORKSHOP}proposals/{number}/")
    expect(fatma.find("#support .support")).to_have_count(len(SCENARIOS))
    took = seconds_until_seen(fatma, lambda: pieter.find(STORE).click())
    print(f"Support changed on the open page of somebody else after {took:.2f} s (promised: {PROMISED:g} s).")  # noqa: T201
    fatma.take_picture("proposal-while-others-vote")
    undone = seconds_until_seen(fatma, lambda: pieter.find(".messages form button").click())
    print(f"And the undoing of it after {undone:.2f} s.")  # noqa: T201
    assert min(took, undone) < PROMISED  # a busy machine may delay one of them; a page that asks by itself, both
    pieter.page.wait_for_url(f"**/ballots/{number}/")
    expect(pieter.find("input[name=trend-stance]:checked")).to_have_count(0)
    pieter.find("input[name=trend-stance][value='4']").check()
    pieter.find("#scenario-A button[data-copy-group]").click()
    pieter.find(STORE).click()
    expect(pieter.find(".messages")).to_be_visible()
    pieter.open(f"{WORKSHOP}ballots/")
    expect(pieter.find(".sheet__answers")).to_have_count(1)


def is_the_live_channel(answer):
    return "/live/events/" in answer.url and answer.status == 200


def seconds_until_seen(watcher, act):
    """Do something, and return how long it took until somebody else's open page showed it."""
    watcher.page.evaluate(WHEN_IT_CHANGES)
    begun = time.time()
    act()
    changed = wait_for(lambda: watcher.page.evaluate("window.changedAt"), "support on an open page")
    return changed / 1000 - begun


def an_expert_votes_in_english_and_resumes(council, number):
    noor = council.member("noor")
    noor.open(f"{WORKSHOP}ballots/{number}/")
    expect(noor.find("html")).to_have_attribute("lang", "en")
    expect(noor.find("#scenario-B legend").first).to_contain_text("Suppose that scenario B becomes reality.")
    noor.find("input[name=trend-need][value=yes]").check()
    noor.find("input[name=trend-stance][value='5']").check()
    noor.find("input[name=displacement-need][value=unknown]").check()
    noor.find("input[name=displacement-stance][value=information]").check()
    noor.find("textarea[name=displacement-reason]").fill("I would first see who uses it now.")
    noor.find(STORE).click()
    expect(noor.find(".messages")).to_contain_text("C, D")
    noor.take_picture("ballot-in-english")
    noor.find(".self details.menu summary").click()
    noor.find("form[action*=logout] button").click()
    noor.sign_in("noor", council.password)
    noor.open(f"{WORKSHOP}ballots/{number}/")
    expect(noor.find("input[name=trend-stance][value='5']")).to_be_checked()
    expect(noor.find("textarea[name=displacement-reason]")).to_have_value("I would first see who uses it now.")
    noor.find("input[name=together-stance][value='5']").check()
    noor.find("input[name=stagnation-stance][value='3']").check()
    noor.find(STORE).click()
    noor.page.wait_for_url(re.compile(r"/ballots/"))
    expect(noor.find(".messages")).to_be_visible()


def the_facilitator_sees_turnout_and_closes(council):
    joost = council.member("joost")
    expect(joost.find(".turnout__total")).to_contain_text("33")
    begun = joost.find(".turnout__words .quiet")
    expect(begun).to_have_count(2)
    joost.take_picture("turnout")
    joost.follow(f"main a[href='{WORKSHOP}round/close/']", "/close/")
    joost.take_picture("round-close")
    joost.find("main form button").click()
    joost.page.wait_for_url("**/turnout/")
    pieter = council.member("pieter")
    pieter.open(f"{WORKSHOP}ballots/")
    expect(pieter.find("main form button")).to_have_count(0)


def the_picture_shows_support_beside_impact(council, number):
    visitor = council.visitor()
    visitor.open(f"{WORKSHOP}matrix/")
    row = visitor.find("table.matrix tbody tr", has=visitor.find(f"a[href='{WORKSHOP}proposals/{number}/']"))
    expect(row).to_contain_text(TITLE)
    expect(row.locator(".cell__line")).to_have_count(3 * len(SCENARIOS))
    expect(row.locator("td.no-regret")).not_to_be_empty()
    expect(row.locator("td .verdict")).not_to_have_count(0)
    visitor.take_picture("support-and-impact")
    visitor.open(f"{WORKSHOP}matrix/?tabled_by=employers&sort=cost")
    expect(visitor.find("table.matrix tbody tr")).not_to_have_count(0)
    expect(visitor.find(f"table.matrix a[href='{WORKSHOP}proposals/{number}/']")).to_have_count(0)
    visitor.open(f"{WORKSHOP}matrix/table/")
    visitor.take_picture("support-and-impact-as-a-table")
    numbers = visitor.page.request.get(f"{council.installation.address}{WORKSHOP}matrix/csv/")
    assert TITLE in numbers.text()
    noor = council.member("noor")
    noor.open(f"{WORKSHOP}matrix/")
    expect(noor.find("html")).to_have_attribute("lang", "en")
    expect(noor.find("table.matrix")).to_contain_text("Useful and desirable in every scenario?")
    noor.take_picture("support-and-impact-in-english")


def the_secretariat_compiles_a_report(council):
    hanna = council.member("hanna")
    hanna.open(f"{WORKSHOP}report/")
    hanna.take_picture("report-before")
    hanna.find("form[action$='/report/compile'] button").click()
    expect(hanna.find("section.report")).not_to_have_count(0)
    expect(hanna.find("main")).to_contain_text(TITLE)
    hanna.take_picture("report")
    the_pdf_opens_with_the_request(hanna, "nl", "De adviesaanvraag en het antwoord in het kort")
    reader = council.english_visitor()
    reader.open(f"{WORKSHOP}report/")
    expect(reader.find("#request")).to_have_text("1. The request, and the answer in short")
    reader.take_picture("report-in-english")
    the_pdf_opens_with_the_request(reader, "en", "The request, and the answer in short")


def the_pdf_opens_with_the_request(reader, language, title):
    link = reader.find("a[href$='/pdf']").first.get_attribute("href")
    answer = reader.page.request.get(f"{reader.address}{link}", headers={"Accept-Language": language})
    assert answer.status == 200
    assert answer.body().startswith(b"%PDF")
    with pikepdf.open(io.BytesIO(answer.body())) as report:
        assert report.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in report.Root
        assert str(report.Root.Lang).startswith(language)
        assert len(report.pages) >= 5
        with report.open_outline() as outline:
            assert outline.root[0].title.endswith(title)


def a_practice_example_is_told_published_and_annotated(council):
    pieter = council.member("pieter")
    pieter.open(f"{WORKSHOP}practice/")
    pieter.take_picture("practice")
    pieter.follow(f"main a[href='{WORKSHOP}practice/tell/']", "/practice/tell/")
    pieter.find("#id_title").fill("Een drukkerij met twee robots")
    pieter.find("input[name=told_by][value=firm]").check()
    pieter.find("#id_sector").fill("Grafische industrie")
    pieter.find("#id_cope").fill(f"{PASSAGE}. Wie weggaat, vervangen we pas als het werk er is.")
    pieter.find("#id_prepare").fill("Iedereen leert een tweede machine bedienen.")
    pieter.find("#id_consent").check()
    pieter.take_picture("practice-tell")
    pieter.find("main form button[type=submit]").click()
    pieter.page.wait_for_url(re.compile(r"/practice/[0-9a-f-]{36}/$"))
    example = pieter.path()
    noor, hanna = council.member("noor"), council.member("hanna")
    noor.open(example, status=404)
    hanna.open(example)
    hanna.find("form[action$='/publish'] button").click()
    expect(hanna.find(".messages")).to_be_visible()
    noor.open(example)
    noor.find("input[name=part][value=cope]").check()
    noor.find("#id_quote").fill(PASSAGE)
    noor.find("input[name=stance][value=nuances]").check()
    noor.find("#id_note").fill("Three months is long for a printer: others here plan by the week.")
    noor.find("form[action$='/remarks'] button").click()
    mark = noor.find("a.asks", has_text=PASSAGE)
    expect(mark).to_have_count(1)
    expect(noor.find(mark.get_attribute("href"))).to_contain_text("others here plan by the week")
    noor.take_picture("practice-annotated")
