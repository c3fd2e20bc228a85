# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What somebody wants to be told by mail, what it would say today, and how to stop it."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from workshops.forms.mail import MailForm
from workshops.jobs.digests import digest_for, person_of, write_digest
from workshops.models import MailPreference, User
from workshops.services.mail import set_mail, stop_mail

SHOWN_BACK = timedelta(days=7)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def wishes(request: HttpRequest) -> HttpResponse:
    """Show and keep how often somebody wants mail, beside the mail as it would read now."""
    person = request.user
    if not isinstance(person, User):
        return redirect("login")
    wish = MailPreference.objects.filter(person=person).first() or MailPreference(
        person=person, lang=(get_language() or "nl")[:2]
    )
    form = MailForm(request.POST or None, initial={"email": person.email, "rhythm": wish.rhythm, "lang": wish.lang})
    if request.method == "POST" and form.is_valid():
        set_mail(person=person, **form.cleaned_data)
        messages.success(request, _("Kept: this is how you get mail."))
        return redirect("mail")
    context = {
        "form": form,
        "wish": wish,
        "example": _as_it_would_read(person, wish, timezone.now()),
        "is_sent": bool(settings.EMAIL_URL),
    }
    return render(request, "pages/mail.html", context, status=400 if form.errors else 200)


def _as_it_would_read(person: User, wish: MailPreference, now: datetime) -> dict[str, object]:
    digest = digest_for(person, since=now - SHOWN_BACK, until=now)
    message = write_digest(person, digest, lang=wish.lang)
    return {"subject": message.subject, "body": message.body, "lang": wish.lang, "goes": digest.is_worth_a_mail}


@csrf_exempt  # mail programs post here for their reader; the signed token says whom it stops, and it can do no more
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop the mail of who got this link: after a question, or at once when a mail program asks."""
    person = person_of(token)
    if person is not None and request.method == "POST":
        stop_mail(person=person)
    context = {"known": person is not None, "is_stopped": request.method == "POST"}
    return render(request, "pages/mail_stop.html", context, status=200 if person else 404)
