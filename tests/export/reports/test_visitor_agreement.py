"""The agreement that a visitor signs: one page, both languages, and nothing about what the programme is."""

import pytest

from bipdesk.domain.site import Paper
from bipdesk.domain.visitor import AgreementPaper
from bipdesk.export.reports.visitor_agreement import render_visitor_agreement
from tests.export.reports.sheet_reading import page_texts

TITLES = {"en": "Visitor's confidentiality agreement", "es": "Acuerdo de confidencialidad para visitantes"}


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_agreement_is_one_page_in_either_language(paper: Paper, language: str) -> None:
    form = AgreementPaper("Harlow Valley programme", "K. Lane", "Dale County", paper, language)
    (text,) = page_texts(render_visitor_agreement(form))
    for words in (TITLES[language], "K. Lane", "Dale County", "Harlow Valley programme"):
        assert words in text


@pytest.mark.parametrize("language", ["en", "es"])
def test_it_names_neither_violence_nor_partners(language: str) -> None:
    (text,) = page_texts(render_visitor_agreement(AgreementPaper("Harlow Valley", language=language)))
    for word in ("violen", "partner", "pareja", "abuse", "maltrato", "batter"):
        assert word not in text.casefold()


def test_the_same_values_give_the_same_bytes() -> None:
    form = AgreementPaper("Harlow Valley programme")
    assert render_visitor_agreement(form) == render_visitor_agreement(form)
