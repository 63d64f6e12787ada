"""Link two files of one person: those who are alike are offered first, anybody can be looked for."""

from PySide6.QtWidgets import QWidget

from bipdesk.domain.duplicates import PersonTyped, SimilarPerson
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.participant import ParticipantFile, ParticipantRow
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_view import FileServices
from bipdesk.ui.screens.participant.words import full_name
from bipdesk.ui.tasks import Ticket
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.search_edit import SearchEdit

_WORDS = (
    "Both files stay as they are and show each other; in lists both are marked, and numbers count him once. "
    "The link can be undone at any time."
)
_NOBODY: tuple[tuple[str, object], ...] = (("Choose the other file", None),)
_LIMIT = 8


class LinkDialog(FormDialog):
    """Asks which other file is about the same person."""

    def __init__(self, frame: Frame, services: FileServices, file: ParticipantFile, parent: QWidget) -> None:
        super().__init__(frame, parent, f"Another file of {full_name(file)}", _WORDS, "Link")
        self.setObjectName("linkDialog")
        self._services = services
        self._file = file
        self._ticket: Ticket | None = None
        self.search = SearchEdit(frame.look, "Look for a participant", "Name or case number")
        self.other = Choice("The other file", _NOBODY)
        self.add_row("Look for a participant", self.search)
        self.add_row("The other file", self.other)
        self.search.searched.connect(self._look)
        self._offer_alike()

    def _offer_alike(self) -> None:
        person, participants = self._file.person, self._services.participants
        typed = PersonTyped(
            person.given_name, person.family_name, person.date_of_birth, self._file.referral.court_case
        )
        self.frame.tasks.run(self, lambda: participants.similar(typed), self._show_alike)

    def _show_alike(self, people: tuple[SimilarPerson, ...]) -> None:
        self._offer(
            tuple(
                (f"{each.given_name} {each.family_name}, {each.case_number}: {', '.join(each.reasons)}", each)
                for each in people
            )
        )

    def _look(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        text, participants = self.search.text().strip(), self._services.participants
        if not text:
            self._offer_alike()
            return
        self._ticket = self.frame.tasks.run(
            self, lambda: participants.page(text, limit=_LIMIT), self._show_found
        )

    def _show_found(self, rows: tuple[ParticipantRow, ...]) -> None:
        self._offer(tuple((f"{row.family_name}, {row.given_name}, {row.case_number}", row) for row in rows))

    def _offer(self, people: tuple[tuple[str, SimilarPerson | ParticipantRow], ...]) -> None:
        others = tuple(
            (words, each.participant_id)
            for words, each in people
            if each.participant_id != self._file.participant_id
        )
        self.other.set_choices((*_NOBODY, *others))
        if len(others) == 1:
            self.other.setCurrentIndex(1)

    def submit(self) -> None:
        """Link the two files."""
        chosen = self.other.value()
        if not self.checked():
            return
        if chosen is None:
            self.rows.show("The other file", "Choose the other file of this person.")
            self.fit()
            return
        links, his = self._services.links, self._file.participant_id
        other = ParticipantId(chosen)  # type: ignore[arg-type]
        self.do(lambda: links.link(his, other), "The two files are linked.")
