# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Table a proposal: what it says, which levers it moves, who must act."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from scenarios import vocabulary
from scenarios.enums import ActsAt, DevelopmentKind, Level
from scenarios.errors import ScenarioError
from scenarios.models import ReformRevision
from scenarios.services.reforms import (
    FIRST_START,
    LAST_START,
    MOST_BUDGET_BN,
    MOST_PHASE_YEARS,
    Design,
    checked_levers,
)
from workshops.enums import Scope, Track
from workshops.forms.levers import PREFIX, NumberField, lever_fields, typed_as
from workshops.models import Seat
from workshops.reports.words import ACTS_AT, AIM, COMPETING, EU_ROOM
from workshops.services.drafts import LONGEST, LONGEST_DESIGN, OTHER_TRACKS, Draft

TRACKS: dict[Track, Promise] = {
    Track.SKILLS: gettext_lazy("Skills and schooling"),
    Track.CIRCULAR_ECONOMY: gettext_lazy("The circular economy"),
}
KINDS = {
    DevelopmentKind.BOTTLENECK: gettext_lazy("It eases a bottleneck"),
    DevelopmentKind.OPPORTUNITY: gettext_lazy("It takes an opportunity"),
}
LEVELS = {
    Level.CENTRAL: gettext_lazy("Central: the law, or a national agreement"),
    Level.DECENTRAL: gettext_lazy("Decentral: a sector, a firm, a collective agreement"),
    Level.BOTH: gettext_lazy("Both"),
}
SCOPES = {
    Scope.THIS_ADVICE: gettext_lazy("It belongs to this advice"),
    Scope.SEPARATE_TRACK: gettext_lazy("It touches a separate track"),
    Scope.PASS_ON: gettext_lazy("It is to be passed on to others"),
}
AGAIN = "again-"  # before the number of a proposal to start from
COSTS, YIELDS, NEITHER = "costs", "yields", "neither"
BUDGETS = {
    NEITHER: gettext_lazy("No costs, or not known"),
    COSTS: gettext_lazy("It costs the government money"),
    YIELDS: gettext_lazy("It brings the government money"),
}
TOO_LONG = gettext_lazy("Use at most %(limit_value)d characters; now there are %(show_value)d. Nothing of it is lost.")
NEEDED = {"required": gettext_lazy("Fill this in: the others need it to judge the proposal.")}
CHOOSE = {"required": gettext_lazy("Choose one of the answers.")}


@dataclass(frozen=True, slots=True)
class Start:
    """What a proposal starts from: a ready-made reform, levers of one's own, or something beyond the model."""

    key: str
    revision: ReformRevision | None = None

    @property
    def has_levers(self) -> bool:
        return bool(self.revision.is_computable) if self.revision else self.key == "own"

    @property
    def levers(self) -> dict[str, float]:
        return dict(self.revision.levers) if self.revision else {}

    @property
    def number(self) -> int | None:
        """The proposal that it starts from."""
        return int(self.key.removeprefix(AGAIN)) if self.key.startswith(AGAIN) else None


def _text(name: str, label: Any, *, rows: int = 0, required: bool = True, **options: Any) -> forms.CharField:
    """Return a text field whose length is checked here and not by the browser, which would cut without a word."""
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    limit = MaxLengthValidator(LONGEST[name], TOO_LONG)
    return forms.CharField(
        label=label, required=required, widget=widget, validators=[limit], error_messages=NEEDED, **options
    )


def _note(name: str, label: Any, *, rows: int = 3, **options: Any) -> forms.CharField:
    """Return a text that may stay empty."""
    return forms.CharField(
        label=label,
        required=False,
        widget=forms.Textarea(attrs={"rows": rows}),
        validators=[MaxLengthValidator(LONGEST_DESIGN[name], TOO_LONG)],
        **options,
    )


def _choice(label: Any, choices: Mapping[Any, Any], **options: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=list(choices.items()), widget=forms.RadioSelect, error_messages=CHOOSE, **options
    )


class WholeNumberField(NumberField):
    """A whole number within bounds, with one message for all that can be wrong."""

    def __init__(self, *, low: int, high: int, **options: Any) -> None:
        self.low, self.high = low, high
        super().__init__(widget=forms.NumberInput(attrs={"min": str(low), "max": str(high)}), **options)

    def clean(self, value: object) -> int:
        """Return the number."""
        message = _("Choose a whole number from %(low)s to %(high)s.") % {"low": str(self.low), "high": str(self.high)}
        try:
            found = self.to_python(value)
        except ValidationError as unreadable:
            raise ValidationError(message) from unreadable
        if found is None or found != int(found) or not self.low <= found <= self.high:
            raise ValidationError(message)
        return int(found)


class ProposalForm(forms.Form):
    """Everything of a proposal on one page; the levers are there unless it is beyond the model."""

    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    seat = forms.ChoiceField(
        label=gettext_lazy("Which seat do you table it for?"), widget=forms.RadioSelect, error_messages=CHOOSE
    )
    title = _text("title", gettext_lazy("Title"), help_text=gettext_lazy("One line that says what changes."))
    summary = _text(
        "summary",
        gettext_lazy("What changes?"),
        rows=4,
        help_text=gettext_lazy("Two or three sentences that everybody at the table understands."),
    )
    reasons = _text("reasons", gettext_lazy("Why do you propose this?"), rows=5)
    addresses_kind = _choice(gettext_lazy("What does it do about the future?"), KINDS)
    addresses = _text(
        "addresses",
        gettext_lazy("Which bottleneck or opportunity?"),
        rows=2,
        help_text=gettext_lazy("For example: low-educated people find less work when machines become cheaper."),
    )
    level = _choice(gettext_lazy("Where is it decided?"), LEVELS)
    actors = _text(
        "actors",
        gettext_lazy("Who must act?"),
        required=False,
        help_text=gettext_lazy("For example: the government, bargaining parties in sectors, firms."),
    )
    start_year = WholeNumberField(label=gettext_lazy("From which year?"), low=FIRST_START, high=LAST_START)
    phase_years = WholeNumberField(
        label=gettext_lazy("After how many years does it work in full?"),
        low=1,
        high=MOST_PHASE_YEARS,
        initial=3,
        help_text=gettext_lazy("It grows in equal steps."),
    )
    scope = _choice(gettext_lazy("Does it belong to this advice?"), SCOPES, initial=Scope.THIS_ADVICE)
    track = forms.ChoiceField(
        label=gettext_lazy("Which separate track?"),
        choices=[("", gettext_lazy("none")), *((track, TRACKS[track]) for track in OTHER_TRACKS)],
        required=False,
    )
    budget_kind = _choice(gettext_lazy("What does it do to public money, each year?"), BUDGETS, initial=NEITHER)
    budget_bn = NumberField(
        label=gettext_lazy("How much, in billions of euros a year?"),
        required=False,
        help_text=gettext_lazy("Before people and firms change what they do. The model adds what follows from that."),
    )
    budget_source = _text(
        "budget_source",
        gettext_lazy("Where does this amount come from?"),
        required=False,
        help_text=gettext_lazy("A report, or your own estimate."),
    )
    left_out = _text(
        "left_out",
        gettext_lazy("What do the levers leave out?"),
        rows=3,
        required=False,
        help_text=gettext_lazy("What your proposal does as well, but the model cannot see. The council judges that."),
    )

    changes = forms.MultipleChoiceField(
        label=gettext_lazy("Which institutions does it change?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    aim = forms.ChoiceField(
        label=gettext_lazy("Does it ease the step to other work, or protect?"),
        choices=[("", gettext_lazy("Not said")), *((one.value, words) for one, words in AIM.items())],
        required=False,
    )
    eu_room = forms.ChoiceField(
        label=gettext_lazy("Is there room under European law?"),
        choices=[("", gettext_lazy("Not said")), *((one.value, words) for one, words in EU_ROOM.items())],
        required=False,
    )
    eu_note = _note("eu_note", gettext_lazy("What European law says"))
    abroad = _note("abroad", gettext_lazy("Who does it abroad?"), help_text=gettext_lazy("With your source."))
    competing = forms.ChoiceField(
        label=gettext_lazy("What does it do to how firms compete?"),
        choices=[("", gettext_lazy("Not said")), *((one.value, words) for one, words in COMPETING.items())],
        required=False,
    )
    competing_note = _note("competing_note", gettext_lazy("Why you think so"))

    def __init__(self, *args: Any, start: Start, seats: Sequence[Seat], **options: Any) -> None:
        self.start = start
        options["initial"] = _initial(start) | (options.get("initial") or {})
        super().__init__(*args, **options)
        self._seat_choices(seats)
        self._design_fields()
        if start.has_levers:
            self.fields |= lever_fields(start.levers)
        else:
            del self.fields["left_out"], self.fields["phase_years"]

    def _design_fields(self) -> None:
        """A box an institution, and a line for each who may have to act."""
        tongue = get_language() or "nl"
        institutions = [(one.key, one.label.in_language(tongue)) for one in vocabulary.institutions()]
        self.fields["changes"].choices = institutions  # type: ignore[attr-defined]
        for actor, words in ACTS_AT.items():
            self.fields[f"role_{actor}"] = _note("role", words, rows=2)

    @property
    def roles(self) -> list[forms.BoundField]:
        """What each has to do, from the state down to the works council."""
        return [self[f"role_{actor}"] for actor in ActsAt]

    @property
    def has_design(self) -> bool:
        """Whether something of the design is said, or wrong: then it lies open."""
        names = ("changes", "aim", "eu_room", "eu_note", "abroad", "competing", "competing_note")
        return any(self[name].value() or self[name].errors for name in names) or any(
            one.value() or one.errors for one in self.roles
        )

    def _seat_choices(self, seats: Sequence[Seat]) -> None:
        field = self.fields["seat"]
        field.choices = [(str(seat.id), seat_words(seat)) for seat in seats]  # type: ignore[attr-defined]
        if len(seats) == 1:
            field.widget = forms.HiddenInput()
            self.initial["seat"] = str(seats[0].id)
        field.error_messages |= {"invalid_choice": _("You do not hold this seat. Choose a seat of your own.")}

    def clean(self) -> dict[str, Any]:
        """Hold together what belongs together: levers, track and amount."""
        told = {
            name: value.replace("\r\n", "\n") if isinstance(value, str) else value
            for name, value in (super().clean() or {}).items()
        }
        self._clean_levers(told)
        if told.get("scope") == Scope.SEPARATE_TRACK and not told.get("track"):
            self.add_error("track", _("Say which separate track this proposal touches."))
        self._clean_budget(told)
        return told

    def _clean_levers(self, told: dict[str, Any]) -> None:
        if not self.start.has_levers or any(name.startswith(PREFIX) for name in self.errors):
            return
        try:
            moved = checked_levers(levers_in(told))
        except ScenarioError as refusal:
            self.add_error(f"{PREFIX}{refusal.field}", refusal.message)
            return
        if not moved:
            self.add_error(
                None,
                _(
                    "No lever is moved, so there is nothing to compute. Move at least one lever below, or go back "
                    "and choose a proposal that the model cannot compute."
                ),
            )

    def _clean_budget(self, told: dict[str, Any]) -> None:
        amount, kind = told.get("budget_bn"), told.get("budget_kind")
        if amount is not None and not 0 <= amount <= MOST_BUDGET_BN:
            words = _("Give an amount from 0 to %(most)s, and say above whether it is a cost or a gain.")
            self.add_error("budget_bn", words % {"most": round(MOST_BUDGET_BN)})
        elif kind in {COSTS, YIELDS} and not amount and "budget_bn" not in self.errors:
            self.add_error("budget_bn", _("Give the amount, or choose “No costs, or not known”."))
        elif kind == NEITHER and amount:
            self.add_error("budget_kind", _("You gave an amount: say whether it is a cost or a gain, or set it to 0."))

    @property
    def draft(self) -> Draft:
        """What was written, once it is valid."""
        told, known = self.cleaned_data, self.start.revision
        sign = {COSTS: -1, YIELDS: 1, NEITHER: 0}[told["budget_kind"]]
        return Draft(
            title=told["title"],
            summary=told["summary"],
            reasons=told["reasons"],
            addresses_kind=told["addresses_kind"],
            addresses=told["addresses"],
            level=told["level"],
            actors=told["actors"],
            start_year=told["start_year"],
            phase_years=told.get("phase_years") or (known.phase_years if known else 3),
            scope=Scope(told["scope"]),
            track=told["track"],
            levers=levers_in(told) if self.start.has_levers else {},
            left_out=told.get("left_out", known.said("left_out") if known else ""),
            budget_bn=sign * float(told["budget_bn"] or 0),
            budget_source=told["budget_source"],
            based_on=known,
            design=self._design(told),
        )

    def _design(self, told: Mapping[str, Any]) -> Design:
        return Design(
            changes=tuple(told["changes"]),
            roles={actor: told[f"role_{actor}"] for actor in ActsAt},
            **{name: told[name] for name in ("aim", "eu_room", "eu_note", "abroad", "competing", "competing_note")},
        )


def levers_in(told: dict[str, Any]) -> dict[str, float]:
    """Return the levers that were moved, in the units of the engine."""
    return {name.removeprefix(PREFIX): value for name, value in told.items() if name.startswith(PREFIX) and value}


def seat_words(seat: Seat) -> str:
    """Say which seat it is."""
    facts = {"member": seat.constituency.said("singular"), "number": seat.number}
    if seat.delegation is None:
        return _("%(member)s, seat %(number)d") % facts
    return _("%(member)s, seat %(number)d, %(organisation)s") % (facts | {"organisation": seat.delegation.said("name")})


def _initial(start: Start) -> dict[str, Any]:
    """Return what the form starts with: the text of a reform that is there already."""
    known = start.revision
    if known is None:
        return {"start_year": FIRST_START + 1}
    amount = known.exante_budget_bn
    return {
        **{name: known.said(name) for name in ("title", "summary", "actors", "left_out", "budget_source")},
        **{name: known.said(name) for name in ("eu_note", "abroad", "competing_note")},
        **{f"role_{actor}": told for actor, told in known.said("roles").items()},
        "changes": known.changes,
        "aim": known.aim,
        "eu_room": known.eu_room,
        "competing": known.competing,
        "level": known.level,
        "start_year": known.start_year,
        "phase_years": known.phase_years,
        "budget_kind": COSTS if amount < 0 else YIELDS if amount > 0 else NEITHER,
        "budget_bn": typed_as(f"{abs(amount):g}"),
    }
