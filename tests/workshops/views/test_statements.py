# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What every page asks of the database: at most fifteen statements, and as much of the example as of one twice as large."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch
from django.utils import timezone

from scenarios.models import PracticeExample
from tests.browser.cases import CASES, Case, look, open_all_folds
from tests.browser.site import Step
from tests.factories.grown import grow
from workshops.models import User
from workshops.selectors.people import standing_of
from workshops.services.reports import compile_report

pytestmark = pytest.mark.django_db

MOST = 15
OK = 200
FEWEST_PAGES = 95  # looked at; fewer means that the cases are no longer found
ABOUT_THE_TRANSACTION = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")


def test_a_page_asks_at_most_fifteen_statements_and_no_more_of_a_workshop_twice_as_large(example):
    compile_report(
        who=standing_of(User.objects.get(username="hanna"), example, day=timezone.localdate()), workshop=example
    )
    small = statements()
    grow()
    large = statements()

    assert len(small) >= FEWEST_PAGES
    assert {case: (count, large[case]) for case, count in small.items() if count > MOST or large[case] > count} == {}


def statements() -> dict[str, int]:
    """Return how many statements each page takes that the example has, read by whoever the case says."""
    found = {}
    for case in CASES:
        if case.step == Step.COMPARING and case.act in {look, open_all_folds}:
            status, count = asked_by(case)
            if status == OK:
                found[str(case)] = count
    return found


def asked_by(case: Case) -> tuple[int, int]:
    client = Client(raise_request_exception=False)
    if case.who:
        client.force_login(User.objects.get(username=case.who))
    try:
        address = case.address(key_of)
    except NoReverseMatch:
        return 0, 0  # about what only the running site of the browser's tests has
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    return answer.status_code, sum(not one["sql"].startswith(ABOUT_THE_TRANSACTION) for one in asked.captured_queries)


def key_of(told: object) -> str:
    """Return the key of a practice example by its state; of what the example lacks nothing that leads anywhere."""
    found = PracticeExample.objects.filter(state=told).order_by("editions__pk").first()
    return str(found.pk) if found else ""
