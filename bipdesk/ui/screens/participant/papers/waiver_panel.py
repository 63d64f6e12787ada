"""The waiver as it stands, and what can be done with it next."""

from functools import partial

from PySide6.QtCore import Signal

from bipdesk.ui.format import short_date
from bipdesk.ui.screens.participant.papers.button_row import ButtonRow
from bipdesk.ui.screens.participant.papers.paper_act import PaperAct
from bipdesk.ui.screens.participant.papers.papers_view import PapersView
from bipdesk.ui.screens.participant.papers.words import terms_words, waiver_state, waiver_title
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Kind
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State

_NONE = "Nobody is accepted, and nothing may be told, without one: make it, print it, let him sign."


class WaiverPanel(Panel):
    """The newest waiver first, with its terms; earlier ones in a line each."""

    act_wanted = Signal(object)
    """A PaperAct."""

    def __init__(self, look: Look) -> None:
        super().__init__("Waiver of confidentiality")
        self._look = look
        self.lines = Lines()
        self.body.addWidget(self.lines)

    def show_view(self, view: PapersView) -> None:
        """Show how the waivers of this file stand."""
        self.lines.clear()
        found = view.waivers.lines
        if not found:
            self.lines.add(DutyLine(Pill("Needed", State.BAD), "No waiver yet", _NONE))
        for place, line in enumerate(found):
            word, state = waiver_state(line, view.today)
            replaced = place > 0 and (line is not view.waivers.current)
            pill = Pill("Replaced", State.NEUTRAL) if replaced else Pill(word, state)
            detail = "" if replaced else "\n".join(terms_words(line, view.today, view.waivers.citation))
            self.lines.add(DutyLine(pill, waiver_title(line, view.today), detail))
        self.lines.add(self._buttons(view))

    def _buttons(self, view: PapersView) -> ButtonRow:
        row = ButtonRow(self._look)
        current, unsigned = view.waivers.current, view.waivers.unsigned
        if unsigned is not None:
            self._add(row, PaperAct.SIGN, "It is signed…", Kind.PRIMARY)
            self._add(row, PaperAct.PRINT_WAIVER, "Print to sign")
            self._add(row, PaperAct.MAKE_WAIVER, "Change…")
        else:
            first = current is None or not current.stands
            words = "Make the waiver…" if current is None else "Make a new one…"
            self._add(row, PaperAct.MAKE_WAIVER, words, Kind.PRIMARY if first else Kind.PLAIN)
        if current is not None:
            self._add(row, PaperAct.ATTACH_WAIVER, "Attach the scan…")
            if current.scans:
                self._add(row, PaperAct.SHOW_WAIVER, "Show the scan")
            if current.waiver.revoked_on is None:
                self._add(row, PaperAct.REVOKE, "Revoke…")
            elif current.waiver.revoked_on == view.today:
                self._add(row, PaperAct.TAKE_BACK, "Undo the revocation")
        self._add(row, PaperAct.BLANK_WAIVER, "Print blank")
        return row

    def _add(self, row: ButtonRow, act: PaperAct, words: str, kind: Kind = Kind.PLAIN) -> None:
        row.add(words, f"{act.value}Button", partial(self.act_wanted.emit, act), kind)


class AgreementPanel(Panel):
    """Whether the programme agreement is signed."""

    act_wanted = Signal(object)
    """A PaperAct."""

    def __init__(self, look: Look) -> None:
        super().__init__("Programme agreement")
        self._look = look
        self.lines = Lines()
        self.body.addWidget(self.lines)

    def show_view(self, view: PapersView) -> None:
        """Show when it was signed."""
        self.lines.clear()
        signed = view.agreements.signed
        if signed:
            words = f"Signed {short_date(signed[0].signed_on, view.today)}"
            self.lines.add(DutyLine(Pill("Signed", State.GOOD), words, ""))
        else:
            words = "Print it, read it with him, and sign it together."
            self.lines.add(DutyLine(Pill("Not signed", State.WARN), "No agreement yet", words))
        row = ButtonRow(self._look)
        for act, text, kind in self._acts(view):
            row.add(text, f"{act.value}Button", partial(self.act_wanted.emit, act), kind)
        self.lines.add(row)

    def _acts(self, view: PapersView) -> list[tuple[PaperAct, str, Kind]]:
        found = [
            (PaperAct.AGREEMENT_ENGLISH, "Print in English", Kind.PLAIN),
            (PaperAct.AGREEMENT_SPANISH, "Print in Spanish", Kind.PLAIN),
            (PaperAct.SIGN_AGREEMENT, "It is signed…", Kind.PLAIN),
        ]
        if view.agreements.signed:
            found.append((PaperAct.ATTACH_AGREEMENT, "Attach the scan…", Kind.PLAIN))
        if view.agreements.scans:
            found.append((PaperAct.SHOW_AGREEMENT, "Show the scan", Kind.PLAIN))
        found.append((PaperAct.BLANK_AGREEMENT, "Print blank", Kind.PLAIN))
        return found
