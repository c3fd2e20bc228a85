# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A round after closing: the page, and the file with which an outsider recomputes what was published."""

import copy
import io
import json
import subprocess
import sys
import zipfile
from html import unescape
from http import HTTPStatus

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.factories import council, open_round
from tests.factories.weighing import answer, answer_all, tabled
from workshops.enums import BallotMode, Need, RoundState, Stance
from workshops.models import Ballot, Round, Workshop
from workshops.reports import check_round

pytestmark = pytest.mark.django_db

MIXED = {
    "employers": [Stance.FULL, Stance.LIVE_WITH, Stance.OBJECTION],
    "workers": [Stance.FULL, Stance.RESERVATIONS, Stance.ABSTAIN],
    "crown": [Stance.RESERVATIONS, Stance.LIVE_WITH],
}


@pytest.fixture
def table():
    table = council()
    Workshop.objects.update(is_public=True)
    table.workshop.refresh_from_db()
    return table


def close(one):
    Round.objects.filter(pk=one.pk).update(state=RoundState.CLOSED, closed_at=timezone.now())


def voted(table, answers=MIXED, *, mode=BallotMode.NAMED, proposals=()):
    one = open_round(table, mode=mode, proposals=proposals)
    for poll in one.polls.all():
        answer(table, poll, answers)
    Ballot.objects.update(need=Need.YES)
    close(one)
    return one


def fetch(client, table, name, number=1, language="en"):
    address = reverse(f"workshops:{name}", args=[table.workshop.slug, number])
    return client.get(address, headers={"accept-language": language})


def page(client, table, number=1, language="en"):
    response = fetch(client, table, "round_record", number, language)
    assert response.status_code == HTTPStatus.OK
    return " ".join(unescape(response.content.decode()).split())


def data(client, table, number=1):
    return json.loads(fetch(client, table, "round_data", number).content)


def test_by_name_the_page_shows_who_was_entitled_who_voted_the_quorum_and_every_ballot(client, table):
    table.constituencies["crown"].quorum = 3
    table.constituencies["crown"].save()
    voted(table)
    told = page(client, table)
    assert "8 of 9 seats voted." in told
    assert "did not vote" in told
    assert table.member("crown", 3).name in told
    assert "Quorum reached" in told
    ballots = told.partition('id="ballots"')[2]
    row = next(part for part in ballots.split("<tr>") if table.member("employers", 3).name in part)
    assert row.count('<td class="number">2</td>') == 2
    assert "Verantwoording" in page(client, table, language="nl")


def test_an_open_round_has_no_record_and_no_file(client, table):
    one = open_round(table)
    answer_all(table, one, Stance.FULL)
    told = page(client, table)
    assert "This round is still open" in told
    assert table.member("workers").name not in told
    for name in ("round_archive", "round_data"):
        assert fetch(client, table, name).status_code == HTTPStatus.NOT_FOUND


def test_an_outsider_recomputes_a_round_by_name_from_its_ballots_with_the_script_alone(client, table, tmp_path):
    proposals = [tabled(table) for _ in range(2)]
    voted(table, proposals=proposals)
    voted(
        table,
        {"employers": [Stance.FULL] * 3, "workers": [Stance.OBJECTION] * 3, "crown": [Stance.FULL] * 3},
        proposals=proposals,
    )
    for number in (1, 2):
        zipfile.ZipFile(io.BytesIO(fetch(client, table, "round_archive", number).content)).extractall(tmp_path)
    folder = tmp_path / "round-2"
    assert {one.name for one in folder.iterdir()} == {
        "README.txt",
        "check_round.py",
        "round-2.json",
        "electorate.csv",
        "tallies.csv",
        "ballots.csv",
    }
    told = run(folder, "round-2.json", "../round-1/round-1.json")
    assert told.returncode == 0, told.stdout
    assert told.stdout.startswith("OK: ")
    assert "from 36 ballots by name" in told.stdout
    assert "What is said of round 1 was taken from this file" in run(folder, "round-2.json").stdout

    tampered = json.loads((folder / "round-2.json").read_text())
    tampered["ballots"][0]["answer"] = "1"
    (folder / "round-2.json").write_text(json.dumps(tampered))
    told = run(folder, "round-2.json")
    assert told.returncode == 1
    assert "DIFFERENT  proposal 1, scenario A, employers: counts" in told.stdout
    assert "OK" not in told.stdout
    (folder / "round-2.json").write_text("{}")
    assert run(folder, "round-2.json").returncode == 2


def run(folder, *files):
    """Run the script without any installed package, and without what surrounds it."""
    command = [sys.executable, "-I", "-S", "check_round.py", *files]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def every_figure(told, path=()):
    """Walk all published figures of the questions and the electorate: their way in the file."""
    if isinstance(told, dict):
        for key, value in told.items():
            yield from every_figure(value, (*path, key))
    elif isinstance(told, list):
        for at, value in enumerate(told):
            yield from every_figure(value, (*path, at))
    else:
        yield path


NO_FIGURES = {
    "quorum",
    "id",
    "proposal",
    "scenario",
    "key",
    "title",
    "organisation",
    "member",
    "constituency",
    "number",
    "round",
}


def test_whichever_published_figure_is_changed_the_script_finds_it(client, table):
    proposals = [tabled(table)]
    for _ in range(2):
        voted(table, proposals=proposals)
    told, earlier = data(client, table, 2), {1: data(client, table, 1)}
    assert not check_round.check(told, earlier).differences
    figures = [
        path
        for part in ("polls", "constituencies")
        for path in every_figure(told[part], (part,))
        if not NO_FIGURES & set(path[1:])
    ]
    assert len(figures) > 100
    for path in figures:
        changed = copy.deepcopy(told)
        *way, last = path
        at = changed
        for step in way:
            at = at[step]
        at[last] = {bool: not at[last], int: (at[last] if isinstance(at[last], int) else 0) + 1}.get(
            type(at[last]), "7/9" if at[last] != "7/9" else "1/9"
        )
        assert check_round.check(changed, earlier).differences, path


@pytest.mark.parametrize("wrong", ["twice", "stranger", "unasked"])
def test_a_ballot_too_many_is_found(client, table, wrong):
    voted(table)
    told = data(client, table)
    extra = dict(told["ballots"][0])
    extra |= {"twice": {}, "stranger": {"seat": 99}, "unasked": {"poll": "another"}}[wrong]
    told["ballots"].append(extra)
    assert check_round.check(told).differences


@pytest.mark.parametrize("mode", [BallotMode.PSEUDONYMOUS, BallotMode.SECRET])
def test_without_names_nothing_that_ties_an_answer_to_a_seat_is_in_page_or_file(client, table, mode):
    one = open_round(table, mode=mode)
    for poll in one.polls.all():
        answer(table, poll, {"employers": [Stance.OBJECTION], "workers": [Stance.FULL] * 3})
    Ballot.objects.update(reason="Alleen ik schreef dit")
    close(one)
    told = data(client, table)
    assert told["ballots"] is None
    assert "Alleen ik" not in json.dumps(told)
    assert all(set(side) == {"constituency", "band"} for poll in told["polls"] for side in poll["constituencies"])
    assert all(poll["headline"] is None and poll["policyNeeded"] is None for poll in told["polls"])
    assert [seat["voted"] for side in told["constituencies"] for seat in side["seats"]] == [None] * 6 + [False] * 3
    assert [side["voted"] for side in told["constituencies"]] == [1, 3, 0]
    shown = page(client, table)
    assert "no ballot is shown with a seat" in shown
    assert "Alleen ik" not in shown
    checked = check_round.check(told)
    assert not checked.differences
    assert checked.hidden == 2
    archive = zipfile.ZipFile(io.BytesIO(fetch(client, table, "round_archive").content))
    assert "round-1/ballots.csv" not in archive.namelist()


def test_without_names_counts_of_large_sides_are_recomputed_and_who_voted_is_told(client):
    table = council(seats=24)
    Workshop.objects.update(is_public=True)
    one = open_round(table, mode=BallotMode.PSEUDONYMOUS, scenarios=1)
    spread = [Stance.FULL] * 12 + [Stance.OBJECTION] * 10
    answer(table, one.polls.get(), {"employers": spread, "workers": spread, "crown": spread})
    close(one)
    told = data(client, table)
    checked = check_round.check(told)
    assert not checked.differences
    assert checked.hidden == 0
    assert sum(seat["voted"] for seat in told["constituencies"][0]["seats"]) == 22
    told["polls"][0]["verdict"] = "broad"
    assert [figure for _where, figure, *_rest in check_round.check(told).differences] == ["verdict"]


def test_the_archive_is_the_same_bytes_whenever_it_is_asked_for(client, table):
    voted(table)
    assert fetch(client, table, "round_archive").content == fetch(client, table, "round_archive").content


@pytest.mark.parametrize("count", [1, 5])
def test_the_page_takes_fifteen_statements_at_any_size(client, table, count):
    voted(table, proposals=[tabled(table) for _number in range(count)])
    client.force_login(table.member("workers"))
    with CaptureQueriesContext(connection) as asked:
        page(client, table)
    assert len(asked) <= 15
