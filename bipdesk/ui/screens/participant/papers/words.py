"""What the tab Papers says of waivers and disclosures, in words."""

from datetime import date
from typing import TYPE_CHECKING

from bipdesk.domain.disclosed import Disclosed, Sent
from bipdesk.domain.waiver import DisclosureTopic, RecipientClass, WaiverTerms
from bipdesk.ui.format import joined, short_date
from bipdesk.ui.widgets.pill import State

if TYPE_CHECKING:
    from bipdesk.services.waivers import WaiverLine

LANGUAGES: tuple[tuple[str, object], ...] = (("English", "en"), ("Spanish", "es"))


def waiver_state(line: "WaiverLine", today: date) -> tuple[str, State]:
    """Return the word of a waiver's pill and its state."""
    waiver = line.waiver
    if waiver.signed_on is None:
        return "To be signed", State.WARN
    if waiver.revoked_on is not None:
        return "Revoked", State.BAD
    if not line.stands:
        over = line.last_day is not None and line.last_day < today
        return ("Run out" if over else "Not begun"), State.BAD
    return ("In force", State.GOOD) if not waiver.terms.missing_classes else ("Not enough", State.WARN)


def waiver_title(line: "WaiverLine", today: date) -> str:
    """Return "Signed 9 Jul before C. Rivers, revoked 3 Nov"."""
    waiver = line.waiver
    if waiver.signed_on is None:
        return f"Made for {language_word(waiver.terms.language)} paper, waits for the signature"
    words = f"Signed {short_date(waiver.signed_on, today)}"
    if waiver.witnessed_by:
        words += f" before {waiver.witnessed_by}"
    if waiver.revoked_on is not None:
        words += f", revoked {short_date(waiver.revoked_on, today)}"
    return words


def terms_words(line: "WaiverLine", today: date, citation: str) -> tuple[str, ...]:
    """Return to whom, about what, which way and until when, a line each."""
    terms = line.waiver.terms
    whom = [each.label for each in RecipientClass if each in terms.recipients]
    whom += [each.name for each in terms.named]
    lines = [
        f"To: {'; '.join(whom)}",
        f"About: {_topics(terms)}",
        joined(terms.direction.label, until_words(terms, line.last_day, today, citation)),
    ]
    missing = terms.missing_classes
    if missing:
        names = ", ".join(each.label.lower() for each in missing)
        lines.append(f"Without {names} he cannot be accepted.")
    return tuple(lines)


def until_words(terms: WaiverTerms, last_day: date | None, today: date, citation: str) -> str:
    """Return until when a waiver holds, with where the rule stands."""
    if terms.ends_on is not None:
        return f"Until {short_date(terms.ends_on, today)}"
    rule = f"until {terms.days_after_discharge} days after discharge ({citation})"
    if last_day is None:
        return rule[:1].upper() + rule[1:]
    return f"Until {short_date(last_day, today)}: {rule[6:]}"


def _topics(terms: WaiverTerms) -> str:
    if terms.topics == frozenset(DisclosureTopic):
        return "everything but class notes"
    return "; ".join(each.label.lower() for each in DisclosureTopic if each in terms.topics)


def disclosed_state(line: Disclosed, today: date) -> tuple[str, State]:
    """Return the word of a disclosure's pill and its state."""
    if line.sent is Sent.NOT_YET:
        return "Not printed", State.WARN
    day = (line.sent_at or line.made_at).date()
    return f"{line.sent.value.capitalize()} {short_date(day, today)}", State.GOOD


def disclosed_detail(line: Disclosed, today: date) -> str:
    """Return who told what, when and by what right."""
    made = f"{short_date(line.made_at.date(), today)}, {line.made_by}".rstrip(", ")
    return joined(made, line.authority.words, f"Told: {'; '.join(line.fields)}")


def language_word(language: str) -> str:
    """Return the name of a paper's language."""
    return "Spanish" if language == "es" else "English"
