"""Where a curriculum comes from, who runs it, and which versions there are."""

from functools import partial

from bipdesk.domain.curriculum_page import CurriculumFile
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.curricula.words import release_words
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.key_value import KeyValueRows
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import Role, Text

NEVER_CHANGES = (
    "A released version never changes. Groups and participants stay on the version they began with."
)


class AboutPanel(Panel):
    """Source, groups and versions."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame

    def show_file(self, file: CurriculumFile) -> None:
        """Show what is known about the curriculum."""
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        rows = KeyValueRows()
        rows.add("Comes from", file.curriculum.source or "Not known here")
        rows.add("Run by", ", ".join(name for _, name in file.groups) or "No group yet")
        self.body.addWidget(rows)
        for release in file.versions:
            if release.curriculum.id == file.curriculum.id:
                continue
            words = release_words(release)
            button = Button(words[:1].upper() + words[1:], Kind.QUIET, small=True)
            button.clicked.connect(partial(self._open, release.curriculum.id))
            self.body.addWidget(button)
        self.body.addWidget(Text(NEVER_CHANGES, Role.SMALL, wrap=True))

    def _open(self, curriculum_id: str) -> None:
        self._frame.open_page("curriculum", curriculum_id)
