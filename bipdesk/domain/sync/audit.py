"""The audit of a finished bundle: a second opinion on its plaintext, by other code than the exporter's."""

import json

from bipdesk.domain.sync.bundle import BundleContents
from bipdesk.domain.sync.canonical import InvalidSyncData
from bipdesk.domain.sync.registry import Registry

_ALLOWED = {"county-case/1": {"COURT"}, "county-reply/1": set()}


def check_confined(contents: BundleContents, registry: Registry) -> None:
    """Raise InvalidSyncData if anything in `contents` lies outside its profile (sync.md 5.3, layer 3).

    Items must be the sender's own, hand-backs the recipient's own, and every column registered in an allowed
    compartment: a table or column the registry does not know is refused.
    """
    allowed = _ALLOWED.get(contents.profile)
    if allowed is None:
        raise InvalidSyncData("a profile nobody has agreed")
    for item in contents.items:
        if item.body is not None:
            _check(item.body, contents.org.hex, allowed, registry)
    for returned in contents.returns:
        _check(returned.body, contents.recipient.hex, {"COURT"}, registry)


def _check(body: str, org: str, allowed: set[str], registry: Registry) -> None:
    raw = json.loads(body)
    if raw["org"] != org or raw["compartment"] not in allowed or raw["subject"] is None:
        raise InvalidSyncData("an operation outside the profile")
    for cluster, (value, _) in raw["clusters"].items():
        if cluster.startswith("_"):
            _check_control(raw["table"], cluster, value)
            continue
        table = registry.tables.get(raw["table"])
        for column in value:
            found = table.columns.get(column) if table else None
            if found is None or found.compartment.value not in allowed:
                raise InvalidSyncData(f"a column outside the profile: {raw['table']}.{column}")


def _check_control(table: str, cluster: str, value: dict[str, object]) -> None:
    if cluster.startswith("_life.") and set(value) == {"state", "reason"}:
        return
    if table == "_subject" and cluster.startswith("_share.") and set(value) == {"state"}:
        return
    raise InvalidSyncData(f"an entry outside the profile: {cluster}")
