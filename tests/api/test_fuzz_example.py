# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The worked example, whose council, letters and figures are of real size, answers as described in every step."""

import zlib
from typing import Any

import pytest
import schemathesis

from tests.api.fuzzing import EXAMPLES, as_described, move_on, put, schema_for
from workshops.models import User, Workshop
from workshops.services.tokens import create_token

pytestmark = pytest.mark.slow


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


example_api = schemathesis.pytest.from_fixture("described_of_the_example")


@example_api.include(method="GET").parametrize()
@as_described
def test_the_worked_example_answers_as_described_in_every_step(case):
    case.call_and_validate()
