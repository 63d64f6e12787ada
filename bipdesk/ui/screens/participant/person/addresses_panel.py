"""Where he lives and where his post goes: the current addresses, and the old ones under them."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bipdesk.domain.address import FOR_LETTERS, Address, AddressKind, current
from bipdesk.domain.changes import Changes
from bipdesk.domain.clock import Clock
from bipdesk.domain.person import PersonFile
from bipdesk.ui.format import joined, short_date
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.listed_panel import Act, ListedPanel
from bipdesk.ui.screens.participant.person.move_dialog import MoveDialog
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.pill import Pill, State

if TYPE_CHECKING:
    from bipdesk.services.persons import PersonService

_REMARK = (
    "A letter goes to the current postal address, or where he lives if there is none: never to an old one. "
    "Where his partner or children live is not written here; that goes into the sealed hand-over form."
)


class AddressesPanel(ListedPanel):
    """Dated addresses; the one a letter goes to is marked."""

    def __init__(self, tab: FileTab, persons: "PersonService", clock: Clock) -> None:
        super().__init__(tab.frame.look, "Addresses", _REMARK, ("New address", self._on_move))
        self._tab = tab
        self._frame = tab.frame
        self._persons = persons
        self._clock = clock

    def show_file(self, file: PersonFile) -> None:
        """Show the addresses of this file."""
        today = self._clock.today()
        letters = current(file.addresses, today, FOR_LETTERS)
        newest = {kind: _newest(file, kind) for kind in AddressKind}
        ordered = sorted(file.addresses, key=lambda each: not _is_current(each, file, today))
        self.show_lines(
            (self._address(each, file, letters, each is newest[each.change.kind]) for each in ordered),
            "None was entered: no letter can go out to him.",
        )

    def _address(self, address: Address, file: PersonFile, letters: Address | None, newest: bool) -> DutyLine:
        today = self._clock.today()
        change = address.change
        held = _is_current(address, file, today)
        if held:
            pill = Pill("Letters go here" if address is letters else "Current", State.GOOD)
        elif change.from_on > today:
            pill = Pill(f"From {short_date(change.from_on, today)}", State.WARN)
        else:
            pill = Pill("Old", State.NEUTRAL)
        detail = joined(change.kind.label, _since(address, today), change.reason, _confirmed(address))
        acts: list[Act] = []
        if held:
            acts.append(("No longer his", lambda: self._on_ended(address)))
        if newest:
            acts.append(("Entered by mistake", lambda: self._on_mistake(address)))
        return self.line(pill, ", ".join(change.lines.splitlines()), detail, *acts)

    def _on_move(self) -> None:
        if self._tab.participant_id is not None:
            today = self._clock.today()
            MoveDialog(self._frame, self._persons, self._tab.participant_id, today, self).open()

    def _on_ended(self, address: Address) -> None:
        tasks, persons, today = self._frame.tasks, self._persons, self._clock.today()

        def undo(changes: Changes) -> None:
            tasks.change(self, lambda: persons.end_address(replace(address, seen=changes.seen), None))

        tasks.change(
            self,
            lambda: persons.end_address(address, today),
            lambda changes: self._frame.notify(
                "The address is an old one from today on; no letter goes there.", lambda: undo(changes)
            ),
        )

    def _on_mistake(self, address: Address) -> None:
        tasks, persons, whose = self._frame.tasks, self._persons, self._tab.participant_id

        def undo() -> None:
            if whose is not None:
                tasks.change(self, lambda: persons.move(whose, address.change))

        tasks.change(
            self,
            lambda: persons.take_back_move(address.address_id),
            lambda _changes: self._frame.notify(
                "The address is taken away; the one before holds again.", undo
            ),
        )


def _is_current(address: Address, file: PersonFile, today: date) -> bool:
    return address is current(file.addresses, today, (address.change.kind,))


def _newest(file: PersonFile, kind: AddressKind) -> Address | None:
    return next((each for each in file.addresses if each.change.kind is kind), None)


def _since(address: Address, today: date) -> str:
    since = f"from {short_date(address.change.from_on, today)}"
    return since if address.until_on is None else f"{since} until {short_date(address.until_on, today)}"


def _confirmed(address: Address) -> str:
    return f"confirmed with {address.change.confirmed_with}" if address.change.confirmed_with else ""
