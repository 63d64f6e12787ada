"""The default wording of the programme agreement, plain enough to be read aloud; each programme may "
"change it."""

from bipdesk.domain.agreement import Section

ENGLISH: dict[Section, str] = {
    Section.FORMAT: (
        "This is an education programme for men who have been abusive to a partner. You meet in a group "
        "with two "
        "facilitators, and alone with one of them before, between and after the parts of the programme.\n"
        "It is not couples counselling and not anger management. Your partner takes no part in it."
    ),
    Section.STOP: (
        "From today you stop every form of abuse: hitting, threatening, forcing, insulting, watching, "
        "following, "
        "keeping money or children from somebody, and having others do it for you. What you did was your "
        "choice; "
        "stopping is your choice too."
    ),
    Section.HIS: (
        "You undertake:\n"
        "- to come to every session, on time and sober;\n"
        "- to take part, to do the tasks between sessions, and to speak of your own behaviour;\n"
        "- to keep every order of a court and every condition of probation;\n"
        "- to tell us within a week of a new address, telephone, charge or order;\n"
        "- to make up what you miss."
    ),
    Section.OURS: (
        "We undertake:\n"
        "- to begin and end on time and to tell you of changes beforehand;\n"
        "- to treat you with respect, whatever you have done;\n"
        "- to report truthfully, what is in your favour and what is not;\n"
        "- to arrange an interpreter and other help you need to take part;\n"
        "- to tell you what we report about you to the court and to probation."
    ),
    Section.RULES: (
        "- What others say in the group stays in the group. You tell nobody who else comes.\n"
        "- No violence, no threats, no weapons, no alcohol or drugs.\n"
        "- Telephones are off. Nobody records anything.\n"
        "- If you cannot come, you call before the session.\n"
        "- Do not ask anybody to speak to your partner for you, and do not bring messages."
    ),
    Section.LENGTH: "You stay until you have attended or made up all of it. It can take longer than planned.",
    Section.FEES: "You pay no fee.",
    Section.LIMITS: (
        "What you share of yourself stays in the group, unless somebody may be in danger. The waiver you "
        "signed "
        "says whom we tell what. Without it too we tell the police or whoever must know when you threaten "
        "to hurt "
        "somebody or yourself, when a child or somebody who cannot protect himself or herself is being "
        "hurt, and "
        "when a court orders us to."
    ),
    Section.COMPLAINTS: (
        "If you think that you are treated wrongly, tell a facilitator. If that does not help, write to the "
        "coordinator; you have an answer within two weeks. You may also go to whoever referred you. A "
        "complaint "
        "never counts against you."
    ),
    Section.DISCHARGE: (
        "You complete the programme when you have attended or made up everything, done the tasks, kept the "
        "rules "
        "and your conditions, and two of us have agreed that you did.\n"
        "We can end it before that: when you are violent or threaten, break the rules again and again, "
        "stay away, "
        "or take back your waiver. We tell those who referred you."
    ),
    Section.READMISSION: (
        "If it ended early, you can ask to come back. You are assessed anew, and those who referred you must "
        "agree. Sessions you attended before may count; we decide it and write down why."
    ),
}

SPANISH: dict[Section, str] = {
    Section.FORMAT: (
        "Este es un programa de educación para hombres que han maltratado a su pareja. Usted se reúne en "
        "un grupo "
        "con dos facilitadores, y a solas con uno de ellos antes, entre y después de las partes del "
        "programa.\n"
        "No es terapia de pareja ni control de la ira. Su pareja no participa en él."
    ),
    Section.STOP: (
        "Desde hoy usted deja toda forma de maltrato: golpear, amenazar, obligar, insultar, vigilar, seguir, "
        "quitar el dinero o los hijos a alguien, y hacer que otros lo hagan por usted. Lo que hizo fue "
        "decisión "
        "suya; dejar de hacerlo también lo es."
    ),
    Section.HIS: (
        "Usted se compromete:\n"
        "- a venir a todas las sesiones, a tiempo y sobrio;\n"
        "- a participar, a hacer las tareas entre sesiones y a hablar de su propia conducta;\n"
        "- a cumplir toda orden judicial y toda condición de la libertad vigilada;\n"
        "- a avisarnos en una semana de una nueva dirección, teléfono, cargo u orden;\n"
        "- a recuperar las sesiones que pierda."
    ),
    Section.OURS: (
        "Nosotros nos comprometemos:\n"
        "- a empezar y terminar a tiempo y a avisarle antes de los cambios;\n"
        "- a tratarlo con respeto, haya hecho lo que haya hecho;\n"
        "- a informar con la verdad, tanto lo que le favorece como lo que no;\n"
        "- a buscar un intérprete y otra ayuda que necesite para participar;\n"
        "- a decirle qué informamos sobre usted al juzgado y a la libertad vigilada."
    ),
    Section.RULES: (
        "- Lo que otros dicen en el grupo se queda en el grupo. No diga a nadie quién más viene.\n"
        "- Nada de violencia, amenazas, armas, alcohol ni drogas.\n"
        "- Los teléfonos, apagados. Nadie graba nada.\n"
        "- Si no puede venir, llame antes de la sesión.\n"
        "- No pida a nadie que hable con su pareja por usted, ni traiga recados."
    ),
    Section.LENGTH: (
        "Usted sigue hasta haber asistido a todo o haberlo recuperado. Puede durar más de lo previsto."
    ),
    Section.FEES: "Usted no paga nada.",
    Section.LIMITS: (
        "Lo que cuenta de sí mismo se queda en el grupo, salvo que alguien pueda estar en peligro. El "
        "permiso para "
        "informar que firmó dice a quién informamos y de qué. Aun sin él avisamos a la policía o a quien "
        "deba "
        "saberlo si usted amenaza con lastimar a alguien o a sí mismo, si alguien lastima a un menor o a una "
        "persona que no puede protegerse, y si un tribunal nos lo ordena."
    ),
    Section.COMPLAINTS: (
        "Si cree que lo tratan mal, dígalo a un facilitador. Si no sirve, escriba al coordinador; tendrá "
        "respuesta "
        "en dos semanas. También puede acudir a quien lo envió. Una queja nunca cuenta en su contra."
    ),
    Section.DISCHARGE: (
        "Usted completa el programa cuando ha asistido a todo o lo ha recuperado, ha hecho las tareas, ha "
        "cumplido "
        "las reglas y sus condiciones, y dos de nosotros lo confirman.\n"
        "Podemos terminarlo antes si es violento o amenaza, si incumple las reglas una y otra vez, si deja "
        "de venir "
        "o si retira su permiso para informar. Avisamos a quien lo envió."
    ),
    Section.READMISSION: (
        "Si terminó antes de tiempo, puede pedir volver. Se le evalúa de nuevo, y quien lo envió debe "
        "estar de "
        "acuerdo. Las sesiones a las que asistió pueden contar; lo decidimos y anotamos por qué."
    ),
}


def default_text(section: Section, language: str) -> str:
    """Return the default wording of one part; English for a language other than "es"."""
    return (SPANISH if language == "es" else ENGLISH)[section]
