"""A 1-2-1 on paper, in English and Spanish: the same questions in the same order as on screen."""

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


def one_to_one_blank(kind: OneToOneKind, language: str = "en") -> BlankForm:
    """Return the form of a kind of 1-2-1; `language` is "en" or "es"."""

    def say(words: str) -> str:
        return _SPANISH[words] if language == "es" else words

    def asked(each: LookedAt) -> BlankLine:
        hint = say(each.hint) if each.hint else ""
        return BlankLine(say(each.label), BlankKind.LINES, hint=hint, lines=each.lines + MORE_LINES)

    head = [
        BlankLine(say("Session")),
        BlankLine(say("How"), BlankKind.TICK_ONE, tuple(say(how.label) for how in How)),
        BlankLine(say("Minutes, and place")),
        BlankLine(say("Held by, and the second facilitator")),
    ]
    looked_at = [asked(each) for each in FIELDS[kind]]
    if kind is OneToOneKind.EXTRA:
        del head[0]
    if kind is OneToOneKind.CATCH_UP:
        head.append(BlankLine(say("Reason for holding it alone"), BlankKind.LINES, lines=2))
    if kind is OneToOneKind.PRE_GROUP:
        rules = say("Rules of the group gone through with him")
        looked_at.append(BlankLine(rules, BlankKind.TICK_ONE, (say("Yes"), say("No"))))
    goals = BlankSection(
        say("His goals"),
        (
            BlankLine(say("Which goal, in a word")),
            BlankLine(say("What he says of it"), BlankKind.LINES, lines=2),
            BlankLine(say("What you see"), BlankKind.LINES, lines=2),
        ),
        copies=2,
    )
    boxes = BlankSection(
        say("Two boxes"),
        (
            BlankLine(say("Risk: may be disclosed"), BlankKind.LINES, lines=2),
            BlankLine(say("Class: stays in the programme"), BlankKind.LINES, lines=3),
        ),
    )
    coming = BlankSection(
        say("Next appointment"),
        (BlankLine(say("Day, time and place")),),
    )
    looked = BlankSection(say("What was looked at"), tuple(looked_at))
    reviewed = (goals,) if kind is OneToOneKind.BETWEEN else ()
    return BlankForm(
        title=say(kind.label),
        sections=(BlankSection("", tuple(head)), looked, *reviewed, boxes, coming),
        subtitle=say(
            "Write no names of a partner or children. What a partner has said belongs to the safety officer."
        ),
        foot=say(kind.label),
        language=language,
    )
