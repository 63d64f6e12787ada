"""A date in words, the same whatever language the computer speaks."""

from datetime import date

_ENGLISH = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SPANISH = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)


def day_in_words(day: date, language: str = "en") -> str:
    """Return "9 July 2026", or "9 de julio de 2026" for "es"."""
    if language == "es":
        return f"{day.day} de {_SPANISH[day.month - 1]} de {day.year}"
    return f"{day.day} {_ENGLISH[day.month - 1]} {day.year}"
