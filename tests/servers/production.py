# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Production's processes started by hand: proxy, site, live channel, two workers, one scheduler."""

import http.client
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Self
from urllib.parse import unquote

import psycopg
from django.conf import settings

from tests.servers.installation import INHERITED, MANAGE, free_port
from tests.servers.waiting import PATIENCE, wait_for

CELERY = (sys.executable, "-m", "celery", "--app", "config")
WORKER = ("--concurrency", "1", "--without-gossip", "--without-mingle")
HOST = "draagvlak.test"
OWNER, SITE = "draagvlak_owner", "draagvlak_site"


class Production:
    """As `compose.yaml` and the systemd units start it; without a proxy on the machine pages are asked directly."""

    def __init__(self, folder: Path, cluster: str, redis_url: str) -> None:
        self.folder = folder
        self.cluster = cluster
        self.ports = {name: free_port() for name in ("site", "live", "proxy")}
        kept = {name: os.environ[name] for name in INHERITED if name in os.environ}
        self.environment = {
            **kept,
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            "SECRET_KEY": "of this test only, and long enough to be one",
            "DATABASE_URL": self.database(SITE),
            "REDIS_URL": redis_url,
            "ALLOWED_HOSTS": HOST,
            "BASE_URL": f"http://{HOST}",
            "SSL_REDIRECT": "0",
            "VAR_DIR": str(folder),
            "DEMO": "1",
            "DEMO_PASSWORD": "molen-fiets-dijk-421",
        }
        self.children: list[subprocess.Popen[bytes]] = []

    def database(self, role: str) -> str:
        """Return the database's address for a role."""
        host = self.cluster.split("@")[1].split("/")[0]
        return f"postgres://{role}@{host}/draagvlak"

    def connect(self, role: str) -> psycopg.Connection[tuple[Any, ...]]:
        """Return a connection to the database as a role."""
        host = unquote(self.cluster.split("@")[1].split("/")[0])
        return psycopg.connect(host=host, dbname="draagvlak", user=role)

    def __enter__(self) -> Self:
        """Bring the tables up to date as their owner, then start everything as the site's role."""
        for command in (("migrate", "--no-input"), ("load_reference",), ("seed_example",)):
            self.manage(*command, DATABASE_URL=self.database(OWNER))
        self.manage("collectstatic", "--no-input")
        site = (sys.executable, "-m", "gunicorn", "config.wsgi", "--workers", "2", "--threads", "4")
        self.start(*site, "--bind", f"127.0.0.1:{self.ports['site']}")
        live = (sys.executable, "-m", "uvicorn", "config.asgi:application", "--lifespan", "off")
        self.start(*live, "--port", str(self.ports["live"]), "--timeout-graceful-shutdown", "2")
        self.start(*CELERY, "worker", "--hostname", "one@%h", *WORKER)
        self.start(*CELERY, "worker", "--hostname", "two@%h", *WORKER)
        self.start(*CELERY, "beat", "--schedule", str(self.folder / "schedule"), "--pidfile", "")
        if self.has_proxy:
            caddyfile = settings.BASE_DIR / "deploy" / "Caddyfile"
            self.start("caddy", "run", "--config", str(caddyfile), "--adapter", "caddyfile", **self.proxied())
        wait_for(self.answers, "the site")
        return self

    def __exit__(self, *_: object) -> None:
        """Stop all."""
        for child in reversed(self.children):
            child.send_signal(signal.SIGTERM)
        for child in self.children:
            child.wait(PATIENCE)

    @property
    def has_proxy(self) -> bool:
        """Whether the machine has the proxy that production uses."""
        return shutil.which("caddy") is not None

    @property
    def host(self) -> str:
        """The name by which people ask."""
        return f"{HOST}:{self.ports['proxy']}" if self.has_proxy else HOST

    def proxied(self) -> dict[str, str]:
        """Return what the proxy is told."""
        return {
            "SITE_ADDRESS": f"http://{HOST}:{self.ports['proxy']}",
            "SITE_SERVER": f"127.0.0.1:{self.ports['site']}",
            "LIVE_SERVER": f"127.0.0.1:{self.ports['live']}",
            "XDG_CONFIG_HOME": str(self.folder),
            "XDG_DATA_HOME": str(self.folder),
        }

    def start(self, *command: str, **told: str) -> None:
        """Start one process; what it prints is kept by name."""
        with (self.folder / f"{len(self.children)}.log").open("wb") as log:
            environment = {**self.environment, **told}
            child = subprocess.Popen(command, env=environment, cwd=settings.BASE_DIR, stdout=log, stderr=log)
        self.children.append(child)

    def manage(self, *arguments: str, **told: str) -> str:
        """Give a command, and return what it prints."""
        environment = {**self.environment, **told}
        done = subprocess.run((*MANAGE, *arguments), env=environment, text=True, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def line(self, path: str) -> http.client.HTTPConnection:
        """Return a connection to whatever serves a path: the proxy's one origin, where there is a proxy."""
        part = "proxy" if self.has_proxy else "live" if path.startswith("/live/") else "site"
        return http.client.HTTPConnection("127.0.0.1", self.ports[part], timeout=PATIENCE)

    def ask(
        self, path: str, method: str = "GET", body: str | None = None, headers: Mapping[str, str] | None = None
    ) -> tuple[int, str]:
        """Return status and text."""
        with closing(self.line(path)) as line:
            line.request(method, path, body, {"Host": self.host, "Accept-Language": "en", **(headers or {})})
            answer = line.getresponse()
            return answer.status, answer.read().decode()

    def answers(self) -> bool:
        """Whether the site is up, with everything that it needs."""
        assert all(child.poll() is None for child in self.children), self.logs()
        try:
            return self.ask("/readyz") == (200, '{"status": "ready", "words": []}')
        except OSError:
            return False

    def logs(self) -> str:
        """Return what all of them printed."""
        return "\n".join(log.read_text(encoding="utf-8")[-2000:] for log in sorted(self.folder.glob("*.log")))
