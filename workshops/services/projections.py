# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ask the engine what a reform does in the scenarios of a workshop, by what its sides measure by."""

from django.db import transaction
from django.utils.translation import gettext as _

from scenarios.models import Projection, ReformRevision, Yardstick
from scenarios.services.projections import request_projection, retry_projection
from workshops import rules
from workshops.errors import NotComputableError
from workshops.models import Workshop
from workshops.rules import Standing
from workshops.services.insist import insist


@transaction.atomic
def ask_projection(*, who: Standing, workshop: Workshop, revision: ReformRevision, topic: str) -> list[Projection]:
    """Ask on somebody's behalf: what was asked before is not asked twice, what failed is tried again."""
    insist(rules.can_ask_projection(who), _("Only who takes part in this workshop can ask for a projection."))
    if not revision.is_computable:
        raise NotComputableError(_("The model cannot compute this reform: it moves none of its levers."))
    rows = project_reform(workshop=workshop, revision=revision, topic=topic)
    for failed in {row.run: row for row in rows if row.has_failed}.values():
        retry_projection(projection=failed)
    return rows


def project_reform(*, workshop: Workshop, revision: ReformRevision, topic: str) -> list[Projection]:
    """Ask how a reform works out in every scenario of a workshop, by everybody's yardstick."""
    agreements = workshop.agreements.first()
    places = workshop.places.select_related("revision")
    return request_projection(
        reform_revision=revision,
        scenario_revisions=[place.revision for place in places],
        yardsticks=Yardstick.objects.filter(constituencies__workshop=workshop).order_by("constituencies__order"),
        year=agreements.report_year if agreements else 2030,
        topic=topic,
    )
