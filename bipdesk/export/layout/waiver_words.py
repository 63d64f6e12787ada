"""The printed words of the waiver, in plain English and plain Spanish."""

from dataclasses import dataclass

from bipdesk.domain.waiver import Direction, DisclosureTopic, RecipientClass


@dataclass(frozen=True, slots=True)
class WaiverWords:
    """Every word on the waiver that is not data."""

    title: str
    introduction: str
    name: str
    born: str
    number: str
    who: str
    who_must: str
    who_may: str
    who_by_name: str
    classes: dict[RecipientClass, str]
    what: str
    topics: dict[DisclosureTopic, str]
    never: str
    never_told: tuple[str, ...]
    way: str
    ways: dict[Direction, str]
    how_long: str
    from_day: str
    until_day: str
    until_discharge: str
    citation: str
    limits: str
    limits_text: str
    limits_told: tuple[str, ...]
    revoke: str
    revoke_told: tuple[str, ...]
    sign: str
    sign_text: str
    read_to_me: str
    signature: str
    witness: str
    interpreter: str
    date: str


ENGLISH = WaiverWords(
    title="Permission to tell others about you (waiver of confidentiality)",
    introduction="This paper says whom we may tell about you, and what. Read it, or let somebody read it "
    "to you. "
    "Ask about everything you do not understand. Sign it when you have understood it.",
    name="Your name",
    born="Born on",
    number="Our number",
    who="1. Whom we may tell",
    who_must="These three are needed. Without them we cannot accept you:",
    who_may="These too, where the box is crossed:",
    who_by_name="By name:",
    classes={
        RecipientClass.SURVIVORS: "The people your violence has harmed",
        RecipientClass.PROBATION: "Probation and parole",
        RecipientClass.COURTS: "The courts",
        RecipientClass.CHILD_PROTECTION: "Child protection",
        RecipientClass.POLICE: "The police",
        RecipientClass.PROSECUTORS: "The prosecutor",
        RecipientClass.HEALTH: "Doctors and health services that treat you",
        RecipientClass.VICTIM_ADVOCATES: "Advocates and services for victims",
        RecipientClass.FAMILY_COURT: "A guardian ad litem and the family court",
        RecipientClass.OTHER_PROGRAMMES: "Other programmes you attend or attended",
        RecipientClass.OTHER: "Others, only by name",
    },
    what="2. What we may tell them",
    topics={
        DisclosureTopic.ATTENDANCE: "Whether you come, and when you miss a session",
        DisclosureTopic.PARTICIPATION: "How you take part",
        DisclosureTopic.DECISION: "Whether we accepted you or not, and why",
        DisclosureTopic.RISK_NOTES: "Anything that shows that somebody may be in danger",
        DisclosureTopic.COMPLETION: "Whether you finished the programme, or how it ended",
        DisclosureTopic.NON_COMPLIANCE: "When you break our rules or your conditions",
        DisclosureTopic.PLAN_CHANGES: "When your plan changes",
    },
    never="3. What we do not tell",
    never_told=(
        "What you share of yourself in the group stays in the group, unless it is about danger.",
        "We do not tell you who has told us something, or whether somebody has.",
    ),
    way="4. Which way",
    ways={
        Direction.TO_THEM: "We may tell them.",
        Direction.BOTH_WAYS: "We may tell them, and they may tell us.",
    },
    how_long="5. How long it holds",
    from_day="From {day}.",
    until_day="Until {day}.",
    until_discharge="Until {days} days after the day you finish or leave the programme.",
    citation="Rule: {citation}.",
    limits="6. What we must tell even without this paper",
    limits_text="We tell the police or whoever must know at once:",
    limits_told=(
        "when you say that you will hurt or kill somebody, or yourself;",
        "when a child, or somebody who cannot protect himself or herself, is being hurt;",
        "when a court orders us to.",
    ),
    revoke="7. If you change your mind",
    revoke_told=(
        "You can take this paper back on any day. Tell us, or write to us.",
        "From that day we tell nobody anything more, except what part 6 says.",
        "What we told before stays told.",
        "We tell those who sent you that you took it back. You cannot stay in the programme without it, and "
        "the court or probation may act on that.",
    ),
    sign="8. You sign",
    sign_text="I have understood this paper. I sign it of my own will, and I was given a copy.",
    read_to_me="This paper was read to me.",
    signature="Your signature",
    witness="Signed before me: name and signature of the programme",
    interpreter="Interpreter, if there was one",
    date="Date",
)

SPANISH = WaiverWords(
    title="Permiso para informar sobre usted (renuncia a la confidencialidad)",
    introduction="Este papel dice a quién podemos informar sobre usted, y de qué. Léalo, o pida que se lo "
    "lean. "
    "Pregunte todo lo que no entienda. Firme cuando lo haya entendido.",
    name="Su nombre",
    born="Nacido el",
    number="Nuestro número",
    who="1. A quién podemos informar",
    who_must="Estos tres son necesarios. Sin ellos no podemos admitirlo:",
    who_may="También a estos, si la casilla está marcada:",
    who_by_name="Por su nombre:",
    classes={
        RecipientClass.SURVIVORS: "Las personas a quienes su violencia hizo daño",
        RecipientClass.PROBATION: "Libertad condicional y vigilada",
        RecipientClass.COURTS: "Los juzgados y tribunales",
        RecipientClass.CHILD_PROTECTION: "Protección de menores",
        RecipientClass.POLICE: "La policía",
        RecipientClass.PROSECUTORS: "La fiscalía",
        RecipientClass.HEALTH: "Médicos y servicios de salud que lo atienden",
        RecipientClass.VICTIM_ADVOCATES: "Servicios y personas que apoyan a las víctimas",
        RecipientClass.FAMILY_COURT: "El tutor judicial de los hijos y el juzgado de familia",
        RecipientClass.OTHER_PROGRAMMES: "Otros programas a los que asiste o asistió",
        RecipientClass.OTHER: "Otros, solo por su nombre",
    },
    what="2. De qué podemos informar",
    topics={
        DisclosureTopic.ATTENDANCE: "Si viene, y cuándo falta a una sesión",
        DisclosureTopic.PARTICIPATION: "Cómo participa",
        DisclosureTopic.DECISION: "Si lo admitimos o no, y por qué",
        DisclosureTopic.RISK_NOTES: "Todo lo que muestre que alguien puede estar en peligro",
        DisclosureTopic.COMPLETION: "Si terminó el programa, o cómo acabó",
        DisclosureTopic.NON_COMPLIANCE: "Cuándo incumple nuestras reglas o sus condiciones",
        DisclosureTopic.PLAN_CHANGES: "Cuándo cambia su plan",
    },
    never="3. De qué no informamos",
    never_told=(
        "Lo que usted cuenta de sí mismo en el grupo se queda en el grupo, salvo que se trate de un peligro.",
        "No le decimos quién nos ha contado algo, ni si alguien lo ha hecho.",
    ),
    way="4. En qué dirección",
    ways={
        Direction.TO_THEM: "Nosotros podemos informarles a ellos.",
        Direction.BOTH_WAYS: "Nosotros podemos informarles a ellos, y ellos a nosotros.",
    },
    how_long="5. Cuánto tiempo vale",
    from_day="Desde el {day}.",
    until_day="Hasta el {day}.",
    until_discharge="Hasta {days} días después del día en que termine o deje el programa.",
    citation="Norma: {citation}.",
    limits="6. De qué debemos avisar aun sin este papel",
    limits_text="Avisamos de inmediato a la policía o a quien deba saberlo:",
    limits_told=(
        "si usted dice que va a lastimar o matar a alguien, o a sí mismo;",
        "si alguien lastima a un menor o a una persona que no puede protegerse;",
        "si un tribunal nos lo ordena.",
    ),
    revoke="7. Si cambia de opinión",
    revoke_told=(
        "Puede retirar este permiso cualquier día. Díganoslo o escríbanos.",
        "Desde ese día no informamos de nada más a nadie, salvo lo que dice la parte 6.",
        "Lo que ya se informó queda informado.",
        "Avisamos a quien lo envió de que usted lo retiró. Sin este permiso no puede seguir en el "
        "programa, y el "
        "juzgado o la libertad vigilada pueden actuar por ello.",
    ),
    sign="8. Usted firma",
    sign_text="He entendido este papel. Lo firmo por mi propia voluntad y me dieron una copia.",
    read_to_me="Me leyeron este papel.",
    signature="Su firma",
    witness="Firmado ante mí: nombre y firma por el programa",
    interpreter="Intérprete, si lo hubo",
    date="Fecha",
)


def waiver_words(language: str) -> WaiverWords:
    """Return the words for "es"; English for any other language."""
    return SPANISH if language == "es" else ENGLISH
