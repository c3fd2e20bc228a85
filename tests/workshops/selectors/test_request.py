# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every asking sentence is graded by what the workshop holds, not by what somebody says."""

import pytest
from django.utils import timezone

from scenarios.models import PracticeExample
from tests.factories import AskingSentenceFactory, ParagraphFactory, QuestionFactory, RequestFactory, WorkshopFactory
from workshops.enums import AnswerState, RoundState, Track
from workshops.models import AskingSentence, ConsensusReport, RoundSeat, Workshop
from workshops.selectors.request import holdings_of, letter_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def workshop(example) -> Workshop:
    return Workshop.objects.get(slug="robotsamenleving")


def graded(workshop: Workshop) -> dict[str, AnswerState]:
    return {one.sentence.key: one.state for one in letter_of(workshop).asked}


def test_every_quote_stands_exactly_once_in_its_paragraph_in_both_languages(workshop):
    for sentence in AskingSentence.objects.select_related("paragraph"):
        for language in ("nl", "en"):
            text = sentence.paragraph.said("text", language)
            assert text.count(sentence.said("quote", language)) == 1, (sentence.key, language)


def test_what_belongs_to_a_separate_track_is_never_graded_here(workshop):
    states = graded(workshop)
    elsewhere = AskingSentence.objects.exclude(track=Track.THIS_ADVICE)

    assert elsewhere.count() == 3
    assert {states[one.key] for one in elsewhere} == {AnswerState.SEPARATE}


def test_no_regret_is_answered_once_every_proposal_was_voted_on_and_its_effect_is_known(workshop):
    assert graded(workshop)["no-regret"] == AnswerState.ANSWERED

    proposal = workshop.proposals.first()
    proposal.pk, proposal.number, proposal.form_key = None, 99, None
    proposal.save(force_insert=True)

    assert graded(workshop)["no-regret"] == AnswerState.PARTLY


def test_a_round_that_is_open_or_lacks_the_quorum_answers_nothing(workshop):
    rounds = workshop.rounds.filter(state=RoundState.CLOSED)
    ids = list(rounds.values_list("pk", flat=True))

    RoundSeat.objects.filter(round__in=ids, seat__constituency__key="unions").update(answered=0)
    assert holdings_of(workshop, ()).voted == 0

    RoundSeat.objects.filter(round__in=ids).update(answered=1)
    assert holdings_of(workshop, ()).voted > 0

    rounds.update(state=RoundState.OPEN)
    assert holdings_of(workshop, ()).voted == 0


def test_practice_is_partly_answered_by_one_example_and_answered_by_three(workshop):

    keep = PracticeExample.objects.filter(topic=workshop.topic).values_list("pk", flat=True)[:1]
    PracticeExample.objects.filter(topic=workshop.topic).exclude(pk__in=list(keep)).delete()

    assert graded(workshop)["practice-examples"] == AnswerState.PARTLY


def test_a_proposal_bears_on_the_questions_that_ask_for_what_it_changes(workshop):
    letter = letter_of(workshop)
    first, second, third, fourth = ({one.number for one in letter.bearing_on(one)} for one in letter.questions)

    assert not first
    assert second == fourth == set(range(1, 13))
    assert 7 in third, "codetermination is about industrial relations"
    assert 12 not in third, "a levy is not"


def test_what_only_the_report_answers_leads_there_once_there_is_one(workshop):
    def led() -> tuple[str, str]:
        (one,) = (one for one in letter_of(workshop).asked if one.sentence.key == "deliver")
        return one.page, one.anchor

    assert led() == ("request", "asked-deliver")

    ConsensusReport.objects.create(
        workshop=workshop, number=1, content={}, content_hash="0", compiled_at=timezone.now()
    )
    assert led() == ("report", "")


def test_an_empty_workshop_leaves_everything_open():
    workshop = WorkshopFactory()
    request = RequestFactory(workshop=workshop)
    question = QuestionFactory(request=request)
    for order, answered_by in enumerate(("scenarios", "reforms", "practice", "no_regret", "budget")):
        AskingSentenceFactory(
            paragraph=ParagraphFactory(request=request, number=order + 1),
            question=question,
            key=answered_by,
            answered_by=answered_by,
        )

    assert set(graded(workshop).values()) == {AnswerState.OPEN}


def test_a_workshop_without_a_letter_has_none():
    assert letter_of(WorkshopFactory()) is None


def test_the_letter_takes_the_same_statements_whatever_its_length(workshop, django_assert_max_num_queries):
    with django_assert_max_num_queries(11):
        letter_of(workshop)
