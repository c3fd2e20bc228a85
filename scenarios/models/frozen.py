# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rows that the database itself keeps from changing, whoever asks: the triggers, for both databases."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION draagvlak_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'rows of % are frozen', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$
"""


@dataclass(frozen=True, slots=True)
class Frozen:
    """A table whose rows may be added, and afterwards changed in no column but those named.

    Where rows may go, they go whole: what somebody told of their firm can be erased, and never reworded.
    """

    table: str
    columns: Sequence[str]
    may_go: bool = False

    def freeze(self, apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG002 -- a migration's step
        """Put the triggers in place."""
        for statement in self.statements(schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)  # a percent sign is a percent sign

    def thaw(self, apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG002 -- a migration's step
        """Take the triggers away: only ever to go back a migration."""
        on = f" ON {self.table}" if schema_editor.connection.vendor == "postgresql" else ""
        for act in self._acts(schema_editor.connection.vendor):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {self.table}_frozen_{act}{on}")

    def _acts(self, vendor: str) -> tuple[str, ...]:
        refused = ("update",) if self.may_go else ("update", "delete")
        return (*refused, "truncate") if vendor == "postgresql" else refused

    def statements(self, vendor: str) -> list[str]:
        """Return the statements that freeze the table."""
        if vendor == "postgresql":
            return [POSTGRES_FUNCTION, *(self._on_postgres(act) for act in self._acts(vendor))]
        return [self._on_sqlite(act) for act in self._acts(vendor)]

    def _when(self, act: str) -> str:
        quoted = ", ".join(f'"{column}"' for column in self.columns)
        return f"UPDATE OF {quoted}" if act == "update" else act.upper()

    def _on_postgres(self, act: str) -> str:
        each = "STATEMENT" if act == "truncate" else "ROW"
        return (
            f"CREATE TRIGGER {self.table}_frozen_{act} BEFORE {self._when(act)} ON {self.table} "
            f"FOR EACH {each} EXECUTE FUNCTION draagvlak_refuse()"
        )

    def _on_sqlite(self, act: str) -> str:
        return (
            f"CREATE TRIGGER {self.table}_frozen_{act} BEFORE {self._when(act)} ON {self.table} "
            f"BEGIN SELECT RAISE(ABORT, 'rows of {self.table} are frozen'); END"
        )


FIRST_SCENARIO_EDITIONS = Frozen(
    "scenarios_scenariorevision",
    (
        "scenario_id",
        "number",
        "lang",
        "title",
        "summary",
        "story",
        "relations",
        "signs",
        "related",
        "drivers",
        "created_at",
    ),
)
SCENARIO_EDITIONS = Frozen(
    FIRST_SCENARIO_EDITIONS.table,
    (
        *FIRST_SCENARIO_EDITIONS.columns,
        "economy",
        "labour_market",
        "organisation",
        "driver_notes",
        "stretches",
        "capacity",
        "returned_from",
    ),
)
DEVELOPMENTS = Frozen("scenarios_development", ("revision_id", "order", "kind", "domain", "lang", "text", "groups"))
REFORM_EDITIONS = Frozen(
    "scenarios_reformrevision",
    (
        "reform_id",
        "number",
        "lang",
        "title",
        "summary",
        "levers",
        "modelled",
        "interpretation",
        "left_out",
        "level",
        "actors",
        "start_year",
        "phase_years",
        "lead_years",
        "exante_budget_bn",
        "budget_from_model",
        "budget_source",
        "budget_status",
        "created_at",
    ),
)
EXAMPLE_EDITIONS = Frozen(
    "scenarios_exampleedition",
    (
        "example_id",
        "number",
        "lang",
        "translations",
        "title",
        "sector",
        "size",
        "place",
        "link",
        "cope",
        "prepare",
        "capacity",
        "made_at",
    ),
    may_go=True,
)
ANNOTATIONS = Frozen(
    "workshops_annotation",
    ("edition_id", "part", "lang", "quote", "prefix", "suffix", "start", "end", "claim", "claim_said", "capacity"),
    may_go=True,
)
JOURNAL = Frozen(
    "workshops_journalentry",
    ("workshop_id", "sequence", "at", "act", "actor", "capacity", "subject", "data", "previous_hash", "hash"),
)
REPORTS = Frozen("workshops_consensusreport", ("workshop_id", "number", "content", "content_hash", "compiled_at"))
ALL = (SCENARIO_EDITIONS, DEVELOPMENTS, REFORM_EDITIONS, EXAMPLE_EDITIONS, ANNOTATIONS, JOURNAL, REPORTS)
