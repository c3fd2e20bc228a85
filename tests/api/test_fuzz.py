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
from workshops.enums import Phase
from workshops.models import User, Workshop
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
    schema = schema_for(headers=headers_of(request.param, world), examples=EXAMPLES, edges=request.param == "delegate")
    in_address = {name: str(value) for name, value in world.parts.items()} | {"poll": str(world.poll.id)}
    in_body = in_address | {
        "practiceExample": str(world.examples[0].id),
        "reformRevision": str(world.proposals[0].reform_revision_id),
    }

    @schema.hook
    def map_case(context: Any, case: Any) -> Any:
        chance = zlib.crc32(repr(case.path_parameters or case.body).encode())
        if case.meta.generation.mode.is_positive and chance % 2:
            put(in_address, case.path_parameters)
            put(in_address, case.query)
            put(in_body, case.body)
        if case.meta.generation.mode.is_positive and isinstance(case.body, dict) and "package" in case.body:
            make_fit(case.body)
        move_on(chance)
        return case

    return schema


@pytest.fixture
def described_of_the_example(example: Workshop, in_silence: None) -> Any:
    """The same over the worked example, whose council, letters and figures are of real size, as one of its delegates."""
    token = create_token(person=User.objects.get(username="fatma"))
    schema = schema_for(headers={"Authorization": f"Bearer {token}"}, examples=EXAMPLES // 10, edges=False)
    proposal = example.proposals.order_by("number")[0]
    in_address = {"workshop": example.slug, "scenario": "trend", "proposal": str(proposal.id)}

    @schema.hook
    def map_case(context: Any, case: Any) -> Any:
        put(in_address, case.path_parameters)
        put(in_address, case.query)
        move_on(zlib.crc32(repr(case.query).encode()))
        return case

    return schema


def make_fit(question: dict[str, Any]) -> None:
    """Leave what cannot be described: that the parts of a package or several scenarios go together."""
    question["package"] = question["package"][:1]
    question.update({"scenarios": question["scenarios"][:1]} if "scenarios" in question else {})
    question.update({"draws": 1} if "draws" in question else {})


def schema_for(*, headers: dict[str, str], examples: int, edges: bool) -> Any:
    """Read the description as whoever sends these headers; `edges` tries every limit that it names as well."""
    config = SchemathesisConfig.from_dict(
        {
            "seed": SEED,
            "headers": headers,
            "generation": {"max-examples": examples, "database": "none"},
            "phases": {"coverage": {"enabled": edges}},
        }
    )
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application(), config=config)


def put(there: dict[str, str], into: Any) -> None:
    """Ask about what is there."""
    if isinstance(into, dict):
        into.update({name: there[name] for name in into.keys() & there.keys()})


def move_on(chance: int) -> None:
    """Bring the workshop into a step: mostly the one in which everything may be done, every third time any."""
    Workshop.objects.update(phase=Phase.COMPARING if chance % 3 else list(Phase)[chance // 3 % len(Phase)])


api = schemathesis.pytest.from_fixture("described")
example_api = schemathesis.pytest.from_fixture("described_of_the_example")
as_described = settings(deadline=None, suppress_health_check=list(HealthCheck))


@api.include(method="GET").parametrize()
@as_described
def test_reading_answers_as_described(case):
    case.call_and_validate()


@api.exclude(method="GET").parametrize()
@as_described
def test_writing_answers_as_described(case):
    case.call_and_validate()


@example_api.include(method="GET").parametrize()
@as_described
def test_the_worked_example_answers_as_described_in_every_step(case):
    case.call_and_validate()


@pytest.mark.parametrize("described", ["delegate"], indirect=True)
def test_what_is_made_is_there_and_what_is_taken_back_is_gone(described):
    """One act after another: what an answer names is used in the next."""
    walk = settings(as_described, max_examples=EXAMPLES // 2, stateful_step_count=6, derandomize=True, database=None)
    described.as_state_machine().run(settings=walk)
