"""The sentences of delivery: what a person reads when something cannot be done, and what to do instead."""

DELIVERY_SENTENCES: dict[str, str] = {
    # catch-ups, credits, breaks
    "catch-ups-used-up": "{number} sessions were made up alone already, which is as many as count ({citation}). Let "
    "him join the same session of another group, or tick that the reason is on file.",
    "catch-up-not-alone": "A missed session is made up in a group here, never alone instead ({citation}). Let him "
    "join the same session of another group.",
    "break-too-long": "A break of more than {most} days needs the name of who approved it and a reason ({citation}).",
    "break-overlaps": "He has a break or leave from {since} already. End that one first, or choose other days.",
}
