# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.factories import UserFactory
from workshops.models import AccessToken
from workshops.services.tokens import digest_of

pytestmark = pytest.mark.django_db


def test_a_token_is_said_once_and_only_its_digest_is_kept():
    person, said = UserFactory(), StringIO()

    call_command("create_token", person.username, stdout=said)

    token = said.getvalue().strip()
    kept = AccessToken.objects.get(person=person)
    assert len(token) >= 40
    assert kept.digest == digest_of(token)
    assert token not in kept.digest


def test_every_token_is_another():
    person, first, second = UserFactory(), StringIO(), StringIO()

    call_command("create_token", person.username, stdout=first)
    call_command("create_token", person.username, stdout=second)

    assert first.getvalue() != second.getvalue()
    assert person.tokens.count() == 2


@pytest.mark.parametrize("who", ["nobody", "left"])
def test_nobody_and_somebody_who_left_get_no_token(who):
    UserFactory(username="left", is_active=False)

    with pytest.raises(CommandError, match=who):
        call_command("create_token", who, stdout=StringIO())

    assert not AccessToken.objects.exists()
