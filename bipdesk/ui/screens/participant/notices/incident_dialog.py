"""Write an incident down: what, when, how it is known, who is in danger, what was done at once."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bipdesk.domain.disclosure import Provenance
from bipdesk.domain.errors import NothingEntered
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.incident import PROVENANCE_WORDS, AtOnce, IncidentDetails, IncidentKind
from bipdesk.ui.danger_dialog import KEY
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.check_box import CheckBox
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.text import Role, Text
from bipdesk.ui.widgets.time_edit import TimeEdit

if TYPE_CHECKING:
    from bipdesk.services.incidents import IncidentService

_WIDTH = 720
_CHOOSE: tuple[str, object] = ("Choose", None)
_WORDS = (
    "Write no names of a partner or children, and nothing that she has told: that goes to the safety "
    "officer, by word of mouth. What you write here is a risk note and may be passed on; whom you have to "
    "tell then appears by itself."
)
_DANGER: tuple[tuple[str, object], ...] = (
    _CHOOSE,
    ("Yes", "yes"),
    ("No", "no"),
    ("Nobody knows", "unknown"),
)
_IN_DANGER = {"yes": True, "no": False}


class IncidentDialog(FormDialog):
    """Nothing is chosen to begin with; the danger panel is one press away."""

    def __init__(
        self,
        frame: Frame,
        incidents: "IncidentService",
        participant_id: ParticipantId,
        days: tuple[date, date],
        parent: QWidget,
    ) -> None:
        """`days` are today, and the day on which it happened as far as that is known."""
        super().__init__(frame, parent, "Record an incident", _WORDS, "Record incident")
        self.setObjectName("incidentDialog")
        self.setMinimumWidth(frame.look.px(_WIDTH))
        self._incidents = incidents
        self._participant_id = participant_id
        self.kind = Choice("What happened", (_CHOOSE, *((each.label, each) for each in IncidentKind)))
        known = tuple((words, each) for each, words in PROVENANCE_WORDS.items())
        self.provenance = Choice("How we know", (_CHOOSE, *known))
        self.source = line_edit("Which agency")
        self.happened_on = DateEdit("Happened on")
        self.heard_on = DateEdit("Heard on")
        self.heard_at = TimeEdit("Heard at")
        self.danger = Choice("Anybody in danger now", _DANGER)
        self.words = text_area("What was said or done", frame.look, 4)
        self.at_once = {each: CheckBox(each.label) for each in AtOnce}
        self.at_once_words = line_edit("What else was done")
        self._lay_out()
        self.happened_on.set_date(days[1])
        self.heard_on.set_date(days[0])
        self.provenance.currentIndexChanged.connect(self._show_source)
        self._show_source()
        self._danger_now = False
        self.accepted.connect(self._on_recorded)
        self.keep_draft("incident", participant_id)

    def _lay_out(self) -> None:
        look = self.frame.look
        row = QHBoxLayout()
        call = Button("Whom to call", Kind.DANGER, hint=KEY, small=True)
        call.setObjectName("dangerButton")
        call.clicked.connect(self.frame.danger_wanted)
        row.addWidget(Text("Somebody in danger? Call first, write afterwards.", Role.STRONG), 1)
        row.addWidget(call)
        self.fields.addLayout(row)
        grid = FieldGrid(look, 300, 2)
        grid.add(self.rows.add("What happened", self.kind))
        grid.add(self.rows.add("Anybody in danger now", self.danger))
        grid.add(self.rows.add("Happened on", self.happened_on, required=True))
        grid.add(self.rows.add("How we know", self.provenance))
        grid.add(self.rows.add("Heard on", self.heard_on, required=True))
        grid.add(self.rows.add("Heard at", self.heard_at))
        self.fields.addWidget(grid)
        self.add_row("Which agency", self.source)
        self.add_row("What was said or done", self.words, required=True)
        self.fields.addWidget(Text("Done at once", Role.STRONG))
        boxes = FieldGrid(look, 300, 2)
        for each, box in self.at_once.items():
            box.setObjectName(f"atOnce-{each.value}")
            boxes.add(box)
        self.fields.addWidget(boxes)
        self.add_row("What else was done", self.at_once_words)

    def submit(self) -> None:
        """Store the incident."""
        happened_on, heard_on = self.happened_on.date_or_none(), self.heard_on.date_or_none()
        if not self.checked() or happened_on is None or heard_on is None or not self._chosen():
            return
        details = IncidentDetails(
            kind=IncidentKind(str(self.kind.value())),
            happened_on=happened_on,
            heard_on=heard_on,
            provenance=Provenance(str(self.provenance.value())),
            words=self.words.toPlainText(),
            heard_at=self.heard_at.time_or_none(),
            source=self.source.text(),
            danger_now=_IN_DANGER.get(str(self.danger.value())),
            at_once=frozenset(each for each, box in self.at_once.items() if box.isChecked()),
            at_once_words=self.at_once_words.text(),
        )
        self._danger_now = details.danger_now is True
        incidents, whose = self._incidents, self._participant_id
        self.do(
            lambda: incidents.record(whose, details),
            "The incident is written down. What is due stands first on this tab.",
            lambda changes: incidents.undo(changes.row_id),
        )

    def _on_recorded(self) -> None:
        """Show whom to call without being asked, where somebody is in danger."""
        if self._danger_now:
            self.frame.danger_wanted.emit()

    def _chosen(self) -> bool:
        asked = (
            ("How we know", self.provenance),
            ("Anybody in danger now", self.danger),
            ("What happened", self.kind),
        )
        good = True
        for label, choice in asked:
            if choice.value() is None:
                self.rows.show_error(NothingEntered(field=label))
                good = False
        self.fit()
        return good

    def _show_source(self) -> None:
        self.rows.set_visible("Which agency", self.provenance.value() is Provenance.AGENCY)
        self.fit()
