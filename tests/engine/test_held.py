# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Priors that somebody holds otherwise: the same draws for all the rest, and clear words for what cannot be held."""

import numpy as np
import pytest

import engine
from engine.validation.institutes import minimum_wage

TREND = engine.default_drivers("trend")
PLAIN = engine.draw_parameters(200, 7)


def spec(key):
    return next(one for one in engine.PRIORS if one.key == key)


def test_what_is_held_stays_within_its_range_and_its_first_draw_is_its_mode():
    values = engine.draw_parameters(200, 7, {"eps_mw": (0.7, 1.0, 1.3)}).values["eps_mw"]

    assert values[0] == 1.0
    assert 0.7 <= values.min() < 0.75
    assert 1.25 < values.max() <= 1.3


def test_everything_else_keeps_every_bit():
    held = engine.draw_parameters(200, 7, {"eps_mw": (0.7, 1.0, 1.3)})

    assert {key for key, values in PLAIN.values.items() if (held.values[key] != values).any()} == {"eps_mw"}


def test_a_draw_keeps_its_place_in_the_hypercube():
    held = engine.draw_parameters(200, 7, {"eps_mw": (0.7, 1.0, 1.3)})

    before, after = (one.values["eps_mw"][1:] for one in (PLAIN, held))
    assert (np.argsort(before) == np.argsort(after)).all()


def test_a_value_is_a_range_without_width():
    values = engine.draw_parameters(50, 7, {"lam": (1.0, 1.0, 1.0)}).values["lam"]

    assert set(values) == {1.0}


@pytest.mark.parametrize("given", [(0.45, 0.45, 1.3), (-0.05, 1.3, 1.3)])
def test_the_most_likely_value_may_be_the_lowest_or_the_highest(given):
    values = engine.draw_parameters(50, 7, {"eps_mw": given}).values["eps_mw"]

    assert np.isfinite(values).all()
    assert values.min() >= given[0]
    assert values.max() <= given[2]


def test_holding_what_the_prior_says_changes_no_bit():
    one = spec("zeta")

    assert engine.draw_parameters(200, 7, {"zeta": (one.low, one.mode, one.high)}).fingerprint == PLAIN.fingerprint


@pytest.mark.parametrize(
    ("held", "kind", "words"),
    [
        ({"eps_mv": (0, 1, 2)}, engine.UnknownNameError, "did you mean 'eps_mw'"),
        ({"eps_mw": (2.0, 3.0, 4.0)}, engine.OutOfBoundsError, "outside -1 to 3"),
        ({"eps_mw": (-2.0, 0.0, 1.0)}, engine.OutOfBoundsError, "choose a range within"),
        ({"eps_mw": (1.0, 0.5, 2.0)}, engine.ContradictionError, "lowest value comes first"),
        ({"eps_mw": (0.5, 2.0, 1.0)}, engine.ContradictionError, "lowest value comes first"),
        ({"eps_mw": (0.5, float("nan"), 1.0)}, engine.NotANumberError, "finite number"),
        ({"eps_mw": (0.5, "a", 1.0)}, engine.NotANumberError, "must be a number"),
        ({"eps_mw": (0.5, 1.0)}, engine.ContradictionError, "three numbers"),
        ({"eps_mw": 0.5}, engine.ContradictionError, "three numbers"),
    ],
)
def test_what_cannot_be_held_is_refused_with_the_field_and_what_to_do(held, kind, words):
    with pytest.raises(kind, match=words) as refusal:
        engine.draw_parameters(20, 7, held)
    assert refusal.value.field in held


def test_a_rival_theory_keeps_what_it_says_and_takes_over_what_is_held():
    held = {"eps_mw": (1.0, 1.0, 1.0)}
    plain, other = (
        engine.project_variants(scenarios=[TREND], years=[2030], held=one).values["unemployment", "low_educated"]
        for one in (None, held)
    )
    names = [variant.key for variant in engine.structural_variants()]
    moved = dict(zip(names, (plain != other)[0, :, 0], strict=True))

    assert not moved["monopsony"]
    assert not moved["minimum_wage_2016"]
    assert all(moved[name] for name in names if name not in {"monopsony", "minimum_wage_2016"})


def test_every_preset_holds_priors_of_the_model_within_their_limits():
    for preset in engine.presets():
        engine.draw_parameters(20, 7, preset.held)
        for one in preset.priors:
            assert one.source
            assert one.status in {"found", "memory", "assumption"}
            assert one.unit == spec(one.key).unit


@pytest.mark.parametrize(
    ("preset", "rise", "linked", "thousands"),
    [
        ("knowledge_2015", 0.05, False, -27),
        ("knowledge_2015", 0.05, True, -45),
        ("knowledge_2020", 0.05, True, -18),
    ],
)
def test_a_preset_spans_what_cpb_published(preset, rise, linked, thousands):
    (one,) = next(found.priors for found in engine.presets() if found.key == preset)
    most, least = (minimum_wage(rise, linked=linked, eps_mw=end).thousands for end in (one.low, one.high))

    assert least - 0.1 <= thousands <= most + 0.1
