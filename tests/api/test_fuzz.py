# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whatever is sent, what is described is what is answered: as nobody, as a delegate and as the secretariat."""

import zlib
from typing import Any

import pytest
import schemathesis
from hypothesis import settings

from tests.api.fuzzing import EXAMPLES, as_described, move_on, put, schema_for
from tests.api.world import World
from workshops.services.tokens import create_token

pytestmark = [pytest.mark.usefixtures("in_silence"), pytest.mark.slow]


def headers_of(role: str, world: World) -> dict[str, str]:
    """Return what somebody sends along to say who they are."""
    people = {"delegate": world.table.member("workers"), "secretary": world.table.secretary}
    return {"Authorization": f"Bearer {create_token(person=people[role])}"} if role in people else {}


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
        if case.meta.generation.mode.is_positive and isinstance(case.body, dict) and "about" in case.body:
            put_in_order(case.body)
        if case.meta.generation.mode.is_positive and case.operation.path == "/amendments":
            change_something(case.body)
        move_on(chance)
        return case

    return schema


def make_fit(question: dict[str, Any]) -> None:
    """Leave what cannot be described: that the parts of a package or several scenarios go together."""
    question["package"] = question["package"][:1]
    question.update({"scenarios": question["scenarios"][:1]} if "scenarios" in question else {})
    question.update({"draws": 1} if "draws" in question else {})


def put_in_order(contest: dict[str, Any]) -> None:
    """Leave what cannot be described: that the most likely value of a range lies within it."""
    given = [name for name in ("low", "value", "high") if isinstance(contest.get(name), int | float)]
    contest.update(zip(given, sorted(contest[name] for name in given), strict=True))


def change_something(amendment: Any) -> None:
    """Leave what cannot be described: that at least one part is to read otherwise."""
    if isinstance(amendment, dict):
        amendment.setdefault("title", "Something else")


DRAWS = "/projections/{projection}/experiments"

api = schemathesis.pytest.from_fixture("described")


@api.include(method="GET").parametrize()
@as_described
def test_reading_answers_as_described(case):
    case.call_and_validate()


@api.exclude(method="GET").parametrize()
@as_described
def test_writing_answers_as_described(case):
    case.call_and_validate()


@pytest.mark.parametrize("described", ["delegate"], indirect=True)
def test_what_is_made_is_there_and_what_is_taken_back_is_gone(described):
    """One act after another: what an answer names is used in the next.

    Every draw of a projection is a file that is there only for who asked for it, once it is done.
    """
    walk = settings(as_described, max_examples=EXAMPLES // 2, stateful_step_count=6, derandomize=True, database=None)
    described.exclude(path=DRAWS).as_state_machine().run(settings=walk)
