"""Sessions and ratings as the rows of one picture, and the same in words."""

from datetime import date

from bipdesk.domain.attendance import Mark
from bipdesk.domain.goals_file import GoalsFile
from bipdesk.domain.responsibility import MOST, Aspect, latest
from bipdesk.domain.session_pattern import MOST_PARTICIPATION, SessionPoint, in_words
from bipdesk.ui.format import short_date
from bipdesk.ui.widgets.session_chart import EMPTY, Chart, ChartRow, Shape

MOST_COLUMNS = 36
"""How many days are shown, the newest; there is no room for more."""
_WHOLE, _PART, _NOT = 2, 1, 0


def chart_of(file: GoalsFile) -> Chart:
    """Return the picture: a column for each day with a session or a rating, the oldest on the left."""
    points = {point.on_date: point for point in file.sessions}
    rated: dict[date, dict[Aspect, int]] = {}
    for rating in file.ratings:
        rated.setdefault(rating.details.rated_on, {}).update(rating.details.levels)
    days = sorted({*points, *rated})[-MOST_COLUMNS:]
    if not days:
        return EMPTY
    sessions = [points.get(day) for day in days]
    rows = [
        ChartRow("There", Shape.BOXES, tuple(_there(each) for each in sessions), _WHOLE),
        ChartRow("Taking part", Shape.BARS, tuple(_part(each) for each in sessions), MOST_PARTICIPATION),
        ChartRow("Homework", Shape.BOXES, tuple(_homework(each) for each in sessions), _WHOLE),
    ]
    for aspect in Aspect:
        levels = tuple(rated.get(day, {}).get(aspect) for day in days)
        if any(levels):
            rows.append(ChartRow(aspect.label, Shape.LINE, levels, MOST))
    shown = tuple(row for row in rows if any(value is not None for value in row.values))
    return Chart(shown, len(days), _marks(days), said(file))


def said(file: GoalsFile) -> str:
    """Return what the picture shows as sentences."""
    parts = [in_words(file.sessions)] if file.sessions else []
    for aspect, rating in latest(file.ratings).items():
        level = rating.details.levels[aspect]
        words = aspect.step(level)
        parts.append(
            f"{aspect.label} {level} of {MOST} on {short_date(rating.details.rated_on)}: {words.lower()}"
        )
    text = "; ".join(parts)
    return text[:1].upper() + text[1:]


def _marks(days: list[date]) -> tuple[tuple[int, str], ...]:
    """Name the first day and each day on which another month begins."""
    found: list[tuple[int, str]] = []
    before = (0, 0)
    for place, day in enumerate(days):
        if (day.year, day.month) != before:
            before = (day.year, day.month)
            found.append((place, f"{day:%b} {day.year}" if not found or day.month == 1 else f"{day:%b}"))
    return tuple(found)


def _there(point: SessionPoint | None) -> int | None:
    if point is None:
        return None
    if point.mark is Mark.PRESENT:
        return _WHOLE
    return _PART if point.was_there else _NOT


def _part(point: SessionPoint | None) -> int | None:
    return None if point is None else point.participation


def _homework(point: SessionPoint | None) -> int | None:
    if point is None or point.homework_done is None:
        return None
    return _WHOLE if point.homework_done else _NOT
