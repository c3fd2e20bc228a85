# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a seat answers about one proposal in one scenario; a sheet holds one such form a scenario."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.forms.boundfield import BoundWidget
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from workshops.enums import LEVELS, REASON_REQUIRED, Need, Stance
from workshops.forms.words import NEEDS, STANCES, glyph_of
from workshops.models import Ballot
from workshops.services.ballots import LONGEST_REASON, Answer


def _text(label: Promise) -> forms.CharField:
    """Return a field whose length is checked here and not by the browser, which would cut without a word."""
    message = _("Use at most %(limit_value)d characters; now there are %(show_value)d. Nothing of it is lost.")
    return forms.CharField(
        label=label,  # type: ignore[arg-type]
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        validators=[MaxLengthValidator(LONGEST_REASON, message)],
    )


class AnswerForm(forms.Form):
    """May be left empty: what is answered is stored, the rest can wait."""

    need = forms.ChoiceField(
        label=_("Is new policy then needed on this point?"),
        choices=list(NEEDS.items()),
        required=False,
        widget=forms.RadioSelect,
    )
    stance = forms.ChoiceField(
        label=_("Do you then support this proposal?"),
        choices=list(STANCES.items()),
        required=False,
        widget=forms.RadioSelect,
    )
    reason = _text(_("Reason"))
    would_change = _text(_("What would change this?"))

    def clean(self) -> dict[str, Any]:
        """Ask for a reason where one is needed, and for an answer where only words were typed."""
        told = super().clean() or {}
        for name in ("reason", "would_change"):
            if name in told:
                told[name] = told[name].replace("\r\n", "\n")
        if "reason" in told and told.get("stance") in set(REASON_REQUIRED) and not told["reason"]:
            self.add_error("reason", _("Give a reason for an objection: it tells the others what to look at."))
        if not told.get("stance") and (told.get("reason") or told.get("would_change")):
            self.add_error("stance", _("Choose an answer as well: a reason is stored together with it."))
        return told

    @property
    def answer(self) -> Answer | None:
        """What was answered; none when no answer was chosen."""
        told = self.cleaned_data
        if not told.get("stance"):
            return None
        return Answer(
            stance=Stance(told["stance"]),
            need=Need(told["need"]) if told["need"] else None,
            reason=told["reason"],
            would_change=told["would_change"],
        )

    @property
    def levels(self) -> list[tuple[BoundWidget, str]]:
        """The five levels, each with the glyph under which it is drawn everywhere."""
        return [pair for pair in self._stances if pair[0].data["value"] in set(LEVELS)]

    @property
    def others(self) -> list[tuple[BoundWidget, str]]:
        """The three answers outside the order."""
        return [pair for pair in self._stances if pair[0].data["value"] not in set(LEVELS)]

    @property
    def _stances(self) -> list[tuple[BoundWidget, str]]:
        return [(choice, glyph_of(Stance(choice.data["value"]))) for choice in self["stance"]]

    @property
    def lines(self) -> list[tuple[str, str]]:
        """What is wrong, each with the id of the field to mend."""
        return [
            (str(error), f"{self[name].auto_id}_0" if self[name].use_fieldset else self[name].auto_id)
            for name, errors in self.errors.items()
            for error in errors
        ]


def stored(ballot: Ballot | None) -> dict[str, str]:
    """Return a ballot as a form shows it."""
    if ballot is None:
        return {}
    return {
        "need": ballot.need,
        "stance": ballot.stance,
        "reason": ballot.reason,
        "would_change": ballot.would_change,
    }
