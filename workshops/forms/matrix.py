# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Choose what the picture of support and impact shows, and in which order."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from workshops.enums import ProposalState, Scope, SupportClass
from workshops.reports.words import NO_REGRET, SUPPORT
from workshops.selectors.matrix import Matrix, Row
from workshops.selectors.verdicts import NoRegret

ANY = ("", _("all"))
ORDERS = {
    "": _("no regret first"),
    "support": _("strongest support first"),
    "cost": _("lowest costs first"),
    "number": _("number"),
}
SCOPES = {
    Scope.THIS_ADVICE: _("this advice"),
    Scope.SEPARATE_TRACK: _("touches a separate track"),
    Scope.PASS_ON: _("to pass on"),
}

RANKS = (NoRegret.YES, NoRegret.NEAR_MISS, NoRegret.SOME, NoRegret.CANNOT_TELL, NoRegret.NOWHERE)


class MatrixChoice(forms.Form):
    """A filter by GET: what it does not understand it leaves out."""

    verdict = forms.ChoiceField(label=_("Verdict"), required=False)
    scope = forms.ChoiceField(label=_("Scope"), required=False, choices=[ANY, *SCOPES.items()])
    tabled_by = forms.ChoiceField(label=_("Tabled by"), required=False)
    sort = forms.ChoiceField(label=_("Order"), required=False, choices=list(ORDERS.items()))
    parked = forms.BooleanField(label=_("Parked ones too"), required=False)
    scenario = forms.ChoiceField(required=False)

    def __init__(self, data: Mapping[str, Any], matrix: Matrix) -> None:
        super().__init__(data, auto_id="choose-%s")
        verdicts = [
            ANY,
            (_("In every scenario useful and desirable"), list(NO_REGRET.items())),
            (_("Support in at least one scenario"), list(SUPPORT.items())),
        ]
        self._offer("verdict", verdicts)
        self._offer("tabled_by", [ANY, *((side.key, side.title) for side in matrix.sides)])
        self._offer("scenario", [(place.letter, place.title) for place in matrix.places])
        self.full_clean()

    def _offer(self, field: str, choices: list[Any]) -> None:
        cast("forms.ChoiceField", self.fields[field]).choices = choices

    def chosen(self, field: str) -> str:
        """Return what was chosen; nothing when it is no choice."""
        return str(self.cleaned_data.get(field) or "")

    @property
    def shown_fields(self) -> list[forms.BoundField]:
        """The fields that are select boxes."""
        return [self[name] for name in ("verdict", "scope", "tabled_by", "sort")]

    @property
    def key(self) -> tuple[str, ...]:
        """What the picture depends on."""
        return tuple(self.chosen(field) for field in self.fields)

    def rows_of(self, matrix: Matrix) -> list[Row]:
        """Return the rows that are asked for, in the order asked for."""
        rows = [row for row in matrix.rows if self._shows(row)]
        if self.chosen("sort") == "number":
            return rows
        if self.chosen("sort") == "cost":
            return sorted(rows, key=lambda row: row.cost.high_bn if row.cost else float("inf"))
        if self.chosen("sort") == "support":
            return sorted(rows, key=lambda row: -row.weakest)
        return sorted(rows, key=lambda row: (not row.is_asked, RANKS.index(row.verdict), -row.weakest))

    def _shows(self, row: Row) -> bool:
        """Leave out what was parked, but not what was voted on before: its verdict stands, and the title counts it."""
        proposal, verdict = row.proposal, self.chosen("verdict")
        return (
            (bool(self.cleaned_data.get("parked")) or proposal.state != ProposalState.PARKED or row.is_asked)
            and self.chosen("scope") in {"", proposal.scope}
            and self.chosen("tabled_by") in {"", proposal.constituency.key}
            and (not verdict or verdict in _verdicts_of(row))
        )


def _verdicts_of(row: Row) -> Iterable[str]:
    """Return every verdict that finds this row: over all scenarios, and on support in each."""
    return {row.verdict.value, *(SupportClass(cell.verdict).value for cell in row.cells)}
