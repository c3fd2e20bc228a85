# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Choose over which futures the other measures are asked, and from which menu."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from scenarios.enums import Over
from workshops.reports.metric_words import OVER


class MetricsChoice(forms.Form):
    """A filter by GET: what it does not understand it leaves out."""

    over = forms.ChoiceField(
        label=_("Over which futures"),
        required=False,
        choices=[(one.value, OVER[one]) for one in (Over.BOTH, Over.DRAWS, Over.VARIANTS)],
    )
    parked = forms.BooleanField(label=_("Parked ones too"), required=False)

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data, auto_id="choose-%s")
        self.full_clean()

    @property
    def chosen_over(self) -> Over:
        return Over(self.cleaned_data.get("over") or Over.BOTH)

    @property
    def with_parked(self) -> bool:
        return bool(self.cleaned_data.get("parked"))
