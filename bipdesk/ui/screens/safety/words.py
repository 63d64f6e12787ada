"""Partners in words, as the safety officer reads them."""

from bipdesk.services.safety.values import Channel, Partner, SafeContactRule, Support
from bipdesk.ui.widgets.pill import State

CHANNELS = {
    Channel.PHONE: "Telephone",
    Channel.VISIT: "Visit",
    Channel.LETTER: "Letter",
    Channel.VIDEO: "Video call",
    Channel.OTHER: "Other",
}
SUPPORT_STATES = {
    Support.NOT_YET_ASKED: State.WARN,
    Support.ACCEPTED: State.SAFETY,
    Support.DECLINED: State.NEUTRAL,
}
NO_CONTACT = "No contact: she has not said yet how she may be reached."


def who(partner: Partner) -> str:
    """Return her name, or her code where no name is written down."""
    return partner.name or partner.code


def whose(partner: Partner) -> str:
    """Return "Partner of Aaron Pruett", or that there is no link yet."""
    return f"Partner of {partner.participant_name}" if partner.participant_name else "Linked to nobody yet"


def rule_sentences(rule: SafeContactRule) -> tuple[str, ...]:
    """Return the safe-contact rule in sentences; without her word there is one: no contact."""
    if not rule.allowed:
        return (NO_CONTACT,)
    sentences = [f"Safe: {rule.ways}" if rule.ways else "She may be contacted."]
    if rule.never:
        sentences.append(f"Never: {rule.never}")
    if rule.code_word:
        sentences.append(f"Code word: {rule.code_word}")
    return tuple(sentences)


def next_code(taken: tuple[str, ...]) -> str:
    """Return the next free code, W001 and on; any other code may be typed."""
    number = len(taken) + 1
    while f"W{number:03}" in taken:
        number += 1
    return f"W{number:03}"
