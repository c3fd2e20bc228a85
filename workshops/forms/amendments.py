# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Amend a proposal: the same fields as tabling one, filled with how it reads now, and the reason for the change."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from scenarios import vocabulary
from workshops.enums import Handling
from workshops.forms.levers import PREFIX, plain, typed_as
from workshops.forms.proposals import CHOOSE, COSTS, NEITHER, TOO_LONG, YIELDS, ProposalForm, Start, levers_in
from workshops.models import Amendment, Seat
from workshops.selectors.amendments import LEVER, TEXT_PARTS
from workshops.services.amendments import LONGEST_WORDS, Verdict

ELSEWHERE = ("reasons", "addresses_kind", "addresses", "level", "scope", "track")
HANDLINGS: dict[Handling, Promise] = {
    Handling.TAKE_OVER: _("Take it over as it is"),
    Handling.MODIFY: _("Take it over in other words"),
    Handling.DECLINE: _("Decline it"),
}
NEEDS_REASON = {"required": _("Give the reason: the others need it to follow you.")}


def _reason(label: Promise, *, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,  # type: ignore[arg-type]
        required=required,
        widget=forms.Textarea(attrs={"rows": 4}),
        validators=[MaxLengthValidator(LONGEST_WORDS, TOO_LONG)],
        error_messages=NEEDS_REASON,
    )


class AmendmentForm(ProposalForm):
    """How the proposal should read, all of it; what was left as it is changes nothing."""

    reason = _reason(_("Why should it read like this?"))

    def __init__(
        self, *args: Any, start: Start, seats: Sequence[Seat], parts: Mapping[str, Any] | None = None, **options: Any
    ) -> None:
        options["initial"] = (typed(parts) if parts else {}) | (options.get("initial") or {})
        super().__init__(*args, start=start, seats=seats, **options)
        for name in ELSEWHERE:
            del self.fields[name]

    @property
    def wanted(self) -> dict[str, Any]:
        """All of the proposal as it should read, by part."""
        told = self.cleaned_data
        sign = {COSTS: -1, YIELDS: 1, NEITHER: 0}[told["budget_kind"]]
        numbers = {name: told[name] for name in ("start_year", "phase_years") if name in told}
        levers = {f"{LEVER}{key}": value for key, value in levers_in(told).items()} if self.start.has_levers else {}
        texts = {name: told[name] for name in TEXT_PARTS if name in told}
        return texts | numbers | levers | {"budget_bn": sign * float(told["budget_bn"] or 0)}


class VerdictForm(AmendmentForm):
    """What to do with an amendment: take it over, in other words, or decline it."""

    handling = forms.ChoiceField(
        label=_("What to do with it"),
        choices=list(HANDLINGS.items()),
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    reason = _reason(_("Reason"), required=False)

    def __init__(self, *args: Any, needs_reason: bool, **options: Any) -> None:
        super().__init__(*args, seats=(), **options)
        del self.fields["seat"], self.fields["form_key"]
        self.needs_reason = needs_reason

    def clean(self) -> dict[str, Any]:
        """Ask for a reason where one is needed."""
        told = super().clean()
        is_needed = self.needs_reason or told.get("handling") in {Handling.MODIFY, Handling.DECLINE}
        if is_needed and not told.get("reason") and "reason" not in self.errors:
            self.add_error("reason", NEEDS_REASON["required"])
        return told

    @property
    def verdict(self) -> Verdict:
        """What was decided, once it is valid."""
        handling = Handling(self.cleaned_data["handling"])
        wanted = self.wanted if handling == Handling.MODIFY else {}
        return Verdict(handling, self.cleaned_data["reason"], wanted)


def typed(parts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parts of a proposal as the fields of the form show them."""
    amount = parts.get("budget_bn", 0.0)
    levers = {
        f"{PREFIX}{lever.key}": typed_as(plain(parts.get(f"{LEVER}{lever.key}", 0.0), lever))
        for lever in vocabulary.levers()
    }
    texts = {name: parts[name] for name in (*TEXT_PARTS, "start_year", "phase_years") if name in parts}
    return (
        texts
        | levers
        | {
            "budget_kind": COSTS if amount < 0 else YIELDS if amount > 0 else NEITHER,
            "budget_bn": typed_as(f"{abs(amount):g}"),
            "form_key": uuid4(),
        }
    )


def handled(amendment: Amendment) -> dict[str, Any]:
    """Return what the proposer's answer starts with: what the secretariat would do."""
    return {"handling": amendment.handling} if amendment.handling else {}
