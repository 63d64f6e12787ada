"""A 1-2-1 on paper, in English and Spanish: the same questions in the same order as on screen."""

from collections.abc import Callable

from bipdesk.domain.appointment import How
from bipdesk.domain.blank_form import BlankForm, BlankKind, BlankLine, BlankSection
from bipdesk.domain.one_to_one import FIELDS, LookedAt, OneToOneKind

MORE_LINES = 1
"""Ruled lines on paper beyond those that the screen shows: handwriting needs the room."""

_SPANISH = {
    "1-2-1 before the group": "Sesión individual antes del grupo",
    "1-2-1 between modules": "Sesión individual entre módulos",
    "Catch-up 1-2-1": "Sesión individual para recuperar",
    "Another 1-2-1": "Otra sesión individual",
    "Session": "Sesión",
    "Minutes, and place": "Minutos y lugar",
    "How": "Cómo",
    "In a room": "En persona",
    "By phone": "Por teléfono",
    "By video": "Por video",
    "Held by, and the second facilitator": "La llevó, y la segunda persona facilitadora",
    "Reason for holding it alone": "Por qué se hace a solas",
    "Rules of the group gone through with him": "Se repasaron con él las reglas del grupo",
    "Yes": "Sí",
    "No": "No",
    "What was looked at": "Lo que se trató",
    "His goals": "Sus metas",
    "Which goal, in a word": "Qué meta, en una palabra",
    "What he says of it": "Lo que dice de ella",
    "What you see": "Lo que usted ve",
    "Two boxes": "Dos recuadros",
    "Risk: may be disclosed": "Riesgo: se puede comunicar",
    "Class: stays in the programme": "Clase: se queda en el programa",
    "Next appointment": "Próxima cita",
    "Day, time and place": "Día, hora y lugar",
    "What brings him here": "Qué lo trae aquí",
    "What he hopes for": "Qué espera",
    "What he did, as he tells it": "Lo que hizo, como él lo cuenta",
    "What could keep him from coming": "Qué le podría impedir venir",
    "Agreement and rules: what he asked, what was said": "Acuerdo y reglas: qué preguntó, qué se le dijo",
    "Safety of the room": "Seguridad del lugar",
    "What he takes from the module": "Qué se lleva del módulo",
    "What he has practised since": "Qué ha practicado desde entonces",
    "How he sees his goals now": "Cómo ve ahora sus metas",
    "What has changed that bears on risk": "Qué ha cambiado que tenga que ver con el riesgo",
    "What he hopes for from the next module": "Qué espera del próximo módulo",
    "Material gone through": "Material visto",
    "Homework": "Tarea",
    "What it was about": "De qué se trató",
    "What was agreed": "Qué se acordó",
    "In his own words; the court's stand in the papers.": "Con sus palabras, no las del juzgado.",
    "No names of a partner or children.": "Sin nombres de la pareja ni de niños.",
    "Travel, work, health, reading, language.": "Viaje, trabajo, salud, lectura, idioma.",
    "Who was near, way out, phone; how he was on leaving.": (
        "Quién estaba cerca, salida, teléfono; cómo se fue."
    ),
    "What may be disclosed: risk box.": "Lo que se puede comunicar: recuadro de riesgo.",
    "Write no names of a partner or children. What a partner has said belongs to the safety officer.": (
        "No escriba nombres de la pareja ni de niños. Lo que haya dicho la pareja va con la encargada "
        "de seguridad."
    ),
}


NO_NAMES = "Write no names of a partner or children. What a partner has said belongs to the safety officer."
Say = Callable[[str], str]


def one_to_one_blank(kind: OneToOneKind, language: str = "en") -> BlankForm:
    """Return the form of a kind of 1-2-1; `language` is "en" or "es"."""

    def say(words: str) -> str:
        return _SPANISH[words] if language == "es" else words

    reviewed = (_goals(say),) if kind is OneToOneKind.BETWEEN else ()
    coming = BlankSection(say("Next appointment"), (BlankLine(say("Day, time and place")),))
    return BlankForm(
        title=say(kind.label),
        sections=(_held(kind, say), _looked_at(kind, say), *reviewed, _boxes(say), coming),
        subtitle=say(NO_NAMES),
        foot=say(kind.label),
        language=language,
    )


def _held(kind: OneToOneKind, say: Say) -> BlankSection:
    session = () if kind is OneToOneKind.EXTRA else (BlankLine(say("Session")),)
    reason = BlankLine(say("Reason for holding it alone"), BlankKind.LINES, lines=2)
    lines = (
        *session,
        BlankLine(say("How"), BlankKind.TICK_ONE, tuple(say(how.label) for how in How)),
        BlankLine(say("Minutes, and place")),
        BlankLine(say("Held by, and the second facilitator")),
    )
    return BlankSection("", (*lines, reason) if kind is OneToOneKind.CATCH_UP else lines)


def _looked_at(kind: OneToOneKind, say: Say) -> BlankSection:
    lines = [_asked(each, say) for each in FIELDS[kind]]
    if kind is OneToOneKind.PRE_GROUP:
        rules = say("Rules of the group gone through with him")
        lines.append(BlankLine(rules, BlankKind.TICK_ONE, (say("Yes"), say("No"))))
    return BlankSection(say("What was looked at"), tuple(lines))


def _asked(each: LookedAt, say: Say) -> BlankLine:
    hint = say(each.hint) if each.hint else ""
    return BlankLine(say(each.label), BlankKind.LINES, hint=hint, lines=each.lines + MORE_LINES)


def _goals(say: Say) -> BlankSection:
    lines = (
        BlankLine(say("Which goal, in a word")),
        BlankLine(say("What he says of it"), BlankKind.LINES, lines=2),
        BlankLine(say("What you see"), BlankKind.LINES, lines=2),
    )
    return BlankSection(say("His goals"), lines, copies=2)


def _boxes(say: Say) -> BlankSection:
    lines = (
        BlankLine(say("Risk: may be disclosed"), BlankKind.LINES, lines=2),
        BlankLine(say("Class: stays in the programme"), BlankKind.LINES, lines=3),
    )
    return BlankSection(say("Two boxes"), lines)
