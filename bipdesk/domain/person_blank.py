"""The person record and the equality questions on paper."""

from bipdesk.domain.address import AddressKind
from bipdesk.domain.blank_form import BlankForm, BlankKind, BlankLine, BlankSection
from bipdesk.domain.equality import EQUALITY_QUESTIONS
from bipdesk.domain.harm import HarmAnswer
from bipdesk.domain.person_fields import FIELDS, FieldKind, Part, PersonField

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_WALL = (
    "Nothing about his partner or children by name, and no address of theirs: that goes on the hand-over "
    "form, into its envelope, and to the safety officer."
)
_ANSWERS = tuple(answer.label for answer in HarmAnswer if answer is not HarmAnswer.NOT_ASKED)


def _line(question: PersonField) -> BlankLine:
    match question.kind:
        case FieldKind.OPTIONS:
            options = tuple(words for _, words in question.options)
            return BlankLine(question.label, BlankKind.TICK_ONE, options)
        case FieldKind.WEEKDAYS:
            return BlankLine(question.label, BlankKind.TICK_SEVERAL, _DAYS)
        case FieldKind.TEXT:
            return BlankLine(question.label, BlankKind.LINES, lines=4)
        case FieldKind.NUMBER:
            return BlankLine(question.label, BlankKind.NUMBER)
        case FieldKind.DATE:
            return BlankLine(question.label, BlankKind.DATE)
        case FieldKind.TICK:
            return BlankLine(question.label, BlankKind.TICK_ONE, ("Yes",))
    return BlankLine(question.label)


def _part(part: Part) -> BlankSection:
    return BlankSection(part.heading, tuple(_line(each) for each in FIELDS[part]), note=part.caution)


_PERSON = BlankSection(
    "The person",
    (
        BlankLine("Given name"),
        BlankLine("Family name"),
        BlankLine("Called"),
        BlankLine("Other names: former, aliases, other spellings", BlankKind.LINES, lines=2),
        BlankLine("Date of birth", BlankKind.DATE),
        BlankLine("Phone"),
        BlankLine("Language, and whether an interpreter is needed"),
    ),
    note=_WALL,
)
_HARM = BlankSection(
    "Thoughts of suicide or of killing somebody",
    (
        BlankLine("Asked on", BlankKind.DATE),
        BlankLine("Thoughts of suicide", BlankKind.TICK_ONE, _ANSWERS),
        BlankLine("Thoughts of killing somebody", BlankKind.TICK_ONE, _ANSWERS),
        BlankLine("In his words", BlankKind.LINES, lines=3),
        BlankLine("If now: what was done today, by whom", BlankKind.LINES, lines=3),
    ),
    note="Ask plainly. An answer “Now” is acted on today: see the danger panel.",
)
_ADDRESS = BlankSection(
    "Address",
    (
        BlankLine("Kind", BlankKind.TICK_ONE, tuple(kind.label for kind in AddressKind)),
        BlankLine("Address", BlankKind.LINES, lines=3),
        BlankLine("From", BlankKind.DATE),
        BlankLine("Reason, and with whom it was confirmed"),
    ),
    copies=2,
)
_VEHICLE = BlankSection("Vehicle", (BlankLine("Make, model, colour, year"), BlankLine("Plate")), copies=2)

PERSON_BLANK = BlankForm(
    title="Person record",
    sections=(
        _PERSON,
        _HARM,
        _ADDRESS,
        _part(Part.EVERYDAY),
        _VEHICLE,
        *(_part(part) for part in Part if part is not Part.EVERYDAY),
    ),
    subtitle="Only about him. Those to be protected stand on the hand-over form.",
    foot="Person record",
)
EQUALITY_BLANK = BlankForm(
    title="Equality questions",
    sections=(
        BlankSection(
            "About you",
            tuple(
                BlankLine(
                    each.label, BlankKind.TICK_ONE, (*(w for _, w in each.options), "Prefer not to say")
                )
                if each.options
                else BlankLine(each.label, hint="Leave it empty if you prefer not to say")
                for each in EQUALITY_QUESTIONS
            ),
        ),
    ),
    subtitle="Optional, and on no letter. They help the programme to see whether it is open to everybody.",
    foot="Equality questions",
)
