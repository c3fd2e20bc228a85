# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Choose which assumptions are shown; and say which value one of them should have, and why."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scenarios.templatetags.figures import number
from workshops.enums import Contestable, Role
from workshops.forms.levers import NumberField, typed_as
from workshops.forms.matrix import ANY
from workshops.forms.proposals import TOO_LONG, seat_words
from workshops.models import Contest, Seat
from workshops.reports.words import ROLES
from workshops.rules import Standing
from workshops.selectors.assumptions import Assumption
from workshops.selectors.fixed import FixedNumber
from workshops.services.contests import LONGEST, Stated

FIXED = "fixed"
KINDS = {
    Contestable.PRIOR.value: gettext_lazy("what nobody knows exactly"),
    Contestable.DRIVER.value: gettext_lazy("what pushes a scenario"),
    Contestable.BUDGET.value: gettext_lazy("what a proposal costs beforehand"),
    FIXED: gettext_lazy("fixed numbers"),
}
STATUSES = {
    "found": gettext_lazy("found: read in the source"),
    "memory": gettext_lazy("memory: not checked"),
    "assumption": gettext_lazy("assumption: our own choice"),
}
SEAT, ROLE = "seat:", "role:"


class AssumptionChoice(forms.Form):
    """A filter by GET: what it does not understand it leaves out."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False, choices=[ANY, *KINDS.items()])
    status = forms.ChoiceField(label=gettext_lazy("Status"), required=False, choices=[ANY, *STATUSES.items()])
    q = forms.CharField(
        label=gettext_lazy("With the words"), required=False, widget=forms.TextInput(attrs={"type": "search"})
    )
    contested = forms.BooleanField(label=gettext_lazy("Contested ones only"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="choose-%s")
        self.full_clean()

    def chosen(self, field: str) -> str:
        """Return what was chosen; nothing when it is no choice."""
        return str(self.cleaned_data.get(field) or "")

    @property
    def is_narrowed(self) -> bool:
        return any(self.chosen(field) for field in self.fields)

    @property
    def selects(self) -> list[forms.BoundField]:
        return [self[name] for name in ("kind", "status", "q")]

    def among(self, assumptions: Iterable[Assumption], contested: set[str]) -> list[Assumption]:
        """Return the assumptions that are asked for; `contested` names those that somebody holds otherwise."""
        return [
            one
            for one in assumptions
            if self.chosen("kind") in {"", one.kind}
            and self.chosen("status") in {"", one.status}
            and (not self.chosen("contested") or one.about in contested)
            and self._has_words(one.label, one.sentence, one.key, one.source, one.place.title if one.place else "")
        ]

    def fixed(self, numbers: Iterable[FixedNumber]) -> list[FixedNumber]:
        """Return the fixed numbers that are asked for."""
        if self.chosen("contested") or self.chosen("kind") not in {"", FIXED}:
            return []
        return [
            one
            for one in numbers
            if self.chosen("status") in {"", one.status} and self._has_words(one.label, one.key, one.source)
        ]

    def _has_words(self, *texts: str) -> bool:
        told = " ".join(texts).casefold()
        return all(word in told for word in self.chosen("q").casefold().split())


def _text(name: str, label: Any, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, validators=[MaxLengthValidator(LONGEST[name], TOO_LONG)], **options)


class ContestForm(forms.Form):
    """A value, or a range where the model draws one; the reason, and where the value comes from."""

    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    capacity = forms.ChoiceField(
        label=gettext_lazy("In which seat or role do you say this?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose one of the answers."),
            "invalid_choice": gettext_lazy("You do not hold this seat or role. Choose one of your own."),
        },
    )
    value = NumberField(
        label=gettext_lazy("Which value should it be?"),
        error_messages={
            "required": gettext_lazy("Give the value that you find right."),
            "invalid": gettext_lazy("Type a number, such as 2.5."),
        },
    )
    low = NumberField(
        label=gettext_lazy("At least"),
        required=False,
        error_messages={"invalid": gettext_lazy("Type a number, such as 2.5.")},
    )
    high = NumberField(
        label=gettext_lazy("At most"),
        required=False,
        error_messages={"invalid": gettext_lazy("Type a number, such as 2.5.")},
    )
    reason = _text(
        "reason",
        gettext_lazy("Why?"),
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("Everybody who may enter reads this, with your seat or role."),
        error_messages={"required": gettext_lazy("Give the reason: without it nobody can weigh what you say.")},
    )
    source = _text(
        "source",
        gettext_lazy("Where does this value come from?"),
        help_text=gettext_lazy("A study, your own practice, or an estimate: then say that it is one."),
        error_messages={
            "required": gettext_lazy("Say where the value comes from. Your own estimate is a source too: then say so.")
        },
    )

    def __init__(
        self, *args: Any, assumption: Assumption, who: Standing, earlier: Contest | None = None, **options: Any
    ) -> None:
        self.assumption = assumption
        self.refused_as: int | None = None
        options["initial"] = self._from(earlier) | (options.get("initial") or {})
        super().__init__(*args, **options)
        self._capacities(who)
        if assumption.has_range:
            self.fields["value"].label = _("Which value is most likely?")
            self.fields["low"].help_text = _("Leave both ends empty to hold it at exactly one value.")
        else:
            del self.fields["low"], self.fields["high"]

    def _capacities(self, who: Standing) -> None:
        field = self.fields["capacity"]
        choices = [(f"{SEAT}{seat.id}", seat_words(seat)) for seat in who.seats]
        choices += [(f"{ROLE}{role}", str(ROLES[role])) for role in sorted(who.roles)]
        field.choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            field.widget = forms.HiddenInput()
            self.initial["capacity"] = choices[0][0]

    def _from(self, earlier: Contest | None) -> dict[str, Any]:
        """Return what the form starts with: what this person said before."""
        if earlier is None:
            return {}
        low, value, high = (self._typed(one) for one in earlier.values[self.assumption.key])
        ends = {"low": low, "high": high} if low != high else {}
        return {"value": value, **ends, "reason": earlier.said("reason"), "source": earlier.said("source")}

    def _typed(self, value: float) -> str:
        shown = Decimal(str(value)) * Decimal(str(self.assumption.scale))
        return typed_as(f"{shown.normalize():f}")

    def clean(self) -> dict[str, Any]:
        """Take one end that is left empty for the value itself, and hold the order."""
        told = super().clean() or {}
        value = told.get("value")
        if value is None or self.errors:
            return told
        low, high = (value if told.get(name) is None else told[name] for name in ("low", "high"))
        told["range"] = sorted(self._in_engine(one) for one in (low, high))
        if not low <= value <= high:
            self.add_error("value", _("The most likely value must lie between the lowest and the highest."))
        return told

    def _in_engine(self, shown: Decimal) -> float:
        return float(shown / Decimal(str(self.assumption.scale)))

    @property
    def stated(self) -> Stated:
        """What was said, once it is valid."""
        told = self.cleaned_data
        low, high = told["range"]
        return Stated(
            about=self.assumption.about,
            low=low,
            value=self._in_engine(told["value"]),
            high=high,
            reason=told["reason"].replace("\r\n", "\n"),
            source=told["source"],
        )

    def seat(self, who: Standing) -> Seat | None:
        """The seat in which it is said."""
        told = self.cleaned_data["capacity"]
        return who.seat(told.removeprefix(SEAT)) if told.startswith(SEAT) else None

    @property
    def role(self) -> Role | None:
        """The role in which it is said."""
        told = self.cleaned_data["capacity"]
        return Role(told.removeprefix(ROLE)) if told.startswith(ROLE) else None


def limits_of(assumption: Assumption) -> str:
    """Say within which limits an assumption has a meaning."""
    ends = sorted((assumption.least * assumption.scale, assumption.most * assumption.scale))
    words = {"low": number(ends[0], assumption.decimals), "high": number(ends[1], assumption.decimals)}
    return _("It has a meaning from %(low)s to %(high)s.") % words
