"""What an imported bundle brought, in sentences for the person at the county's desk."""

from collections.abc import Sized
from typing import Protocol

from bipdesk.domain.sync.bundle import BundleContents
from bipdesk.domain.sync.in_words import counted_in_words


class Imported(Protocol):
    """What is told of an import."""

    @property
    def new(self) -> int:
        """How many operations were not here before."""
        ...

    @property
    def known(self) -> int:
        """How many had arrived before."""
        ...

    @property
    def opaque(self) -> int:
        """How many a later version will understand."""
        ...

    @property
    def quarantined(self) -> tuple[tuple[str, str], ...]:
        """Those set aside, with the reason."""
        ...

    @property
    def conflicts(self) -> Sized:
        """The fields with several values."""
        ...

    @property
    def forked_at(self) -> int | None:
        """Where a position was written twice."""
        ...

    @property
    def regress(self) -> bool:
        """Whether the sender counts on more than is here."""
        ...


def what_arrived(contents: BundleContents, imported: Imported) -> list[str]:
    """Return a sentence for each thing to be known; what was set aside does not count as arrived."""
    aside = {name for name, _ in imported.quarantined}
    taken = [item for item in contents.items if item.op_id not in aside]
    lines = [f"New: {line}" for line in counted_in_words(taken)] if imported.new else []
    if imported.known and not imported.new:
        lines.append("Everything in it had arrived before.")
    for number, words in (
        (imported.opaque, "entries need a newer version of this program and are kept for it"),
        (len(imported.quarantined), "entries were set aside because they contradict themselves"),
        (len(imported.conflicts), "fields were changed by two people; both values are kept"),
    ):
        if number:
            lines.append(f"{number} {words}.")
    if imported.forked_at is not None or imported.regress:
        lines.append("A part is missing or was written twice; the site is asked to send again.")
    return lines
