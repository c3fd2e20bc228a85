# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Limits and findings in words: with units, in both languages, and honest when there is nothing to tell."""

import pytest
from django.utils import translation

import engine
from scenarios.selectors.studies.discovery import (
    Box,
    Criterion,
    DiscoveryAnswer,
    Factor,
    Limit,
    Outcome,
    Refits,
    Told,
    WayToFail,
)
from workshops.reports import failure
from workshops.reports.factors import condition_of, limit_words, words_of
from workshops.reports.failure import Names

PACE, NORM = Limit("displacement_pace", 1.84, None), Limit("lam", 0.88, None)
BOX = Box((PACE, NORM), coverage=0.72, density=0.8, mass=0.14)
ANSWER = DiscoveryAnswer(
    4000, (Factor("displacement_pace", "driver", 0.5, 2.95), Factor("lam", "parameter", 0.7, 1.0)), ()
)


def way(**facts):
    known = {
        "key": "group-unemployment-low_educated",
        "criterion": Criterion.GROUP,
        "yardstick": "",
        "outcome": "unemployment",
        "group": "low_educated",
        "limit": 0.003,
        "found": Outcome.BOX,
        "told": Told.FAILS,
        "fails": 0.16,
        "cases": 640,
        "box": BOX,
        "others": (),
        "refits": Refits(20, 0.8, {"lam": 1.0, "displacement_pace": 0.8}, 0.7, 0.75, is_steady=True),
        "picture": None,
    }
    return WayToFail(**(known | facts))


def test_a_finding_reads_as_a_sentence_with_limits_and_units_in_dutch_and_english():
    with translation.override("nl"):
        assert failure.finding_of(way(), Names({})) == (
            "Faalt voor laagopgeleiden (werkloosheid), vooral als routinewerk sneller verdwijnt dan 1,8 keer het oude "
            "tempo en de loonnorm zwakker is: eigen productiviteit telt voor meer dan 88%"
        )
    with translation.override("en"):
        assert failure.finding_of(way(), Names({})) == (
            "It fails for low educated (unemployment) mainly when routine work disappears faster than 1.8 times the old "
            "pace and the wage norm is weaker: own productivity counts for more than 88%"
        )


def test_coverage_and_density_are_said_in_words_beside_their_names():
    with translation.override("nl"):
        told = failure.lead_of(way(), ANSWER)
    assert told == (
        "Dat gebeurt in 16% van de 4.000 onderzochte toekomsten. Van de toekomsten waarin het gebeurt, ligt 72% binnen "
        "deze grenzen (dekking). Daarbinnen gebeurt het in 80% (dichtheid)."
    )


@pytest.mark.parametrize(
    ("facts", "finding"),
    [
        ({"told": Told.HOLDS}, "It does not fail for low educated (unemployment) mainly when "),
        (
            {"found": Outcome.NEVER, "box": None, "cases": 12},
            "Hardly in any future examined: it fails for low educated",
        ),
        ({"found": Outcome.ALWAYS, "box": None}, "In nearly every future examined: it fails for low educated"),
        ({"found": Outcome.NO_PATTERN, "box": None}, "in part of the futures, and no simple limit tells which"),
        ({"criterion": Criterion.USEFUL, "outcome": "", "group": ""}, "It is not useful mainly when "),
        ({"criterion": Criterion.SIDE, "outcome": "", "group": ""}, "It turns out worse for the a side"),
        ({"criterion": Criterion.FLOOR}, "The floor is passed (unemployment, low educated) mainly when "),
    ],
)
def test_every_way_the_search_can_end_has_its_words(facts, finding):
    with translation.override("en"):
        assert finding in failure.finding_of(way(**facts), Names({}))


def test_too_few_cases_say_how_few_and_how_many_it_takes():
    with translation.override("en"):
        told = failure.lead_of(way(found=Outcome.NEVER, box=None, cases=12), ANSWER)
    assert told == (
        "It happens in 12 of the 4,000 futures examined. With fewer than 100 there is no pattern to look for."
    )


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("spec", [*engine.DRIVERS, *engine.PRIORS], ids=lambda spec: spec.key)
def test_every_limit_can_be_said_and_written_in_a_table(spec, language):
    middle = (spec.low + spec.high) / 2
    with translation.override(language):
        for limit in (Limit(spec.key, middle, None), Limit(spec.key, None, middle)):
            said = condition_of(limit)
            assert "{" not in said
            assert words_of(spec.key).bare(middle) in said
            assert words_of(spec.key).bare(middle) in limit_words(limit)
        both = limit_words(Limit(spec.key, spec.low, middle))
    assert words_of(spec.key).unit.in_language(language) in both


def test_the_table_says_limit_what_was_examined_and_how_often_it_comes_back():
    with translation.override("en"):
        pace, norm = failure.limits_of(BOX, way(), ANSWER)
    assert (pace.label, pace.limit) == ("Pace of displacement", "above 1.8 times the old pace")
    assert (pace.examined, pace.refits) == ("0.5 to 3.0 times the old pace", "80%")
    assert norm.refits == "100%"
