"""The sentences of delivery: what a person reads when something cannot be done, and what to do instead."""

DELIVERY_SENTENCES: dict[str, str] = {
    # catch-ups, credits, breaks
    "catch-ups-used-up": "{number} sessions were made up alone already, which is as many as count ({citation}). Let "
    "him join the same session of another group, or tick that the reason is on file.",
    "catch-up-not-alone": "A missed session is made up in a group here, never alone instead ({citation}). Let him "
    "join the same session of another group.",
    "break-too-long": "A break of more than {most} days needs the name of who approved it and a reason ({citation}).",
    "break-overlaps": "He has a break or leave from {since} already. End that one first, or choose other days.",
    # the register
    "register-disputed": "Lines in which two entries stand against each other: {number}. Say which stands, then close it.",
    "visitor-unsigned": "No confidentiality agreement is signed by: {names} ({citation}). Let them sign and enter the "
    "day, or take them out of the register.",
    "hours-wrong": "A session from {began} to {ended} cannot be. Enter when it began and when it ended.",
    "guest-refused": "{name} cannot catch up this session here: {reason}.",
}
