# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Run everything on one machine: site, worker, scheduler and broker, until Ctrl-C."""

import os
import signal
import time
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from config import env
from config.processes import broker, claim, prepare, welcome
from config.processes.places import broker_socket, make_private
from config.processes.plan import Plan, worker_count
from config.processes.ties import tie_to_parent
from config.processes.watch import Watch

SECONDS_TO_BROKER = 10
SECONDS_TO_FIRST_PAGE = 90
SECONDS_TO_FIRST_WORKER = 60


class Command(BaseCommand):
    """Prepare, start, watch and stop one installation."""

    help = "Start the site with its worker, scheduler and broker, and keep them running until Ctrl-C."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Read where to listen."""
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
        parser.add_argument("--port", type=port_number, default=8000, help="port to listen on (default: 8000)")

    def handle(self, *args: Any, host: str, port: int, **options: Any) -> None:  # noqa: ARG002 -- Django's signature
        """Claim folder and port first, so that a second start is told at once."""
        begun = time.monotonic()
        if "MAKELEVEL" in os.environ:  # started by `make run`, and not to outlive it
            tie_to_parent(os.getppid(), signal.SIGTERM)
        address = f"http://{_reachable(host)}:{port}"
        var_dir = make_private(Path(settings.VAR_DIR))
        with claim.Claim(var_dir, address), claim.listen(host, port) as listening, Watch(self.say) as watch:
            plan = self.plan(var_dir, address)
            self.start_broker(plan, watch)
            prepare.prepare(self.say)
            watch.add(plan.worker(env.number("WORKER_PROCESSES", default=worker_count(), low=1, high=64)))
            watch.add(plan.scheduler(var_dir / "scheduler"))
            watch.add(plan.site(listening.fileno()))
            if not watch.until(lambda: welcome.page_answers(address), SECONDS_TO_FIRST_PAGE):
                raise CommandError(f"The site does not answer at {address}. The logs are in {plan.logs}")
            complete = watch.until(lambda: not welcome.what_is_missing(address), SECONDS_TO_FIRST_WORKER)
            self.welcome(address, time.monotonic() - begun, plan.logs)
            if not complete:
                self.say("No worker answers yet: projections wait until one does.")
            watch.keep()
        self.say("Stopped.")

    def plan(self, var_dir: Path, address: str) -> Plan:
        """Empty the logs, and settle what every process is told."""
        logs = var_dir / "log"
        logs.mkdir(exist_ok=True)
        for log in logs.glob("*.log"):
            log.unlink()
        told = {
            "DJANGO_SETTINGS_MODULE": os.environ["DJANGO_SETTINGS_MODULE"],
            "VAR_DIR": str(var_dir),
            "REDIS_URL": settings.REDIS_URL,
            "BASE_URL": os.environ.get("BASE_URL", address),
            "PYTHONUNBUFFERED": "1",
        }
        return Plan(Path(settings.BASE_DIR), logs, told)

    def start_broker(self, plan: Plan, watch: Watch) -> None:
        """Start a private broker, unless the environment names one that runs already."""
        if os.environ.get("REDIS_URL"):
            self.say(f"Using the message broker at {settings.REDIS_URL}")
        else:
            server = broker.find_server(os.environ.get("BROKER", ""))
            self.say(f"Starting a private message broker ({server.origin}) ...")
            socket = broker_socket(Path(settings.VAR_DIR))
            watch.add(plan.broker(broker.command_for(server, socket)))
            self.wait_for_own_broker(watch, broker.memory_of(server, socket))
        if not watch.until(lambda: broker.answers(settings.REDIS_URL), SECONDS_TO_BROKER):
            raise CommandError(f"No message broker answers at {settings.REDIS_URL}. Start it, or unset REDIS_URL.")

    def wait_for_own_broker(self, watch: Watch, memory: Path) -> None:
        """Say what to do when it cannot go on with what it kept."""
        try:
            watch.until(lambda: broker.answers(settings.REDIS_URL), SECONDS_TO_BROKER)
        except CommandError as error:
            raise CommandError(
                f"{error}\nIf it can not read what it kept, remove {memory} and start again. "
                "Only messages are in it: projections that wait are sent again by themselves."
            ) from None

    def welcome(self, address: str, seconds: float, logs: Path) -> None:
        """Say that it is ready, where, and for whom."""
        self.say(f"\nDraagvlak is ready at {address}/ (after {seconds:.0f} s). Ctrl-C stops it. Logs: {logs}")
        for line in welcome.how_to_sign_in(address):
            self.say(line)

    def say(self, words: str) -> None:
        """Tell the person at the keyboard, at once."""
        self.stdout.write(words)
        self.stdout.flush()


def port_number(text: str) -> int:
    """Return a port, or refuse what is none."""
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise ArgumentTypeError(f"a port is a number from 1 to 65535, not {text!r}")
    return int(text)


def _reachable(host: str) -> str:
    """Return how to reach a host that we listen on: "every address" is reached as this machine."""
    everywhere = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104 -- said, not bound
    return everywhere.get(host, f"[{host}]" if ":" in host else host)
