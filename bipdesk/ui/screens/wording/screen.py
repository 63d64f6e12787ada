"""Wording of papers: the programme agreement in both languages, and the address on letters."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from bipdesk.domain.agreement import Wording
from bipdesk.domain.agreement_texts import default_text
from bipdesk.domain.changes import Topic
from bipdesk.domain.ids import Seen
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.wording.word_dialog import Part, WordDialog
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.duty_line import DutyLine, line_up
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import SectionTitle

if TYPE_CHECKING:
    from bipdesk.services.agreements import AgreementService

_LANGUAGES: tuple[tuple[str, object], ...] = (("English", "en"), ("Spanish", "es"))
_LONGEST = 150
_ADDRESS = (
    "Stands under the programme's name on every letter. Choose words that do not say what kind of work you "
    "do."
)
_NO_ADDRESS = "None yet: whoever gets a letter would not know where to answer."
_TEXT = (
    "A line that begins with a hyphen is printed as an item of a list. Write short sentences: it is read "
    "aloud."
)
Read = tuple[tuple[Wording, ...], tuple[str, Seen]]


class WordingScreen(Screen):
    """Every part of the agreement with the words it has now."""

    topics = frozenset({Topic.PAPERS})

    def __init__(self, frame: Frame, agreements: "AgreementService") -> None:
        super().__init__(frame)
        self._agreements = agreements
        self._wordings: tuple[Wording, ...] = ()
        self._sender: tuple[str, Seen] = ("", Seen(""))
        self.header.set_title("Wording of papers", "Programme agreement and letters", "Programme")
        self.language = Choice("Language", _LANGUAGES)
        self.language.currentIndexChanged.connect(lambda _place: self._show_lines())
        self.print_button = Button("See it printed")
        self.print_button.clicked.connect(self._on_print)
        self.header.add_action(self.print_button)
        self.letters, self.lines = Lines(), Lines()
        for title, lines in (("Letters", self.letters), ("Programme agreement", self.lines)):
            self.body.addWidget(SectionTitle(title))
            panel = Panel()
            if lines is self.lines:
                panel.body.addWidget(self.language)
            panel.body.addWidget(lines)
            self.body.addWidget(panel)
        self.body.addStretch(1)

    def load(self) -> None:
        """Read the words."""
        agreements = self._agreements
        self.frame.tasks.run(self, lambda: (agreements.wordings(), agreements.sender()), self._show)

    def _show(self, read: Read) -> None:
        self._wordings, self._sender = read
        self._show_lines()

    def _show_lines(self) -> None:
        self.letters.clear()
        address = self._sender[0]
        pill = Pill("Written", State.NEUTRAL) if address else Pill("Missing", State.WARN)
        button = self._button("Address on letters", self._on_sender)
        detail = address.replace("\n", " · ") or _NO_ADDRESS
        self.letters.add(DutyLine(pill, "Address and telephone on letters", detail, button))
        self.lines.clear()
        shown = []
        for wording in self._wordings:
            if wording.language != self.language.value():
                continue
            pill = Pill("Own words", State.GOOD) if wording.own else Pill("Default", State.NEUTRAL)
            change = self._button(wording.section.label, partial(self._on_change, wording))
            shown.append(DutyLine(pill, wording.section.label, _beginning(wording.body), change))
            self.lines.add(shown[-1])
        line_up(shown)

    def _button(self, what: str, act: Callable[[], None]) -> Button:
        button = Button("Change…", small=True)
        button.setAccessibleName(f"Change: {what}")
        button.clicked.connect(lambda: act())
        return button

    def _on_change(self, wording: Wording) -> None:
        section, language, agreements = wording.section, wording.language, self._agreements
        part = Part(
            key=f"{section.value}-{language}",
            title=section.label,
            explanation=_TEXT,
            body=wording.body,
            default=default_text(section, language),
            write=lambda body: agreements.word(section, language, body, wording.seen),
        )
        WordDialog(self.frame, part, self).open()

    def _on_sender(self) -> None:
        address, seen = self._sender
        agreements = self._agreements
        part = Part(
            key="sender",
            title="Address on letters",
            explanation=_ADDRESS,
            body=address,
            default="",
            write=lambda lines: agreements.set_sender(lines, seen),
        )
        WordDialog(self.frame, part, self).open()

    def _on_print(self) -> None:
        work = partial(self._agreements.print_form, None, str(self.language.value()))
        self.frame.tasks.run(self, work, lambda pdf: self.frame.show_document("Agreement", pdf))


def _beginning(body: str) -> str:
    words = " ".join(body.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
