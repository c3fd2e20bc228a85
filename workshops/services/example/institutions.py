# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the invented council says of the institutions of today: each side's ratings, then the council's verdicts."""

from collections.abc import Mapping
from datetime import datetime

from workshops.enums import Act, Role
from workshops.models import InstitutionVerdict, Proposal, StressRating
from workshops.services.example.calendar import ANSWERED
from workshops.services.example.stage import Stage
from workshops.services.tables import Entry, table

COUNCIL = "council"
SPOKEN_BY = 1  # the first seat of each side speaks


def rate_institutions(stage: Stage) -> None:
    """Let every side rate the institutions of the table, and the secretariat write down what the council decides."""
    proposals = {one.number: one for one in stage.workshop.proposals.all()}
    for nth, (key, told) in enumerate(table("institutions").items()):
        at = stage.calendar.step(ANSWERED, nth, hour=12)
        _rate(stage, key, told, at)
        _decide(stage, key, told, at, proposals)


def _rate(stage: Stage, key: str, told: Entry, at: datetime) -> None:
    institution = stage.reference.institutions[key]
    for side, constituency in stage.council.constituencies.items():
        member = stage.council.members[side, SPOKEN_BY]
        StressRating.objects.bulk_create(
            StressRating(
                constituency=constituency,
                institution=institution,
                revision=stage.scenarios[scenario],
                answer=said[side][0],
                seat=stage.council.seats[side, SPOKEN_BY],
                said_by=member,
                said_at=at,
                **_words(said[side]),
            )
            for scenario, said in told.items()
        )
        stage.record(Act.INSTITUTION_RATED, member, at=at, subject=f"institution {key}", data=_facts(stage, key, told))


def _decide(stage: Stage, key: str, told: Entry, at: datetime, proposals: Mapping[int, Proposal]) -> None:
    secretary = stage.council.first_in(Role.SECRETARY)
    for scenario, said in told.items():
        verdict = InstitutionVerdict.objects.create(
            workshop=stage.workshop,
            institution=stage.reference.institutions[key],
            revision=stage.scenarios[scenario],
            fate=said[COUNCIL][0],
            decided_at=at,
            **_words(said[COUNCIL]),
        )
        verdict.proposals.set([proposals[number] for number in said[COUNCIL][3]])
    stage.record(Act.INSTITUTION_DECIDED, secretary, at=at, subject=f"institution {key}", data=_facts(stage, key, told))


def _words(said: list[str]) -> dict[str, object]:
    return {"lang": "nl", "reason": said[1], "translations": {"en": {"reason": said[2]}}}


def _facts(stage: Stage, key: str, told: Entry) -> dict[str, object]:
    letters = {place.revision_id: place.letter for place in stage.workshop.places.all()}
    return {"institution": key, "scenarios": sorted(letters[stage.scenarios[one].pk] for one in told)}
