# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Production without containers: the same processes, PostgreSQL, Redis and a proxy, by hand."""

import re
from contextlib import closing

import psycopg
import pytest
from django.conf import settings

from tests.servers import facilitating, postgres, projecting
from tests.servers.person import Person
from tests.servers.production import OWNER, SITE, Production
from tests.servers.waiting import wait_for

WORKSHOP = "/workshops/robotsamenleving/"


@pytest.fixture(scope="module")
def production(tmp_path_factory, postgres_url, broker):
    postgres.run_script(postgres_url, settings.BASE_DIR / "deploy" / "roles.sql", owner_password="a", site_password="b")
    with Production(tmp_path_factory.mktemp("production"), postgres_url, broker.url) as running:
        yield running


@pytest.mark.parametrize("path", ["/", WORKSHOP, "/accounts/login/", "/api/v1/openapi.json"])
def test_pages_and_the_api_answer(production, path):
    status, text = production.ask(path)
    assert status == 200
    assert len(text) > 500


def test_a_ballot_is_stored(production):
    production.manage("shell", "--verbosity", "0", "--command", facilitating.OPEN_ROUND)
    fatma = Person(production.line, production.host)
    fatma.sign_in("fatma", production.environment["DEMO_PASSWORD"])
    _, round_page = fatma.get(f"{WORKSHOP}ballots/")
    sheet = re.search(rf'href="({WORKSHOP}ballots/\d+/)', round_page)[1]
    _, asked = fatma.get(sheet)
    field = re.search(r'name="([a-z]+)-stance"', asked)[1]
    status, answered = fatma.send(
        sheet, {f"{field}-stance": "2", f"{field}-reason": "Stored by a test.", "then": "stay"}
    )
    assert status == 200
    assert "Stored by a test." in answered
    with production.connect(SITE) as connection:
        ask = "SELECT COUNT(*) FROM workshops_ballot WHERE stance = '2' AND reason = 'Stored by a test.'"
        assert connection.execute(ask).fetchone() == (1,)


def test_two_workers_and_one_scheduler_carry_out_a_projection(production):
    run = production.manage("shell", "--verbosity", "0", "--command", projecting.ASK, PROJECTION_DRAWS="100").strip()

    def states():
        with production.connect(SITE) as connection:
            question = "SELECT DISTINCT state FROM scenarios_projection WHERE run = %s"
            return connection.execute(question, [run]).fetchall()

    wait_for(lambda: states() == [("done",)], "the projection")


def test_the_live_channel_says_that_something_changed(production):
    announce = "from scenarios.announce import announce; announce('a-topic')"
    with closing(production.line("/live/")) as line:
        line.request("GET", "/live/events/a-topic", headers={"Host": production.host})
        answer = line.getresponse()
        assert answer.status == 200
        assert answer.headers["Content-Type"].startswith("text/event-stream")
        production.manage("shell", "--verbosity", "0", "--command", announce)
        heard = b"".join(answer.readline() for _ in range(8)).decode()
    assert '"topic": "a-topic"' in heard


@pytest.mark.parametrize(
    "attack",
    [
        "TRUNCATE workshops_journalentry CASCADE",
        "DROP TABLE workshops_journalentry CASCADE",
        "ALTER TABLE workshops_journalentry DISABLE TRIGGER ALL",
    ],
)
def test_the_sites_role_can_not_touch_what_guards_the_journal(production, attack):
    with production.connect(SITE) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(attack)


def test_the_tables_belong_to_the_role_of_the_migrations(production):
    with production.connect(SITE) as connection:
        owners = connection.execute("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'").fetchall()
    assert owners == [(OWNER,)]
