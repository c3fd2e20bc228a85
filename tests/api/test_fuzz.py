# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whatever is sent, what is described is what is answered: as nobody, as a delegate and as the secretariat."""

import logging
import zlib
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig

from tests.api.world import World
from workshops.services.tokens import create_token

EXAMPLES = 100
SEED = 20_150_930


def headers_of(role: str, world: World) -> dict[str, str]:
    """Return what somebody sends along to say who they are."""
    people = {"delegate": world.table.member("workers"), "secretary": world.table.secretary}
    return {"Authorization": f"Bearer {create_token(person=people[role])}"} if role in people else {}


@pytest.fixture
def in_silence() -> Iterator[None]:
    """Some ten thousand refusals need not be told in the logs."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture(params=["nobody", "delegate", "secretary"])
def described(request: pytest.FixtureRequest, world: World, in_silence: None) -> Any:
    """The API as it describes itself; half of what fits is about things that are there."""
    config = SchemathesisConfig.from_dict(
        {
            "seed": SEED,
            "headers": headers_of(request.param, world),
            "generation": {"max-examples": EXAMPLES, "database": "none"},
            "phases": {"coverage": {"enabled": request.param == "delegate"}},
        }
    )
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application(), config=config)
    there = {name: str(value) for name, value in world.parts.items()}

    @schema.hook
    def map_case(context: Any, case: Any) -> Any:
        if case.meta.generation.mode.is_positive and zlib.crc32(repr(case.path_parameters or case.body).encode()) % 2:
            _put(there, case.path_parameters)
            _put(there, case.query)
            _put(there | _in_bodies(world), case.body)
        if case.meta.generation.mode.is_positive and isinstance(case.body, dict) and "package" in case.body:
            _make_fit(case.body)
        return case

    return schema


def _in_bodies(world: World) -> dict[str, str]:
    return {
        "practiceExample": str(world.examples[0].id),
        "reformRevision": str(world.proposals[0].reform_revision_id),
        "scenario": world.table.workshop.places.first().scenario.key,
    }


def _make_fit(question: dict[str, Any]) -> None:
    """Leave what cannot be described: that the parts of a package or several scenarios go together."""
    question["package"] = question["package"][:1]
    question.update({"scenarios": question["scenarios"][:1]} if "scenarios" in question else {})
    question.update({"draws": 1} if "draws" in question else {})


def _put(there: dict[str, str], into: Any) -> None:
    if isinstance(into, dict):
        into.update({name: there[name] for name in into.keys() & there.keys()})


api = schemathesis.pytest.from_fixture("described")
as_described = settings(deadline=None, suppress_health_check=list(HealthCheck))


@api.include(method="GET").parametrize()
@as_described
def test_reading_answers_as_described(case):
    case.call_and_validate()


@api.exclude(method="GET").parametrize()
@as_described
def test_writing_answers_as_described(case):
    case.call_and_validate()
