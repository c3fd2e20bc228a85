# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Workshops, polls, support, the matrix, positions and reports through the API."""

import pytest

from scenarios.enums import Metric, Over, SetSign
from tests.api.caller import Caller
from tests.api.world import laid_out
from tests.factories import UserFactory, WorkshopFactory
from workshops.selectors.matrix import support_impact_matrix
from workshops.selectors.metrics import metrics_of
from workshops.services.reports import compile_report


def test_a_workshop_tells_who_sits_there_and_what_was_agreed(world, stranger):
    told = stranger.get(f"workshops/{world.slug}").json()

    assert (told["slug"], told["phase"], told["isPublic"]) == (world.slug, "voting", True)
    assert [one["key"] for one in told["constituencies"]] == ["employers", "workers", "crown"]
    assert [len(one["seats"]) for one in told["constituencies"]] == [2, 2, 2]
    assert told["constituencies"][2]["seats"][0]["delegation"] is None
    assert [one["letter"] for one in told["scenarios"]] == ["A", "B"]
    assert told["agreements"]["lockedAt"]
    assert told["you"] == {"roles": [], "seats": []}


def test_a_workshop_tells_what_you_are_in_it(world, delegate, secretary):
    seat = world.table.seat("workers")
    own = {"id": str(seat.id), "constituency": "workers", "number": 1, "isStandIn": False}
    for path in ("workshops", f"workshops/{world.slug}"):
        told = delegate.get(path).json()
        assert (told["results"][0] if "results" in told else told)["you"] == {"roles": [], "seats": [own]}
    assert secretary.get(f"workshops/{world.slug}").json()["you"] == {"roles": ["secretary"], "seats": []}


def test_a_workshop_without_agreements_says_so(db, stranger):
    bare = WorkshopFactory(is_public=True)
    assert stranger.get(f"workshops/{bare.slug}").json()["agreements"] is None


def test_only_the_workshops_that_somebody_may_enter_are_listed(world, stranger, delegate):
    closed = laid_out(is_public=False)
    assert [one["slug"] for one in stranger.get("workshops").json()["results"]] == [world.slug]
    assert stranger.get(f"workshops/{closed.slug}").status_code == 404
    assert delegate.get(f"workshops/{closed.slug}").status_code == 404
    insider = Caller(closed.table.secretary)
    assert {one["slug"] for one in insider.get("workshops").json()["results"]} == {world.slug, closed.slug}


@pytest.mark.parametrize(
    "path",
    ["proposals", "polls", "support", "matrix", "measures", "practice-examples", "annotations", "positions", "reports"],
)
def test_nothing_of_a_closed_workshop_is_there_for_strangers(db, path):
    closed = laid_out(is_public=False)
    for caller in (Caller(), Caller(UserFactory())):
        answer = caller.get(path, workshop=closed.slug)
        assert answer.status_code == 404
        assert closed.slug not in answer.content.decode()
    assert Caller(closed.table.facilitator).get(path, workshop=closed.slug).status_code == 200


@pytest.mark.parametrize(
    "path", ["polls/{poll}", "annotations/{annotation}", "practice-examples/{example}", "reports/{report}"]
)
def test_nothing_in_a_closed_workshop_is_there_for_strangers_who_know_its_id(db, path):
    closed = laid_out(is_public=False)
    address = path.format(**closed.parts)
    for caller in (Caller(), Caller(UserFactory())):
        assert caller.get(address).status_code == 404
    assert Caller(closed.table.facilitator).get(address).status_code == 200


def test_polls_are_asked_by_state_and_proposal(world, stranger):
    opened = stranger.get("polls", workshop=world.slug, state="open").json()
    assert {one["round"]["number"] for one in opened["results"]} == {2}
    assert {one["proposal"]["number"] for one in opened["results"]} == {2}
    first = stranger.get("polls", workshop=world.slug, proposal=str(world.proposals[0].id)).json()
    assert first["count"] == 2
    poll = first["results"][0]
    assert stranger.get(f"polls/{poll['id']}").json() == poll


def test_support_is_counted_per_constituency(world, stranger):
    told = stranger.get("support", workshop=world.slug).json()["results"]
    first = next(one for one in told if one["proposal"]["number"] == 1)

    assert (first["verdict"], first["isDesirable"], first["weakest"]) == ("broad", True, 1.0)
    tally = first["constituencies"][1]
    assert tally["constituency"] == "workers"
    assert tally["tally"]["counts"] == {"4": 1, "3": 1}
    assert (tally["tally"]["supporting"], tally["tally"]["seats"]) == (2, 2)


def test_support_is_not_told_while_the_round_hides_it(world, stranger):
    world.open.is_live = False
    world.open.save()
    told = stranger.get("support", workshop=world.slug).json()["results"]
    hidden = [one for one in told if one["proposal"]["number"] == 2]
    assert [(one["isShown"], one["constituencies"], one["verdict"]) for one in hidden] == [(False, [], "not_voted")] * 2


def test_the_matrix_is_the_object_of_the_page(world, stranger):
    told = stranger.get("matrix", workshop=world.slug).json()
    matrix = support_impact_matrix(world.table.workshop)

    assert [row["proposal"]["number"] for row in told["rows"]] == [row.proposal.number for row in matrix.rows]
    assert [row["verdict"] for row in told["rows"]] == [row.verdict for row in matrix.rows]
    for row, shown in zip(matrix.rows, told["rows"], strict=True):
        assert [cell["usefulness"] for cell in shown["cells"]] == [cell.usefulness for cell in row.cells]
        line, said = row.cells[0].lines[0], shown["cells"][0]["lines"][0]
        assert said["effect"]["band"] == {
            "low": line.effect.band.low,
            "mid": line.effect.band.mid,
            "high": line.effect.band.high,
        }
        assert said["effect"]["sign"] == "better"
        assert said["tally"]["supporting"] == line.tally.supporting
    assert told["agreements"]["version"] == matrix.agreements.version


def test_positions_are_worded_as_the_council_words_them(world):
    told = {one: Caller(language=one).get("positions", workshop=world.slug).json()["results"] for one in ("nl", "en")}
    assert {one["label"] for one in told["nl"]} == {"de raad"}
    assert {one["label"] for one in told["en"]} == {"the council"}
    assert {(one["supporting"], one["present"]) for one in told["en"]} == {(6, 6)}


def test_reports_are_listed_newest_first_and_read_in_the_language_asked_for(world, stranger):
    compile_report(who=world.table.as_secretary, workshop=world.table.workshop)
    told = stranger.get("reports", workshop=world.slug).json()["results"]
    assert [one["number"] for one in told] == [3, 2, 1]
    for language in ("nl", "en"):
        report = Caller(language=language).get(f"reports/{told[0]['id']}").json()
        assert report["contentHash"] == told[0]["contentHash"]
        assert report["content"]["lang"] == language
        assert "support" in {chapter["key"] for chapter in report["content"]["chapters"]}


def test_the_other_measures_are_the_object_of_the_page(world, stranger):
    told = stranger.get("measures", workshop=world.slug).json()
    found = metrics_of(support_impact_matrix(world.table.workshop, keep_payoffs=True))

    assert (told["over"], told["year"], told["pairs"]) == ("both", found.matrix.year, found.most_pairs)
    assert [one["metric"] for one in told["metrics"]] == list(Metric)
    assert told["choices"][0]["proposal"] is None
    for option, shown in zip(found.options, told["choices"], strict=True):
        assert (shown["proposal"] or {"number": 0})["number"] == option.number
        for reading in shown["readings"]:
            ours = option.reading(Metric(reading["metric"]))
            assert (reading["value"], reading["rank"]) == (ours.value, ours.rank)
            assert len(reading["parts"]) == len(found.places) * (
                1 if reading["constituency"] is None else len(found.sides)
            )
        assert [one["share"] for one in shown["dominance"]] == [1.0, 0.95, 0.9]
        assert {one["sign"] for one in shown["signs"]} <= set(SetSign)
    assert len(told["crossings"]) == 15


def test_the_other_measures_are_asked_over_draws_or_rival_theories_and_nothing_else(world, stranger):
    for over in Over:
        assert stranger.get("measures", workshop=world.slug, over=over).json()["over"] == over
    refused = stranger.get("measures", workshop=world.slug, over="chances")
    assert refused.status_code == 400
    assert [one["field"] for one in refused.json()["errors"]] == ["over"]


def test_a_row_of_the_matrix_tells_its_halves_apart(world, stranger):
    row = stranger.get("matrix", workshop=world.slug).json()["rows"][0]
    assert row["verdicts"]["strict"]["verdict"] == row["verdict"]
    assert set(row["verdicts"]) == {"strict", "supportOnly", "impactOnly"}
    assert row["verdicts"]["supportOnly"] == {"verdict": "yes", "breaksIn": None, "brokenBy": None}
