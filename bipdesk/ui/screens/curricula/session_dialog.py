"""What is asked about one session: its title, its aims, and which of the eight topics it covers."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from bipdesk.domain.content_topic import ContentTopics
from bipdesk.domain.draft_faults import aims_fault, title_fault
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.curricula.topic_boxes import TopicBoxes
from bipdesk.ui.widgets.form_row import FormRow

TITLE, AIMS, TOPICS = "Title", "Aims, one to a line", "It covers"
_WIDTH = 660
_LINES = 5


@dataclass(frozen=True, slots=True)
class Entered:
    """What stands in the fields."""

    title: str = ""
    aims: str = ""
    topics: tuple[str, ...] = ()

    @property
    def aim_lines(self) -> tuple[str, ...]:
        """Return the aims without blank lines."""
        return tuple(line.strip() for line in self.aims.splitlines() if line.strip())


class SessionDialog(FormDialog):
    """Title, aims and topics; what becomes of them the dialogs made of it say."""

    def __init__(
        self, frame: Frame, parent: QWidget, words: tuple[str, str, str], topics: ContentTopics
    ) -> None:
        """`words` are the title of the dialog, what to know of it, and what the button says."""
        super().__init__(frame, parent, *words)
        self.setObjectName("sessionDialog")
        self.setMinimumWidth(frame.look.px(_WIDTH))
        self.session_title = line_edit(TITLE)
        self.aims = text_area(AIMS, frame.look, _LINES)
        self.topics = TopicBoxes(frame.look, topics)
        self.add_row(TITLE, self.session_title)
        self.add_row(AIMS, self.aims, also="Aims")
        self.fields.addWidget(FormRow(TOPICS, self.topics, topics.source))

    def begin(self, called: str, entered: Entered) -> None:
        """Fill the fields; `called` is what the session is called without a title."""
        self.session_title.setPlaceholderText(called)
        self.session_title.setText(entered.title)
        self.aims.setPlainText(entered.aims)
        self.topics.tick(entered.topics)

    def entered(self) -> Entered:
        """Return what stands in the fields."""
        return Entered(
            self.session_title.text().strip(), self.aims.toPlainText().strip(), self.topics.ticked()
        )

    def is_fit(self) -> bool:
        """Say whether it can be kept; what is wrong stands under its field."""
        self.rows.clear()
        entered = self.entered()
        faults = ((AIMS, aims_fault(entered.aim_lines)), (TITLE, title_fault(entered.title)))
        for label, sentence in faults:
            if sentence:
                self.rows.show(label, sentence)
        self.fit()
        return not any(sentence for _, sentence in faults)
