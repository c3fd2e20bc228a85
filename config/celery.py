# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The Celery application: started by workers and the scheduler, spoken to by the site."""

import os
import signal

from celery import Celery
from celery.signals import worker_process_init

from config.processes.ties import tie_to_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(threads, "1")  # one core a worker: default threading was 2-9 times slower

app = Celery("draagvlak")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_process_init.connect
def end_with_worker(**_: object) -> None:
    """A process of a worker that was killed outright would compute on, for nobody."""
    tie_to_parent(os.getppid(), signal.SIGKILL)
