# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a reader of a study chooses to look at: by address, so that a link shows the same."""

from collections.abc import Iterable

from django.http import QueryDict
from django.utils.translation import gettext as _

from scenarios import vocabulary
from scenarios.templatetags.figures import language

FIRST_YEAR, LAST_YEAR = 2015, 2035
LONGEST_LEAD = 10
OWN = "own"
LEAST_FRAME_BN, MOST_FRAME_BN = 0, 100
MOST_OWN = 100

Options = list[tuple[str, str]]


class Choice:
    """One of some options; what is not among them is the first."""

    def __init__(self, query: QueryDict, name: str, options: Options, default: str = "") -> None:
        known = [key for key, _label in options]
        asked = query.get(name, "")
        self.name = name
        self.options = options
        self.chosen = asked if asked in known else default if default in known else next(iter(known), "")
        self.is_unknown = bool(asked) and asked not in known

    @property
    def label(self) -> str:
        return next((label for key, label in self.options if key == self.chosen), "")


class HorizonChoice:
    """From when one looks, and how long a decision takes to work."""

    def __init__(self, query: QueryDict, *, due_year: int) -> None:
        start = min(max(due_year, FIRST_YEAR), LAST_YEAR)
        self.kinds = Choice(query, "lead", [*_kinds(), (OWN, _("Another number of years"))], default="law")
        self.errors: list[str] = []
        self.now = self._whole(query, "now", start, FIRST_YEAR, LAST_YEAR)
        self.years = self._whole(query, "years", 3, 1, LONGEST_LEAD)

    @property
    def lead(self) -> int:
        """How many years lie between deciding and working."""
        return self.years if self.kinds.chosen == OWN else vocabulary.lead_time(self.kinds.chosen).years

    @property
    def kind(self) -> vocabulary.LeadTime | None:
        """What has to happen first; none for a number of one's own."""
        return None if self.kinds.chosen == OWN else vocabulary.lead_time(self.kinds.chosen)

    def _whole(self, query: QueryDict, name: str, default: int, low: int, high: int) -> int:
        asked = query.get(name, "").strip()
        if not asked:
            return default
        if asked.isdecimal() and low <= int(asked[:6]) <= high:
            return int(asked)
        message = _(
            "“%(asked)s” cannot be used here: give a whole number from %(low)d to %(high)d. %(default)d is shown."
        )
        self.errors.append(message % {"asked": asked[:20], "low": low, "high": high, "default": default})
        return default


def _kinds() -> Iterable[tuple[str, str]]:
    for one in vocabulary.lead_times():
        facts = {"label": one.label.in_language(language()), "years": one.years}
        yield one.key, _("%(label)s: %(years)d years") % facts if one.years > 1 else _("%(label)s: 1 year") % facts


class SharingChoice:
    """The frame to divide, and a package of one's own beside it: by address, so that a link shows the same."""

    def __init__(self, query: QueryDict, *, agreed_bn: float) -> None:
        self.errors: list[str] = []
        self.agreed_bn = agreed_bn
        self.frame_bn = self._frame(query.get("frame", "").strip())
        self.own = self._own(query.getlist("own"))

    @property
    def is_own_frame(self) -> bool:
        """Another frame than was agreed."""
        return self.frame_bn != self.agreed_bn

    def _frame(self, asked: str) -> float:
        if not asked:
            return self.agreed_bn
        try:
            found = float(asked.replace(",", "."))
        except ValueError:
            found = -1.0
        if not LEAST_FRAME_BN <= found <= MOST_FRAME_BN:  # no number at all lies nowhere
            limits = {"least": LEAST_FRAME_BN, "most": MOST_FRAME_BN}
            self.errors.append(
                _("The frame is a number from %(least)s to %(most)s billion euros; the agreed frame is shown.") % limits
            )
            return self.agreed_bn
        return round(found, 1)

    def _own(self, asked: list[str]) -> frozenset[int]:
        return frozenset(int(one) for one in asked[:MOST_OWN] if one.isascii() and one.isdigit() and len(one) < 6)
