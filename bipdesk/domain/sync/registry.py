"""What each column is: compartment, unit and rule of merging. What is not listed goes nowhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

STRUCTURAL = ("org_id", "id", "is_void")
"""Columns of every captured table that the journal itself keeps."""


class Compartment(StrEnum):
    """Who may come to hold a column (sync.md section 5.1)."""

    COURT = "COURT"
    CORE = "CORE"
    NOTES = "NOTES"
    STAFF = "STAFF"
    CONFIG = "CONFIG"
    COUNTY = "COUNTY"
    SAFETY = "SAFETY"
    LOCAL = "LOCAL"


@dataclass(frozen=True, slots=True)
class Latest:
    """Of several heads the one written last is shown."""


@dataclass(frozen=True, slots=True)
class Protective:
    """Of several heads the most protective is shown; `order` runs from least to most protective."""

    order: tuple[str | int | bool, ...]

    def rank(self, value: object) -> int:
        """Return the place of `value`: nothing entered is lowest, a word of a newer version highest."""
        if value is None:
            return -1
        return self.order.index(value) if value in self.order else len(self.order)


Policy = Latest | Protective
LATEST = Latest()


@dataclass(frozen=True, slots=True)
class Column:
    """What one column is; without a cluster name it merges alone."""

    compartment: Compartment
    cluster: str | None = None
    policy: Policy = LATEST
    free_text: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """What one table is; `subject_column` holds the participant the row is about."""

    name: str
    subject_column: str | None = None
    columns: Mapping[str, Column] = field(default_factory=dict)
    local: bool = False

    def cluster_of(self, column: str) -> str:
        """Return the name of the unit `column` merges in."""
        return self.columns[column].cluster or column

    def cluster_columns(self) -> dict[str, tuple[str, ...]]:
        """Return the columns of each cluster that is captured, in the order they are listed."""
        found: dict[str, tuple[str, ...]] = {}
        for name, column in self.columns.items():
            if column.compartment is not Compartment.LOCAL:
                cluster = self.cluster_of(name)
                found[cluster] = (*found.get(cluster, ()), name)
        return found


class Registry:
    """All tables of one file, checked when it is made."""

    def __init__(self, tables: tuple[Table, ...], schema: int = 1) -> None:
        """Raises ValueError naming the table and column of the first contradiction."""
        self.tables: Mapping[str, Table] = {table.name: table for table in tables}
        self.schema = schema
        if len(self.tables) != len(tables):
            raise ValueError("a table is registered twice")
        for table in tables:
            _check_table(table)
        self._clusters = {table.name: table.cluster_columns() for table in tables}

    def captured(self) -> tuple[Table, ...]:
        """Return the tables whose rows are synchronised."""
        return tuple(table for table in self.tables.values() if not table.local)

    def clusters(self, table: str) -> Mapping[str, tuple[str, ...]]:
        """Return the columns of each cluster of `table`; of an unknown or local table, none."""
        found = self.tables.get(table)
        return {} if found is None or found.local else self._clusters[table]

    def compartment(self, table: str, cluster: str) -> Compartment | None:
        """Return the compartment of a cluster, None if it is not registered."""
        columns = self.clusters(table).get(cluster)
        return self.tables[table].columns[columns[0]].compartment if columns else None

    def policy(self, table: str, cluster: str) -> tuple[Policy, str | None]:
        """Return the rule of merging of a cluster and the column a protective rule ranks."""
        for column in self.clusters(table).get(cluster, ()):
            policy = self.tables[table].columns[column].policy
            if isinstance(policy, Protective):
                return policy, column
        return LATEST, None


def _check_table(table: Table) -> None:
    if table.local:
        return
    if table.subject_column not in (None, "id", *table.columns):
        raise ValueError(f"{table.name}: the subject column is not registered")
    clash = set(STRUCTURAL) & set(table.columns)
    if clash:
        raise ValueError(f"{table.name}: {sorted(clash)} belong to the journal")
    for cluster, columns in table.cluster_columns().items():
        compartments = {table.columns[name].compartment for name in columns}
        ranked = [name for name in columns if isinstance(table.columns[name].policy, Protective)]
        if cluster.startswith("_") or len(compartments) > 1 or len(ranked) > 1:
            raise ValueError(f"{table.name}: cluster {cluster} is not one compartment with one rule")
    local = {table.cluster_of(c) for c, x in table.columns.items() if x.compartment is Compartment.LOCAL}
    if local & set(table.cluster_columns()):
        raise ValueError(f"{table.name}: a cluster is partly local")
