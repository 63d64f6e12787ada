"""The packs that a form offers, read from the program's own files."""

from bipdesk import assets
from bipdesk.domain.pack import Packs, parse_pack


def offered_packs() -> Packs:
    """Return every pack; needed also where nothing is unlocked yet, in the set-up."""
    return Packs(parse_pack(assets.read_text(name), name) for name in assets.names("packs", ".toml"))
