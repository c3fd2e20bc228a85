# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The embedded default: one machine, SQLite, a private broker, the worked example."""

from urllib.parse import quote

from config import env
from config.processes.places import broker_socket
from config.settings.base import *  # noqa: F403 -- settings are one namespace, by Django's design
from config.settings.base import VAR_DIR

DEBUG = env.flag("DEBUG", default=False)
DEMO = env.flag("DEMO", default=True)
env.folder("VAR_DIR", VAR_DIR)
DEMO_PASSWORD = env.secret("DEMO_PASSWORD", VAR_DIR / "demo_password", env.typable)
SECRET_KEY = env.secret("SECRET_KEY", VAR_DIR / "secret_key")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}
DATABASE_URL = env.text("DATABASE_URL", f"sqlite:///{quote(str(VAR_DIR / 'draagvlak.sqlite3'))}")
DATABASES = {"default": env.database(DATABASE_URL)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS

# The private broker that `manage.py up` starts, unless REDIS_URL names another
REDIS_URL = env.text("REDIS_URL", f"unix://{quote(str(broker_socket(VAR_DIR)))}?db=0")
CELERY_BROKER_URL = env.broker(REDIS_URL)
