# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a table writes in its scenarios: proposed changes, a pen handed over, developments, a side's recognition."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from scenarios import vocabulary
from scenarios.texts.merging import Choice
from workshops.enums import Recognised
from workshops.forms.words import DOMAINS, KINDS, RECOGNISED
from workshops.models import User
from workshops.reports.words import seat_name
from workshops.rules import Standing
from workshops.services.writing.fields import LONGEST_DEVELOPMENT, Told
from workshops.services.writing.suggestions import LONGEST_WORDS

CHOICES = [
    (Choice.THEIRS.value, _("Keep what stands there now")),
    (Choice.MINE.value, _("Put mine there")),
    (Choice.BOTH.value, _("Keep both, one after the other")),
]


class SuggestionForm(forms.Form):
    """Other words for a whole section; `before` is the text that was changed."""

    before = forms.CharField(widget=forms.HiddenInput, strip=False, required=False)
    after = forms.CharField(
        label=_("The text as you would have it"),
        help_text=_("Change what should change and leave the rest. The others see only your changes."),
        strip=False,
        required=False,
    )
    reason = forms.CharField(
        label=_("Why"),
        help_text=_("One or two sentences: what gets better?"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    form_key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, rows: int, longest: int, lang: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["after"].widget = forms.Textarea(
            attrs={"rows": rows, "maxlength": longest, "lang": lang, "class": "writing"}
        )
        self.fields["form_key"].initial = uuid4


class VerdictForm(forms.Form):
    """What the penholder makes of a suggestion."""

    text = forms.CharField(label=_("The text as it will read"), strip=False, required=False)
    onto = forms.CharField(widget=forms.HiddenInput, strip=False, required=False)
    because = forms.CharField(
        label=_("Why"), max_length=LONGEST_WORDS, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, rows: int, longest: int, lang: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].widget = forms.Textarea(
            attrs={"rows": rows, "maxlength": longest, "lang": lang, "class": "writing"}
        )


class PenForm(forms.Form):
    to = forms.ChoiceField(label=_("Who gets the pen?"))

    def __init__(self, *args: Any, people: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [(str(one.pk), one.name) for one in people]  # type: ignore[attr-defined]


class DevelopmentForm(forms.Form):
    """A bottleneck or an opportunity; the version tells whether somebody else changed it meanwhile."""

    kind = forms.ChoiceField(
        label=_("What is it?"), choices=[(one.value, words) for one, words in KINDS.items()], widget=forms.RadioSelect
    )
    domain = forms.ChoiceField(
        label=_("What is it about?"), choices=[(one.value, words) for one, words in DOMAINS.items()]
    )
    text = forms.CharField(
        label=_("What happens"),
        help_text=_("A name, a colon, and one or two sentences."),
        max_length=LONGEST_DEVELOPMENT,
        widget=forms.Textarea(attrs={"rows": 4, "class": "writing"}),
    )
    groups = forms.MultipleChoiceField(
        label=_("Groups under pressure, or that gain"), required=False, widget=forms.CheckboxSelectMultiple
    )
    institutions = forms.MultipleChoiceField(
        label=_("Institutions that it strains"), required=False, widget=forms.CheckboxSelectMultiple
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tongue = get_language() or "nl"
        groups = [(one.key, one.label.in_language(tongue)) for one in vocabulary.groups()]
        self.fields["groups"].choices = groups  # type: ignore[attr-defined]
        institutions = [(one.key, one.label.in_language(tongue)) for one in vocabulary.institutions()]
        self.fields["institutions"].choices = institutions  # type: ignore[attr-defined]

    @property
    def told(self) -> Told:
        """What was written, for the service."""
        cleaned = self.cleaned_data
        return Told(
            cleaned["kind"],
            cleaned["domain"],
            cleaned["text"],
            tuple(cleaned["groups"]),
            tuple(cleaned["institutions"]),
        )


class RecognitionForm(forms.Form):
    """Whether a side recognises a future, said by one of its seats."""

    seat = forms.ChoiceField(label=_("You say this for"))
    answer = forms.ChoiceField(
        label=_("Do you recognise this future?"),
        choices=[(one.value, words) for one, words in RECOGNISED.items()],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Why"),
        help_text=_("What do you see happen already, and what is missing?"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args: Any, who: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seat"].choices = [(str(seat.id), seat_name(seat)) for seat in who.seats]  # type: ignore[attr-defined]
        if len(who.seats) == 1:
            self.fields["seat"].widget = forms.HiddenInput()
            self.fields["seat"].initial = str(who.seats[0].id)

    @property
    def answered(self) -> Recognised:
        """The answer, for the service."""
        return Recognised(self.cleaned_data["answer"])
