# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every page: who looks at it, in which step of the workshop, and in which states it can be."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from tests.browser.site import COMPUTED, JUDGED, OWN, PARTLY, PROPOSAL, SEND, WITHDRAWN, Site, Step
from tests.browser.somebody import Somebody

VISITOR, DELEGATE, EMPLOYER, EXPERT, FACILITATOR, SECRETARY = "", "fatma", "pieter", "noor", "joost", "hanna"
SLUG = "robotsamenleving"
OBJECTED = 5  # a proposal on which some seats have a minority position recorded
AMENDED = 6  # the proposal of the example that others want to read otherwise
PUBLISHED, SUBMITTED, DEVELOPMENT = "published", "submitted", "development"
DEVELOPMENT_OF_DISPLACEMENT = """
SELECT one.id FROM workshops_draftdevelopment AS one
JOIN workshops_scenariodraft AS draft ON draft.id = one.draft_id
JOIN workshops_workshopscenario AS place ON place.id = draft.place_id
JOIN scenarios_scenario AS scenario ON scenario.id = place.scenario_id
WHERE scenario.key = 'displacement' LIMIT 1
"""
NO_PAGES = {
    "healthz": "for machines",
    "readyz": "for machines",
    "set_language": "an act",
    "logout": "an act",
    "live-events": "a stream",
    "validation_now": "a piece of a page",
    "workshops:workshop_now": "a piece of a page",
    "workshops:round_now": "a piece of a page",
    "workshops:turnout_now": "a piece of a page",
    "workshops:proposal_impacts": "a piece of a page",
    "workshops:proposal_support": "a piece of a page",
    "workshops:matrix_fragment": "a piece of a page",
    "workshops:matrix_finding": "a piece of a page",
    "workshops:trial_answer": "figures for a page",
    "workshops:scenario_trial_answer": "figures for a page",
    "workshops:failure_fragment": "a piece of a page",
    "workshops:moves_fragment": "a piece of a page",
    "workshops:timing_fragment": "a piece of a page",
    "workshops:packages_fragment": "a piece of a page",
    "workshops:assumptions_answer": "a piece of a page",
    "workshops:assumptions_every": "a piece of a page",
    "workshops:contest_changes": "a piece of a page",
    "workshops:assumptions_csv": "a file",
    "workshops:preset_table": "an act",
    "workshops:contests_again": "an act",
    "workshops:proposal_csv": "a file",
    "workshops:draws_file": "a file",
    "workshops:draws_ask": "an act",
    "workshops:failure_csv": "a file",
    "workshops:moves_csv": "a file",
    "workshops:timing_csv": "a file",
    "workshops:packages_csv": "a file",
    "workshops:sharing_csv": "a file",
    "workshops:matrix_csv": "a file",
    "workshops:metrics_csv": "a file",
    "workshops:position_sign": "an act",
    "workshops:position_take_back": "an act",
    "workshops:position_withdraw": "an act",
    "workshops:position_reply": "an act",
    "workshops:round_archive": "a file",
    "workshops:round_data": "a file",
    "workshops:report_pdf": "a file",
    "workshops:people_csv": "a file",
    "workshops:request_unmark": "an act",
    "workshops:role_add": "an act",
    "workshops:role_end": "an act",
    "workshops:person_invite": "an act",
    "account_data": "a file",
    "invitation": "needs a link that works once; what it says without one is tested",
    "workshops:proposal_project": "an act",
    "workshops:proposal_study": "an act",
    "workshops:timing_ask": "an act",
    "workshops:packages_ask": "an act",
    "workshops:ballot_take_back": "an act",
    "workshops:ballot_undo": "an act",
    "workshops:example_annotate": "an act",
    "workshops:example_publish": "an act",
    "workshops:example_return": "an act",
    "workshops:example_text": "a file",
    "workshops:remark_answer": "an act",
    "workshops:remark_resolve": "an act",
    "workshops:remark_reopen": "an act",
    "workshops:report_compile": "an act",
    "workshops:draft_now": "a piece of a page",
    "workshops:section_text": "a piece of a page",
    "workshops:section_margin": "a piece of a page",
    "workshops:section_updates": "for scripts",
    "workshops:section_here": "for scripts",
    "workshops:draft_open": "an act",
    "workshops:section_joint": "an act",
    "workshops:comment": "an act",
    "workshops:comment_answer": "an act",
    "workshops:comment_resolve": "an act",
    "workshops:comment_reopen": "an act",
    "workshops:amendment_handle": "an act",
    "workshops:amendment_answer": "an act",
    "workshops:amendment_withdraw": "an act",
    "workshops:condition_settle": "an act",
    "workshops:ballot_stay": "an act",
    "workshops:suggestion_answer": "an act",
    "workshops:suggestion_withdraw": "an act",
    "workshops:development_remove": "an act",
    "workshops:spread_withdraw": "an act",
    "workshops:estimates_start": "an act",
    "workshops:estimates_next": "an act",
    "workshops:estimates_close": "an act",
    "workshops:estimates_end": "an act",
}


def look(_: Somebody) -> None:
    """Leave the page as it was served."""


def send_empty(one: Somebody) -> None:
    """Send the form of the page with nothing in it, past what the browser itself would say."""
    one.page.locator("main form[method=post]").evaluate_all(
        "forms => forms.forEach(form => { form.noValidate = true; })"
    )
    for field in one.find("main form[method=post] :is(textarea, input[type=text], input[type=number]):visible").all():
        field.fill("")
    with one.page.expect_navigation():
        one.find("main form[method=post] button[class*=primary]:visible").first.click()
    one.find(".error-summary, .utrecht-alert--error").first.wait_for()


def choose_nothing(one: Somebody) -> None:
    """Park every proposal, without a reason."""
    for box in one.find("main input[type=checkbox]").all():
        box.uncheck()
    send_empty(one)


def object_without_a_reason(one: Somebody) -> None:
    """Answer what cannot be stored."""
    one.find("input[name=trend-stance][value='1']").check()
    one.find(SEND).first.click()
    one.find(".error-summary").wait_for()


def check_a_proposal(one: Somebody) -> None:
    """Fill in what is needed and go on to the last step, without submitting."""
    one.find("#id_title").fill("Een voorstel dat niet wordt ingediend")
    for name, value in PROPOSAL.items():
        choice = one.find(f"main input[name={name}][value='{value}']")
        if choice.count():
            choice.check()
        else:
            one.find(f"#id_{name}").fill(value)
    one.find("button[value=check]").click()
    one.find("button[value=submit]").wait_for()


def open_all_folds(one: Somebody) -> None:
    """Show what is behind every fold."""
    one.page.locator("main details").evaluate_all("folds => folds.forEach(fold => { fold.open = true; })")


def type_too_much(one: Somebody) -> None:
    """Ask for what the model cannot compute, on a page that is open."""
    one.find("#id_lever_minimum_wage").fill("99")
    one.find(".utrecht-form-field-error-message").first.wait_for()


@dataclass(frozen=True)
class Case:
    """One page as one person sees it."""

    name: str
    who: str = VISITOR
    step: Step = Step.COMPARING
    args: tuple[object, ...] = ()
    query: str = ""
    act: Callable[[Somebody], None] = look
    status: int = 200

    def path(self, site: Site) -> str:
        """Return its address on a running site."""
        return self.address(lambda told: key_in(site, told))

    def address(self, key_of: Callable[[object], UUID | str]) -> str:
        """Return its address; an example is told by its state, because its key is made anew every time."""
        if self.name.startswith("/"):
            return self.name
        args = [key_of(one) if one in {PUBLISHED, SUBMITTED, DEVELOPMENT} else one for one in self.args]
        room = [SLUG] if self.name.startswith("workshops:") and self.name != "workshops:workshop_new" else []
        return reverse(self.name, args=[*room, *args]) + self.query

    def __str__(self) -> str:
        """Say which one it is, for the list of tests."""
        act = "" if self.act is look else self.act.__name__
        said = (self.name, *map(str, self.args), self.query, self.who, self.step.value, act)
        return "-".join(one for one in said if one)


def key_in(site: Site, one: object) -> UUID:
    """Return the key of what is told by its state or kind."""
    if one == DEVELOPMENT:
        return UUID(site.first(DEVELOPMENT_OF_DISPLACEMENT))
    return example_in(site, one)


def example_in(site: Site, state: object) -> UUID:
    """Return the key of a practice example."""
    return UUID(site.first(f"SELECT id FROM scenarios_practiceexample WHERE state = '{state}'"))  # noqa: S608 -- our own


CASES = (
    Case("home"),
    Case("home", DELEGATE),
    Case("home", FACILITATOR),
    Case("home", SECRETARY),
    Case("home", EMPLOYER, Step.VOTING),
    Case("login"),
    Case("login", act=send_empty),
    Case("account", DELEGATE),
    Case("account_erase", DELEGATE),
    Case("account_erase", DELEGATE, act=send_empty),
    Case("mail", DELEGATE),
    Case("mail_stop", args=("nobody",), status=404),
    Case("accessibility"),
    Case("privacy"),
    Case("glossary"),
    Case("model", act=open_all_folds),
    Case("validation"),
    Case("api-docs"),
    Case("/nothing-here/", status=404),
    Case("workshops:workshop_home"),
    Case("workshops:workshop_home", DELEGATE),
    Case("workshops:workshop_home", FACILITATOR, Step.VOTING),
    Case("workshops:workshop_home", SECRETARY),
    Case("workshops:journal"),
    Case("workshops:request"),
    Case("workshops:request", SECRETARY),
    Case("workshops:request_enter", SECRETARY),
    Case("workshops:request_enter", SECRETARY, act=send_empty),
    Case("workshops:request_marks", SECRETARY),
    Case("workshops:request_marks", SECRETARY, act=send_empty),
    Case("workshops:answer", SECRETARY, args=(1,)),
    Case("workshops:answer", SECRETARY, args=(1,), act=send_empty),
    Case("workshops:scenarios", act=open_all_folds),
    Case("workshops:institutions", act=open_all_folds),
    Case("workshops:institutions", DELEGATE),
    Case("workshops:institution", args=("platform_regulation",)),
    Case("workshops:institution", SECRETARY, args=("childcare",)),
    Case("workshops:institution_rate", DELEGATE, args=("childcare",)),
    Case("workshops:institution_rate", DELEGATE, args=("minimum_wage",), act=send_empty),
    Case("workshops:institution_decide", SECRETARY, args=("minimum_wage",)),
    Case("workshops:institution_decide", SECRETARY, args=("minimum_wage",), act=send_empty),
    Case("workshops:scenario", args=("displacement",)),
    Case("workshops:scenario", EMPLOYER, args=("displacement",)),
    Case("workshops:recognise", DELEGATE, args=("displacement",)),
    Case("workshops:recognise", DELEGATE, args=("displacement",), act=send_empty),
    Case("workshops:spread", args=("displacement",)),
    Case("workshops:spread", DELEGATE, args=("displacement",)),
    Case("workshops:spread_set", DELEGATE, args=("displacement",)),
    Case("workshops:estimates"),
    Case("workshops:estimates", FACILITATOR),
    Case("workshops:estimates_give", DELEGATE, args=("displacement",)),
    Case("workshops:crosswalk", args=("displacement",)),
    Case("workshops:crosswalk", SECRETARY, args=("trend",)),
    Case("workshops:crosswalk_write", SECRETARY, args=("displacement", "rathenau")),
    Case("workshops:editions", SECRETARY, args=("displacement",)),
    Case("workshops:edition", args=("displacement", 1)),
    Case("workshops:edition", args=("displacement", 1), query="?writers=1"),
    Case("workshops:editions_compare", args=("displacement",)),
    Case("workshops:edition_return", SECRETARY, args=("displacement", 1)),
    Case("workshops:draft", SECRETARY, args=("displacement",), act=open_all_folds),
    Case("workshops:draft", DELEGATE, args=("displacement",)),
    Case("workshops:draft", DELEGATE, Step.VOTING, args=("displacement",)),
    Case("workshops:draft_pen", SECRETARY, args=("displacement",)),
    Case("workshops:draft_adopt", SECRETARY, args=("displacement",)),
    Case("workshops:draft_section", SECRETARY, args=("displacement", "story"), act=open_all_folds),
    Case("workshops:draft_section", DELEGATE, args=("displacement", "story")),
    Case("workshops:suggest", DELEGATE, args=("displacement", "story")),
    Case("workshops:suggest", DELEGATE, args=("displacement", "story"), act=send_empty),
    Case("workshops:suggestion", SECRETARY, args=("displacement", 1), act=open_all_folds),
    Case("workshops:suggestion", DELEGATE, args=("displacement", 1)),
    Case("workshops:draft_drivers", SECRETARY, args=("displacement",)),
    Case("workshops:draft_drivers", DELEGATE, args=("displacement",)),
    Case("workshops:draft_developments", SECRETARY, args=("displacement",)),
    Case("workshops:development_new", SECRETARY, args=("displacement",)),
    Case("workshops:development_new", SECRETARY, args=("displacement",), act=send_empty),
    Case("workshops:development", SECRETARY, args=("displacement", DEVELOPMENT)),
    Case("workshops:scenario_trial", args=("displacement",), act=open_all_folds),
    Case("workshops:scenario_trial", args=("trend",), query="?driver_new_tasks=9", status=400),
    Case("workshops:trial", query=f"?from=again-{COMPUTED}", act=open_all_folds),
    Case("workshops:trial", DELEGATE, query="?from=own&lever_minimum_wage=10&held=1&held-lever_training=1&all=1"),
    Case("workshops:trial", query="?from=own", act=type_too_much),
    Case("workshops:trial", query="?from=own&lever_minimum_wage=99", status=400),
    Case("workshops:proposals"),
    Case("workshops:proposals", DELEGATE),
    Case("workshops:proposals", query="?q=onvindbaar"),
    Case("workshops:proposal", args=(COMPUTED,), act=open_all_folds),
    Case("workshops:proposal", args=(PARTLY,)),
    Case("workshops:proposal", args=(JUDGED,)),
    Case("workshops:proposal", args=(WITHDRAWN,)),
    Case("workshops:proposal", DELEGATE, args=(OWN,)),
    Case("workshops:proposal", SECRETARY, args=(OWN,)),
    Case("workshops:proposal", EMPLOYER, Step.VOTING, args=(COMPUTED,), query="?scenario=B"),
    Case("workshops:positions", args=(OBJECTED,)),
    Case("workshops:positions", EMPLOYER, args=(OBJECTED,), act=open_all_folds),
    Case("workshops:position_state", DELEGATE, args=(OBJECTED,)),
    Case("workshops:position_state", DELEGATE, args=(OBJECTED,), act=send_empty),
    Case("workshops:position_state", FACILITATOR, args=(OBJECTED,), status=403),
    Case("workshops:amendments", args=(AMENDED,)),
    Case("workshops:amendments", DELEGATE, args=(AMENDED,)),
    Case("workshops:conditions", args=(AMENDED,)),
    Case("workshops:conditions", EMPLOYER, args=(AMENDED,)),
    Case("workshops:conditions", EMPLOYER, args=(AMENDED,), act=send_empty),
    Case("workshops:proposal_amend", EMPLOYER, args=(AMENDED,), act=open_all_folds),
    Case("workshops:proposal_amend", EMPLOYER, args=(AMENDED,), act=send_empty),
    Case("workshops:proposal_amend", SECRETARY, args=(AMENDED,), status=403),
    Case("workshops:amendment", args=(AMENDED, 1)),
    Case("workshops:amendment", SECRETARY, args=(AMENDED, 2), act=open_all_folds),
    Case("workshops:amendment", SECRETARY, args=(AMENDED, 2), act=send_empty),
    Case("workshops:draws", args=(COMPUTED,)),
    Case("workshops:draws", DELEGATE, args=(COMPUTED,)),
    Case("workshops:proposal_failure", args=(COMPUTED,), act=open_all_folds),
    Case("workshops:proposal_failure", DELEGATE, args=(JUDGED,)),
    Case("workshops:proposal_moves", args=(COMPUTED,), act=open_all_folds),
    Case("workshops:proposal_table", DELEGATE),
    Case("workshops:proposal_table", DELEGATE, query="?from=own", act=open_all_folds),
    Case("workshops:proposal_table", DELEGATE, query="?from=own", act=send_empty),
    Case("workshops:proposal_table", DELEGATE, query="?from=beyond"),
    Case("workshops:proposal_table", DELEGATE, query=f"?from=again-{COMPUTED}", act=check_a_proposal),
    Case("workshops:proposal_table", DELEGATE, Step.VOTING, status=403),
    Case("workshops:proposal_withdraw", DELEGATE, args=(OWN,)),
    Case("workshops:proposal_withdraw", EMPLOYER, args=(OWN,)),
    Case("workshops:judge", SECRETARY, args=(JUDGED,)),
    Case("workshops:matrix", act=open_all_folds),
    Case("workshops:matrix", EMPLOYER, Step.VOTING),
    Case("workshops:matrix", query="?tabled_by=crown&verdict=divided"),
    Case("workshops:matrix_table", query="?tabled_by=employers"),
    Case("workshops:metrics", act=open_all_folds),
    Case("workshops:metrics", EMPLOYER, Step.VOTING, query="?over=variants"),
    Case("workshops:timing", act=open_all_folds),
    Case("workshops:timing", DELEGATE, query="?lead=own&years=99"),
    Case("workshops:round_tallies", args=(1,)),
    Case("workshops:round_tallies", DELEGATE, args=(2,), act=open_all_folds),
    Case("workshops:round_record", args=(1,), act=open_all_folds),
    Case("workshops:round_record", EMPLOYER, Step.VOTING, args=(3,)),
    Case("workshops:roles", act=open_all_folds),
    Case("workshops:wishes"),
    Case("workshops:wishes", DELEGATE),
    Case("workshops:packages", act=open_all_folds),
    Case("workshops:packages", DELEGATE),
    Case("workshops:assumptions", act=open_all_folds),
    Case("workshops:assumptions", FACILITATOR),
    Case("workshops:assumptions", DELEGATE, query="?q=onvindbaar"),
    Case("workshops:assumptions", query=f"?proposal={COMPUTED}"),
    Case("workshops:contest", args=(1,)),
    Case("workshops:contest", FACILITATOR, args=(4,)),
    Case("workshops:contest_state", DELEGATE, query="?about=prior:eps_mw"),
    Case("workshops:contest_state", DELEGATE, query="?about=prior:eps_mw", act=send_empty),
    Case("workshops:contest_state", DELEGATE, query=f"?about=budget:{COMPUTED}"),
    Case("workshops:contest_withdraw", FACILITATOR, args=(4,)),
    Case("workshops:contest_withdraw", DELEGATE, args=(1,)),
    Case("workshops:practice"),
    Case("workshops:practice", SECRETARY),
    Case("workshops:practice", query="?q=onvindbaar"),
    Case("workshops:example", args=(PUBLISHED,)),
    Case("workshops:example", DELEGATE, args=(PUBLISHED,), act=send_empty),
    Case("workshops:example", SECRETARY, args=(SUBMITTED,)),
    Case("workshops:example_edition", args=(PUBLISHED, 1)),
    Case("workshops:example_change", SECRETARY, args=(PUBLISHED,)),
    Case("workshops:example_withdraw", SECRETARY, args=(PUBLISHED,)),
    Case("workshops:claims"),
    Case("workshops:claims", DELEGATE, query="?evidence=none&kind=driver"),
    Case("workshops:claim", args=("reform::9",)),
    Case("workshops:claim", args=("driver:displacement:displacement_pace",)),
    Case("workshops:example_tell", DELEGATE),
    Case("workshops:example_tell", DELEGATE, act=send_empty),
    Case("workshops:report"),
    Case("workshops:report", SECRETARY),
    Case("workshops:report_number", args=(1,)),
    Case("workshops:ballots"),
    Case("workshops:ballots", EMPLOYER, Step.READY),
    Case("workshops:ballots", EMPLOYER, Step.VOTING),
    Case("workshops:ballots", FACILITATOR, Step.READY),
    Case("workshops:ballot", EXPERT, args=(COMPUTED,)),
    Case("workshops:ballot", EMPLOYER, Step.VOTING, args=(COMPUTED,), act=open_all_folds),
    Case("workshops:ballot", EXPERT, Step.VOTING, args=(JUDGED,), act=object_without_a_reason),
    Case("workshops:agreements"),
    Case("workshops:agreements", FACILITATOR, query="?version=1"),
    Case("workshops:agreements", FACILITATOR),
    Case("workshops:agreements_change", FACILITATOR),
    Case("workshops:agreements_change", FACILITATOR, act=send_empty),
    Case("workshops:yardstick_change", FACILITATOR, args=("unions",)),
    Case("workshops:yardstick_change", FACILITATOR, args=("unions",), act=send_empty),
    Case("workshops:agreements_lock", FACILITATOR),
    Case("workshops:people"),
    Case("workshops:people", DELEGATE),
    Case("workshops:people", FACILITATOR),
    Case("workshops:people", FACILITATOR, act=send_empty),
    Case("workshops:mandate_end", FACILITATOR, args=(1,)),
    Case("workshops:workshop_new", FACILITATOR),
    Case("workshops:workshop_new", FACILITATOR, act=send_empty),
    Case("workshops:agenda", FACILITATOR),
    Case("workshops:agenda", FACILITATOR, act=choose_nothing),
    Case("workshops:agenda", FACILITATOR, Step.VOTING),
    Case("workshops:round_open", FACILITATOR),
    Case("workshops:round_open", FACILITATOR, Step.READY),
    Case("workshops:round_close", FACILITATOR, Step.VOTING),
    Case("workshops:round_annul", FACILITATOR, Step.VOTING, args=(1,)),
    Case("workshops:turnout", status=403),
    Case("workshops:turnout", FACILITATOR, Step.VOTING),
    Case("workshops:turnout", EMPLOYER, Step.VOTING),
    Case("workshops:phase", FACILITATOR),
    Case("workshops:phase", FACILITATOR, Step.VOTING),
)
