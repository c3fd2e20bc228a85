# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A direction, a reason and the evidence for each side in each scenario."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from workshops.enums import Direction
from workshops.models import Judgement
from workshops.selectors.table import Place, Side
from workshops.services.judgements import Judged

DIRECTIONS = [
    ("", _("not judged")),
    (Direction.BETTER.value, _("better")),
    (Direction.WORSE.value, _("worse")),
    (Direction.NO_DIFFERENCE.value, _("no difference")),
    (Direction.DISPUTED.value, _("disputed")),
]
LONGEST = 1000
Cell = tuple[str, str]


class JudgementsForm(forms.Form):
    """Three fields a cell, named by the scenario's letter and the side's key."""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        sides: list[Side],
        places: list[Place],
        known: Mapping[Cell, Judgement],
    ) -> None:
        super().__init__(cast("Any", data))
        self.sides, self.places = sides, places
        for place in places:
            for side in sides:
                self._add(place, side, known.get((place.letter, side.key)))

    def _add(self, place: Place, side: Side, earlier: Judgement | None) -> None:
        name = f"{place.letter}-{side.key}"
        self.fields[f"{name}-direction"] = forms.ChoiceField(
            label=_("Judgement"), choices=DIRECTIONS, required=False, initial=earlier.direction if earlier else ""
        )
        self.fields[f"{name}-reason"] = forms.CharField(
            label=_("Reason"), required=False, max_length=LONGEST, initial=earlier.said("reason") if earlier else ""
        )
        self.fields[f"{name}-evidence"] = forms.CharField(
            label=_("What it rests on"),
            required=False,
            max_length=LONGEST,
            initial=earlier.said("evidence") if earlier else "",
        )

    def clean(self) -> dict[str, Any]:
        """A judgement needs its reason; a reason needs its judgement."""
        cleaned = super().clean() or {}
        for place in self.places:
            for side in self.sides:
                name = f"{place.letter}-{side.key}"
                direction, reason = cleaned.get(f"{name}-direction"), cleaned.get(f"{name}-reason")
                if direction and not reason:
                    self.add_error(f"{name}-reason", _("Give the reason: without it nobody can weigh the judgement."))
                if reason and not direction:
                    self.add_error(f"{name}-direction", _("Choose a direction that goes with this reason."))
        return cleaned

    def cells(self) -> Iterator[tuple[Place, list[tuple[Side, list[BoundField]]]]]:
        """Return the fields as the page shows them: per scenario, per side."""
        for place in self.places:
            yield (
                place,
                [
                    (side, [self[f"{place.letter}-{side.key}-{part}"] for part in ("direction", "reason", "evidence")])
                    for side in self.sides
                ],
            )

    def judged(self) -> list[Judged]:
        """Return what was judged, and what was taken back."""
        found = []
        for place in self.places:
            for side in self.sides:
                name = f"{place.letter}-{side.key}"
                direction = self.cleaned_data[f"{name}-direction"]
                found.append(
                    Judged(
                        place.revision_id,
                        side.id,
                        Direction(direction) if direction else None,
                        self.cleaned_data[f"{name}-reason"],
                        self.cleaned_data[f"{name}-evidence"],
                    )
                )
        return found
