"""The forms about agencies and services as blank paper, in the order in which they are typed in."""

from bipdesk.domain.agency import AgencyKind, LetterLanguage, LetterWay
from bipdesk.domain.agency_agreement import AgreementKind
from bipdesk.domain.blank_form import BlankForm, BlankKind, BlankLine, BlankSection
from bipdesk.domain.joint_work import WorkKind
from bipdesk.domain.partnership import QUESTIONS, STRATEGIES, Progress, Question, Rating
from bipdesk.domain.service_directory import ServiceKind

ABOUT = "Agency"


def _asked(question: Question, options: tuple[str, ...]) -> tuple[BlankLine, BlankLine]:
    return (
        BlankLine(question.words, BlankKind.TICK_ONE, options),
        BlankLine("What was said", BlankKind.LINES, lines=2, number=False),
    )


AGENCY_BLANK = BlankForm(
    "Agency",
    (
        BlankSection(
            "The agency",
            (
                BlankLine("Name"),
                BlankLine("Kind", BlankKind.TICK_ONE, tuple(kind.label for kind in AgencyKind)),
                BlankLine("Phone"),
                BlankLine("Email"),
                BlankLine("Letters go", BlankKind.TICK_ONE, tuple(way.label for way in LetterWay)),
                BlankLine("Language of letters", BlankKind.TICK_ONE, tuple(o.label for o in LetterLanguage)),
                BlankLine("Remark about letters"),
                BlankLine("Postal address", BlankKind.LINES, lines=4),
                BlankLine("It", BlankKind.TICK_SEVERAL, ("refers participants to us", "works beside us")),
            ),
        ),
        BlankSection(
            "People",
            (BlankLine("Name"), BlankLine("Function"), BlankLine("Phone"), BlankLine("Email")),
            copies=2,
        ),
        BlankSection(
            "Agreements",
            (
                BlankLine("Kind", BlankKind.TICK_ONE, tuple(kind.label for kind in AgreementKind)),
                BlankLine("Signed on", BlankKind.DATE),
                BlankLine("Expires on", BlankKind.DATE),
                BlankLine("What it covers", BlankKind.LINES, lines=2),
            ),
        ),
    ),
    about=ABOUT,
)

WORK_BLANK = BlankForm(
    "Work together",
    (
        BlankSection(
            "",
            (
                BlankLine("Kind", BlankKind.TICK_ONE, tuple(kind.label for kind in WorkKind)),
                BlankLine("Date", BlankKind.DATE),
                BlankLine("Agency"),
                BlankLine("Who took part"),
                BlankLine("What", BlankKind.LINES, lines=3),
                BlankLine("Next step"),
                BlankLine("By", BlankKind.DATE),
            ),
            note="Nothing about those to be protected, and no participant's name.",
        ),
    ),
    about=ABOUT,
)

REVIEW_BLANK = BlankForm(
    "Partnership review",
    (
        BlankSection(
            "",
            (
                BlankLine("Date of the review", BlankKind.DATE, number=False),
                BlankLine("Who took part", number=False),
            ),
        ),
        BlankSection(
            "The eight questions",
            tuple(line for q in QUESTIONS for line in _asked(q, tuple(rating.label for rating in Rating))),
            note="It is about how both work; nobody is named here.",
        ),
        BlankSection(
            "The six strategies",
            tuple(line for s in STRATEGIES for line in _asked(s, tuple(one.label for one in Progress))),
        ),
    ),
    about=ABOUT,
)

SERVICE_BLANK = BlankForm(
    "Services for the directory",
    (
        BlankSection(
            "",
            (
                BlankLine("Name"),
                BlankLine("Kind of service", BlankKind.TICK_ONE, tuple(kind.label for kind in ServiceKind)),
                BlankLine("For whom"),
                BlankLine("Area"),
                BlankLine("Phone"),
                BlankLine("Hours"),
                BlankLine("Languages"),
                BlankLine("Cost"),
                BlankLine("Checked on", BlankKind.DATE),
            ),
        ),
    ),
    about="Area",
)
