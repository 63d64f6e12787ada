"""The printed words of the session sheet, in each language it can be printed in."""

from dataclasses import dataclass
from datetime import date, time

from bipdesk.domain.attendance import Mark


@dataclass(frozen=True, slots=True)
class Words:
    """Every word on the sheet that is not data."""

    language: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    date_form: str
    time_form: str
    when: str
    place: str
    facilitators: str
    aims: str
    more_aims: str
    name: str
    signature: str
    mark: str
    clock: str
    part: str
    homework: str
    marks: dict[Mark, str]
    part_legend: str
    nobody: str
    visitors: str
    visitors_rule: str
    visitor_signed: str
    organisation: str
    fold: str
    began: str
    ended: str
    notes: str
    notes_rule: str
    reasons: str
    """What the numbers behind A and H mean; below the fold, because a reason is not for the whole room."""
    danger: str
    emergency: str
    police: str
    on_call: str
    victim_service: str
    sealed_code: str
    cabinet: str
    page: str

    def long_date(self, day: date) -> str:
        """Return "Thursday 19 November 2026" in this language."""
        weekday, month = self.weekdays[day.weekday()], self.months[day.month - 1]
        return self.date_form.format(weekday=weekday, day=day.day, month=month, year=day.year)

    def span(self, starts: time, ends: time) -> str:
        """Return "18:30 to 21:00" in this language."""
        return self.time_form.format(starts=f"{starts:%H:%M}", ends=f"{ends:%H:%M}")


ENGLISH = Words(
    language="en",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    months=(
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    date_form="{weekday} {day} {month} {year}",
    time_form="{starts} to {ends}",
    when="When",
    place="Place",
    facilitators="Facilitators",
    aims="Aims",
    more_aims="and {count} more",
    name="Name",
    signature="Signature",
    mark="Mark one",
    clock="Time",
    part="Part",
    homework="Homework",
    marks={
        Mark.PRESENT: "present",
        Mark.LATE: "late (time in)",
        Mark.LEFT_EARLY: "left early (time out)",
        Mark.EXCUSED: "excused, sent apology",
        Mark.ABSENT: "absent",
        Mark.SENT_HOME: "sent home",
    },
    part_legend="Part: taking part, 1 (hardly) to 4 (fully).  Homework: tick if done.",
    nobody="Nobody is on the list for this session.",
    visitors="Visitors",
    visitors_rule="A visitor signs a confidentiality agreement before the session; it is kept on record.",
    visitor_signed="Agreement signed",
    organisation="From",
    fold="Fold back here before the sheet goes round to be signed",
    began="Began",
    ended="Ended",
    notes="Notes",
    notes_rule="Only about this session and the people who were in it. Do not write about anybody else here.",
    reasons="A: 1 work, 2 illness, 3 transport, 4 weather, 5 child care, 6 court, 7 other.  "
    "H: 1 intoxicated, 2 disruptive, 3 threat, 4 other.",
    danger="If somebody is in danger",
    emergency="Emergency number",
    police="Police contact",
    on_call="On-call officer",
    victim_service="Victim service",
    sealed_code="Where the sealed code lies",
    cabinet="Return this sheet to the locked cabinet.",
    page="Page {page} of {pages}",
)

SPANISH = Words(
    language="es",
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    months=(
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio"),
        *("agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
    date_form="{weekday} {day} de {month} de {year}",
    time_form="{starts} a {ends}",
    when="Cuándo",
    place="Lugar",
    facilitators="Facilitadores",
    aims="Objetivos",
    more_aims="y {count} más",
    name="Nombre",
    signature="Firma",
    mark="Marque una",
    clock="Hora",
    part="Part.",
    homework="Tarea",
    marks={
        Mark.PRESENT: "presente",
        Mark.LATE: "tarde (hora)",
        Mark.LEFT_EARLY: "salió antes (hora)",
        Mark.EXCUSED: "justificado, avisó",
        Mark.ABSENT: "ausente",
        Mark.SENT_HOME: "enviado a casa",
    },
    part_legend="Part.: participación, de 1 (apenas) a 4 (plena).  Tarea: marque si está hecha.",
    nobody="No hay nadie en la lista de esta sesión.",
    visitors="Visitantes",
    visitors_rule="Cada visitante firma antes de la sesión un acuerdo de confidencialidad, que se archiva.",
    visitor_signed="Acuerdo firmado",
    organisation="De",
    fold="Doble por aquí hacia atrás antes de pasar la hoja para las firmas",
    began="Comenzó",
    ended="Terminó",
    notes="Notas",
    notes_rule="Solo sobre esta sesión y quienes estuvieron en ella. No escriba aquí sobre nadie más.",
    reasons="A: 1 trabajo, 2 salud, 3 transporte, 4 mal tiempo, 5 hijos, 6 juzgado, 7 otro.  "
    "H: 1 ebrio o drogado, 2 perturbó, 3 amenaza, 4 otro.",
    danger="Si alguien está en peligro",
    emergency="Número de emergencia",
    police="Contacto de la policía",
    on_call="Responsable de guardia",
    victim_service="Servicio de atención a víctimas",
    sealed_code="Dónde está el código sellado",
    cabinet="Devuelva esta hoja al armario con llave.",
    page="Página {page} de {pages}",
)

_LANGUAGES = {words.language: words for words in (ENGLISH, SPANISH)}


def words_for(language: str) -> Words:
    """Return the words for a language code such as "es" or "es-MX"; English for any other language."""
    return _LANGUAGES.get(language.partition("-")[0].lower(), ENGLISH)
