"""What the invented programme writes down: notes of both classes, reasons, referrers, places."""

CLASS_NOTES = (
    "Chain of events: named the moment he chose to block the door.",
    "Spoke of his own father for the first time. Asked that it stays in the room.",
    "Set himself a time-out as homework and said when he will use it.",
    "Quiet tonight. Said in the break that the date would have been a wedding anniversary.",
    "Practised listening without answering back; found it hard and said so.",
    "Challenged another participant calmly when he blamed drink.",
    "Read out his control log. Two entries, both in his own words.",
    "Worries about work: hours were cut at the mill. Spoke to him about transport.",
    "Says 'I did' instead of 'it happened' for the first time.",
    "Asked what his children may have heard. Long silence in the group, good talk afterwards.",
    "Needed the worksheet read aloud. Offered the same for next week, quietly.",
    "Noticed his jaw and hands before he noticed the anger. Drew it on the sheet.",
    "Laughed at a remark about women in the break. Taken up with him before he went home.",
    "Took the role of the one who is shouted at. Said he had not known how small the room gets.",
    "Names three people he could ring before he rings in anger.",
    "Left the chair empty exercise half done. To be taken up in the next 1-2-1.",
)

RISK_NOTES = (
    "Said that he drove past the house twice this month. Told that this is a breach; coordinator informed.",
    "Came in smelling of drink. Sent home with his brother. To be reported.",
    "Said that he knows where she works now. Facilitators spoke with him and with the coordinator.",
    "Says that he has given his shotgun to his uncle. Not checked.",
    "Lost his job on Monday and sleeps in the truck. Two risk factors more than last week.",
    "Spoke of the custody hearing as a war. No threat was uttered. Watch before the hearing.",
    "Admits that he reads messages on a phone that is not his.",
    "Began to take tablets again, he says, against the pain. No prescription.",
    "Said that nobody will keep him from the children. Asked what he means: the court, he says.",
)

PRE_GROUP_NOTES = (
    "Pre-group 1-2-1: motivated, can tell of one incident, leaves out what he did with the phone.",
    "Pre-group 1-2-1: comes because the court says so, and says that openly.",
    "Pre-group 1-2-1: agreed to the rules of the group and to what is passed on.",
)

CATCH_UP_REASONS = (
    "Session worked through with a facilitator before the group",
    "Worksheet done at the office with R. Ortega",
    "Made up in a 1-2-1 on Saturday, snow had closed the road",
    "Attended the same session with the other group",
    "Worked shifts that night; session gone through by appointment",
)

CREDIT_REASON = "Done in another programme in 2024; certificate seen"

COURT_REFERRERS = (
    "Dale County Probation",
    "Dale County Probation",
    "Dale County Court",
    "Harlow District Court",
    "Parole Office, Region 4",
)

OWN_WILL_REFERRERS = (
    "Came by himself",
    "Harlow Valley Clinic",
    "Children's Services, Dale County",
    "Pastor of his church",
)

PLACES = (
    "Grange Hall",
    "Library, upper room",
    "Fire station, training room",
    "St. Anne's parish hall",
)
