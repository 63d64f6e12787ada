"""The three-way review on paper: three voices side by side, lines to sign, nothing of how risk stands."""

from dataclasses import replace

import pytest

from bipdesk.domain.review import COLUMNS, ReviewFacts, ReviewKind, ReviewWords, SignedOn, Voice
from bipdesk.domain.review_sheet import ReviewSheet
from bipdesk.domain.site import Paper
from bipdesk.export.reports.review_sheet import render_review_sheet
from tests.endings import REVIEW, TODAY, WORDS
from tests.export.reports.sheet_reading import page_texts

BLANK = ReviewSheet("Harlow Valley programme", ReviewKind.POST_GROUP)
FACTS = ReviewFacts("24 of 24 group sessions.", "Goals: 2 reached.", "DASH: High. Open red flags: 2.")
FILLED = replace(BLANK, details=replace(REVIEW, facts=FACTS), name="Aaron Pruett", case_number="HV-0012")
TITLES = {"en": "Three-way review after the group", "es": "Revisión entre tres después del grupo"}


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_blank_sheet_is_one_page_with_every_question_and_names_nobody(paper: Paper, language: str) -> None:
    (text,) = page_texts(render_review_sheet(replace(BLANK, paper=paper, language=language)))
    assert TITLES[language] in text
    if language == "en":
        for voice in Voice:
            assert all(question in text for _, question in COLUMNS[voice])


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_filled_sheet_says_what_each_said_and_never_how_risk_stands(paper: Paper, language: str) -> None:
    pages = page_texts(render_review_sheet(replace(FILLED, paper=paper, language=language)))
    text = " ".join("".join(pages).split())
    for said in ("Aaron Pruett", "Fridays, when", "Go on with the log", "24 of 24 group sessions."):
        assert said in text
    assert "DASH" not in text and "red flag" not in text


def test_who_has_signed_has_the_day_beside_the_line() -> None:
    signed = replace(REVIEW, signed=SignedOn(participant=TODAY))
    (text,) = page_texts(render_review_sheet(replace(FILLED, details=signed)))
    assert text.count("signed on 19 November 2026") == 1


def test_long_words_go_on_on_the_next_page_and_nothing_is_lost() -> None:
    words = ReviewWords(**{name: f"begin-{name} " + "word " * 900 + f"end-{name}" for name in _names()})
    pages = page_texts(render_review_sheet(replace(FILLED, details=replace(REVIEW, words=words))))
    assert len(pages) > 2
    text = " ".join(" ".join(pages).split())
    assert all(f"begin-{name}" in text and f"end-{name}" in text for name in _names())


def test_the_same_values_give_the_same_bytes() -> None:
    assert render_review_sheet(FILLED) == render_review_sheet(FILLED)
    assert WORDS.changed  # what was compared says something


def _names() -> list[str]:
    return [name for questions in COLUMNS.values() for name, _ in questions]
