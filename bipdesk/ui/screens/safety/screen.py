"""The safety workspace: hand-overs that wait, and the partners."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bipdesk.domain.changes import Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.handover import HandOverForm, ProtectedPerson, SealedHandOver
from bipdesk.services.safety.values import Partner, PartnerDetails
from bipdesk.ui.format import counted, joined, short_date
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.safety.hand_over_dialog import HandOverDialog
from bipdesk.ui.screens.safety.partner_dialogs import PartnerDialog
from bipdesk.ui.screens.safety.words import SUPPORT_STATES, next_code, rule_sentences, who, whose
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

if TYPE_CHECKING:
    from bipdesk.services.safety.partners import SafetyService

OPENED_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Read:
    """What the workspace shows."""

    waiting: tuple[SealedHandOver, ...]
    opened: tuple[SealedHandOver, ...]
    partners: tuple[Partner, ...]
    holders: int


class SafetyScreen(Screen):
    """What waits first, then everybody she looks after."""

    topics = frozenset({Topic.SAFETY, Topic.PARTICIPANTS})

    def __init__(self, frame: Frame, safety: "SafetyService", clock: Clock) -> None:
        super().__init__(frame)
        self._safety = safety
        self._clock = clock
        self._partners: tuple[Partner, ...] = ()
        self._waiting, self._list, self._opened = Lines(), Lines(), Lines()
        self._add = Button("Add a partner…", Kind.SAFETY)
        self._add.clicked.connect(lambda: self._on_add(PartnerDetails(""), ""))
        self.header.set_title("Safety")
        self.header.add_action(self._add)
        for title, lines in (
            ("Hand-overs to open", self._waiting),
            ("Partners", self._list),
            ("Hand-overs opened before", self._opened),
        ):
            panel = Panel()
            panel.body.addWidget(lines)
            self.body.addWidget(SectionTitle(title))
            self.body.addWidget(panel)
        self.body.addStretch(1)

    def open_buttons(self) -> tuple[QPushButton, ...]:
        """Return the buttons that open the waiting hand-overs, the oldest first."""
        return tuple(self._waiting.findChildren(QPushButton))

    def load(self) -> None:
        """Read what waits and who is looked after."""
        self.frame.tasks.run(self, self._read, self._show)

    def _read(self) -> Read:
        safety = self._safety
        return Read(safety.envelopes(), safety.opened_envelopes(), safety.partners(), safety.holders())

    def _show(self, read: Read) -> None:
        self._partners = read.partners
        self.frame.set_holders(read.holders)
        self.frame.set_count("safety", len(read.waiting))
        self.header.set_title("Safety", counted(len(self._partners), "partner", "partners"))
        self._waiting.clear()
        for envelope in read.waiting:
            self._waiting.add(self._envelope_line(envelope, "Open", State.WARN))
        if not read.waiting:
            nothing = "Every hand-over has been opened." if read.opened else "No hand-over has come yet."
            self._waiting.add(Text(nothing, Role.DETAIL))
        self._opened.clear()
        for envelope in read.opened[:OPENED_SHOWN]:
            self._opened.add(self._envelope_line(envelope, "Read again", State.NEUTRAL))
        if not read.opened:
            self._opened.add(Text("None yet.", Role.DETAIL))
        self._list.clear()
        for partner in self._partners:
            self._list.add(self._partner_line(partner))
        if not self._partners:
            words = "A code and a safe-contact rule are enough to begin. Open the hand-overs first."
            self._list.add(EmptyState("No partner is written down yet", words))

    def _envelope_line(self, envelope: SealedHandOver, verb: str, state: State) -> DutyLine:
        opening = Button(verb, small=True)
        opening.clicked.connect(lambda: self._on_open(envelope))
        made_on = envelope.made_at.date()
        pill = Pill(short_date(made_on, self._clock.today()), state)
        detail = "Sealed at the referral; it may be empty"
        return DutyLine(pill, f"Case {envelope.case_number}", detail, opening)

    def _partner_line(self, partner: Partner) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(self.frame.look.px(16))
        contact = partner.last_contact_on
        last = f"last contact {short_date(contact, self._clock.today())}" if contact else "no contact yet"
        row.addLayout(_two_lines(who(partner), joined(whose(partner), last)), 3)
        rule = rule_sentences(partner.rule)
        row.addLayout(_two_lines(rule[0], joined(*rule[1:])), 4)
        holder = QWidget()
        holder.setMinimumWidth(self.frame.look.px(210))  # the same in every line, so that the columns stand
        end = QHBoxLayout(holder)
        end.setContentsMargins(0, 0, 0, 0)
        end.addStretch(1)
        end.addWidget(Pill(partner.support.label, SUPPORT_STATES[partner.support]))
        opening = Button("Open", small=True)
        opening.setAccessibleName(f"Open {who(partner)}")
        opening.clicked.connect(lambda: self.frame.open_page("partner", partner.partner_id))
        end.addWidget(opening)
        row.addWidget(holder, 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _on_open(self, envelope: SealedHandOver) -> None:
        work = partial(self._safety.open_envelope, envelope.envelope_id)
        self.frame.tasks.run(self, work, partial(self._show_form, envelope))

    def _show_form(self, envelope: SealedHandOver, form: HandOverForm) -> None:
        def make_record(person: ProtectedPerson) -> PartnerDialog:
            facts = (person.relation, person.contact, form.papers, form.remarks)
            details = PartnerDetails(
                code="",
                name=person.name,
                participant_id=form.participant_id,
                remarks="\n".join(words for words in facts if words),
            )
            return self._on_add(details, f"Case {envelope.case_number}")

        dialog = HandOverDialog(self.frame.look, self, envelope.case_number, form, make_record)
        dialog.finished.connect(lambda _result: self.load())
        dialog.open()

    def _on_add(self, details: PartnerDetails, participant_name: str) -> PartnerDialog:
        dialog = PartnerDialog(self.frame, self, self._safety, "Add a partner")
        dialog.propose(details, participant_name)
        dialog.code.setText(next_code(tuple(partner.code for partner in self._partners)))
        dialog.open()
        return dialog


def _two_lines(first: str, second: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(1)
    column.addStretch(1)  # the two lines stay together beside a neighbour of three
    column.addWidget(Text(first, Role.ITEM, wrap=True))
    if second:
        column.addWidget(Text(second, Role.DETAIL, wrap=True))
    column.addStretch(1)
    return column
