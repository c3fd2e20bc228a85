# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Set the drivers of a draft, and write its bottlenecks and opportunities."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils import formats, timezone, translation
from django.utils.translation import gettext as _

from scenarios import vocabulary
from scenarios.enums import DevelopmentKind, Domain, Part
from scenarios.services.documents import plain
from workshops import rules
from workshops.enums import Act
from workshops.errors import MovedError, WorkshopError
from workshops.models import DraftDevelopment, DraftDriver, ScenarioDraft
from workshops.rules import Standing
from workshops.selectors.contents import drivers_in
from workshops.services.insist import insist
from workshops.services.writing.telling import acting_as, tell_of_section

LONGEST_SOURCE = 300
LONGEST_DEVELOPMENT = 800
MOST_DEVELOPMENTS = 40


@dataclass(frozen=True, slots=True)
class Setting:
    """A driver as somebody wants it, in the engine's units; `seen` is what stood on their page."""

    value: float
    source: str
    seen: float


@transaction.atomic
def set_drivers(*, who: Standing, draft: ScenarioDraft, settings: Mapping[str, Setting]) -> list[str]:
    """Set the drivers that differ, each with its ground; return which. What somebody else set meanwhile is shown first."""
    draft = _held(draft)
    section = draft.sections.select_related("draft__place__workshop").get(part=Part.DRIVERS)
    insist(rules.can_write_section(who, section), _("Only who holds the pen sets the drivers now. Make a comment."))
    now = drivers_in(draft)
    changed = {key: one for key, one in settings.items() if not same(one.value, one.seen)}
    for key, one in changed.items():
        _check(key, one, now)
    for key, one in changed.items():
        DraftDriver.objects.update_or_create(
            draft=draft,
            key=key,
            defaults={
                "value": one.value,
                "source": one.source.strip(),
                "set_by": who.person,
                "capacity": acting_as(who),
                "set_at": timezone.now(),
            },
        )
    if changed:
        tell_of_section(Act.DRIVERS_SET, who, section, drivers={key: one.value for key, one in changed.items()})
    return list(changed)


def same(one: float, other: float) -> bool:
    """Whether two numbers are the same as people see them."""
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)


def _check(key: str, one: Setting, now: Mapping[str, float]) -> None:
    driver = vocabulary.driver(key)
    if not (math.isfinite(one.value) and driver.low - 1e-9 <= one.value <= driver.high + 1e-9):
        message = _("%(driver)s: choose a value from %(low)s to %(high)s (%(unit)s).")
        raise WorkshopError(message % _shown(driver), field=key)
    if not one.source.strip():
        raise WorkshopError(_("Say on what ground: a source, or that it is an assumption."), field=f"{key}-source")
    if len(one.source) > LONGEST_SOURCE:
        raise WorkshopError(_("Use at most %(most)d characters.") % {"most": LONGEST_SOURCE}, field=f"{key}-source")
    if not same(now[key], one.seen) and not same(now[key], one.value):
        message = _("Somebody else set this to %(now)s since you opened the page. Set yours again if it has to hold.")
        raise MovedError(message % {"now": shown(driver, now[key])}, field=key)


def _shown(driver: vocabulary.Driver) -> dict[str, str]:
    language = translation.get_language() or "nl"
    return {
        "driver": driver.label.in_language(language),
        "low": shown(driver, driver.low),
        "high": shown(driver, driver.high),
        "unit": driver.unit.in_language(language),
    }


def shown(driver: vocabulary.Driver, value: float) -> str:
    """Write a value as people see it."""
    text = formats.number_format(abs(value * driver.scale), decimal_pos=driver.decimals, use_l10n=True)
    return f"\N{MINUS SIGN}{text}" if value < 0 else text


@dataclass(frozen=True, slots=True)
class Told:
    """A bottleneck or an opportunity as somebody wrote it; how likely it is, the council says and no author."""

    kind: str
    domain: str
    text: str
    groups: Sequence[str] = ()
    institutions: Sequence[str] = ()


@transaction.atomic
def write_development(
    *, who: Standing, draft: ScenarioDraft, told: Told, known: DraftDevelopment | None = None, version: int = 0
) -> DraftDevelopment:
    """Add one, or change one that still is as it was on the page."""
    draft = _held(draft)
    section = draft.sections.select_related("draft__place__workshop").get(part=Part.DEVELOPMENTS)
    insist(rules.can_write_section(who, section), _("Only who holds the pen writes these now. Make a comment."))
    text = _checked(told)
    facts = {
        "kind": told.kind,
        "domain": told.domain,
        "text": text,
        "groups": list(told.groups),
        "institutions": list(told.institutions),
    }
    if known is None:
        if draft.developments.count() >= MOST_DEVELOPMENTS:
            raise WorkshopError(_("A scenario has at most %(most)d developments.") % {"most": MOST_DEVELOPMENTS})
        last = draft.developments.aggregate(last=Max("order"))["last"] or 0
        known = DraftDevelopment(draft=draft, order=last + 1, lang=(translation.get_language() or "nl")[:2])
    else:
        known.refresh_from_db()
        if known.version != version:
            raise MovedError(_("Somebody else changed this since you opened the page. Theirs stands beside yours."))
        if all(getattr(known, field) == value for field, value in facts.items()):
            return known
        known.version += 1
        known.translations = known.translations if known.text == text else {}
    for field, value in facts.items():
        setattr(known, field, value)
    known.capacity, known.changed_at = acting_as(who), timezone.now()
    known.save()
    tell_of_section(Act.DEVELOPMENT_WRITTEN, who, section, kind=told.kind)
    return known


@transaction.atomic
def remove_development(*, who: Standing, development: DraftDevelopment) -> None:
    """Leave one out of the next edition; editions before keep it."""
    section = development.draft.sections.select_related("draft__place__workshop").get(part=Part.DEVELOPMENTS)
    insist(rules.can_write_section(who, section), _("Only who holds the pen writes these now. Make a comment."))
    kind = development.kind
    development.delete()
    tell_of_section(Act.DEVELOPMENT_REMOVED, who, section, kind=kind)


def _checked(told: Told) -> str:
    text = plain(told.text).strip()
    if not text:
        raise WorkshopError(_("Write something here: the others need it to follow you."), field="text")
    if len(text) > LONGEST_DEVELOPMENT:
        message = _("Use at most %(most)d characters; there are %(typed)d now.")
        raise WorkshopError(message % {"most": LONGEST_DEVELOPMENT, "typed": len(text)}, field="text")
    if told.kind not in set(DevelopmentKind) or told.domain not in set(Domain):
        raise WorkshopError(_("Choose one of the answers."), field="kind")
    groups = {group.key for group in vocabulary.groups()}
    if not set(told.groups) <= groups:
        raise WorkshopError(_("Choose groups from the list."), field="groups")
    if not set(told.institutions) <= {one.key for one in vocabulary.institutions()}:
        raise WorkshopError(_("Choose institutions from the list."), field="institutions")
    return text


def _held(draft: ScenarioDraft) -> ScenarioDraft:
    ScenarioDraft.objects.select_for_update().get(pk=draft.pk)
    return draft
