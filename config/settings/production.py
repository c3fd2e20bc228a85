# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Production: everything that matters comes from the environment, and is refused when missing."""

from config import env
from config.settings.base import *  # noqa: F403 -- settings are one namespace, by Django's design

SECRET_KEY = env.long_secret("SECRET_KEY")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS")
REDIS_URL = env.text("REDIS_URL")
CELERY_BROKER_URL = env.broker(REDIS_URL)
BASE_URL = env.origin("BASE_URL")
DEMO = env.flag("DEMO", default=False)
DEMO_PASSWORD = env.text("DEMO_PASSWORD") if DEMO else ""

DATABASES = {"default": env.database(env.text("DATABASE_URL"))}
DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {
    "min_size": 1,
    "max_size": env.number("DATABASE_POOL", default=8, low=1, high=100),
}

SECURE_SSL_REDIRECT = env.flag("SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]  # asked from within, past the proxy
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SESSION_COOKIE_SECURE = SECURE_SSL_REDIRECT
CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT
CSRF_TRUSTED_ORIGINS = [BASE_URL]
