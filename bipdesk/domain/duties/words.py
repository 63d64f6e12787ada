"""The words in which a notice that is owed stands on the start screen."""

from uuid import UUID

from bipdesk.domain.duties.owed import Owed
from bipdesk.domain.duty import Duty, DutyKind

_ENDS = {
    DutyKind.TELL_NOW: "A record of whom you told, when and how",
    DutyKind.WRITE_INCIDENT: "The incident, written down",
    DutyKind.EXIT_SUMMARY: "The exit summary, recorded",
    DutyKind.SEND_EXIT_SUMMARY: "The exit summary, printed and sent",
    DutyKind.PROGRAMME_RETURN: "A record that it was sent",
}
_BY_LETTER = "The letter, or a record of telling it in another way"


def title_of(owed: Owed, name: str) -> str:
    """Return the line: whom to tell what about whom."""
    if owed.duty is DutyKind.WRITE_INCIDENT:
        return f"Write down the threat of {name}"
    if owed.duty is DutyKind.PROGRAMME_RETURN:
        return f"{owed.what[:1].upper()}{owed.what[1:]}, {owed.why}"
    if owed.duty is DutyKind.EXIT_SUMMARY:
        return f"Exit summary of {name}"
    if owed.duty is DutyKind.SEND_EXIT_SUMMARY:
        return f"Send the exit summary of {name} to {owed.to}"
    if owed.duty is DutyKind.NOTICE_STATUS:
        return f"Status report on {name} to {owed.to}"
    if owed.duty is DutyKind.NOTICE_INTERIM:
        return f"Interim summary of {name} to {owed.to}"
    begins = "Now: tell" if owed.duty is DutyKind.TELL_NOW else "Tell"
    return f"{begins} {owed.to} of {name}'s {owed.what}"


def ends_with(owed: Owed) -> str:
    """Return what discharges it."""
    return _ENDS.get(owed.duty, _BY_LETTER)


def duty_of(several: tuple[Owed, ...], subject_id: UUID, name: str) -> Duty:
    """Return several facts that one notice tells as one duty, due when the first of them is."""
    first = min(several, key=lambda owed: owed.rule.due_on)
    why = first.why if len(several) == 1 else f"{first.why}, and {len(several) - 1} more"
    return Duty(
        first.duty,
        subject_id,
        title_of(first, name),
        f"{why} · {first.rule.citation}"
        if first.duty is not DutyKind.PROGRAMME_RETURN
        else first.rule.citation,
        first.rule.due_on,
        citation=first.rule.citation,
        to=first.to,
        discharged_by=ends_with(first),
    )
