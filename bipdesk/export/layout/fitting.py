"""Makes text fit the space it has: smaller first, then on two lines, then cut, with three dots to say so."""

from bipdesk.export.layout.fonts import Face, printable, width_mm

DOTS = "…"
_LEAST = 7.0


def fit_line(text: str, face: Face, room_mm: float, smallest: float) -> tuple[str, Face]:
    """Return `text` and the face to set it in so that it takes at most `room_mm` on one line.

    The size goes down in half points to `smallest`; what is still too long loses its end.
    """
    text = printable(text)
    face = _shrunk(text, face, room_mm, smallest)
    return _cut(text, face, room_mm), face


def fit_block(text: str, face: Face, room_mm: float, smallest: float) -> tuple[list[str], Face]:
    """Return one line at a size down to `smallest` if it fits so, otherwise two, at 7 points or more."""
    face = _shrunk(printable(text), face, room_mm, smallest)
    lines = wrap(text, face, room_mm, 2)
    while lines and lines[-1].endswith(DOTS) and face.size > _LEAST:
        face = face.at(max(_LEAST, face.size - 0.5))
        lines = wrap(text, face, room_mm, 2)
    return lines, face


def fit_name(name: str, face: Face, room_mm: float, smallest: float) -> tuple[list[str], Face]:
    """Return a name on one line at `smallest` points or more, otherwise on two lines.

    What is too long even so loses its middle: "Maximiliano… P." keeps the initial that tells it apart.
    """
    name = printable(name)
    face = _shrunk(name, face, room_mm, smallest)
    if width_mm(name, face) <= room_mm:
        return [name], face
    *words, last = name.split(" ")
    first = ""
    while words and width_mm(f"{first} {words[0]}".strip(), face) <= room_mm:
        first = f"{first} {words.pop(0)}".strip()
    second = " ".join([*words, last])
    if words and width_mm(second, face) > room_mm:
        ending = f"{DOTS} {last}"
        second = _longest(" ".join(words), face, room_mm - width_mm(ending, face)).rstrip() + ending
    return [line for line in (first, _cut(second, face, room_mm)) if line], face


def wrap(text: str, face: Face, room_mm: float, most_lines: int) -> list[str]:
    """Return `text` on at most `most_lines` lines of `room_mm`; a word longer than a line is broken."""
    words = printable(text).split()
    lines: list[str] = []
    while words and len(lines) < most_lines - 1:
        line = words.pop(0)
        while words and width_mm(f"{line} {words[0]}", face) <= room_mm:
            line = f"{line} {words.pop(0)}"
        kept = _longest(line, face, room_mm) or line[:1]
        if kept != line:
            words.insert(0, line[len(kept) :])
        lines.append(kept)
    if words:
        lines.append(_cut(" ".join(words), face, room_mm))
    return lines


def _shrunk(text: str, face: Face, room_mm: float, smallest: float) -> Face:
    """Return `face` at the largest size, down to `smallest`, at which `text` takes at most `room_mm`."""
    while width_mm(text, face) > room_mm and face.size > smallest:
        face = face.at(max(smallest, face.size - 0.5))
    return face


def _cut(text: str, face: Face, room_mm: float) -> str:
    """Return `text`, or as much of its beginning as fits before three dots."""
    if width_mm(text, face) <= room_mm:
        return text
    return _longest(text, face, room_mm - width_mm(DOTS, face)).rstrip() + DOTS


def _longest(text: str, face: Face, room_mm: float) -> str:
    """Return the longest beginning of `text` that fits `room_mm`."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width_mm(text[:middle], face) <= room_mm else (low, middle - 1)
    return text[:low]
