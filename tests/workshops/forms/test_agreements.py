# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Shares as percentages, there and back, without changing what nobody touched."""

import pytest

from workshops.forms.agreements import AgreementsForm, PercentField, initial_of
from workshops.models import Agreements
from workshops.services.agreements import CHANGEABLE


@pytest.mark.parametrize(("share", "shown"), [(0.75, "75"), (2 / 3, "66.7"), (0.667, "66.7"), (1.0, "100")])
def test_a_share_is_shown_as_a_percentage_and_unchanged_when_sent_back(share, shown):
    field = PercentField()

    assert field.prepare_value(share) == shown
    assert not field.has_changed(share, shown)
    assert field.has_changed(share, "12")


@pytest.mark.parametrize(
    ("typed", "share"), [("66.7", 2 / 3), ("33.3", 1 / 3), ("66.6", 0.666), ("80", 0.8), ("100", 1.0)]
)
def test_a_percentage_is_read_as_a_share(typed, share):
    assert PercentField().clean(typed) == share


def test_the_form_holds_everything_that_can_change():
    assert set(AgreementsForm.base_fields) == set(CHANGEABLE)


def test_what_is_sent_back_as_shown_is_no_change():
    agreements = Agreements(version=1, frame_bn=6.0, frame_source="Een voorbeeld.", response_share=2 / 3)
    initial = initial_of(agreements)
    fresh = AgreementsForm(initial=initial)
    sent = {bound.name: bound.value() for bound in fresh}
    form = AgreementsForm({name: str(value) for name, value in sent.items()}, initial=initial)

    assert form.is_valid(), form.errors
    assert form.changes == {}
