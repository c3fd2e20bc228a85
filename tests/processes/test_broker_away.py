# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""While the broker is away people read and write on; what waits is worked off when it returns."""

import re
from http.client import HTTPConnection

import pytest

from tests.servers import facilitating, projecting
from tests.servers.installation import Installation
from tests.servers.person import Person
from tests.servers.waiting import PATIENCE, wait_for

WORKSHOP = "/workshops/robotsamenleving/"
PASSWORD = "only-for-this-test"


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


@pytest.fixture
def voting(tmp_path, broker):
    with Installation(tmp_path, REDIS_URL=broker.url, DEMO_PASSWORD=PASSWORD) as running:
        running.manage("shell", "--verbosity", "0", "--command", facilitating.OPEN_ROUND)
        yield running


def test_a_ballot_cast_while_the_broker_is_away_is_stored_and_counted(voting, broker):
    fatma = Person(lambda _path: HTTPConnection("127.0.0.1", voting.port, timeout=PATIENCE))
    fatma.sign_in("fatma", PASSWORD)
    _, round_page = fatma.get(f"{WORKSHOP}ballots/")
    sheet = re.search(rf'href="({WORKSHOP}ballots/(\d+)/)', round_page)
    _, asked = fatma.get(sheet[1])
    field = re.search(r'name="([a-z]+)-stance"', asked)[1]

    broker.stop()
    status, _answered = fatma.send(sheet[1], {f"{field}-stance": "2", f"{field}-reason": "While it was away."})
    assert status == 200
    broker.start()

    wait_for(lambda: voting.ready()["status"] == "ready", "everything to be well again")
    assert "While it was away." in fatma.get(sheet[1])[1]
    counted = """
        SELECT SUM(counted.count) FROM workshops_tallyrow counted JOIN workshops_poll poll ON poll.id = counted.poll_id
        JOIN workshops_proposal proposal ON proposal.id = poll.proposal_id
        JOIN workshops_round round ON round.id = poll.round_id WHERE proposal.number = ? AND round.state = 'open' AND counted.need = ''
    """
    assert voting.ask_database(counted, [sheet[2]]) == [(1,)]
