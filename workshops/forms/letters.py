# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The letter that asks, and a passage of it that asks for something."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from workshops.enums import Track
from workshops.models import Question, Request
from workshops.services.letters import LONGEST, LONGEST_TEXT, LetterTold, MarkTold

SOURCES = [
    (
        _("Scenarios"),
        [
            ("scenarios", _("several futures side by side")),
            ("developments", _("bottlenecks and opportunities per scenario")),
            ("groups", _("groups that come under pressure")),
            ("polarisation", _("who gains and who loses")),
            ("external_scenarios", _("scenarios of others")),
            ("institutions", _("institutions under pressure")),
            ("relations", _("industrial relations per scenario")),
        ],
    ),
    (
        _("Proposals"),
        [
            ("reforms", _("which reforms")),
            ("roles", _("who does what, centrally and locally")),
            ("horizon", _("short and long term")),
        ],
    ),
    (
        _("Support and effect"),
        [
            ("protection", _("protection")),
            ("transition", _("transition")),
            ("no_regret", _("what is useful in every scenario")),
            ("support", _("support")),
        ],
    ),
    (
        _("Elsewhere"),
        [
            ("budget", _("the budget frame, in the agreements")),
            ("practice", _("practice examples")),
            ("report", _("the report")),
        ],
    ),
]
TRACKS = [
    (Track.THIS_ADVICE.value, _("This advice")),
    (Track.SKILLS.value, _("Separate track: skills")),
    (Track.CIRCULAR_ECONOMY.value, _("Separate track: circular economy")),
]


class LetterForm(forms.Form):
    subject = forms.CharField(label=_("Subject"), max_length=LONGEST["subject"])
    sender = forms.CharField(label=_("From"), max_length=LONGEST["sender"])
    addressee = forms.CharField(label=_("To"), max_length=LONGEST["addressee"])
    dated_on = forms.DateField(
        label=_("Date of the letter"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reference = forms.CharField(label=_("Reference"), max_length=LONGEST["reference"], required=False)
    source = forms.CharField(
        label=_("Where the letter can be found"),
        max_length=LONGEST["source"],
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    text = forms.CharField(
        label=_("Text of the letter"),
        help_text=_("A blank line begins the next paragraph."),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 16}),
    )
    questions = forms.CharField(
        label=_("Questions that the advice answers"),
        help_text=_(
            "A blank line begins the next question. Its first line is a short title, the rest the question itself."
        ),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    @property
    def told(self) -> LetterTold:
        return LetterTold(**self.cleaned_data)


class MarkForm(forms.Form):
    quote = forms.CharField(
        label=_("Passage that asks for something"),
        help_text=_("Exactly as it stands in the letter."),
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    label = forms.CharField(label=_("What is asked, in a few words"), max_length=LONGEST["label"])
    question = forms.TypedChoiceField(label=_("Belongs to question"), coerce=int, empty_value=None, required=False)
    track = forms.ChoiceField(label=_("Answered in"), choices=TRACKS, initial=Track.THIS_ADVICE.value)
    answered_by = forms.ChoiceField(label=_("The answer is to come from"), choices=SOURCES)

    def __init__(self, data: Any = None, *, questions: Iterable[Question]) -> None:
        super().__init__(data)
        numbered = [(one.number, f"{one.number}. {one.said('short_title')}") for one in questions]
        self.fields["question"].choices = [("", _("None of them")), *numbered]  # type: ignore[attr-defined]

    @property
    def told(self) -> MarkTold:
        return MarkTold(**{**self.cleaned_data, "track": Track(self.cleaned_data["track"])})


def initial_letter(request: Request | None) -> dict[str, Any]:
    """Return a letter as it was typed."""
    if request is None:
        return {}
    head = {
        name: getattr(request, name) for name in ("subject", "sender", "addressee", "dated_on", "reference", "source")
    }
    questions = (
        one.short_title if one.text == one.short_title else f"{one.short_title}\n{one.text}"
        for one in request.questions.order_by("number")
    )
    return head | {
        "text": "\n\n".join(one.text for one in request.paragraphs.order_by("number")),
        "questions": "\n\n".join(questions),
    }
