"""The keys with which an office signs and opens bundles."""

from dataclasses import dataclass

from bipdesk.db.records.file import Unit


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """What this office signs and opens bundles with; it stays inside the encrypted records."""

    signing_seed: bytes
    signing_public: bytes
    identity: str


def own_keys(unit: Unit) -> OwnKeys:
    """Return the keys that were made with the vault."""
    names = ("signing-seed", "signing-public", "age-identity")
    seed, public, identity = (unit.offices.kept(name) or b"" for name in names)
    return OwnKeys(seed, public, identity.decode())
