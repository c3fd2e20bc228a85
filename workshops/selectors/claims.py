# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the scenarios and proposals claim, and what practice says of it: for and against shown alike.

A claim has a name that lasts as long as it says the same thing: a bottleneck goes by its words, a driver by its key.
A remark keeps what the claim said at the time; when the claim says something else now, the remark is about an earlier one.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import CharField, Count, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from scenarios import vocabulary
from scenarios.enums import DevelopmentKind, ExampleState
from scenarios.models import Development, Institution
from scenarios.templatetags.figures import number
from workshops.enums import AnnotationStance, ClaimKind, ProposalState
from workshops.models import Annotation, Proposal, Workshop, WorkshopScenario
from workshops.rules import Standing
from workshops.selectors.practice import annotations_for

TONGUES = tuple(code for code, *_rest in settings.LANGUAGES)


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that is said of the future or of a reform, that practice can support or contradict."""

    key: str
    kind: ClaimKind
    words: Mapping[str, str]
    scenario: str = ""
    letter: str = ""
    number: int = 0
    is_open: bool = True

    def said(self, language: str | None = None) -> str:
        """Return it in a language, the reader's if none is named."""
        return self.words[(language or get_language() or "nl")[:2]]


@dataclass(slots=True)
class Weight:
    """How many remarks support, contradict and nuance a claim, and how many are about what it said before."""

    supports: int = 0
    contradicts: int = 0
    nuances: int = 0
    earlier: int = 0

    @property
    def total(self) -> int:
        return self.supports + self.contradicts + self.nuances

    def add(self, stance: str) -> None:
        """Count one more."""
        setattr(self, stance, getattr(self, stance) + 1)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The remarks on one claim, by what they do to it."""

    supports: Sequence[Annotation]
    contradicts: Sequence[Annotation]
    nuances: Sequence[Annotation]
    earlier: Sequence[Annotation]


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is claimed, and how much evidence there is for each; `lost` are claims that are no longer made."""

    claims: Mapping[str, Claim]
    weights: Mapping[str, Weight]
    lost: Mapping[str, Sequence[Annotation]] = field(default_factory=dict)

    def with_evidence(self, scenario: str) -> list[tuple[Claim, Weight]]:
        """Return the claims of a scenario that practice says something of."""
        rows = [(claim, self.weights[key]) for key, claim in self.claims.items() if claim.scenario == scenario]
        return [(claim, weight) for claim, weight in rows if weight.total]


def digest_of(text: str) -> str:
    """Return the name of a bottleneck or opportunity: other words are another claim."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def claims_of(workshop: Workshop) -> dict[str, Claim]:
    """Return everything that is claimed in a workshop, in the order of the pages: four statements at any size."""
    places = list(workshop.places.select_related("revision", "scenario").order_by("order"))
    developments: dict[object, list[Development]] = {}
    for one in Development.objects.filter(revision__in=[place.revision_id for place in places]).order_by("order"):
        developments.setdefault(one.revision_id, []).append(one)
    institutions = list(Institution.objects.order_by("order"))
    found = [
        claim
        for place in places
        for claim in (
            *_of_developments(place, developments.get(place.revision_id, [])),
            *_of_drivers(place),
            *_of_institutions(place, institutions),
            *_of_groups(place, developments.get(place.revision_id, [])),
        )
    ]
    return {claim.key: claim for claim in (*found, *_of_proposals(workshop))}


def ledger_of(who: Standing, workshop: Workshop) -> Ledger:
    """Return how much evidence there is for each claim, from the examples that somebody may read: five statements."""
    claims = claims_of(workshop)
    weights = {key: Weight() for key in claims}
    lost: dict[str, list[Annotation]] = {}
    for one in annotations_for(who, workshop).exclude(claim=""):
        if one.claim not in claims:
            lost.setdefault(one.claim, []).append(one)
        elif is_about_now(one, claims[one.claim]):
            weights[one.claim].add(one.stance)
        else:
            weights[one.claim].earlier += 1
    return Ledger(claims, weights, lost)


def with_weights(proposals: QuerySet[Proposal]) -> QuerySet[Proposal]:
    """Count with each proposal the remarks on published examples that bear on it: no statement of its own.

    What a proposal claims cannot be changed once it is tabled, so every remark is about what it says now.
    """
    key = Concat(Value(f"{ClaimKind.REFORM}::"), Cast(OuterRef("number"), CharField()))
    rows = Annotation.objects.filter(
        workshop=OuterRef("workshop"), claim=key, example__state=ExampleState.PUBLISHED
    ).order_by()
    counts = {
        f"{stance}_count": Coalesce(
            Subquery(rows.filter(stance=stance).values("claim").annotate(found=Count("pk")).values("found")), 0
        )
        for stance in AnnotationStance
    }
    return proposals.annotate(**counts)


def weight_of(proposal: Proposal) -> tuple[str, Weight]:
    """Return the name of what a proposal claims, and how much evidence was counted with it."""
    counted = {str(stance): getattr(proposal, f"{stance}_count", 0) for stance in AnnotationStance}
    return _of_proposal(proposal).key, Weight(**counted)


def evidence_for(who: Standing, workshop: Workshop, claim: Claim) -> Evidence:
    """Return the remarks on one claim: one statement."""
    rows = list(annotations_for(who, workshop).filter(claim=claim.key).select_related("author"))
    now = [one for one in rows if is_about_now(one, claim)]
    by_stance = {stance: [one for one in now if one.stance == stance] for stance in AnnotationStance}
    return Evidence(
        by_stance[AnnotationStance.SUPPORTS],
        by_stance[AnnotationStance.CONTRADICTS],
        by_stance[AnnotationStance.NUANCES],
        [one for one in rows if one not in now],
    )


def is_about_now(annotation: Annotation, claim: Claim) -> bool:
    """Whether the claim still says what it said when the remark was made."""
    return annotation.claim_said == claim.said(annotation.lang)


def _of_developments(place: WorkshopScenario, developments: Iterable[Development]) -> Iterator[Claim]:
    for one in developments:
        words = {tongue: one.said("text", tongue) for tongue in TONGUES}
        yield _claim(place, ClaimKind(one.kind), digest_of(one.text), words)


def _of_drivers(place: WorkshopScenario) -> Iterator[Claim]:
    for driver in vocabulary.drivers():
        value = place.revision.drivers.get(driver.key)
        if value is not None:
            words = {tongue: _driver_words(driver, value, tongue) for tongue in TONGUES}
            yield _claim(place, ClaimKind.DRIVER, driver.key, words)


def _driver_words(driver: vocabulary.Driver, value: float, tongue: str) -> str:
    exact = driver.level_at(value)
    with translation.override(tongue):
        level = (exact or driver.nearest_level(value)).label.in_language(tongue)
        told = level if exact else _("near: %(level)s") % {"level": level.lower()}
        unit = driver.unit.in_language(tongue)
        figure = f"{number(value * driver.scale, driver.decimals)}{'' if unit.startswith('%') else ' '}{unit}"
        return f"{driver.label.in_language(tongue)}: {told} ({figure})"


def _of_institutions(place: WorkshopScenario, institutions: Iterable[Institution]) -> Iterator[Claim]:
    for one in institutions:
        words = {}
        for tongue in TONGUES:
            told = one.said("strains", tongue).get(place.scenario.key)
            sentence = told.get("sentence", "") if isinstance(told, dict) else str(told or "")
            words[tongue] = f"{one.said('title', tongue)}: {sentence}" if sentence else ""
        if all(words.values()):
            yield _claim(place, ClaimKind.INSTITUTION, one.key, words)


def _of_groups(place: WorkshopScenario, developments: Iterable[Development]) -> Iterator[Claim]:
    pressed = {group for one in developments if one.kind == DevelopmentKind.BOTTLENECK for group in one.groups}
    for group in vocabulary.groups():
        if group.key in pressed:
            words = {}
            for tongue in TONGUES:
                with translation.override(tongue):
                    words[tongue] = _("%(group)s: under pressure in this future") % {
                        "group": group.label.in_language(tongue)
                    }
            yield _claim(place, ClaimKind.GROUP, group.key, words)


def _of_proposals(workshop: Workshop) -> list[Claim]:
    rows = Proposal.objects.filter(workshop=workshop).select_related("reform_revision").order_by("number")
    return [_of_proposal(one) for one in rows]


def _of_proposal(proposal: Proposal) -> Claim:
    reform = proposal.reform_revision
    return Claim(
        key=f"{ClaimKind.REFORM}::{proposal.number}",
        kind=ClaimKind.REFORM,
        words={tongue: f"{reform.said('title', tongue)}. {proposal.said('addresses', tongue)}" for tongue in TONGUES},
        number=proposal.number,
        is_open=proposal.state != ProposalState.WITHDRAWN,
    )


def _claim(place: WorkshopScenario, kind: ClaimKind, name: str, words: Mapping[str, str]) -> Claim:
    key = place.scenario.key
    return Claim(key=f"{kind}:{key}:{name}", kind=kind, words=words, scenario=key, letter=place.letter)
