"""A form in two languages that repeats, has lists and rules: what the tests of forms are made with."""

from pathlib import Path

from bipdesk.desk import Desk
from bipdesk.domain.form_read import FormRead
from bipdesk.domain.instrument import Instrument
from bipdesk.domain.instrument_reading import parse_instrument

SAMPLE = "x-sample"
_FILE = Path(__file__).parent / "samples" / "sample-form.toml"


def sample_form() -> Instrument:
    """Return the form."""
    return parse_instrument(_FILE.read_text(encoding="utf-8"), _FILE.name)


def taken_over(desk: Desk) -> Instrument:
    """Take the form over into a programme that has it not yet, and return it as it is there."""
    if all(form.instrument.id != SAMPLE for form in desk.imported_forms.forms()):
        desk.imported_forms.take_over(FormRead(_FILE.name, sample_form(), (), ()))
    return desk.instruments.definition(SAMPLE)
