"""The letters that give a notice: one head and one foot, a body for each document."""

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.disclosure import Disclosure, Document
from bipdesk.domain.exit import SummaryWords
from bipdesk.domain.incident import AtOnce
from bipdesk.domain.letter import course_words
from bipdesk.domain.notice_letter import SAYS_RELEASE, NoticeLetter, SeenHere, ToldIncident
from bipdesk.export.layout.letterhead import begin_letter, end_letter
from bipdesk.export.layout.notice_words import WORDS, NoticeWords
from bipdesk.export.layout.prose import Prose

_LABEL_MM = 88.0
_NARROW_MM = 46.0
_WORDS_LAST = frozenset({Document.INTERIM_SUMMARY, Document.EXIT_SUMMARY})
"""What somebody wrote follows on the numbers here; elsewhere it comes first."""


def render_notice_letter(disclosure: Disclosure, letter: NoticeLetter) -> bytes:
    """Return the letter as PDF; the same values give the same bytes.

    Letters about release say what it does not prove: hard-coded, no setting leaves it out
    (OAR 137-087-0070(2)(a)).
    """
    frame, document = letter.frame, letter.document
    language = "es" if frame.language == "es" else "en"
    words = WORDS[language]
    prose = begin_letter(disclosure, frame, words.titles[document])
    _draw_beginning(prose, letter, words, language)
    _draw_absences(prose, letter, words, language)
    for incident in letter.incidents:
        _draw_incident(prose, incident, words, language)
    if document not in _WORDS_LAST:
        _draw_words(prose, letter, words)
    if letter.summary is not None:
        _draw_summary(prose, letter.summary, words)
    elif letter.seen is not None:
        _draw_seen(prose, letter.seen, words, language)
    if document in _WORDS_LAST:
        _draw_words(prose, letter, words)
    if document is Document.NON_COMPLIANCE_NOTICE and letter.absences:
        prose.paragraph(words.goes_on)
    prose.gap(2)
    _draw_limits(prose, letter, words)
    return end_letter(prose, disclosure, frame)


def _draw_words(prose: Prose, letter: NoticeLetter, words: NoticeWords) -> None:
    if letter.words.strip() and letter.document in words.words:
        prose.heading(words.words[letter.document])
        prose.paragraph(letter.words.strip())


def _draw_limits(prose: Prose, letter: NoticeLetter, words: NoticeWords) -> None:
    """Draw what the letter does not prove; one about an incident tells what happened and nothing more."""
    # Somebody who died was not released; of everybody else the letter says what release does not prove.
    if letter.document in SAYS_RELEASE and letter.end != "died":
        prose.paragraph(words.release)
    elif letter.document is not Document.INCIDENT_NOTICE:
        prose.paragraph(words.promises_nothing)


def _draw_beginning(prose: Prose, letter: NoticeLetter, words: NoticeWords, language: str) -> None:
    day = day_in_words(letter.on_date, language)
    prose.paragraph(words.first[letter.document].format(name=letter.frame.about.name, day=day))
    if letter.end and letter.document in SAYS_RELEASE:
        prose.paragraph(words.ends[letter.end])
    if letter.course is not None:
        prose.paragraph(words.course.format(course=course_words(letter.course, language)))


def _draw_absences(prose: Prose, letter: NoticeLetter, words: NoticeWords, language: str) -> None:
    if letter.absences:
        prose.heading(words.missed)
        prose.bullets([f"{day_in_words(day, language)}: {title}" for day, title in letter.absences])
    if letter.broken_on:
        prose.heading(words.broken)
        prose.bullets([day_in_words(day, language) for day in letter.broken_on])


def _draw_incident(prose: Prose, incident: ToldIncident, words: NoticeWords, language: str) -> None:
    prose.heading(words.kinds[incident.kind])
    lines = [(words.happened, day_in_words(incident.happened_on, language))]
    if incident.heard_on != incident.happened_on:
        lines.append((words.heard, day_in_words(incident.heard_on, language)))
    lines.append((words.told_by, words.provenance[incident.provenance]))
    done = [words.done[each] for each in AtOnce if each in incident.at_once]
    if done:
        together = "; ".join(done)
        lines.append((words.at_once, together[:1].upper() + together[1:]))
    prose.pairs(lines, label_mm=_NARROW_MM)


def _draw_summary(prose: Prose, summary: SummaryWords, words: NoticeWords) -> None:
    texts = (
        summary.dose,
        summary.attendance,
        summary.participation,
        summary.goals,
        summary.recommendations,
    )
    for heading, text in zip(words.summary, texts, strict=True):
        if text.strip():
            prose.heading(heading)
            prose.paragraph(text.strip())


def _draw_seen(prose: Prose, seen: SeenHere, words: NoticeWords, language: str) -> None:
    prose.heading(words.attendance)
    lines = [
        (words.attended, words.attended_of.format(number=seen.attended, all=seen.of)),
        (words.singles, str(seen.one_to_ones)),
        (words.excused, str(seen.excused)),
        (words.unexcused, str(seen.missed)),
    ]
    if seen.last_on is not None:
        lines.append((words.last, day_in_words(seen.last_on, language)))
    prose.pairs(lines, label_mm=_LABEL_MM)
    one, many = words.sessions
    marked = [
        (label, (one if number == 1 else many).format(number=number))
        for label, number in zip(words.scale, seen.participation, strict=True)
        if number
    ]
    if marked:
        prose.heading(words.taking_part)
        prose.pairs(marked, label_mm=_LABEL_MM)
