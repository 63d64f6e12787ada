"""The waiver of confidentiality to be read, understood and signed, in plain English or plain Spanish."""

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.waiver import COMPULSORY, OFFERED, DisclosureTopic, RecipientClass
from bipdesk.domain.waiver_form import WaiverForm
from bipdesk.export.layout.fitting import fit_line
from bipdesk.export.layout.page import PageDrawing
from bipdesk.export.layout.prose import SMALL, Prose
from bipdesk.export.layout.waiver_words import WaiverWords, waiver_words
from bipdesk.export.layout.words import words_for

_LINE = "_" * 34
_DAY = "_" * 16


def render_waiver(form: WaiverForm) -> bytes:
    """Return the paper as PDF; the same values give the same bytes."""
    words = waiver_words(form.language)
    page = PageDrawing(form.head.paper, words.title, words_for(form.language).language)
    prose = Prose(page, f"{form.head.programme_name} · {form.case_number}".rstrip(" ·"), _page_words(form))
    prose.draw(6.0, lambda y: page.text(page.left, y + 3, *fit_line(form.head.programme_name, SMALL, 150, 7)))
    prose.title(words.title)
    prose.paragraph(words.introduction)
    _draw_person(prose, form, words)
    _draw_recipients(prose, form, words)
    _draw_topics(prose, form, words)
    _draw_time(prose, form, words)
    _draw_rights(prose, words)
    _draw_signatures(prose, words)
    return prose.finish()


def _page_words(form: WaiverForm) -> str:
    return words_for(form.language).page


def _draw_person(prose: Prose, form: WaiverForm, words: WaiverWords) -> None:
    born = form.date_of_birth
    prose.pairs(
        [
            (words.name, form.name or _LINE),
            (words.born, _DAY if born is None else day_in_words(born, form.language)),
            (words.number, form.case_number or _DAY),
        ],
        between_mm=0.6 if form.name else 3.8,
    )


def _draw_recipients(prose: Prose, form: WaiverForm, words: WaiverWords) -> None:
    prose.heading(words.who)
    prose.paragraph(words.who_must, after=1.0)
    prose.ticks([_recipient(each, form, words) for each in OFFERED if each in COMPULSORY])
    prose.paragraph(words.who_may, after=1.0)
    prose.ticks([_recipient(each, form, words) for each in OFFERED if each not in COMPULSORY])
    named = [each.name for each in form.terms.named]
    if named:
        prose.paragraph(words.who_by_name, after=0.6)
        prose.bullets(named)
    elif form.blank:
        prose.paragraph(f"{words.who_by_name} {_LINE}")


def _recipient(each: RecipientClass, form: WaiverForm, words: WaiverWords) -> tuple[str, bool]:
    return words.classes[each], not form.blank and each in form.terms.recipients


def _draw_topics(prose: Prose, form: WaiverForm, words: WaiverWords) -> None:
    prose.heading(words.what)
    topics = form.terms.topics
    prose.ticks([(words.topics[each], not form.blank and each in topics) for each in DisclosureTopic])
    prose.heading(words.never)
    prose.bullets(words.never_told)
    prose.heading(words.way)
    prose.paragraph(words.ways[form.terms.direction])


def _draw_time(prose: Prose, form: WaiverForm, words: WaiverWords) -> None:
    terms = form.terms
    prose.heading(words.how_long)
    begins = _DAY if form.blank else day_in_words(terms.begins_on, form.language)
    prose.paragraph(words.from_day.format(day=begins), after=0.4)
    if terms.ends_on is not None:
        prose.paragraph(words.until_day.format(day=day_in_words(terms.ends_on, form.language)))
        return
    prose.paragraph(words.until_discharge.format(days=terms.days_after_discharge), after=0.4)
    if form.until_citation:
        prose.small(words.citation.format(citation=form.until_citation))


def _draw_rights(prose: Prose, words: WaiverWords) -> None:
    prose.heading(words.limits)
    prose.paragraph(words.limits_text, after=0.6)
    prose.bullets(words.limits_told)
    prose.heading(words.revoke)
    prose.bullets(words.revoke_told)


def _draw_signatures(prose: Prose, words: WaiverWords) -> None:
    prose.keep(75)
    prose.heading(words.sign)
    prose.paragraph(words.sign_text)
    prose.ticks([(words.read_to_me, False)])
    prose.signatures(
        [(words.signature, words.date), (words.witness, words.date), (words.interpreter, words.date)]
    )
