"""Reads a PDF back with the tools a stranger would use: pypdf and poppler."""

import re
import subprocess
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word: its page and its corners in points from the top left."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float


def page_texts(pdf: bytes) -> list[str]:
    """Return the text of each page in the order it was drawn."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def all_text(pdf: bytes) -> str:
    """Return the text of all pages."""
    return "\n".join(page_texts(pdf))


def run_poppler(tool: str, pdf: bytes, folder: Path) -> str:
    """Return what `pdffonts` or `pdfinfo` says of the document."""
    path = folder / "sheet.pdf"
    path.write_bytes(pdf)
    return subprocess.run([tool, str(path)], check=True, capture_output=True, text=True).stdout


def words(pdf: bytes, folder: Path) -> list[Word]:
    """Return every word with its place on the page."""
    path = folder / "sheet.pdf"
    path.write_bytes(pdf)
    listing = subprocess.run(
        ["pdftotext", "-bbox", str(path), "-"], check=True, capture_output=True, text=True
    ).stdout
    found: list[Word] = []
    page = 0
    for line in listing.splitlines():
        page += "<page " in line
        match = re.search(r'<word xMin="(.+)" yMin="(.+)" xMax="(.+)" yMax="(.+)">(.*)</word>', line)
        if match:
            left, top, right, bottom = map(float, match.groups()[:4])
            found.append(Word(page, match.group(5), left, top, right, bottom))
    return found


def overlapping(found: list[Word]) -> list[tuple[str, str]]:
    """Return pairs of words printed over each other: on each other by half a line's height."""
    pairs = []
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            across = min(one.right, other.right) - max(one.left, other.left)
            down = min(one.bottom, other.bottom) - max(one.top, other.top)
            height = min(one.bottom - one.top, other.bottom - other.top)
            if one.page == other.page and across > 0.5 and down > height / 2:
                pairs.append((one.text, other.text))
    return pairs
