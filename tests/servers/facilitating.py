# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the facilitator of the worked example does, as commands for `manage.py shell`."""

OPEN_ROUND = """
from django.utils import timezone
from workshops.enums import Phase
from workshops.models import User, Workshop
from workshops.selectors.people import standing_of
from workshops.services.agreements import lock_agreements
from workshops.services.phases import move_phase
from workshops.services.rounds import open_round, prepare_round

workshop = Workshop.objects.get(slug="robotsamenleving")
who = standing_of(User.objects.get(username="joost"), workshop, day=timezone.localdate())
workshop = move_phase(who=who, workshop=workshop, phase=Phase.COMPARING)
lock_agreements(who=who, workshop=workshop)
first, *others = workshop.proposals.exclude(state="withdrawn").order_by("number")
later = dict.fromkeys(others, "another time")
open_round(who=who, one=prepare_round(who=who, workshop=workshop, chosen=[first], parked=later))
"""
