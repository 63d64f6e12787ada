"""What the invented safety officer writes down; none of it occurs on the records side."""

WAYS = (
    "Call weekdays 10:00 to 14:00 and ask for the reading circle",
    "Call her sister's number on Sundays after church",
    "Write to the work address only, plain envelope",
    "Call the school office, they fetch her; say it is about the bake sale",
    "Video call at the clinic, first Monday of the month",
    "She rings us; we do not ring",
)

NEVER = (
    "text, or leave a message",
    "after 15:30, the line is shared",
    "by post to the farm",
    "name the programme, also not to relatives",
    "ring twice in a row",
)

CODE_WORDS = (
    "marigold",
    "tin whistle",
    "blue kettle",
    "walnut cake",
    "lighthouse",
    "paper lantern",
    "wheelbarrow",
    "sourdough",
)

REMARKS = (
    "Wishes to be told of every absence",
    "Does not wish to be told anything for now; asked again in spring",
    "Moved in March; new address is with the victim service, not here",
    "Interpreter by telephone, never from the valley",
    "Has an advocate at the county victim service",
    "",
)

FIRST_CONTACTS = (
    "Explained who we are and that help does not depend on what he does. She wants time to think.",
    "Told her that he was accepted and which evening the meetings are. She asked what he is told: nothing.",
    "Introduced ourselves. She has a plan already and went through it with us.",
)

LATER_CONTACTS = (
    "Told her of his absence. She had noticed and stayed with her cousin that night.",
    "Went through the plan again: spare keys, papers, the neighbour with the porch light.",
    "She reports that he has followed her to the feed store. Wants no mention of this to him.",
    "Quiet weeks, she says. Sleeps better. Asked for the number of the legal clinic.",
    "School knows who may fetch the children. New lock fitted on the back door.",
    "Asked how she is. Twenty minutes. Next time on the same weekday.",
    "She finds that he listens longer before he speaks. Nothing else has changed so far.",
)

DECLINED_CONTACT = "She declined further contact. Told that she can come back whenever she wishes."

PAPERS = (
    "Police report, pages 2 to 4, in the steel cabinet of the officer",
    "Protection order, copy in the grey folder",
    "Referral form of the court, second sheet",
    "",
)

HAND_OVER_REMARKS = (
    "Police were called twice in the last year",
    "He asked at intake whether she would be told; he was given the leaflet",
    "",
    "",
)

RELATIONS = ("wife", "former wife", "partner", "former partner", "mother of his child")

CHILD_NAMES = ("Tansy", "Ivo", "Marisol", "Pernell", "Aneurin", "Zosia")
