"""Reading every bundle on a stick, one after the other; a refused one stops none of the others."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bipdesk.domain.errors import UserError
from bipdesk.domain.office import ImportReport
from bipdesk.domain.sentences import sentence
from bipdesk.ui.forms.report_dialog import Entry
from bipdesk.ui.widgets.pill import State


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of one file: a report, or the sentence that says why it was refused."""

    file_name: str
    report: ImportReport | None
    refused: str


def import_all(
    paths: tuple[Path, ...],
    import_bundle: Callable[[Path], ImportReport],
    no_news: tuple[type[UserError], ...] = (),
) -> tuple[Tried, ...]:
    """Import each file in turn; each is stored whole or not at all. What `no_news` refuses is passed over."""
    tried = []
    for path in paths:
        try:
            tried.append(Tried(path.name, import_bundle(path), ""))
        except no_news:
            continue
        except UserError as error:
            tried.append(Tried(path.name, None, sentence(error)))
    return tuple(tried)


def as_entries(tried: tuple[Tried, ...]) -> tuple[Entry, ...]:
    """Return what came of the files, refused ones first, as entries of a report."""
    refused = [Entry(one.file_name, "Refused", State.BAD, (one.refused,)) for one in tried if one.refused]
    read = [
        Entry(f"{one.report.from_name} · {one.file_name}", "Read", State.GOOD, one.report.sentences)
        for one in tried
        if one.report is not None
    ]
    return (*refused, *read)
