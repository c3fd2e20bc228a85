# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which proposals the round is about; the others are parked with a reason."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workshops.enums import BallotMode
from workshops.forms.words import LIVE_SENTENCE, MODE_SENTENCES, MODES
from workshops.models import Proposal, Round
from workshops.selectors.agenda import Item
from workshops.services.rounds import LIVE_BY_NAME, MOST_PROPOSALS, BallotRule

LONGEST = 600
WAYS = [
    ("live", gettext_lazy("By name, live")),
    (BallotMode.NAMED.value, gettext_lazy("By name, counts after closing")),
    (BallotMode.PSEUDONYMOUS.value, MODES[BallotMode.PSEUDONYMOUS]),
    (BallotMode.SECRET.value, MODES[BallotMode.SECRET]),
]


class AnnulForm(forms.Form):
    """Why a round is annulled; how long it may be, the service checks."""

    because = forms.CharField(
        label=gettext_lazy("Why is this round annulled?"),
        help_text=gettext_lazy("Everybody reads this in the journal."),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Say why this round is annulled: everybody reads it in the journal.")},
    )


class AgendaForm(forms.Form):
    """One box and one reason a proposal."""

    ballots = forms.ChoiceField(
        label=gettext_lazy("How do the seats vote?"),
        choices=WAYS,
        widget=forms.RadioSelect,
        initial="live",
        required=False,
    )

    def __init__(self, items: Sequence[Item], data: Any = None, *, prepared: Round | None = None) -> None:
        super().__init__(data)
        self.items = items
        if prepared is not None:
            self.fields["ballots"].initial = "live" if prepared.is_live else prepared.mode
        preset = {item.proposal.number for item in items if item.is_chosen} or _first_choice(items)
        for item in items:
            number = item.proposal.number
            self.fields[f"choose-{number}"] = forms.BooleanField(
                label=str(item.proposal.reform_revision.said("title")), required=False, initial=number in preset
            )
            self.fields[f"reason-{number}"] = forms.CharField(
                label=_("Reason to park proposal %(number)d") % {"number": number},
                required=False,
                initial=item.proposal.said("parked_because"),
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @property
    def rows(self) -> list[tuple[Item, forms.BoundField, forms.BoundField]]:
        """Each proposal with its box and its reason."""
        return [
            (item, self[f"choose-{item.proposal.number}"], self[f"reason-{item.proposal.number}"])
            for item in self.items
        ]

    @property
    def rule(self) -> BallotRule:
        """How the round is voted on; the whole of the choice when it was left out."""
        way = self.cleaned_data.get("ballots") or "live"
        return LIVE_BY_NAME if way == "live" else BallotRule(BallotMode(way), is_live=False)

    @property
    def ways(self) -> list[tuple[forms.boundfield.BoundWidget, Promise]]:
        """Each way of voting with what it means."""
        meanings = [LIVE_SENTENCE, *MODE_SENTENCES.values()]
        return list(zip(self["ballots"], meanings, strict=True))

    @property
    def chosen(self) -> list[Proposal]:
        """The proposals that are voted on."""
        return [item.proposal for item in self.items if self.cleaned_data.get(f"choose-{item.proposal.number}")]

    @property
    def parked(self) -> Mapping[Proposal, str]:
        """Every other proposal, with why it waits."""
        chosen = set(self.chosen)
        return {
            item.proposal: self.cleaned_data.get(f"reason-{item.proposal.number}", "")
            for item in self.items
            if item.proposal not in chosen
        }

    def clean(self) -> dict[str, Any]:
        """Say all that is wrong at once: too many, none, a reason that is missing."""
        told = super().clean() or {}
        self.cleaned_data = told
        chosen = len(self.chosen)
        if not chosen:
            self.add_error(None, _("Choose at least one proposal for the round."))
        if chosen > MOST_PROPOSALS:
            facts = {"most": MOST_PROPOSALS, "chosen": chosen, "over": chosen - MOST_PROPOSALS}
            self.add_error(
                None, _("Choose at most %(most)d proposals. You chose %(chosen)d: %(over)d too many.") % facts
            )
        for proposal, because in self.parked.items():
            if not because.strip() and f"reason-{proposal.number}" not in self.errors:
                self.add_error(
                    f"reason-{proposal.number}",
                    _("Say why this proposal waits, or choose it for the round. Who tabled it reads the reason."),
                )
        return told


def _first_choice(items: Sequence[Item]) -> set[int]:
    """Everything on the table when that fits; else nothing, so that the choice is the facilitator's."""
    tabled = {item.proposal.number for item in items if not item.is_parked and not item.voted_in}
    return tabled if len(tabled) <= MOST_PROPOSALS else set()
