"""Letters that give a notice: whole in both languages, and honest about what release proves."""

from datetime import date
from pathlib import Path

import pytest

from bipdesk.domain.disclosure import (
    FACTS,
    Authority,
    AuthorityKind,
    Disclosure,
    Document,
    Provenance,
    Recipient,
    unfit_word,
)
from bipdesk.domain.exit import SummaryWords
from bipdesk.domain.incident import AtOnce, IncidentKind
from bipdesk.domain.letter import About, Course, LetterFrame, Letterhead
from bipdesk.domain.notice import NOTICE_OF
from bipdesk.domain.notice_letter import SAYS_RELEASE, NoticeLetter, SeenHere, ToldIncident
from bipdesk.domain.waiver import RecipientClass
from bipdesk.export.layout.notice_words import WORDS
from bipdesk.export.reports.notice_letter import render_notice_letter
from tests.export.reports.sheet_reading import all_text, overlapping, words

DAY = date(2026, 11, 12)
NOTICES = sorted(set(NOTICE_OF) - {Document.STATUS_LETTER})
RELEASE = {
    "en": "Release is not evidence that he is now non-violent",
    "es": "La salida del programa no prueba que ahora no sea violento",
}
FULL = {
    "words": "The hall was closed early.",
    "absences": ((DAY, "My Thinking 3"),),
    "broken_on": (DAY,),
    "incidents": (ToldIncident(IncidentKind.THREAT, DAY, DAY, Provenance.STAFF, frozenset({AtOnce.POLICE})),),
    "course": Course(24, 4, 1, 150),
    "seen": SeenHere(17, 24, 1, 2, 3, DAY, (0, 2, 9, 6)),
}


def letter(document: Document, language: str, **more: object) -> bytes:
    """Return a letter with all in it that it can have."""
    to = Recipient("Dale County Court", RecipientClass.COURTS, lines=("120 Court Street", "Harlow"))
    authority = Authority(AuthorityKind.WAIVER, "Waiver signed on 2 July 2026", date(2026, 7, 2))
    leave = Disclosure(document, to, authority, FACTS[document], DAY)
    head = Letterhead("Harlow Valley programme", ("PO Box 14, Harlow",))
    frame = LetterFrame(
        head, About("Karl Krepelka", "2026-DV-114"), "R5-1/20261112", DAY, "R. Ortega", language
    )
    return render_notice_letter(leave, NoticeLetter(frame, document, DAY, **(FULL | more)))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("document", NOTICES)
def test_each_letter_is_whole_and_promises_nothing(document: Document, language: str, tmp_path: Path) -> None:
    pdf = letter(document, language)
    text = " ".join(all_text(pdf).split())

    assert WORDS[language].titles[document] in text
    assert "Karl Krepelka" in text
    assert (RELEASE[language] in text) == (document in SAYS_RELEASE)
    assert unfit_word(text) == ""
    assert overlapping(words(pdf, tmp_path)) == []
    assert letter(document, language) == pdf


@pytest.mark.parametrize("end", sorted(WORDS["en"].ends))
def test_every_kind_of_end_is_said_and_only_of_the_dead_nothing_about_release(
    end: str, tmp_path: Path
) -> None:
    text = " ".join(all_text(letter(Document.EXIT_SUMMARY, "en", end=end)).split())

    assert WORDS["en"].ends[end] in text
    assert (RELEASE["en"] in text) == (end != "died")


def test_the_prepared_summary_stands_in_place_of_the_numbers() -> None:
    summary = SummaryWords("24 sessions", "17 of 24", "Well", "Two of three goals", "None")
    text = all_text(letter(Document.EXIT_SUMMARY, "en", summary=summary))

    assert "Two of three goals" in text
    assert "Hardly" not in text
    assert "Group sessions attended" not in text
