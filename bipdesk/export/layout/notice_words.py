"""The words of the letters that give notices, in English and Spanish."""

from collections.abc import Mapping
from dataclasses import dataclass

from bipdesk.domain.disclosure import Document, Provenance
from bipdesk.domain.incident import AtOnce, IncidentKind


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """Every word of these letters that is not data."""

    titles: Mapping[Document, str]
    first: Mapping[Document, str]
    course: str
    missed: str
    broken: str
    goes_on: str
    happened: str
    heard: str
    told_by: str
    provenance: Mapping[Provenance, str]
    at_once: str
    done: Mapping[AtOnce, str]
    kinds: Mapping[IncidentKind, str]
    words: Mapping[Document, str]
    ends: Mapping[str, str]
    attendance: str
    attended: str
    attended_of: str
    singles: str
    excused: str
    unexcused: str
    last: str
    taking_part: str
    scale: tuple[str, str, str, str]
    sessions: tuple[str, str]
    summary: tuple[str, str, str, str, str]
    release: str
    promises_nothing: str


D, K, A, P = Document, IncidentKind, AtOnce, Provenance
WORDS = {
    "en": NoticeWords(
        titles={
            D.ENROLMENT_NOTICE: "Enrolled in the programme",
            D.NON_COMPLIANCE_NOTICE: "Notice of non-compliance",
            D.INCIDENT_NOTICE: "Notice of an incident",
            D.LEVEL_NOTICE: "Notice of a change of level",
            D.INTERIM_SUMMARY: "Interim summary",
            D.TERMINATION_LETTER: "Programme ended before completion",
            D.COMPLETION_LETTER: "Programme completed",
            D.EXIT_SUMMARY: "Exit summary",
        },
        first={
            D.ENROLMENT_NOTICE: "{name} is enrolled in our programme since {day}.",
            D.NON_COMPLIANCE_NOTICE: "{name} did not comply with the agreement of our programme.",
            D.INCIDENT_NOTICE: "We report the following about {name}, who takes part in our programme.",
            D.LEVEL_NOTICE: "The level of {name}'s programme changed on {day}.",
            D.INTERIM_SUMMARY: "This letter sums up how far {name} is in our programme.",
            D.TERMINATION_LETTER: "{name}'s time in our programme ended on {day}, before completion.",
            D.COMPLETION_LETTER: "{name} completed our programme on {day}.",
            D.EXIT_SUMMARY: "{name}'s time in our programme ended on {day}.",
        },
        course="The programme has {course}.",
        missed="Missed, not excused",
        broken="Rules or conditions broken on",
        goes_on="What he missed he has to make up. He stays in the programme unless we tell you otherwise.",
        happened="Happened on",
        heard="Known to us since",
        told_by="How we know",
        provenance={
            P.STAFF: "Our staff heard or saw it",
            P.HIS: "He said it himself",
            P.AGENCY: "An agency told us",
        },
        at_once="Done at once",
        done={
            A.POLICE: "police called",
            A.EMERGENCY: "ambulance or crisis service called",
            A.OFFICER: "our safety officer told",
            A.COORDINATOR: "our coordinator told",
            A.SENT_HOME: "he was sent home",
            A.STAYED: "somebody stayed with him",
        },
        kinds={
            K.THREAT: "Threat to harm or kill",
            K.VIOLENCE: "Violence",
            K.ORDER_VIOLATION: "Violation of an order",
            K.NEW_CHARGE: "New charge",
            K.NON_COMPLIANCE: "Rule or condition broken",
            K.LEVEL_CHANGE: "Change of level",
            K.OTHER: "Incident",
        },
        words={
            D.NON_COMPLIANCE_NOTICE: "Besides",
            D.INCIDENT_NOTICE: "What was said or done",
            D.LEVEL_NOTICE: "What changes",
            D.INTERIM_SUMMARY: "Our recommendation",
            D.TERMINATION_LETTER: "Why it ended",
            D.EXIT_SUMMARY: "Besides",
        },
        ends={
            "completed": "He met all that is asked for completion.",
            "discharged": "He was discharged through no breach of his.",
            "terminated": "The programme ended it because he broke the agreement.",
            "withdrew": "He did not go on.",
            "transferred": "He goes on in another programme.",
            "died": "He died.",
            "order-ended": "His order ended before the programme did.",
        },
        attendance="Attendance",
        attended="Group sessions attended or made up",
        attended_of="{number} of {all}",
        singles="One-to-one sessions and reviews held",
        excused="Missed, excused",
        unexcused="Missed without excuse, or sent home",
        last="Last seen here",
        taking_part="Taking part in the group, as the facilitators marked it",
        scale=("Hardly", "A little", "Well", "Fully"),
        sessions=("{number} session", "{number} sessions"),
        summary=("Length", "Attendance", "Taking part", "Goals", "Recommendations"),
        release="Release is not evidence that he is now non-violent. This letter does not describe his "
        "behaviour outside the programme and predicts nothing.",
        promises_nothing="This letter does not describe his behaviour outside the programme and predicts "
        "nothing.",
    ),
    "es": NoticeWords(
        titles={
            D.ENROLMENT_NOTICE: "Inscrito en el programa",
            D.NON_COMPLIANCE_NOTICE: "Aviso de incumplimiento",
            D.INCIDENT_NOTICE: "Aviso de un incidente",
            D.LEVEL_NOTICE: "Aviso de cambio de nivel",
            D.INTERIM_SUMMARY: "Resumen intermedio",
            D.TERMINATION_LETTER: "Programa terminado antes de completarse",
            D.COMPLETION_LETTER: "Programa completado",
            D.EXIT_SUMMARY: "Resumen de salida",
        },
        first={
            D.ENROLMENT_NOTICE: "{name} está inscrito en nuestro programa desde el {day}.",
            D.NON_COMPLIANCE_NOTICE: "{name} no cumplió con el acuerdo de nuestro programa.",
            D.INCIDENT_NOTICE: "Informamos lo siguiente sobre {name}, que participa en nuestro programa.",
            D.LEVEL_NOTICE: "El nivel del programa de {name} cambió el {day}.",
            D.INTERIM_SUMMARY: "Esta carta resume hasta dónde ha llegado {name} en nuestro programa.",
            D.TERMINATION_LETTER: "La participación de {name} en nuestro programa terminó el {day}, antes de "
            "completarlo.",
            D.COMPLETION_LETTER: "{name} completó nuestro programa el {day}.",
            D.EXIT_SUMMARY: "La participación de {name} en nuestro programa terminó el {day}.",
        },
        course="El programa tiene {course}.",
        missed="Faltas no justificadas",
        broken="Reglas o condiciones incumplidas el",
        goes_on="Debe recuperar las sesiones a las que faltó. Sigue en el programa mientras no avisemos lo "
        "contrario.",
        happened="Ocurrió el",
        heard="Lo sabemos desde el",
        told_by="Cómo lo sabemos",
        provenance={
            P.STAFF: "Nuestro personal lo oyó o lo vio",
            P.HIS: "Lo dijo él mismo",
            P.AGENCY: "Nos lo comunicó una institución",
        },
        at_once="Se hizo de inmediato",
        done={
            A.POLICE: "se llamó a la policía",
            A.EMERGENCY: "se llamó a una ambulancia o a un servicio de crisis",
            A.OFFICER: "se avisó a nuestra encargada de protección",
            A.COORDINATOR: "se avisó a la coordinación",
            A.SENT_HOME: "se le envió a casa",
            A.STAYED: "alguien permaneció con él",
        },
        kinds={
            K.THREAT: "Amenaza de dañar o matar",
            K.VIOLENCE: "Violencia",
            K.ORDER_VIOLATION: "Violación de una orden",
            K.NEW_CHARGE: "Nuevo cargo",
            K.NON_COMPLIANCE: "Regla o condición incumplida",
            K.LEVEL_CHANGE: "Cambio de nivel",
            K.OTHER: "Incidente",
        },
        words={
            D.NON_COMPLIANCE_NOTICE: "Además",
            D.INCIDENT_NOTICE: "Qué se dijo o se hizo",
            D.LEVEL_NOTICE: "Qué cambia",
            D.INTERIM_SUMMARY: "Nuestra recomendación",
            D.TERMINATION_LETTER: "Por qué terminó",
            D.EXIT_SUMMARY: "Además",
        },
        ends={
            "completed": "Cumplió todo lo que se pide para completarlo.",
            "discharged": "Se le dio de baja sin incumplimiento suyo.",
            "terminated": "El programa lo dio por terminado porque incumplió el acuerdo.",
            "withdrew": "No continuó.",
            "transferred": "Continúa en otro programa.",
            "died": "Falleció.",
            "order-ended": "Su orden terminó antes que el programa.",
        },
        attendance="Asistencia",
        attended="Sesiones de grupo asistidas o recuperadas",
        attended_of="{number} de {all}",
        singles="Sesiones individuales y revisiones realizadas",
        excused="Faltas justificadas",
        unexcused="Faltas sin justificar, o enviado a casa",
        last="Visto aquí por última vez",
        taking_part="Participación en el grupo, según la marcaron los facilitadores",
        scale=("Apenas", "Poco", "Bien", "Plenamente"),
        sessions=("{number} sesión", "{number} sesiones"),
        summary=("Duración", "Asistencia", "Participación", "Metas", "Recomendaciones"),
        release="La salida del programa no prueba que ahora no sea violento. Esta carta no describe su "
        "conducta fuera del programa y no predice nada.",
        promises_nothing="Esta carta no describe su conducta fuera del programa y no predice nada.",
    ),
}
