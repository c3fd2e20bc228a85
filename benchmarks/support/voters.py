# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A council that votes all at once, at clients that try again until a ballot is acknowledged, while processes are killed."""

import http.client
import json
import random
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from tests.servers.installation import Installation

PATIENT_SECONDS = 60
ANSWERS = ("5", "4", "3", "abstain", "information")
SET_UP = """
import json
from django.test import Client
from django.utils import timezone
from workshops.enums import Phase
from workshops.models import Mandate, User, Workshop
from workshops.selectors.people import standing_of
from workshops.services.agreements import lock_agreements
from workshops.services.phases import move_phase
from workshops.services.rounds import open_round, prepare_round
from workshops.services.tokens import create_token

workshop = Workshop.objects.get(slug="robotsamenleving")
who = standing_of(User.objects.get(username="joost"), workshop, day=timezone.localdate())
workshop = move_phase(who=who, workshop=workshop, phase=Phase.COMPARING)
lock_agreements(who=who, workshop=workshop)
chosen = list(workshop.proposals.exclude(state="withdrawn").order_by("number"))
later = dict.fromkeys(chosen[8:], "another time")
one = open_round(who=who, one=prepare_round(who=who, workshop=workshop, chosen=chosen[:8], parked=later))
held = Mandate.objects.filter(seat__constituency__workshop=workshop, holding="member").select_related("person")
seats = {str(row.seat_id): create_token(person=row.person) for row in held}
client = Client()
client.force_login(who.person)
told = {"polls": [str(poll.pk) for poll in one.polls.all()], "seats": seats, "topic": workshop.topic}
print("FOUND" + json.dumps(told | {"cookie": client.cookies["sessionid"].value}))
"""
STORED = """
import json
from django.db.models import Sum
from workshops.journal import breaks
from workshops.models import Ballot, JournalEntry, TallyRow, Workshop

one = Workshop.objects.get(slug="robotsamenleving").rounds.get(state="open")
rows = Ballot.objects.filter(poll__round=one).values_list("poll", "seat", "stance")
counted = TallyRow.objects.filter(poll__round=one, need="").aggregate(sum=Sum("count"))["sum"]
entries = JournalEntry.objects.filter(workshop=one.workshop).order_by("sequence")
print("FOUND" + json.dumps({"rows": [[str(a), str(b), c] for a, b, c in rows], "counted": counted, "breaks": breaks(entries)}))
"""


@dataclass(frozen=True)
class Cell:
    """One ballot to be cast: by whom, on what, with which answer."""

    poll: str
    seat: str
    token: str
    stance: str


@dataclass
class Said:
    """What the clients lived through."""

    cast: list[tuple[float, float]] = field(default_factory=list)  # when it was sent first, when it was acknowledged
    tries: int = 0
    given_up: list[Cell] = field(default_factory=list)
    acknowledged: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def seconds(self) -> list[float]:
        """Return how long each took."""
        return [end - begun for begun, end in self.cast]


def cells_of(found: dict[str, Any], count: int, seed: int) -> list[Cell]:
    """Return so many different cells of seats and questions, in an order that mixes them."""
    polls, seats = found["polls"], found["seats"]
    chance = random.Random(seed)  # noqa: S311 -- a load, no secret
    every = [(poll, seat) for poll in polls for seat in seats]
    chance.shuffle(every)
    return [Cell(poll, seat, seats[seat], chance.choice(ANSWERS)) for poll, seat in every[:count]]


def vote(
    site: Installation,
    cells: Iterable[Cell],
    *,
    within: float,
    clients: int,
    strikes: Mapping[float, Callable[[], object]],
) -> Said:
    """Have every cell cast at its moment; `strikes` happen at so many seconds after the start."""
    cells, said, lock = list(cells), Said(), threading.Lock()
    start = time.perf_counter() + 0.5
    moments = [start + within * at / len(cells) for at in range(len(cells))]

    def cast(cell: Cell, moment: float, number: int) -> None:
        time.sleep(max(0.0, moment - time.perf_counter()))
        tries, is_stored = _until_acknowledged(site, cell, lost_answer=number % 10 == 0)
        with lock:
            said.tries += tries
            if is_stored:
                said.cast.append((moment, time.perf_counter()))
                said.acknowledged[cell.poll, cell.seat] = cell.stance
            else:
                said.given_up.append(cell)

    for after, act in strikes.items():
        threading.Timer(start + after - time.perf_counter(), act).start()
    with ThreadPoolExecutor(clients) as crowd:
        list(crowd.map(cast, cells, moments, range(len(cells))))
    return said


def _until_acknowledged(site: Installation, cell: Cell, *, lost_answer: bool) -> tuple[int, bool]:
    """Put the ballot until the site says that it has it; one client in ten loses the first answer and sends it again."""
    give_up, wait, tries = time.perf_counter() + PATIENT_SECONDS, 0.1, 0
    while time.perf_counter() < give_up:
        tries += 1
        if _put(site, cell):
            if not lost_answer:
                return tries, True
            lost_answer = False
            continue
        time.sleep(wait)
        wait = min(2 * wait, 1.0)
    return tries, False


def _put(site: Installation, cell: Cell) -> bool:
    body = json.dumps({"stance": cell.stance, "need": "yes"})
    headers = {"Authorization": f"Bearer {cell.token}", "Content-Type": "application/json", "Host": "127.0.0.1"}
    try:
        with closing(http.client.HTTPConnection("127.0.0.1", site.port, timeout=5)) as line:
            line.request("PUT", f"/api/v1/polls/{cell.poll}/ballots/{cell.seat}", body, headers)
            answer = line.getresponse()
            answer.read()
            return answer.status in {200, 201}
    except (OSError, http.client.HTTPException):
        return False
