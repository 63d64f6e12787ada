"""The eligibility files that a form offers, read from the program's own files."""

from bipdesk import assets
from bipdesk.domain.answer_set import Instruments
from bipdesk.domain.instrument_reading import parse_instrument
from bipdesk.domain.suitability import PURPOSE


def offered_eligibility() -> tuple[tuple[str, object], ...]:
    """Return title and id of every file, the newest version of each; needed also in the set-up."""
    files = Instruments(
        parse_instrument(assets.read_text(name), name)
        for name in assets.names("instruments", ".toml")
        if PURPOSE in name
    )
    return tuple((each.title.text(), each.id) for each in files.for_purpose(PURPOSE))
