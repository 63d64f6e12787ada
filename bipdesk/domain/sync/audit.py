"""The audit of a finished bundle: a second opinion on its plaintext, by other code than the exporter's."""

import re
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from bipdesk.domain.sync.registry import Registry

Allow = Callable[[str, Mapping[str, Any]], bool]

_REASON = re.compile(r"[a-z][a-z-]{0,39}")  # a key, never what somebody typed
_ALLOWED = {"county-case/1": {"COURT"}, "county-reply/1": set[str]()}


def confines(profile: str, sender: UUID, recipient: UUID, registry: Registry) -> Allow:
    """Return the test every operation of a finished bundle must pass, by its section (sync.md 5.3, layer 3).

    Items must be the sender's own, hand-backs the recipient's own, every column registered in an allowed
    compartment; a table or column nobody knows is refused.
    """
    compartments = _ALLOWED.get(profile, set())

    def allow(section: str, operation: Mapping[str, Any]) -> bool:
        if section == "items":
            return _is_confined(operation, sender.hex, compartments, registry)
        return section == "returns" and _is_confined(operation, recipient.hex, {"COURT"}, registry)

    return allow


def _is_confined(raw: Mapping[str, Any], org: str, allowed: set[str], registry: Registry) -> bool:
    if raw["org"] != org or raw["compartment"] not in allowed or raw["subject"] is None:
        return False
    return all(
        _is_control(raw["table"], cluster, value)
        if cluster.startswith("_")
        else _is_listed(raw["table"], value, allowed, registry)
        for cluster, (value, _) in raw["clusters"].items()
    )


def _is_listed(name: str, value: Mapping[str, object], allowed: set[str], registry: Registry) -> bool:
    table = registry.tables.get(name)
    if table is None or table.local:
        return False
    return all(column in table.columns and table.columns[column].compartment in allowed for column in value)


def _is_control(table: str, cluster: str, value: Mapping[str, object]) -> bool:
    if cluster.startswith("_life."):
        return set(value) == {"state", "reason"} and bool(_REASON.fullmatch(str(value["reason"])))
    return table == "_subject" and cluster.startswith("_share.") and set(value) == {"state"}
