# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a study asks, from rows; and the row that asks the same."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings

import engine
from scenarios.enums import ProjectionState, StudyKind
from scenarios.models import ReformRevision, ScenarioRevision, Study, Yardstick
from scenarios.selectors.studies.discovery import DiscoveryAnswer
from scenarios.selectors.studies.packages import PackagesAnswer
from scenarios.selectors.studies.plain import Json, Kind, plain, read
from scenarios.selectors.studies.sensitivity import SensitivityAnswer
from scenarios.selectors.studies.timing import TimingAnswer
from scenarios.vocabulary import YardstickLine

FORM = 1  # of questions and answers: what an older form left is asked anew
SEED = 20_150_930  # as that of projections
LEAST_SCREENING = 20


@dataclass(frozen=True, slots=True)
class AskedScenario:
    """A scenario edition: its id and its drivers."""

    key: str
    drivers: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class AskedReform:
    """A reform as the engine knows it, under a name that whoever asks chooses."""

    key: str
    levers: Mapping[str, float]
    start_year: int
    phase_years: int
    exante_budget_bn: float
    budget_from_model: bool


@dataclass(frozen=True, slots=True)
class AskedYardstick:
    """A yardstick: its id and its lines."""

    key: str
    lines: tuple[YardstickLine, ...]


@dataclass(frozen=True, slots=True)
class ReformQuestion:
    """What makes one reform fail, or what moves its effect: measured in a year over so many draws."""

    scenarios: tuple[AskedScenario, ...]
    reform: AskedReform
    yardsticks: tuple[AskedYardstick, ...]
    year: int
    draws: int
    seed: int = SEED
    form: int = FORM


@dataclass(frozen=True, slots=True)
class TimingQuestion:
    """When the floors in the yardsticks are crossed if nothing is done."""

    scenarios: tuple[AskedScenario, ...]
    yardsticks: tuple[AskedYardstick, ...]
    draws: int
    seed: int = SEED
    form: int = FORM


@dataclass(frozen=True, slots=True)
class PackagesQuestion:
    """Which pairs and triples are worth a look within a frame, and what support the least supported member has."""

    scenarios: tuple[AskedScenario, ...]
    reforms: tuple[AskedReform, ...]
    yardsticks: tuple[AskedYardstick, ...]
    support: Mapping[str, float | None]
    frame_bn: float
    year: int
    screening: int
    draws: int
    seed: int = SEED
    form: int = FORM


Question = ReformQuestion | TimingQuestion | PackagesQuestion
QUESTIONS: Mapping[StudyKind, type[Question]] = {
    StudyKind.DISCOVERY: ReformQuestion,
    StudyKind.SENSITIVITY: ReformQuestion,
    StudyKind.TIMING: TimingQuestion,
    StudyKind.PACKAGES: PackagesQuestion,
}


ANSWERS: Mapping[StudyKind, type[Any]] = {
    StudyKind.DISCOVERY: DiscoveryAnswer,
    StudyKind.SENSITIVITY: SensitivityAnswer,
    StudyKind.TIMING: TimingAnswer,
    StudyKind.PACKAGES: PackagesAnswer,
}


def answer_of(study: Study) -> Any:
    """Return the answer of a row in the form of its kind; none until it is done, or in an older form."""
    if study.answer is None or study.question.get("form") != FORM:
        return None
    return read(ANSWERS[StudyKind(study.kind)], study.answer)


def question_of(kind: StudyKind, told: Json) -> Question:
    """Return the question of a row."""
    return read(QUESTIONS[kind], told)


def about_reform(
    reform: ReformRevision, scenarios: Iterable[ScenarioRevision], yardsticks: Iterable[Yardstick], *, year: int
) -> ReformQuestion:
    """Ask about one reform by everybody's yardstick."""
    return ReformQuestion(
        _scenarios(scenarios), _reform(str(reform.id), reform), _yardsticks(yardsticks), year, settings.PROJECTION_DRAWS
    )


def about_floors(scenarios: Iterable[ScenarioRevision], yardsticks: Iterable[Yardstick]) -> TimingQuestion:
    """Ask when the floors are crossed; only the lines that have one come along."""
    known = _yardsticks(yardsticks)
    floors = [AskedYardstick(one.key, tuple(line for line in one.lines if line.floor is not None)) for one in known]
    return TimingQuestion(_scenarios(scenarios), tuple(one for one in floors if one.lines), settings.PROJECTION_DRAWS)


@dataclass(frozen=True, slots=True)
class Menu:
    """Reforms to choose packages from, each under a name, with the support that each has; and what may be spent."""

    reforms: Mapping[str, ReformRevision]
    support: Mapping[str, float | None]
    frame_bn: float


def about_packages(
    menu: Menu, scenarios: Iterable[ScenarioRevision], yardsticks: Iterable[Yardstick], *, year: int
) -> PackagesQuestion:
    """Ask about pairs and triples of reforms."""
    return PackagesQuestion(
        scenarios=_scenarios(scenarios),
        reforms=tuple(_reform(key, one) for key, one in menu.reforms.items()),
        yardsticks=_yardsticks(yardsticks),
        support={key: None if share is None else round(share, 4) for key, share in menu.support.items()},
        frame_bn=menu.frame_bn,
        year=year,
        screening=max(settings.PROJECTION_DRAWS // 10, LEAST_SCREENING),
        draws=settings.PROJECTION_DRAWS,
    )


def input_hash(kind: StudyKind, question: Question) -> str:
    """Return what decides the answer, as one digest: same digest, same stored answer."""
    told = {"model": engine.VERSION, "kind": kind.value, "question": plain(question)}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the row that asks it, when somebody did; and the last answer about the same subject."""

    kind: StudyKind
    subject: str
    question: Question
    study: Study | None
    earlier: Study | None

    @property
    def answered(self) -> Study | None:
        """The row to show: that of this question when it is done, else the last one that was."""
        return self.study if self.study and self.study.is_done else self.earlier

    @property
    def is_current(self) -> bool:
        return self.study is not None and self.study.is_done

    def answer_as(self, kind: type[Kind]) -> Kind | None:
        """Return the answer of the row to show."""
        row = self.answered
        return read(kind, row.answer) if row and row.answer is not None else None


def asked(kind: StudyKind, subject: str, question: Question) -> Asked:
    """Return what is known about a question: one statement."""
    digest = input_hash(kind, question)
    rows = _of_subject(kind, subject, digest)
    same = next((row for row in rows if row.input_hash == digest), None)
    done = [row for row in rows if row.is_done and row.question.get("form") == FORM]
    return Asked(kind, subject, question, same, max(done, key=lambda row: row.requested_at, default=None))


def _of_subject(kind: StudyKind, subject: str, digest: str) -> Sequence[Study]:
    """Return the row of the question, asked about whatever subject, and the last answered about this one."""
    done = Study.objects.filter(kind=kind, subject=subject, state=ProjectionState.DONE).order_by("-requested_at")
    return list(Study.objects.filter(input_hash=digest) | Study.objects.filter(pk__in=done.values("pk")[:1]))


def _scenarios(scenarios: Iterable[ScenarioRevision]) -> tuple[AskedScenario, ...]:
    return tuple(AskedScenario(str(one.id), one.drivers) for one in scenarios)


def _reform(key: str, reform: ReformRevision) -> AskedReform:
    return AskedReform(
        key=key,
        levers=reform.levers,
        start_year=reform.start_year,
        phase_years=reform.phase_years,
        exante_budget_bn=reform.exante_budget_bn,
        budget_from_model=reform.budget_from_model,
    )


def _yardsticks(yardsticks: Iterable[Yardstick]) -> tuple[AskedYardstick, ...]:
    return tuple(AskedYardstick(str(one.id), tuple(YardstickLine(**line) for line in one.lines)) for one in yardsticks)
