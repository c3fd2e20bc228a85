# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Choose which claims the coverage page shows."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from workshops.forms.matrix import ANY
from workshops.forms.practice import CLAIM_KINDS
from workshops.selectors.claims import Claim, Ledger, Weight
from workshops.selectors.table import Place

EVIDENCE = [ANY, ("none", _("without evidence")), ("some", _("with evidence"))]


class ClaimChoice(forms.Form):
    """A filter by GET: what it does not understand it leaves out."""

    scenario = forms.ChoiceField(label=_("Scenario"), required=False)
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[ANY, *((kind.value, label) for kind, label in CLAIM_KINDS.items())]
    )
    evidence = forms.ChoiceField(label=_("Evidence"), required=False, choices=EVIDENCE)

    def __init__(self, data: Any, places: Iterable[Place]) -> None:
        super().__init__(data, auto_id="choose-%s")
        choices = [ANY, *((place.key, f"{place.letter} {place.title}") for place in places)]
        self.fields["scenario"].choices = choices  # type: ignore[attr-defined]
        self.full_clean()

    @property
    def is_narrowed(self) -> bool:
        """Anything was chosen at all."""
        return any(self.cleaned_data.values())

    def among(self, ledger: Ledger) -> Sequence[tuple[Claim, Weight]]:
        """Return the claims that are asked for."""
        rows = [(claim, ledger.weights[key]) for key, claim in ledger.claims.items() if claim.is_open]
        return [(claim, weight) for claim, weight in rows if self._shows(claim, weight)]

    def _shows(self, claim: Claim, weight: Weight) -> bool:
        told = {name: self.cleaned_data.get(name) or "" for name in self.fields}
        return (
            told["scenario"] in {"", claim.scenario}
            and told["kind"] in {"", claim.kind}
            and told["evidence"] in {"", "some" if weight.total else "none"}
        )
