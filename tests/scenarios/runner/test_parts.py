# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A question in parts: computed once each by whoever comes, merged once by whoever is last."""

from datetime import timedelta
from uuid import uuid4

import numpy as np
import pytest
from django.utils import timezone

import engine
from scenarios import tasks
from scenarios.arrays import findings, questions
from scenarios.arrays.questions import AskedReform, AskedScenario, Question
from scenarios.models import OwnProjection, ProjectionPart
from scenarios.runner import parts
from scenarios.services import own_projections
from scenarios.services.own_projections import request_own_projection

pytestmark = pytest.mark.django_db
REFORM = AskedReform({"minimum_wage": 0.1, "benefit_link": 1.0}, budget_from_model=True, key="mw_up_10")


def question(**changed):
    asked = {
        "scenarios": (AskedScenario("trend", engine.default_drivers("trend"), "trend"),),
        "package": (REFORM,),
        "draws": 30,
        "seed": 7,
        "years": (2016, 2018),
    }
    return Question(**asked | changed)


@pytest.fixture
def small_blocks(monkeypatch):
    """Blocks of ten draws, one a part, and a split from forty draws on."""
    monkeypatch.setattr(engine, "BLOCK", 10)
    monkeypatch.setattr(questions, "AT_ONCE", 40)
    monkeypatch.setattr(questions, "LANES_A_PART", 10)


@pytest.fixture
def sent(monkeypatch):
    """The parts that were handed to the broker."""
    handed = []
    monkeypatch.setattr(tasks, "_is_sent", lambda _task, about: handed.append(about) or True)
    monkeypatch.setattr(own_projections, "send_part", handed.append)
    return handed


def asked(**changed):
    return request_own_projection(question=question(**changed), asked_by=None)


def part_of(own, number):
    return own.parts.get(number=number)


def all_done(own):
    """Carry out every part, as one worker would."""
    waiting = [part_of(own, 0).pk]
    while waiting:
        waiting += parts.run_part(waiting.pop(0))
    own.refresh_from_db()
    return findings.Findings.unpacked(Question.from_data(own.question), own.answer)


# --- at once --------------------------------------------------------------------------------------


def test_a_small_question_is_one_part_and_its_quantiles_are_exact(sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        own = asked()
    assert sent == [own.parts.get().pk]

    found = all_done(own)
    assert own.is_done
    assert own.engine_version == engine.VERSION
    direct = findings.found_at_once(question())
    for kind in ("without", "with", "change"):
        assert (found.quantiles[kind] == direct.quantiles[kind]).all()
    assert not found.is_binned
    assert found.largest_error == 0


def test_every_draw_is_kept_for_analysts_only_when_asked(sent):
    plain, kept = asked(), asked(experiments=True)
    all_done(plain)
    all_done(kept)
    assert plain.experiments is None
    assert bytes(kept.experiments)[:2] == b"\x1f\x8b"


# --- in parts -------------------------------------------------------------------------------------


def test_the_pilot_lays_the_bins_before_the_parts_begin(small_blocks, sent):
    own = asked(draws=45)
    assert [(part.number, part.first_block, part.blocks) for part in own.parts.all()] == [
        (0, 0, 0), (1, 0, 1), (2, 1, 1), (3, 2, 1), (4, 3, 1), (5, 4, 1),
    ]  # fmt: skip
    assert parts.run_part(part_of(own, 2).pk) == []
    assert part_of(own, 2).state == "waiting"

    assert parts.run_part(part_of(own, 0).pk) == [part_of(own, number).pk for number in (1, 2, 3, 4, 5)]
    own.refresh_from_db()
    assert own.bins
    assert own.state == "running"


def test_the_merged_answer_is_within_one_bin_of_all_draws_together(small_blocks, sent):
    own = asked(draws=45)
    found = all_done(own)
    asked_again = question(draws=45)
    blocks = list(asked_again.blocks_of(questions.Part(0, 5)))
    assert [one.count for one in blocks] == [10, 10, 10, 10, 5]
    values = np.concatenate([findings.cells(asked_again, block) for block in blocks], axis=1)
    exact = np.quantile(values, [0.1, 0.5, 0.9], axis=1).reshape(3, 3, -1)
    for at, kind in enumerate(("without", "with", "change")):
        off = np.abs(found.quantiles[kind].reshape(3, -1) - exact[:, at])
        assert (off <= found.errors[kind].reshape(-1) + 1e-12).all()
    assert found.is_binned
    assert 0 < found.largest_error < 0.1


@pytest.mark.parametrize("lanes", [10, 20, 50])
def test_the_answer_does_not_depend_on_the_number_of_parts(small_blocks, sent, monkeypatch, lanes):
    one_by_one = all_done(asked(draws=45))
    monkeypatch.setattr(questions, "LANES_A_PART", lanes)
    other = all_done(asked(draws=45, seed=7, variants=False, experiments=False, years=(2016, 2018)))
    fresh = OwnProjection.objects.all().delete() and all_done(asked(draws=45))
    for found in (other, fresh):
        for kind in ("without", "with", "change"):
            assert (found.quantiles[kind] == one_by_one.quantiles[kind]).all()
        assert (found.above_zero == one_by_one.above_zero).all()


def test_the_counts_are_dropped_once_they_are_merged(small_blocks, sent):
    own = asked(draws=45)
    all_done(own)
    assert set(own.parts.values_list("state", "summary")) == {("done", None)}
    assert own.worker_seconds > 0


# --- workers that come late, twice, or never come back --------------------------------------------


def test_a_part_delivered_twice_is_computed_once(small_blocks, sent, monkeypatch):
    own = asked(draws=45)
    computed = []
    monkeypatch.setattr(parts, "computed", lambda part, do=parts.computed: computed.append(part.number) or do(part))
    first = part_of(own, 0).pk
    parts.run_part(first)
    assert parts.run_part(first) == []
    assert computed == [0]


def test_a_part_whose_worker_is_gone_is_done_by_another_once(small_blocks, sent):
    own = asked(draws=45)
    parts.run_part(part_of(own, 0).pk)
    dead, part = uuid4(), part_of(own, 1)
    held = parts.claim(part.pk, dead)
    assert parts.run_part(part.pk) == []  # its lease runs

    ProjectionPart.objects.filter(pk=part.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    assert part.pk in ProjectionPart.objects.free(timezone.now()).ready().values_list("pk", flat=True)
    parts.run_part(part.pk)
    assert (part_of(own, 1).state, part_of(own, 1).attempts) == ("done", 2)

    late = parts.computed(held)
    assert not parts.store(held, dead, late, 1.0)  # the first worker comes back from the dead


def test_waiting_and_abandoned_parts_are_sent_again(small_blocks, sent):
    own = asked(draws=45)
    assert tasks.dispatch_waiting() == 1
    assert sent == [part_of(own, 0).pk]
    assert tasks.dispatch_waiting() == 0  # it was sent a moment ago

    parts.run_part(part_of(own, 0).pk)
    sent.clear()
    assert tasks.dispatch_waiting() == 5
    parts.claim(part_of(own, 3).pk, uuid4())
    ProjectionPart.objects.filter(own=own, number=3).update(lease_until=timezone.now() - timedelta(seconds=1))
    sent.clear()
    assert tasks.dispatch_waiting() == 1
    assert sent == [part_of(own, 3).pk]


def test_a_merge_whose_worker_is_gone_is_done_by_another_once(small_blocks, sent, monkeypatch):
    own = asked(draws=45)
    monkeypatch.setattr(parts, "merge", lambda _own: False)  # the last finisher dies before it merges
    waiting = [part_of(own, 0).pk]
    while waiting:
        waiting += parts.run_part(waiting.pop(0))
    monkeypatch.undo()
    own.refresh_from_db()
    assert own.state == "running"

    assert own.pk in OwnProjection.objects.free(timezone.now()).computed().values_list("pk", flat=True)
    assert parts.merge(own.pk)
    assert not parts.merge(own.pk)
    own.refresh_from_db()
    assert own.is_done


def test_two_last_finishers_merge_once(small_blocks, sent, monkeypatch):
    own = asked(draws=45)
    merged = []
    monkeypatch.setattr(parts, "merged_answer", lambda own, do=parts.merged_answer: merged.append(own.pk) or do(own))
    all_done(own)
    parts.merge(own.pk)
    assert merged == [own.pk]


def test_a_fault_is_tried_five_times_and_what_the_engine_refuses_once(sent, monkeypatch):
    own = asked()
    part = part_of(own, 0)

    def too_hot(_part):
        raise RuntimeError("too hot")

    monkeypatch.setattr(parts, "computed", too_hot)
    for attempt in range(1, 6):
        parts.run_part(part.pk)
        own.refresh_from_db()
        assert (own.state, part_of(own, 0).attempts) == ("failed" if attempt == 5 else "running", attempt)
    assert own.error == "too hot"

    def refuse(_part):
        raise engine.OutOfBoundsError("beyond its bounds", field="training")

    other = asked(seed=8)
    monkeypatch.setattr(parts, "computed", refuse)
    parts.run_part(part_of(other, 0).pk)
    other.refresh_from_db()
    assert (other.state, other.error) == ("failed", "beyond its bounds")


# --- its time is over -----------------------------------------------------------------------------


def test_what_has_expired_is_removed_with_its_parts(sent):
    old, fresh = asked(), asked(seed=8)
    OwnProjection.objects.filter(pk=old.pk).update(expires_at=timezone.now() - timedelta(minutes=1))
    assert tasks.remove_expired() == 1
    assert list(OwnProjection.objects.values_list("pk", flat=True)) == [fresh.pk]
    assert set(ProjectionPart.objects.values_list("own", flat=True)) == {fresh.pk}
