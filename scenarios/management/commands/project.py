# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ask the engine a question from a terminal: scenarios, a package, draws and a seed; a table or JSON comes out."""

import json
import time
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import translation

from scenarios import vocabulary
from scenarios.arrays import YEARS
from scenarios.arrays.findings import Findings, found_at_once, found_in_parts, pair
from scenarios.arrays.questions import Question
from scenarios.errors import QuestionError
from scenarios.reports.experiments import archived
from scenarios.reports.findings import as_data, as_text
from scenarios.services.own_projections import request_own_projection
from scenarios.services.projections import SEED
from scenarios.services.questions import BY_COMMAND, checked_question
from scenarios.tasks import workers_listening

MOST_ALONE = 200_000  # draws of one command by itself: some minutes
TABLE_YEARS = (2030,)
BAD_INPUT = 2
ASK_EVERY = 0.5  # seconds
EXAMPLES = {"lever": "minimum_wage=0.05", "driver": "displacement_pace=1.5"}


class Command(BaseCommand):
    """Needs no database and no broker, unless workers are to share a large ensemble."""

    help = (
        "Project scenarios with a package of reforms, and print every outcome per group, year and quantile with its "
        "unit and provenance. Names are those of the default scenarios and the catalogue; numbers are in the units of "
        "the model (GET /api/v1/model)."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Read the question."""
        parser.add_argument("--scenario", action="append", default=[], help="a default scenario; may be repeated")
        parser.add_argument(
            "--driver",
            action="append",
            default=[],
            metavar="NAME=VALUE",
            help="changes a driver of every scenario named",
        )
        parser.add_argument("--reform", action="append", default=[], help="a reform of the catalogue; may be repeated")
        parser.add_argument(
            "--lever", action="append", default=[], metavar="NAME=VALUE", help="moves a lever, beside the reforms named"
        )
        parser.add_argument("--start-year", type=int, help="first year with an effect, of everything in the package")
        parser.add_argument(
            "--phase-years", type=int, help="years until it works in full, of everything in the package"
        )
        parser.add_argument(
            "--budget", type=float, help="budget effect of the levers before behaviour changes, bn eur a year"
        )
        parser.add_argument("--baseline", action="store_true", help="no package: the scenarios by themselves")
        parser.add_argument("--years", type=int, nargs="+", help="years to report, from 2015 to 2040")
        parser.add_argument(
            "--draws", type=int, default=1000, help="how often uncertain parameters are drawn (default 1000)"
        )
        parser.add_argument(
            "--seed", type=int, default=SEED, help=f"the same seed gives the same draws (default {SEED})"
        )
        parser.add_argument("--variants", action="store_true", help="also the change under each rival theory")
        parser.add_argument("--split", action="store_true", help=f"hand more than {MOST_ALONE} draws to workers")
        parser.add_argument(
            "--ema", type=Path, metavar="FILE.tar.gz", help="write every draw in the format of the EMA Workbench"
        )
        parser.add_argument("--json", action="store_true", help="everything, for programs")

    @translation.override("en")
    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 -- Django's signature
        """Answer, or say per field what is wrong and what to do."""
        try:
            question = asked(options)
        except QuestionError as refusal:
            raise CommandError(_told(refusal, options), returncode=BAD_INPUT) from refusal
        values = None if question.is_split else pair(question, question.parameters)
        if options["ema"]:
            options["ema"].write_bytes(archived(question, values))
            self.stderr.write(f"Every draw is in {options['ema']}; ema_workbench.load_results opens it.")
        findings = found_at_once(question, values) if values else self._in_parts(question, is_shared=options["split"])
        told = json.dumps(as_data(findings), ensure_ascii=False) if options["json"] else as_text(findings)
        self.stdout.write(told)

    def _in_parts(self, question: Question, *, is_shared: bool) -> Findings:
        """Have the parts computed by workers when some answer, else here."""
        workers = workers_listening()
        if workers:
            self.stderr.write(f"{len(question.parts)} parts, {workers} at a time ...")
            return self._by_workers(question)
        if is_shared:
            raise CommandError(
                "No worker answers. Start some (make run, or docs/howto/deploy.md), or leave out --split."
            )
        return found_in_parts(question, self._progress)

    def _by_workers(self, question: Question) -> Findings:
        own = request_own_projection(question=question, asked_by=None)
        done = -1
        while not (own.is_done or own.has_failed):
            finished = own.parts.done().exclude(number=0).count()
            if finished > done:
                done = finished
                self._progress(done, len(question.parts))
            time.sleep(ASK_EVERY)
            own.refresh_from_db(fields=["state", "error", "answer"])
        if own.has_failed:
            raise CommandError(f"The computation failed: {own.error}")
        return Findings.unpacked(question, own.answer or b"")

    def _progress(self, done: int, of: int) -> None:
        self.stderr.write(f"{done} of {of} parts done")


def asked(options: Mapping[str, Any]) -> Question:
    """Return the question in the options."""
    wrong: dict[str, str] = {}
    levers = _numbers("lever", options["lever"], wrong)
    drivers = _numbers("driver", options["driver"], wrong)
    _refuse_too_many(options, wrong)
    if wrong:
        raise QuestionError(wrong)
    timing = {name: options[name] for name in ("start_year", "phase_years")}
    package: list[dict[str, Any]] = [{"reform": key, **timing} for key in options["reform"]]
    if levers:
        package.append({"levers": levers, "exante_budget_bn": options["budget"], **timing})
    names = options["scenario"] or [one.key for one in vocabulary.default_scenarios()]
    return checked_question(
        scenarios=[{"scenario": name, "drivers": drivers} for name in names],
        package=[] if options["baseline"] else package,
        with_nothing=options["baseline"],
        years=options["years"] or (YEARS if options["json"] else TABLE_YEARS),
        draws=options["draws"],
        limits=BY_COMMAND,
        seed=options["seed"],
        variants=options["variants"],
        experiments=bool(options["ema"]),
    )


def _numbers(name: str, given: Sequence[str], wrong: dict[str, str]) -> dict[str, float]:
    """Return NAME=VALUE pairs as numbers."""
    found: dict[str, float] = {}
    for one in given:
        key, _equals, value = one.partition("=")
        try:
            found[key.strip()] = float(value)
        except ValueError:
            wrong[f"{name}.{key}"] = (
                f"“{one}” is no {name} and number; write --{name} NAME=VALUE, such as {EXAMPLES[name]}."
            )
    return found


def _refuse_too_many(options: Mapping[str, Any], wrong: dict[str, str]) -> None:
    """Refuse what would keep one machine busy for long, unless workers are meant to share it."""
    draws = options["draws"]
    if MOST_ALONE < draws <= BY_COMMAND.draws and not options["split"]:
        wrong["draws"] = (
            f"draws is {draws}; one command does at most {MOST_ALONE} by itself. Choose fewer, or add --split to share "
            f"them among the workers of an installation (make run starts one; more as docs/howto/deploy.md shows)."
        )


def _told(refusal: QuestionError, options: Mapping[str, Any]) -> str:
    """Return what is wrong, a line a field, in the names of the options."""
    reforms = len(options["reform"])
    return "\n".join(f"{_option(place, reforms)}: {words}" for place, words in refusal.wrong.items())


def _option(place: str, reforms: int) -> str:
    """Return the option that a place in the question was given by."""
    head, *rest = place.split(".")
    if head == "scenarios":
        return "--driver" if "drivers" in rest else "--scenario"
    if head == "package":
        last = rest[-1] if rest else ""
        if last in {"start_year", "phase_years"}:
            return f"--{last.replace('_', '-')}"
        if last == "exante_budget_bn":
            return "--budget"
        return "--reform" if not rest or int(rest[0]) < reforms else "--lever"
    return f"--{head.replace('_', '-')}"
