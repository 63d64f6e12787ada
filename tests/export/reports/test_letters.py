"""Waiver, agreement and letters on paper: whole, plain, in both languages, neutral where an envelope "
"shows it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bipdesk.domain.agreement import AgreementForm, Section
from bipdesk.domain.agreement_texts import default_text
from bipdesk.domain.disclosure import (
    FACTS,
    Authority,
    AuthorityKind,
    Disclosure,
    Document,
    Recipient,
    unfit_word,
)
from bipdesk.domain.letter import (
    About,
    AcceptanceLetter,
    Course,
    LetterFrame,
    Letterhead,
    RejectionNotice,
    RevocationNotice,
    StatusLetter,
)
from bipdesk.domain.site import Paper
from bipdesk.domain.waiver import NamedRecipient, RecipientClass, default_terms
from bipdesk.domain.waiver_form import WaiverForm
from bipdesk.export.reports.acceptance_letter import render_acceptance_letter
from bipdesk.export.reports.agreement import render_agreement
from bipdesk.export.reports.rejection_notice import render_rejection_notice
from bipdesk.export.reports.revocation_notice import render_revocation_notice
from bipdesk.export.reports.status_letter import render_status_letter
from bipdesk.export.reports.waiver import render_waiver
from tests.export.reports.sheet_reading import all_text, overlapping, page_texts, run_poppler, words

DAY = date(2026, 11, 21)
COURSE = Course(24, 4, 1, 150)
HEAD = Letterhead("Harlow Valley programme", ("PO Box 14, Harlow", "Telephone 555-0100"))
TO = Recipient("Dale County Probation", RecipientClass.PROBATION, lines=("120 Court Street", "Harlow"))
SETS = [(language, paper) for language in ("en", "es") for paper in Paper]
WINDOW_POINTS = (57.0, 128.0, 312.0, 255.0)
"""Left, top, right, bottom of what an envelope's window may show, in points."""


def frame(language: str, paper: Paper) -> LetterFrame:
    about = About("Gabriel Núñez", "26-CR-1142")
    return LetterFrame(replace(HEAD, paper=paper), about, "T4-00012/20261121", DAY, "C. Rivers", language)


def disclosure(document: Document) -> Disclosure:
    right = Authority(AuthorityKind.WAIVER, "Waiver signed on 9 July 2026", date(2026, 7, 9))
    return Disclosure(document, TO, right, FACTS[document], DAY)


def letters(language: str, paper: Paper) -> list[bytes]:
    held = frame(language, paper)
    return [
        render_acceptance_letter(disclosure(Document.ACCEPTANCE_LETTER), AcceptanceLetter(held, DAY, COURSE)),
        render_rejection_notice(
            disclosure(Document.REJECTION_NOTICE), RejectionNotice(held, DAY, "He recalls no aggression.")
        ),
        render_revocation_notice(
            disclosure(Document.REVOCATION_NOTICE), RevocationNotice(held, date(2026, 7, 9), DAY)
        ),
        render_status_letter(
            disclosure(Document.STATUS_LETTER),
            StatusLetter(held, date(2026, 7, 10), COURSE, 11, 1, 2, 2, 2, DAY, (0, 2, 7, 2)),
        ),
    ]


def forms(language: str, paper: Paper) -> list[bytes]:
    head = replace(HEAD, paper=paper)
    named = (NamedRecipient("Dr M. Okafor", RecipientClass.HEALTH),)
    terms = replace(default_terms(DAY, language), named=named)
    texts = {section: default_text(section, language) for section in Section}
    return [
        render_waiver(
            WaiverForm(head, terms, "Gabriel Núñez", None, "T4-00012", "WAC 388-60B-0365", language)
        ),
        render_agreement(AgreementForm(head, texts, COURSE, "Gabriel Núñez", "T4-00012", language)),
    ]


@pytest.mark.parametrize(("language", "paper"), SETS)
def test_every_paper_is_whole_and_the_same_to_the_byte(language: str, paper: Paper, tmp_path: Path) -> None:
    made = letters(language, paper) + forms(language, paper)
    assert made == letters(language, paper) + forms(language, paper)
    for pdf in made:
        assert overlapping(words(pdf, tmp_path)) == []
        assert "Gabriel Núñez" in all_text(pdf)
        assert "Type 3" not in run_poppler("pdffonts", pdf, tmp_path)


@pytest.mark.parametrize(("language", "paper"), SETS)
def test_a_letter_takes_one_page_and_the_forms_two(language: str, paper: Paper) -> None:
    assert [len(page_texts(pdf)) for pdf in letters(language, paper)] == [1, 1, 1, 1]
    assert [len(page_texts(pdf)) for pdf in forms(language, paper)] == [2, 2]


@pytest.mark.parametrize(("language", "paper"), SETS)
def test_the_window_of_an_envelope_shows_the_recipient_alone(
    language: str, paper: Paper, tmp_path: Path
) -> None:
    left, top, right, bottom = WINDOW_POINTS
    for pdf in letters(language, paper):
        seen = {
            word.text
            for word in words(pdf, tmp_path)
            if word.left < right and word.right > left and word.top < bottom and word.bottom > top
        }
        assert seen == {"Dale", "County", "Probation", "120", "Court", "Street", "Harlow"}


@pytest.mark.parametrize(("language", "paper"), SETS)
def test_no_letter_promises_what_nobody_knows_and_each_says_by_what_right(
    language: str, paper: Paper
) -> None:
    for pdf in letters(language, paper):
        text = " ".join(all_text(pdf).split())
        assert unfit_word(text) == ""
        assert ("right" if language == "en" else "derecho") in text
    said = {
        "en": "not evidence that he has stopped being violent",
        "es": "no prueba que haya dejado de ser violento",
    }
    assert said[language] in " ".join(all_text(letters(language, paper)[3]).split())


def test_the_documents_title_says_nothing_of_the_subject(tmp_path: Path) -> None:
    for pdf in letters("en", Paper.A4):
        info = run_poppler("pdfinfo", pdf, tmp_path)
        assert "T4-00012/20261121" in info
        assert "Núñez" not in info


def test_without_a_case_number_his_date_of_birth_tells_him_apart() -> None:
    held = replace(frame("en", Paper.A4), about=About("Gabriel Núñez", "", date(1988, 3, 4)))
    notice = RevocationNotice(held, DAY, DAY)
    text = all_text(render_revocation_notice(disclosure(Document.REVOCATION_NOTICE), notice))
    assert "Gabriel Núñez, born 4 March 1988" in text


def test_long_names_and_texts_go_on_to_further_pages_and_stay_whole(tmp_path: Path) -> None:
    texts = {section: "A long sentence that goes on. " * 60 for section in Section}
    form = AgreementForm(HEAD, texts, COURSE, "Maximiliano " * 6, "T4-00012")
    pdf = render_agreement(form)
    pages = page_texts(pdf)
    assert len(pages) > 3
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]
    assert "Your signature" in pages[-1]
    assert overlapping(words(pdf, tmp_path)) == []
