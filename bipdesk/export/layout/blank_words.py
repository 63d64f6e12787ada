"""The printed words of blank forms, in each language they can be printed in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BlankWords:
    """Every word on a blank form that is not of the form itself."""

    language: str
    case_number: str
    filled_on: str
    by: str
    yes: str
    no: str
    unknown: str
    evidence: str
    source: str
    day_form: str
    one: str
    several: str
    entry: str
    more: str
    page: str
    cabinet: str


ENGLISH = BlankWords(
    language="en",
    case_number="Case number",
    filled_on="Date",
    by="Filled in by",
    yes="Yes",
    no="No",
    unknown="Not known",
    evidence="Evidence",
    source="Where it comes from",
    day_form="day / month / year",
    one="tick one",
    several="tick all that apply",
    entry="Entry {number}",
    more="More entries go on another copy of this page.",
    page="Page {page} of {pages}",
    cabinet="Type this in when there is power again, then keep it in the locked cabinet.",
)

SPANISH = BlankWords(
    language="es",
    case_number="Número de expediente",
    filled_on="Fecha",
    by="Rellenado por",
    yes="Sí",
    no="No",
    unknown="No se sabe",
    evidence="Pruebas",
    source="De dónde vienen",
    day_form="día / mes / año",
    one="marque una",
    several="marque todas las que correspondan",
    entry="Entrada {number}",
    more="Para más entradas use otra copia de esta página.",
    page="Página {page} de {pages}",
    cabinet="Páselo al programa cuando vuelva la luz y guárdelo en el armario con llave.",
)

_LANGUAGES = {words.language: words for words in (ENGLISH, SPANISH)}


def blank_words(language: str) -> BlankWords:
    """Return the words for a language code such as "es"; English for any other language."""
    return _LANGUAGES.get(language.partition("-")[0].lower(), ENGLISH)
