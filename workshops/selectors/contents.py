# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""All that an edition or a draft says, and two of them compared word by word."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scenarios import vocabulary
from scenarios.enums import LONGEST_PARTS, Part
from scenarios.models import ScenarioRevision
from scenarios.texts.diffs import Piece, has_changes, pieces
from workshops.models import ScenarioDraft
from workshops.selectors.drafts import text_of

FACTS = ("kind", "domain", "text", "groups", "institutions")


@dataclass(frozen=True, slots=True)
class Brought:
    """A bottleneck or an opportunity, as it is written."""

    kind: str
    domain: str
    text: str
    groups: tuple[str, ...]
    institutions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """The texts by part, the drivers, the developments."""

    texts: Mapping[str, str]
    drivers: Mapping[str, float]
    developments: tuple[Brought, ...]

    @property
    def digest(self) -> str:
        """What tells two contents apart."""
        brought = [[one.kind, one.domain, one.text, *one.groups, "", *one.institutions] for one in self.developments]
        told = [dict(self.texts), dict(self.drivers), brought]
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def content_of_edition(revision: ScenarioRevision) -> Content:
    """Return what an edition says: one statement."""
    texts = {part.value: text_of(revision, part).strip() for part in LONGEST_PARTS}
    rows = revision.developments.order_by("order").values_list(*FACTS)
    return Content(texts, revision.drivers, _brought(rows))


def content_of_draft(draft: ScenarioDraft) -> Content:
    """Return what a draft says: three statements."""
    sections = draft.sections.filter(document__isnull=False).order_by("order")
    texts = {part: text.strip() for part, text in sections.values_list("part", "document__text")}
    texts[Part.SIGNS.value] = "\n".join(line.strip() for line in texts[Part.SIGNS].split("\n") if line.strip())
    rows = draft.developments.order_by("order").values_list(*FACTS)
    return Content(texts, drivers_in(draft), _brought(rows))


def _brought(rows: Iterable[tuple[str, str, str, list[str], list[str]]]) -> tuple[Brought, ...]:
    return tuple(
        Brought(kind, domain, text, tuple(groups), tuple(institutions))
        for kind, domain, text, groups, institutions in rows
    )


def drivers_in(draft: ScenarioDraft) -> dict[str, float]:
    """Return the drivers as they stand: those of the edition that holds, and what was set since. One statement."""
    return dict(draft.place.revision.drivers) | dict(draft.drivers.values_list("key", "value"))


@dataclass(frozen=True, slots=True)
class PartCompared:
    """One part of two contents as one text."""

    part: Part
    pieces: tuple[Piece, ...]

    @property
    def is_changed(self) -> bool:
        return has_changes(self.pieces)


@dataclass(frozen=True, slots=True)
class DriverCompared:
    """A driver whose value differs."""

    driver: vocabulary.Driver
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two contents of one scenario, word by word."""

    parts: tuple[PartCompared, ...]
    drivers: tuple[DriverCompared, ...]
    developments: tuple[PartCompared, ...]

    @property
    def is_changed(self) -> bool:
        return bool(self.drivers or self.developments or any(one.is_changed for one in self.parts))


def compare(old: Content, new: Content) -> Comparison:
    """Compare texts, drivers and developments."""
    parts = tuple(
        PartCompared(part, pieces(old.texts.get(part, ""), new.texts.get(part, ""))) for part in LONGEST_PARTS
    )
    changed = tuple(
        DriverCompared(driver, old.drivers.get(driver.key), new.drivers.get(driver.key))
        for driver in vocabulary.drivers()
        if old.drivers.get(driver.key) != new.drivers.get(driver.key)
    )
    return Comparison(parts, changed, tuple(_developments(old.developments, new.developments)))


def _developments(old: tuple[Brought, ...], new: tuple[Brought, ...]) -> list[PartCompared]:
    """Pair what changed by its place among what changed; what only one of the two has stands alone."""
    before, after = [one.text for one in old], [one.text for one in new]
    gone, come = [one for one in before if one not in after], [one for one in after if one not in before]
    length = max(len(gone), len(come))
    pairs = zip([*gone, *[""] * (length - len(gone))], [*come, *[""] * (length - len(come))], strict=True)
    return [PartCompared(Part.DEVELOPMENTS, pieces(was, now)) for was, now in pairs]
