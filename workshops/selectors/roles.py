# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two tables made from the matrix: who acts where with which support, and how transition and protection balance."""

from collections.abc import Iterable
from dataclasses import dataclass

from scenarios.enums import CENTRAL_ACTORS, ActsAt, Aim
from workshops.selectors.cells import Cell
from workshops.selectors.matrix import Matrix, Row
from workshops.selectors.table import Place


@dataclass(frozen=True, slots=True)
class Asked:
    """What one proposal asks of somebody, and how it stands in one scenario."""

    row: Row
    cell: Cell


@dataclass(frozen=True, slots=True)
class ActorRow:
    """Who has to act, at which level, and for what in each scenario."""

    actor: ActsAt
    cells: tuple[tuple[Place, tuple[Asked, ...]], ...]

    @property
    def is_central(self) -> bool:
        return self.actor in CENTRAL_ACTORS

    @property
    def proposals(self) -> list[Row]:
        """The proposals that ask something of this actor: the same in every scenario."""
        return [one.row for one in self.cells[0][1]] if self.cells else []


def actor_table(matrix: Matrix) -> list[ActorRow]:
    """Return who acts, from the state down to the works council: no statements."""
    return [
        ActorRow(
            actor,
            tuple(
                (place, tuple(Asked(row, row.cells[nth]) for row in matrix.rows if actor in row.reform.roles))
                for nth, place in enumerate(matrix.places)
            ),
        )
        for actor in ActsAt
    ]


@dataclass(frozen=True, slots=True)
class AimCell:
    """The proposals with one aim in one scenario: how many, which are desirable there, and what those cost together.

    Desirable: supported broadly or with reservations. A cost that is not computed yet is left out, and said.
    """

    place: Place
    asked: tuple[Asked, ...]

    @property
    def desirable(self) -> list[Row]:
        return [one.row for one in self.asked if one.cell.is_desirable]

    @property
    def low_bn(self) -> float:
        return sum(row.cost.low_bn for row in self.desirable if row.cost)

    @property
    def high_bn(self) -> float:
        return sum(row.cost.high_bn for row in self.desirable if row.cost)

    @property
    def without_cost(self) -> list[Row]:
        return [row for row in self.desirable if row.cost is None]


@dataclass(frozen=True, slots=True)
class AimRow:
    """One aim over the scenarios; without an aim: who tabled these did not say."""

    aim: Aim | None
    cells: tuple[AimCell, ...]


def balance_table(matrix: Matrix) -> list[AimRow]:
    """Return how transition and protection balance per scenario, with cost and support: no statements."""
    aims: Iterable[Aim | None] = (*Aim, None)
    rows = [
        AimRow(
            aim,
            tuple(
                AimCell(
                    place, tuple(Asked(row, row.cells[nth]) for row in matrix.rows if row.reform.aim == (aim or ""))
                )
                for nth, place in enumerate(matrix.places)
            ),
        )
        for aim in aims
    ]
    return [row for row in rows if row.aim is not None or any(cell.asked for cell in row.cells)]
