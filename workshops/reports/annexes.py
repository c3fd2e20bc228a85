# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was agreed beforehand, and who sat at the table."""

from django.utils import formats
from django.utils.translation import gettext as _

from scenarios.templatetags.figures import change, change_unit, group_label, number
from workshops.models import Seat
from workshops.reports.model import Chapter, Table, Words
from workshops.reports.sources import Sources


def agreements_chapter(found: Sources) -> Chapter:
    """Annex: what was fixed before the vote."""
    agreed = found.matrix.agreements
    if agreed is None:
        return Chapter("agreements", _("Annex: agreements beforehand"), [Words([_("Nothing was agreed beforehand.")])])
    locked = formats.date_format(agreed.locked_at, "DATE_FORMAT") if agreed.locked_at else _("not locked")
    rows = [
        [_("Version, locked on"), f"{agreed.version}, {locked}"],
        [_("Broad support from"), f"{number(100 * agreed.broad_share)}%"],
        [_("Majority above"), f"{number(100 * agreed.majority_share)}%"],
        [_("Seats that must take a position"), f"{number(100 * agreed.response_share)}%"],
        [
            _("Useful when so in at least"),
            _("%(share)s%% of the draws and %(variants)d structural variants")
            % {
                "share": number(100 * agreed.useful_share),
                "variants": agreed.useful_variants,
            },
        ],
        [
            _("Budget frame"),
            _("%(frame)s billion euros a year in %(year)d")
            % {"frame": number(agreed.frame_bn, 1), "year": agreed.frame_year},
        ],
        [_("Source of the frame"), agreed.said("frame_source")],
        [_("Not at the table"), agreed.said("absent_groups")],
    ]
    measures = [
        [
            side.title,
            side.measure.title,
            ", ".join(group_label(group) for group in side.groups) or _("the general interest"),
            f"{change(side.measure.smallest_difference, side.measure.outcome)} {change_unit(side.measure.outcome)}"
            if side.measure.outcome
            else "",
            f"{change(side.measure.tolerance, side.measure.outcome)} {change_unit(side.measure.outcome)}"
            if side.measure.outcome
            else "",
        ]
        for side in found.matrix.sides
    ]
    yardsticks = Table(
        _("What each side measures by"),
        [_("Side"), _("Yardstick"), _("Represents"), _("Smallest difference that matters"), _("Tolerated loss")],
        measures,
        _("Defaults are assumptions until the council agrees otherwise."),
    )
    return Chapter(
        "agreements",
        _("Annex: agreements beforehand"),
        [Table(_("Agreed before voting"), [_("Subject"), _("Agreed")], rows), yardsticks],
    )


def composition_chapter(found: Sources) -> Chapter:
    """Annex: the composition of the table."""
    seats = Seat.objects.filter(constituency__workshop=found.workshop).select_related("constituency", "delegation")
    counted: dict[tuple[str, str], int] = {}
    for seat in seats.order_by("constituency__order", "number"):
        place = (seat.constituency.said("title"), seat.delegation.said("name") if seat.delegation else _("independent"))
        counted[place] = counted.get(place, 0) + 1
    rows = [[side, organisation, str(count)] for (side, organisation), count in counted.items()]
    return Chapter(
        "composition",
        _("Annex: who sat at the table"),
        [Table(_("Seats"), [_("Side"), _("Organisation"), _("Seats")], rows)],
    )
