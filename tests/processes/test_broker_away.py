# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""While the broker is away people read and write on; what waits is worked off when it returns."""

import pytest

from tests.servers import projecting
from tests.servers.installation import Installation
from tests.servers.waiting import wait_for


@pytest.fixture
def installation(tmp_path, broker):
    with Installation(tmp_path, DEMO="0", REDIS_URL=broker.url) as running:
        yield running


def test_a_projection_waits_visibly_and_runs_when_the_broker_returns(installation, broker):
    broker.stop()
    assert installation.get("/")[0] == 200
    assert installation.ready()["status"] == "degraded"
    assert "projections wait" in " ".join(installation.ready()["words"])
    run = projecting.ask(installation, draws=100)
    assert projecting.states(installation, run) == {"waiting"}
    broker.start()
    assert installation.get("/readyz")[0] == 200
    wait_for(lambda: projecting.states(installation, run) == {"done"}, "the projection that waited")
    assert projecting.attempts(installation, run) == 1
    wait_for(lambda: installation.ready()["status"] == "ready", "everything to be well again")
