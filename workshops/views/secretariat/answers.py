# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Draft the short answers to the questions."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workshops import rules
from workshops.forms.answers import AnswerForm
from workshops.models import Question
from workshops.services.answers import answer_question
from workshops.services.insist import insist
from workshops.views.room import enter, page


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Write the short answer to one question, in the language of the page."""
    room = enter(request, slug)
    insist(rules.can_answer_question(room.who))
    question = get_object_or_404(
        Question.objects.select_related("request__workshop"), request__workshop=room.workshop, number=number
    )
    form = AnswerForm(
        request.POST or None, initial={"answer": question.said("answer"), "roles": question.said("roles")}
    )
    if request.method == "POST" and form.is_valid():
        answer_question(who=room.who, question=question, **form.cleaned_data)
        messages.success(request, _("The answer has been kept."), extra_tags=f"answer-{number}")
        return redirect("workshops:request", slug)
    return page(request, room, "workshops/answer_write.html", {"question": question, "form": form})


urlpatterns = [path("request/<int:number>/answer/", answer, name="answer")]
