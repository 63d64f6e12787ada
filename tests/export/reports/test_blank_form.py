"""Blank forms, read back from their PDF: everything is on the paper, and nothing runs into anything else."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from bipdesk.domain.blank_form import BlankForm, BlankKind, BlankLine, BlankSection
from bipdesk.domain.instrument_blank import blank_of
from bipdesk.domain.site import Paper
from bipdesk.export.reports.blank_form import render_blank_form
from tests.export.reports.sheet_reading import all_text, overlapping, words
from tests.sample_form import sample_form

LONG = "A question that goes on and on, with enough words in it that it has to be set on several lines. " * 3


def every_kind(paper: Paper = Paper.A4) -> BlankForm:
    """Return a form with a line of each kind, each asked with many words."""
    options = ("Never", "Sometimes, but only when it cannot be helped at all", "Often")
    lines = tuple(
        BlankLine(f"{kind}: {LONG}", kind, options, hint=LONG, rule="only if 1 is Yes", lines=3)
        for kind in BlankKind
    )
    sections = (BlankSection("Part one", lines, note=LONG), BlankSection("Entry", lines[:3], copies=3))
    return BlankForm("Every kind of question", sections, "Source", "every 1", paper)


@pytest.mark.parametrize("paper", Paper)
def test_nothing_on_the_paper_runs_into_anything_else(paper: Paper, tmp_path: Path) -> None:
    pdf = render_blank_form(every_kind(paper))
    page = PdfReader(BytesIO(pdf)).pages[0].mediabox
    found = words(pdf, tmp_path)
    assert {word.page for word in found} == {1, 2, 3, 4, 5}
    assert overlapping(found) == []
    assert all(word.right < page.width - 30 and word.bottom < page.height - 20 for word in found)


def test_everything_is_on_the_paper_in_order_with_room_for_the_case_number() -> None:
    form = blank_of(sample_form())
    text = all_text(render_blank_form(form))
    wanted = ["Chain of events", "Case number", "1.", "The abusive behaviour", "Link in the chain · Entry 1"]
    wanted += ["The need to control", "only if 4 has Something else ticked", "Entry 3", "Page 1 of"]
    assert [each for each in wanted if each not in text] == []


def test_a_spanish_form_is_spanish_to_the_last_word() -> None:
    text = all_text(render_blank_form(blank_of(sample_form(), "es")))
    wanted = (
        "Cadena de hechos",
        "Número de expediente",
        "Enojo",
        "No se sabe",
        "marque todas",
        "Página 1 de",
    )
    assert [each for each in wanted if each not in text] == []
    assert not any(each in text for each in ("Case number", "tick", "only if", "Evidence"))


def test_the_same_form_gives_the_same_bytes_and_names_nobody() -> None:
    one, two = render_blank_form(every_kind()), render_blank_form(every_kind())
    assert one == two
    known = PdfReader(BytesIO(one)).metadata
    assert known is not None and not known.author
