"""What the invented programme wrote down as evidence, and how it describes its approach."""

from bipdesk.domain.approach import Position

FIRST_TERM = 330
"""Days after which the first evidence ended and was renewed; ten more for each item."""

PRECONDITIONS: dict[str, tuple[str, str, int | None]] = {
    "preconditions/inter-agency": (
        "The programme sits in the county's coordinated response, which meets every second month; court, "
        "probation and the women's centre refer and are told.",
        "Minutes of the coordinated response, folder 3",
        190,
    ),
    "preconditions/safety-first": (
        "Ethical standards of four pages, read and signed by everybody who works here. The safety officer "
        "answers to the women's centre, not to the coordinator.",
        "Folder 1, standards; reviewed with the women's centre",
        None,
    ),
    "preconditions/risk": (
        "Each participant is assessed at intake, at every module and after any flag; the plan is reviewed "
        "in the weekly meeting.",
        "Guideline on risk, folder 1",
        150,
    ),
    "preconditions/model": (
        "Building Better Relationships. All facilitators were trained in its four principles, two days with "
        "the county's trainer.",
        "Certificates in the staff folder",
        240,
    ),
    "preconditions/gender-transformative": (
        "One day on where men learn what they are entitled to, and what their neighbours excuse; half a day "
        "each year again.",
        "Certificates in the staff folder",
        110,
    ),
    "preconditions/incidence": (
        "412 police calls and 63 protective orders in Dale County in twelve months, for 11,800 people; the "
        "women's centre took in 97 women. Two in three calls came from the same 90 addresses.",
        "Sheriff's yearly report; the women's centre's count",
        24,
    ),
}
"""Text, where it can be seen, and how many days after today the newest entry ends."""

OTHERS: dict[str, tuple[str, str]] = {
    "components/accountability": ("Six agencies, each with an agreement and a person to ring.", "Agencies"),
    "components/court": ("Probation rings on the first Monday; the court has the monthly list.", "Folder 3"),
    "components/infrastructure": ("Plan of training and supervision for the year.", "Staff folder"),
    "components/survivors": ("The women's centre sums up once a year what it hears.", "Folder 1"),
    "components/risk": ("After a flag the participant has a 1-2-1 within the week.", "Guideline on risk"),
    "duluth/voices": ("Two policies were changed at the women's centre's word.", "Folder 1, changes"),
    "duluth/groups": ("Two groups a week, ordered by the courts of two counties.", "Groups and sessions"),
    "duluth/discussions": ("Every second month, with a list of gaps and who closes them.", "Folder 3"),
    "elements/safety": (
        "A safety officer for every partner who wants one.",
        "Agreement with the women's centre",
    ),
    "elements/risk": ("One framework, used by everybody.", "Guideline on risk"),
    "elements/coordinated": ("A seat, a vote, and the room for the meeting.", "Folder 3"),
    "elements/respect": ("The module My Relationships, and how we speak in the house.", "Curriculum"),
    "elements/responsibility": ("First rule of the programme agreement.", "Agreement"),
    "elements/intolerance": ("A talk at the fire station and two at the school.", "Folder 4"),
}

POSITIONS: dict[str, tuple[Position, str]] = {
    "causes": (
        Position.SOCIAL,
        "He learnt that he may. What happened to him explains some of it, excuses none.",
    ),
    "change": (Position.BETWEEN, "We work on what men believe together, and each practises at home."),
    "intake": (Position.SOCIAL, "We take men as they come and look for help beside the group, not instead."),
    "agencies": (Position.SOCIAL, "We are one part of the county's response."),
    "focus": (Position.SOCIAL, "Her safety first; that he changes is the hope."),
    "sharing": (
        Position.BETWEEN,
        "Violence and risk are told. Health papers stay with the doctor unless he agrees.",
    ),
    "partners": (Position.SOCIAL, "The women's centre offers every partner its help."),
    "supervision": (Position.SOCIAL, "Probation and the women's centre each have an hour of every quarter."),
}
"""On two rows nothing was decided yet."""
