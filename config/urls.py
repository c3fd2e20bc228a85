# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses: the site, its API, its live channel, its health."""

from django.urls import include, path
from django.views.generic import TemplateView

from config.api.views import show_api
from config.views import accounts, errors, health, home, mail

urlpatterns = [
    path("", home.home, name="home"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("favicon.ico", home.favicon),
    path("i18n/", include("django.conf.urls.i18n")),
    path("accounts/login/", accounts.SignIn.as_view(), name="login"),
    path("accounts/logout/", accounts.SignOut.as_view(), name="logout"),
    path("accounts/mail/", mail.wishes, name="mail"),
    path("accounts/mail/stop/<str:token>/", mail.stop, name="mail_stop"),
    path("accounts/invitation/<uidb64>/<token>/", accounts.TakeUpInvitation.as_view(), name="invitation"),
    path("accessibility/", TemplateView.as_view(template_name="pages/accessibility.html"), name="accessibility"),
    path("privacy/", TemplateView.as_view(template_name="pages/privacy.html"), name="privacy"),
    path("glossary/", TemplateView.as_view(template_name="pages/glossary.html"), name="glossary"),
    path("model/", include("scenarios.urls")),
    path("workshops/", include("workshops.urls")),
    path("live/", include("workshops.live.urls")),
    path("api/", show_api, name="api-docs"),
    path("api/v1/", include("config.api.urls")),
]
handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
