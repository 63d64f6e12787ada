"""The agencies near the invented programme, what is done with them, and the services beside them."""

from bipdesk.domain.agency import AgencyDetails, AgencyKind, LetterLanguage, LetterWay, PersonAtAgency
from bipdesk.domain.agency_agreement import AgreementKind
from bipdesk.domain.joint_work import WorkKind
from bipdesk.domain.partnership import Progress, Rating
from bipdesk.domain.service_directory import ServiceDetails, ServiceKind

PROBATION, CENTRE, CLINIC = "Dale County Probation", "Harlow Women's Centre", "Harlow Valley Clinic"
COURT, SHERIFF, CHILDREN = "Dale County Court", "Dale County Sheriff", "Children's Services, Dale County"

AGENCIES: tuple[AgencyDetails, ...] = (
    AgencyDetails(
        AgencyKind.PROBATION,
        PROBATION,
        "Dale County Annex\n210 Main Street\nHarlow SD 57099",
        "555-0120",
        "desk@probation.dale.example",
        LetterWay.ENCRYPTED_EMAIL,
        "Case number in the subject, no names",
        refers=True,
        works_beside=True,
    ),
    AgencyDetails(
        AgencyKind.COURT,
        COURT,
        "Clerk of Court\n200 Main Street\nHarlow SD 57099",
        "555-0121",
        letter_way=LetterWay.BY_HAND,
        letter_remark="Clerk's window, weekdays before noon; two copies",
        refers=True,
    ),
    AgencyDetails(
        AgencyKind.COURT,
        "Harlow District Court",
        "14 Court Square\nHarlow SD 57099",
        "555-0122",
        letter_remark="Attention: treatment docket",
        refers=True,
    ),
    AgencyDetails(
        AgencyKind.PROBATION,
        "Parole Office, Region 4",
        "P.O. Box 88\nMill Creek SD 57102",
        "555-0123",
        letter_way=LetterWay.FAX,
        letter_remark="Fax 555-0124, ring before sending",
        refers=True,
    ),
    AgencyDetails(
        AgencyKind.VICTIM_SERVICE,
        CENTRE,
        "P.O. Box 12\nHarlow SD 57099",
        "555-0104",
        letter_way=LetterWay.BY_HAND,
        letter_remark="Never by post; ring first",
        letter_language=LetterLanguage.SPANISH,
        works_beside=True,
    ),
    AgencyDetails(
        AgencyKind.CHILD_PROTECTION,
        CHILDREN,
        "Dale County Annex, second floor\n210 Main Street\nHarlow SD 57099",
        "555-0125",
        refers=True,
        works_beside=True,
    ),
    AgencyDetails(
        AgencyKind.POLICE, SHERIFF, "1 Sheriff's Road\nHarlow SD 57099", "555-0100", works_beside=True
    ),
    AgencyDetails(
        AgencyKind.HEALTH,
        CLINIC,
        "77 Orchard Avenue\nHarlow SD 57099",
        "555-0126",
        "frontdesk@clinic.example",
        refers=True,
    ),
    AgencyDetails(
        AgencyKind.FAMILY_COURT_ADVISER,
        "Family court adviser, Dale County",
        "200 Main Street, room 12\nHarlow SD 57099",
        "555-0127",
        refers=True,
    ),
    AgencyDetails(
        AgencyKind.OTHER,
        "Harlow High School",
        "3 School Lane\nHarlow SD 57099",
        "555-0128",
        works_beside=True,
    ),
)

PEOPLE: dict[str, tuple[PersonAtAgency, ...]] = {
    PROBATION: (
        PersonAtAgency("P. Lindal", "Supervising officer", "555-0120", "p.lindal@probation.dale.example"),
        PersonAtAgency("J. Ashdown", "Probation officer", "555-0129"),
    ),
    COURT: (PersonAtAgency("Clerk's window", "Filing", "555-0121"),),
    CENTRE: (PersonAtAgency("N. Salazar", "Director", "555-0104"),),
    CHILDREN: (PersonAtAgency("B. Keane", "Case supervisor", "555-0125"),),
    SHERIFF: (PersonAtAgency("Sgt. L. Dorn", "Domestic violence contact", "555-0100"),),
}
LEFT = PersonAtAgency("C. Whitlow", "Probation officer", "555-0129")

AGREEMENTS: tuple[tuple[str, AgreementKind, str, int, int], ...] = (
    (
        CENTRE,
        AgreementKind.OTHER,
        "Who is on call when, and how alarms are passed on at night",
        690,
        41,
    ),
    (
        PROBATION,
        AgreementKind.MEMORANDUM,
        "Referral form, monthly status letters, notice of absence within two working days",
        400,
        330,
    ),
    (PROBATION, AgreementKind.CERTIFICATION, "Approved provider list of the county", 210, 520),
)
"""Agency, kind, what it covers, signed so many days ago, expires in so many days."""

WORK: tuple[tuple[int, str, WorkKind, str, str], ...] = (
    (
        600,
        PROBATION,
        WorkKind.MEETING,
        "P. Lindal, T. Hallam",
        "Agreed on one referral form for all.",
    ),
    (
        430,
        CENTRE,
        WorkKind.CROSS_TRAINING,
        "N. Salazar, all facilitators",
        "How children live with violence.",
    ),
    (300, CHILDREN, WorkKind.CONSULTATION, "B. Keane, R. Ortega", "When the programme must report."),
    (
        210,
        CLINIC,
        WorkKind.REFERRED_TO_THEM,
        "T. Hallam",
        "One alcohol assessment kept free each week.",
    ),
    (160, SHERIFF, WorkKind.NETWORK, "County coalition, 11 people", "Quarterly meeting of the coalition."),
    (95, CENTRE, WorkKind.MEETING, "N. Salazar, D. Avery, T. Hallam", "Yearly talk about the memorandum."),
    (60, COURT, WorkKind.REFERRED_BY_THEM, "Clerk's window", "Three referrals came without police reports."),
    (45, "", WorkKind.COMMUNITY_EDUCATION, "M. Birch, 40 people", "Talk at the grange: what is violence?"),
    (18, PROBATION, WorkKind.CONSULTATION, "J. Ashdown, R. Ortega", "How absences over harvest are counted."),
    (9, "Harlow High School", WorkKind.COMMUNITY_EDUCATION, "R. Ortega, two classes", "Respect in a couple."),
)
"""So many days ago, agency or none, kind, who, what; oldest first."""

STEPS: dict[int, tuple[str, int, bool]] = {
    600: ("Print the new form", 580, True),
    95: ("Draft the renewed memorandum", 60, True),
    60: ("Ask the clerk to attach the police report", 46, True),
    45: ("Offer the talk to the Mill Creek library", -12, False),
    18: ("Send the rule on absences in writing", -4, False),
}
"""By the days of the work: the next step, due so many days ago (negative: to come), and whether done."""

ANSWERS: dict[str, tuple[Rating, str]] = {
    "programmes": (Rating.IN_PLACE, "One programme in the county; it was the Centre that asked for it."),
    "certified": (Rating.IN_PLACE, "On the county's approved list; the state certifies nobody yet."),
    "shared_values": (
        Rating.PARTLY,
        "One evening on root causes. Agreed: violence is chosen.",
    ),
    "equity": (Rating.NOT_YET, "No interpreter for Lakota. Both want training before next autumn."),
    "centre": (Rating.IN_PLACE, "The Centre reads every new session plan."),
    "contact": (Rating.IN_PLACE, "An officer of the programme, by the Centre's rules; always voluntary."),
    "training": (Rating.PARTLY, "Two days a year. Children's exposure only since last year."),
    "responsibility": (Rating.IN_PLACE, "No excuses in the room, and none is shamed in it."),
}

FOLLOWED: dict[str, tuple[Progress, str]] = {
    "conversations": (Progress.DOING, "Every autumn, both staffs"),
    "vision": (Progress.PLANNED, "One page, with the renewed memorandum"),
    "respect": (Progress.DOING, "A day at each other's desk"),
    "oppression": (Progress.NOT_YET, ""),
    "learning": (Progress.DOING, "Cross-training twice a year"),
    "mechanisms": (Progress.DOING, "On-call number both ways"),
}

_WOMEN = "Women and their children"
SERVICES: tuple[tuple[ServiceDetails, int], ...] = (
    (
        ServiceDetails(
            CENTRE,
            ServiceKind.SURVIVORS,
            _WOMEN,
            "Dale County",
            "555-0104",
            "Day and night",
            "English, Spanish",
            "Free",
        ),
        30,
    ),
    (
        ServiceDetails(
            "County crisis line", ServiceKind.CRISIS, "Anybody", "Whole state", "555-0140", "Day and night"
        ),
        30,
    ),
    (
        ServiceDetails(
            "Mill Creek shelter",
            ServiceKind.SHELTER,
            "Men without a place to sleep",
            "Mill Creek, 40 miles",
            "555-0141",
            "Ring before six in the evening",
            "English",
            "Free for three nights",
        ),
        420,
    ),
    (
        ServiceDetails(
            "Prairie counselling",
            ServiceKind.COUNSELLING,
            "Men and women, also couples of one sex",
            "Harlow, and by telephone",
            "555-0142",
            "Monday to Thursday",
            "English, Spanish",
            "Sliding scale from 10 dollars",
        ),
        120,
    ),
    (
        ServiceDetails(
            CLINIC,
            ServiceKind.SUBSTANCE,
            "Adults; alcohol assessment within a week",
            "Harlow",
            "555-0126",
            "Weekdays 8 to 5",
            "English, Spanish",
            "By income",
        ),
        120,
    ),
    (
        ServiceDetails(
            "Region 4 mental health",
            ServiceKind.MENTAL_HEALTH,
            "Adults in crisis, veterans",
            "Four counties",
            "555-0143",
            "Weekdays; on call at night",
            "English, Lakota by appointment",
            "Free",
        ),
        200,
    ),
    (
        ServiceDetails(
            "Riverside programme",
            ServiceKind.PROGRAMME,
            "Women who use violence; men under 18",
            "Pierce, 90 miles",
            "555-0144",
            "Tuesday evenings",
            "English",
            "20 dollars a session",
        ),
        60,
    ),
    (
        ServiceDetails(
            "Legal aid of the plains",
            ServiceKind.LEGAL,
            "People of low income",
            "By telephone",
            "555-0145",
            "Tuesday and Thursday 9 to 12",
            "English, Spanish",
            "Free",
        ),
        60,
    ),
)
"""A service, and how many days ago somebody last rang it."""
