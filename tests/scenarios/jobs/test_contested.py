# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Carrying out contested projections: the same verdict where nothing is held, stored once, kept by a lease."""

from datetime import timedelta
from threading import Event
from uuid import uuid4

import pytest
from django.utils import timezone
from kombu.exceptions import OperationalError

import engine
from scenarios import runner, tasks
from scenarios.enums import ProjectionState
from scenarios.jobs import contested
from scenarios.jobs.contested import run_contested
from scenarios.models import ContestedProjection, Projection
from scenarios.services.contested import Question, request_contested
from scenarios.services.projections import request_projection
from tests.factories import ReformRevisionFactory, ScenarioRevisionFactory, YardstickFactory

pytestmark = pytest.mark.django_db
BALANCE = {"outcome": "balance", "group": "government", "better": "up", "smallest_difference": 5e-4, "tolerance": 0.004}
HELD = {"priors": {"eps_mw": [0.9, 1.1, 1.3]}}


@pytest.fixture
def yardsticks():
    return [YardstickFactory(), YardstickFactory(lines=[BALANCE])]


@pytest.fixture
def scenarios():
    return ScenarioRevisionFactory.create_batch(2)


@pytest.fixture
def asked(yardsticks, scenarios):
    """Ask about a reform with something held, and return the row."""

    def ask(held=HELD, reform=None):
        reform = reform or ReformRevisionFactory()
        question = Question(reform, scenarios, yardsticks, 2030, held)
        request_contested(questions=[question], topic="workshop:1")
        return ContestedProjection.objects.get(reform_revision=reform, input_hash=question.input_hash)

    return ask


def answered(row):
    run_contested(row.run)
    row.refresh_from_db()
    assert row.is_done, row.error
    return row.answer


def test_the_record_beside_a_contest_is_the_projection_of_record(asked, yardsticks, scenarios):
    row = asked()
    projections = request_projection(
        reform_revision=row.reform_revision, scenario_revisions=scenarios, yardsticks=yardsticks, year=2030
    )
    runner.run(projections[0].run)

    answer = answered(row)

    for one in Projection.objects.prefetch_related("payoffs"):
        record = answer[str(one.scenario_revision_id)]["record"]
        assert (record["share"], record["variants"], record["of"]) == (
            one.useful_share,
            one.useful_variants,
            one.variants,
        )
        for payoff in one.payoffs.all():
            stored = [payoff.low, payoff.mid, payoff.high, payoff.worse_share, payoff.better_share]
            assert record["sides"][str(payoff.yardstick_id)] == pytest.approx(stored, abs=1e-12)


def test_holding_nothing_otherwise_changes_nothing(asked):
    for verdicts in answered(asked(held={})).values():
        assert verdicts["held"] == verdicts["record"]


def test_the_record_is_weighed_once_for_all_contests_of_a_worker(asked, monkeypatch):
    weighed, weigh = [], engine.verdicts
    monkeypatch.setattr(engine, "verdicts", lambda *asked: weighed.append(asked) or weigh(*asked))
    reform = ReformRevisionFactory(levers={"training": 0.7})
    rows = [asked(held={"priors": {"lam": [0.8, 0.9, one]}}, reform=reform) for one in (0.95, 1.0)]

    first, second = (answered(row) for row in rows)

    assert len(weighed) == 3
    for edition, verdicts in first.items():
        assert second[edition]["record"] == verdicts["record"]


def test_a_held_prior_moves_the_payoffs_over_the_same_draws(asked, yardsticks):
    crown = str(yardsticks[1].id)
    for verdicts in answered(asked()).values():
        assert verdicts["held"]["sides"][crown][1] < verdicts["record"]["sides"][crown][1]


def test_a_held_driver_moves_only_its_own_scenario(asked, scenarios):
    first, second = scenarios
    answer = answered(asked(held={"drivers": {str(first.id): {"displacement_pace": 4.0}}}))

    assert answer[str(first.id)]["held"] != answer[str(first.id)]["record"]
    assert answer[str(second.id)]["held"] == answer[str(second.id)]["record"]


def test_another_cost_moves_the_balance_by_that_much(asked, yardsticks):
    reform = ReformRevisionFactory(levers={"training": 1.0}, budget_from_model=False, exante_budget_bn=-1.0)
    crown = str(yardsticks[1].id)
    for verdicts in answered(asked(held={"budget_bn": -7.9}, reform=reform)).values():
        held, record = verdicts["held"]["sides"][crown], verdicts["record"]["sides"][crown]
        assert 0.005 < record[1] - held[1] < 0.015  # 6.9 of 690 bn, at the size of the economy of 2030


def test_a_second_delivery_does_nothing(asked, monkeypatch):
    row = asked()
    answered(row)
    monkeypatch.setattr(contested.arrays, "contested_answers", lambda *_asked: pytest.fail("computed twice"))

    run_contested(row.run)


def test_two_workers_do_not_take_the_same_run(asked):
    row = asked()
    assert contested.claimed(row.run, uuid4())
    assert contested.claimed(row.run, uuid4()) == []


def test_a_run_whose_worker_is_gone_is_taken_over_and_the_first_stores_nothing(asked):
    row, dead = asked(), uuid4()
    contested.claimed(row.run, dead)
    ContestedProjection.objects.update(lease_until=timezone.now() - timedelta(seconds=1))

    found = answered(row)
    contested.store(row.run, dead, {row.id: {}}, 1.0)

    row.refresh_from_db()
    assert row.answer == found


def test_what_the_engine_refuses_has_failed_at_once_and_says_why(asked):
    row = asked(held={"priors": {"eps_mw": [2.0, 3.0, 4.0]}})

    run_contested(row.run)

    row.refresh_from_db()
    assert row.has_failed
    assert "outside -1 to 3" in row.error


def test_what_fails_otherwise_is_tried_again_five_times(asked, monkeypatch):
    row = asked()
    monkeypatch.setattr(contested.arrays, "contested_answers", lambda *_asked: 1 / 0)

    states = []
    for _time in range(contested.MOST_ATTEMPTS):
        run_contested(row.run)
        row.refresh_from_db()
        states.append(row.state)

    assert states == ["waiting"] * (contested.MOST_ATTEMPTS - 1) + ["failed"]


def test_the_lease_is_renewed_while_the_work_lasts(asked, monkeypatch):
    row, holder = asked(), uuid4()
    monkeypatch.setattr("scenarios.models.leased.RENEW_EVERY", 0.01)
    contested.claimed(row.run, holder)
    renewed, happened = [], Event()
    monkeypatch.setattr(
        "scenarios.models.leased.LeasedQuerySet.held_by",
        lambda self, one: renewed.append(one) or happened.set() or self.none(),
    )

    with ContestedProjection.objects.of_run(row.run).kept(holder):
        assert happened.wait(60)

    assert set(renewed) == {holder}


@pytest.mark.parametrize(
    ("facts", "is_sent"),
    [
        ({}, True),
        ({"dispatched_at": timedelta(seconds=1)}, False),
        ({"dispatched_at": timedelta(seconds=31)}, True),
        ({"state": ProjectionState.RUNNING, "lease_until": timedelta(seconds=1)}, True),
        ({"state": ProjectionState.DONE}, False),
        ({"state": ProjectionState.FAILED}, False),
    ],
)
def test_what_was_lost_is_sent_again(asked, monkeypatch, facts, is_sent):
    row, sent = asked(), []
    now = timezone.now()
    told = {name: now - one if isinstance(one, timedelta) else one for name, one in facts.items()}
    ContestedProjection.objects.update(**({"dispatched_at": None} | told))
    monkeypatch.setattr(tasks, "send_contested", lambda run: sent.append(run) or True)

    tasks.dispatch_waiting()

    assert sent == ([row.run] if is_sent else [])


def test_without_a_broker_it_waits(asked, monkeypatch):
    row = asked()

    def away(**_options):
        raise OperationalError

    monkeypatch.setattr(tasks.run_contested, "apply_async", away)

    assert tasks.send_contested(row.run) is False
    row.refresh_from_db()
    assert row.dispatched_at is None
