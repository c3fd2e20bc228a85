# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of a workshop: each room of views names its own."""

from django.urls import include, path

from workshops.views.delegate.amendments import urlpatterns as delegate_amendments
from workshops.views.delegate.annotations import urlpatterns as delegate_annotations
from workshops.views.delegate.ballots import urlpatterns as delegate_ballots
from workshops.views.delegate.conditions import urlpatterns as delegate_conditions
from workshops.views.delegate.contests import urlpatterns as delegate_contests
from workshops.views.delegate.institutions import urlpatterns as delegate_institutions
from workshops.views.delegate.minorities import urlpatterns as delegate_minorities
from workshops.views.delegate.practice import urlpatterns as delegate_practice
from workshops.views.delegate.proposals import urlpatterns as delegate_proposals
from workshops.views.facilitator.agreements import urlpatterns as facilitator_agreements
from workshops.views.facilitator.phases import urlpatterns as facilitator_phases
from workshops.views.facilitator.presets import urlpatterns as facilitator_presets
from workshops.views.facilitator.rounds import urlpatterns as facilitator_rounds
from workshops.views.facilitator.seating import urlpatterns as facilitator_seating
from workshops.views.facilitator.starting import urlpatterns as facilitator_starting
from workshops.views.facilitator.yardsticks import urlpatterns as facilitator_yardsticks
from workshops.views.public.assumptions import urlpatterns as public_assumptions
from workshops.views.public.claims import urlpatterns as public_claims
from workshops.views.public.draws import urlpatterns as public_draws
from workshops.views.public.editions import urlpatterns as public_editions
from workshops.views.public.estimates import urlpatterns as public_estimates
from workshops.views.public.home import urlpatterns as public_home
from workshops.views.public.horizon import urlpatterns as public_horizon
from workshops.views.public.institutions import urlpatterns as public_institutions
from workshops.views.public.matrix import urlpatterns as public_matrix
from workshops.views.public.metrics import urlpatterns as public_metrics
from workshops.views.public.positions import urlpatterns as public_positions
from workshops.views.public.practice import urlpatterns as public_practice
from workshops.views.public.proposals import urlpatterns as public_proposals
from workshops.views.public.records import urlpatterns as public_records
from workshops.views.public.report import urlpatterns as public_report
from workshops.views.public.request import urlpatterns as public_request
from workshops.views.public.roles import urlpatterns as public_roles
from workshops.views.public.rounds import urlpatterns as public_rounds
from workshops.views.public.scenarios import urlpatterns as public_scenarios
from workshops.views.public.spread import urlpatterns as public_spread
from workshops.views.public.studies import urlpatterns as public_studies
from workshops.views.public.trials import urlpatterns as public_trials
from workshops.views.public.wishes import urlpatterns as public_wishes
from workshops.views.secretariat.answers import urlpatterns as secretariat_answers
from workshops.views.secretariat.examples import urlpatterns as secretariat_examples
from workshops.views.secretariat.institutions import urlpatterns as secretariat_institutions
from workshops.views.secretariat.judgements import urlpatterns as secretariat_judgements
from workshops.views.secretariat.letters import urlpatterns as secretariat_letters
from workshops.views.secretariat.report import urlpatterns as secretariat_report
from workshops.views.writing.adoption import urlpatterns as writing_adoption
from workshops.views.writing.comments import urlpatterns as writing_comments
from workshops.views.writing.crosswalk import urlpatterns as writing_crosswalk
from workshops.views.writing.drafts import urlpatterns as writing_drafts
from workshops.views.writing.fields import urlpatterns as writing_fields
from workshops.views.writing.recognition import urlpatterns as writing_recognition
from workshops.views.writing.sections import urlpatterns as writing_sections
from workshops.views.writing.suggestions import urlpatterns as writing_suggestions
from workshops.views.writing.updates import urlpatterns as writing_updates

app_name = "workshops"
urlpatterns = [
    *facilitator_starting,
    path(
        "<slug:slug>/",
        include(
            [
                *public_home,
                *public_request,
                *public_scenarios,
                *public_editions,
                *public_institutions,
                *public_spread,
                *writing_crosswalk,
                *public_estimates,
                *public_proposals,
                *public_positions,
                *public_studies,
                *public_draws,
                *public_matrix,
                *public_horizon,
                *public_assumptions,
                *public_metrics,
                *public_claims,
                *public_practice,
                *public_report,
                *public_trials,
                *public_roles,
                *public_rounds,
                *public_records,
                *public_wishes,
                *delegate_proposals,
                *delegate_amendments,
                *delegate_conditions,
                *delegate_ballots,
                *delegate_practice,
                *delegate_annotations,
                *delegate_contests,
                *delegate_minorities,
                *delegate_institutions,
                *facilitator_agreements,
                *facilitator_yardsticks,
                *facilitator_seating,
                *facilitator_rounds,
                *facilitator_phases,
                *facilitator_presets,
                *secretariat_answers,
                *secretariat_letters,
                *secretariat_examples,
                *secretariat_judgements,
                *secretariat_institutions,
                *secretariat_report,
                *writing_recognition,
                *writing_adoption,
                *writing_drafts,
                *writing_fields,
                *writing_suggestions,
                *writing_updates,
                *writing_comments,
                *writing_sections,
            ]
        ),
    ),
]
