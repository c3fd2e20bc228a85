# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the API asks of the database: as much for a short list as for a long one."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.api.world import World, laid_out

MOST = 15


def statements(world: World) -> dict[str, int]:
    """Return per address how many statements it takes, session and person included."""
    client = Client(headers={"accept-language": "en"})
    client.force_login(world.table.member("workers"))
    found = {}
    for path, address in world.addresses().items():
        joiner = "&" if "?" in address else "?"
        paged = f"{address}{joiner}pageSize=100" if path in LISTS else address
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"/api/v1/{paged}").status_code == 200
        found[path] = len(asked)
    return found


LISTS = {
    "/amendments",
    "/annotations",
    "/annotations/{annotation}/replies",
    "/assumptions",
    "/ballots",
    "/contests",
    "/institution-verdicts",
    "/institutions",
    "/polls",
    "/polls/{poll}/ballots",
    "/positions",
    "/practice-examples",
    "/proposals",
    "/reforms",
    "/reports",
    "/scenarios",
    "/scenarios/{scenario}/figures",
    "/stress-ratings",
    "/support",
    "/workshops",
}


@pytest.mark.django_db
def test_no_answer_takes_more_than_fifteen_statements_at_any_size():
    small = statements(laid_out(size=1))
    for _time in range(3):
        laid_out(size=2)
    large = statements(laid_out(size=6))

    assert {path: count for path, count in large.items() if count > MOST} == {}
    assert {path: (small[path], count) for path, count in large.items() if count != small[path]} == {}


@pytest.mark.django_db
def test_every_list_is_counted():
    world = laid_out(size=1)
    client = Client()
    client.force_login(world.table.member("workers"))
    answers = {path: client.get(f"/api/v1/{address}").content for path, address in world.addresses().items()}
    lists = {path for path, told in answers.items() if b'"results"' in told or b'"AnnotationPage"' in told}
    assert lists == LISTS
