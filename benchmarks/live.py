# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Time playing live: levers moved in a real browser on a whole installation, as `manage.py up` starts it.

Run as ``.venv/bin/python benchmarks/live.py``. A move counts as answered when the picture shows it or a later one. The
share answered within 300 ms and the time from letting go to the margin are of the hand's own clock, in the browser;
what an answer costs the server stands beside the empty view, interleaved in one run.
"""

import argparse
import http.client
import json
import os
import platform
import shutil
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")

import django

django.setup()

import numpy as np  # noqa: E402
from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402

from scenarios import vocabulary  # noqa: E402
from scenarios.runner.previews import Trial, drawn_band, numbers_of, preview  # noqa: E402
from scenarios.services.previews import MODEL_VERSION  # noqa: E402
from tests.servers.installation import Installation  # noqa: E402
from tests.servers.waiting import wait_for  # noqa: E402

ROUNDS, EACH = 7, 15
WITHIN_MS, WITHIN_SHARE, BAND_SECONDS, MODEL_MS = 300, 0.95, 2.0, 20
WORKSHOP = "/workshops/robotsamenleving/"
DESKS = (
    ("levers, four scenarios", f"{WORKSHOP}try/?from=own", "id_lever_minimum_wage"),
    ("driving forces, one scenario", f"{WORKSHOP}scenarios/trend/try/", "id_driver_displacement_pace"),
)
WAITING = "SELECT 1 FROM scenarios_projection WHERE state != 'done'"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# Notes when a number was moved, and when the words under the finding first say that number or that of a later move.
WATCH = r"""
() => {
  window.moves = [];
  window.bands = [];
  const field = document.getElementById(FIELD);
  const label = document.querySelector(`label[for="${field.id}"]`).textContent;
  const start = field.closest("[data-start]").dataset.start;
  const now = document.querySelector("[data-now]");
  const number = (words) => Number(words.replace("\u2212", "-").replace("+", "").replace(",", "."));
  let next = 0;
  field.addEventListener("input", () => window.moves.push({ value: number(field.value), at: performance.now() }));
  const shown = () => {
    const told = now.textContent.split(`${label}: `)[1]?.match(/^[+\u2212]?[\d,]+/)?.[0] ?? start;
    const place = window.moves.findIndex((move, at) => at >= next && move.value === number(told));
    if (place < 0) return;
    for (const move of window.moves.slice(next, place + 1)) move.shown = performance.now();
    next = place + 1;
  };
  new MutationObserver(shown).observe(now, { childList: true, characterData: true, subtree: true });
  const status = document.querySelector("[data-status]");
  new MutationObserver(() => {
    if (status.dataset.band === "there" && window.moves.length) window.bands.push(performance.now() - window.moves.at(-1).at);
  }).observe(status, { attributes: true, attributeFilter: ["data-band"] });
}
"""


def main() -> None:
    """Measure the model, the server and the hand, each beside what it aims at."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--moves", type=int, default=60, help="moves a page, at least 50")
    arguments.add_argument("--pauses", type=int, default=12, help="times that the hand rests")
    arguments.add_argument("--apart", type=int, default=80, help="milliseconds between moves")
    chosen = arguments.parse_args()
    print(f"{processor()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {versions()}")
    model()
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        print("no Chromium on this machine: the hand is not measured")
        return
    with tempfile.TemporaryDirectory(prefix="draagvlak-live-") as folder, Installation(Path(folder)) as site:
        wait_for(lambda: not site.ask_database(WAITING), "the figures of the worked example", seconds=120)
        server(site)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
            print(f"{'by hand':<32} Chromium {browser.version}")
            for name, address, field in DESKS:
                hand(browser, site, name, address, field, chosen)
            browser.close()


def model() -> None:
    """Time one draw, after warming up: the baseline stays in the process."""
    scenarios = tuple(numbers_of(one.drivers) for one in vocabulary.default_scenarios())

    def trial(size: float) -> Trial:
        levers = (("benefit_link", 1.0), ("minimum_wage", size))
        return Trial(scenarios, scenarios, (2030,), levers, is_costed_by_model=True)

    preview(trial(0.2))
    point = [1000 * spent(lambda size=size: preview(trial(size))) for size in np.linspace(0.01, 0.1, 50)]
    drawn_band(trial(0.1), draws=1000, seed=1)
    band = [spent(lambda size=size: drawn_band(trial(size), draws=1000, seed=1)) for size in (0.1, 0.2, 0.3)]
    print(f"{'model, one draw':<32} {median(point):.1f} ms for four scenarios with and without (at most {MODEL_MS})")
    print(f"{'model, 1,000 draws':<32} {1000 * median(band):.0f} ms, {1000 * median(band) / median(point):.0f} x")


def spent(act: Any) -> float:
    """Return the seconds of processor time that an act takes."""
    start = time.process_time()
    act()
    return time.process_time() - start


def server(site: Installation) -> None:
    """Time an answer beside the empty view, one client, interleaved."""
    with closing(http.client.HTTPConnection("127.0.0.1", site.port, timeout=20)) as line:

        def ask(path: str) -> float:
            start = time.perf_counter()
            line.request("GET", path, headers={"Host": "127.0.0.1", "Accept-Language": "nl"})
            answer = line.getresponse()
            answer.read()
            assert answer.status == http.HTTPStatus.OK, path  # noqa: S101 -- a benchmark of refusals is none
            return time.perf_counter() - start

        pairs = []
        for number in range(ROUNDS):
            bare = median(ask("/healthz") for _ in range(EACH))
            sizes = [1 + number + one / (EACH + 1) for one in range(EACH)]  # each one new: nothing is remembered
            answers = median(ask(f"{WORKSHOP}try/answer/?from=own&lever_minimum_wage={size:.4f}") for size in sizes)
            pairs.append((bare, answers))
    bare, answers = (1000 * median(one[place] for one in pairs) for place in (0, 1))
    ratio = median(answer / empty for empty, answer in pairs)
    print(f"{'server, a moved lever':<32} {answers:.1f} ms; empty view {bare:.1f} ms; {ratio:.1f} x")


def hand(browser: Browser, site: Installation, name: str, address: str, field: str, chosen: argparse.Namespace) -> None:  # noqa: PLR0913, PLR0917 -- what is moved, where, how
    """Move a slider by its keys, without and with pauses; print how soon the picture follows."""
    page = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{site.address}{address}")
    page.locator("[data-status][data-band=there]").wait_for()
    page.evaluate(WATCH.replace("FIELD", json.dumps(field)))
    slider = page.locator(f"[data-pair={field}]")
    slider.focus()
    low, high, step = (float(slider.get_attribute(one) or 0) for one in ("min", "max", "step"))
    room = int((high - low) / step) - 2
    page.keyboard.press("Home")
    keys = ("ArrowRight", "ArrowLeft")
    for number in range(chosen.moves):
        page.keyboard.press(keys[number // room % 2])
        page.wait_for_timeout(chosen.apart)
    page.wait_for_timeout(3000)
    waits = sorted(one["shown"] - one["at"] if "shown" in one else 1e9 for one in page.evaluate("window.moves"))
    share = sum(wait <= WITHIN_MS for wait in waits) / len(waits)
    print(
        f"{name:<32} {len(waits)} moves: {100 * share:.0f}% within {WITHIN_MS} ms (aim {100 * WITHIN_SHARE:.0f}%); "
        f"median {median(waits):.0f} ms, 95th {waits[int(0.95 * len(waits))]:.0f} ms"
    )
    bands = rests(page, chosen.pauses)
    print(
        f"{'':<32} margin after {median(bands) / 1000:.2f} s from the last move, slowest of {len(bands)} "
        f"{max(bands) / 1000:.2f} s (aim {BAND_SECONDS:.0f}); {median(bands) / median(waits):.0f} x the point"
    )
    page.context.close()


def rests(page: Page, pauses: int) -> list[float]:
    """Move once and let go, again and again; return the milliseconds from each move to its margin."""
    page.keyboard.press("Home")
    page.wait_for_timeout(2500)
    page.evaluate("window.bands = []")
    for number in range(pauses):
        page.keyboard.press("ArrowRight")
        wait_for(lambda after=number: len(page.evaluate("window.bands")) > after, "a margin", seconds=20)
    found: list[float] = page.evaluate("window.bands")
    return found[:pauses]


def processor() -> str:
    """Name the machine's processor."""
    about = Path("/proc/cpuinfo")
    lines = about.read_text(encoding="utf-8").splitlines() if about.exists() else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return f"{names[0] if names else platform.processor() or 'unknown'}, {platform.machine()}"


def versions() -> str:
    """Name what this ran on."""
    return f"Python {platform.python_version()}, Django {django.get_version()}, numpy {np.__version__}, model {MODEL_VERSION}"


if __name__ == "__main__":
    main()
