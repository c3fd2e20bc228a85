# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Choose which proposals the list shows."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from workshops.enums import ProposalState
from workshops.forms.matrix import ANY, SCOPES
from workshops.models import Proposal
from workshops.selectors.table import Side

STATES: dict[ProposalState, Promise] = {
    ProposalState.TABLED: pgettext_lazy("proposals", "on the table"),
    ProposalState.PARKED: pgettext_lazy("proposals", "parked"),
    ProposalState.WITHDRAWN: pgettext_lazy("proposals", "withdrawn"),
}


class ListChoice(forms.Form):
    """A filter by GET: what it does not understand it leaves out."""

    state = forms.ChoiceField(label=_("State"), required=False, choices=[ANY, *STATES.items()])
    side = forms.ChoiceField(label=_("Tabled by"), required=False)
    scope = forms.ChoiceField(label=_("Scope"), required=False, choices=[ANY, *SCOPES.items()])
    q = forms.CharField(label=_("With the words"), required=False, widget=forms.TextInput(attrs={"type": "search"}))

    def __init__(self, data: Any, sides: Sequence[Side]) -> None:
        super().__init__(data, auto_id="choose-%s")
        self.fields["side"].choices = [ANY, *((side.key, side.title) for side in sides)]  # type: ignore[attr-defined]
        self.full_clean()

    def chosen(self, field: str) -> str:
        """Return what was chosen; nothing when it is no choice."""
        return str(self.cleaned_data.get(field) or "")

    @property
    def is_narrowed(self) -> bool:
        """Anything was chosen at all."""
        return any(self.chosen(field) for field in self.fields)

    def among(self, proposals: Iterable[Proposal]) -> list[Proposal]:
        """Return the proposals that are asked for."""
        return [one for one in proposals if self._shows(one)]

    def _shows(self, proposal: Proposal) -> bool:
        told = " ".join(proposal.reform_revision.said(field) for field in ("title", "summary")).casefold()
        return (
            self.chosen("state") in {"", proposal.state}
            and self.chosen("side") in {"", proposal.constituency.key}
            and self.chosen("scope") in {"", proposal.scope}
            and all(word in told for word in self.chosen("q").casefold().split())
        )
