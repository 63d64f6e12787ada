"""The printed curriculum, read back from its PDF."""

from datetime import date
from io import BytesIO

from pypdf import PdfReader

from bipdesk.domain.coverage import coverage_of
from bipdesk.domain.curricula import with_words
from bipdesk.domain.curriculum_paper import CurriculumPaper
from bipdesk.domain.own_curriculum import SessionWords
from bipdesk.domain.site import Paper
from bipdesk.export.reports.curriculum import NOT_TAGGED, render_curriculum
from bipdesk.library_files import load_curricula, load_topics

DATES = {"thinking-3": date(2027, 1, 21)}
WORDS = {"thinking-3": SessionWords("Listening", ("To listen",), ("impact", "noticing"))}


def _paper(curriculum_id: str = "bbr-1") -> CurriculumPaper:
    curriculum = with_words(load_curricula().of(curriculum_id), WORDS)
    coverage = coverage_of(curriculum, load_topics(), DATES, "Thursday group")
    return CurriculumPaper("Harlow Valley programme", Paper.A4, coverage, DATES, date(2026, 11, 19))


def _text(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_every_session_every_aim_and_every_topic_is_on_it_with_the_dates_of_the_group() -> None:
    text = _text(render_curriculum(_paper()))
    assert "Listening, 21 January 2027" in text and "To listen" in text and "Topics 4, 5" in text
    assert "My Relationships 6" in text and "Thursday group" in text
    assert text.count(NOT_TAGGED) == 6


def test_what_no_source_names_is_said() -> None:
    text = _text(render_curriculum(_paper("power-and-control-1")))
    assert "no length is named" in text
    assert text.count("Vignette or video, Control log") == 8
    assert text.count(NOT_TAGGED) == 8


def test_the_same_curriculum_gives_the_same_bytes() -> None:
    assert render_curriculum(_paper()) == render_curriculum(_paper())
