# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A practice example, and a remark on a passage of one."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from scenarios import vocabulary
from scenarios.enums import Teller
from workshops.enums import AnnotationStance, ClaimKind
from workshops.selectors.claims import Claim

TELLERS = [(Teller.FIRM.value, _("A firm")), (Teller.WORKERS.value, _("The workers of a firm"))]
STANCES = [
    (AnnotationStance.SUPPORTS.value, _("supports it")),
    (AnnotationStance.CONTRADICTS.value, _("contradicts it")),
    (AnnotationStance.NUANCES.value, _("adds a nuance")),
]
PARTS = [("cope", _("How they cope now")), ("prepare", _("How they prepare"))]
LONGEST_QUOTE = 1_000
LONGEST = 12_000  # what bounds a text is its words; this only stops a flood


A_LINE = 110
CLAIM_KINDS: dict[ClaimKind, Promise] = {
    ClaimKind.BOTTLENECK: _("bottlenecks"),
    ClaimKind.OPPORTUNITY: _("opportunities"),
    ClaimKind.DRIVER: _("driving forces"),
    ClaimKind.INSTITUTION: _("institutions"),
    ClaimKind.GROUP: _("groups"),
    ClaimKind.REFORM: _("proposals"),
}


class ExampleForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=160)
    told_by = forms.ChoiceField(label=_("Who tells this?"), choices=TELLERS, widget=forms.RadioSelect)
    sector = forms.CharField(label=_("Sector"), max_length=80)
    size = forms.CharField(label=_("How large is the firm or group?"), max_length=40, required=False)
    place = forms.CharField(
        label=_("Where?"),
        help_text=_("A region is enough; leave out what shows who somebody is."),
        max_length=80,
        required=False,
    )
    link = forms.URLField(
        label=_("A page about it"),
        help_text=_("For example of the firm or its union: https://..."),
        max_length=300,
        required=False,
        assume_scheme="https",
    )
    cope = forms.CharField(
        label=_("How do you cope with uncertainty about work now?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    prepare = forms.CharField(
        label=_("How do you prepare for great changes?"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 8})
    )
    scenario = forms.ChoiceField(label=_("Which future does it look like most?"), required=False)
    institution = forms.ChoiceField(label=_("Which rule or body is it about?"), required=False)
    consent = forms.BooleanField(label=_("Those it is about agree that others read this."), required=False)
    is_anonymised = forms.BooleanField(
        label=_("It is anonymised: nobody can tell which firm or whom it is about."), required=False
    )

    def __init__(self, *args: object, scenarios: list[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        tongue = get_language() or "nl"
        institutions = [(one.key, one.label.in_language(tongue)) for one in vocabulary.institutions()]
        self.fields["scenario"].choices = [("", _("None in particular")), *scenarios]  # type: ignore[attr-defined]
        self.fields["institution"].choices = [("", _("None in particular")), *institutions]  # type: ignore[attr-defined]


class ChangeForm(ExampleForm):
    """The same fields, on the edition that somebody has before them."""

    onto = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


class RemarkForm(forms.Form):
    part = forms.ChoiceField(label=_("In which part?"), choices=PARTS, widget=forms.RadioSelect)
    quote = forms.CharField(
        label=_("The passage"),
        help_text=_(
            "Select words in the text, or choose a paragraph and delete what you do not mean. They must be exact."
        ),
        max_length=LONGEST_QUOTE,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    near = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    claim = forms.ChoiceField(
        label=_("What does it bear on?"),
        help_text=_(
            "A bottleneck, an opportunity, a driving force, an institution or a group of a scenario; or a proposal."
        ),
        required=False,
    )
    stance = forms.ChoiceField(label=_("This passage"), choices=STANCES, widget=forms.RadioSelect)
    note = forms.CharField(label=_("Your remark"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4}))
    tag = forms.CharField(label=_("Keyword"), max_length=80, required=False)

    def __init__(self, *args: Any, claims: Mapping[str, Claim], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.claims = claims
        self.fields["claim"].choices = claim_choices(claims.values())  # type: ignore[attr-defined]


def claim_choices(claims: Iterable[Claim]) -> list[Any]:
    """Return what can be chosen: by scenario and kind, then the proposals, each cut to what a line holds."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for claim in claims:
        if claim.is_open:
            heading = f"{claim.letter} · {CLAIM_KINDS[claim.kind]}" if claim.letter else str(CLAIM_KINDS[claim.kind])
            groups.setdefault(heading, []).append((claim.key, Truncator(claim.said()).chars(A_LINE)))
    return [("", _("Nothing in particular")), *groups.items()]
