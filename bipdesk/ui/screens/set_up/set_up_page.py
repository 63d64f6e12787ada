"""The set-up: from nothing to an open programme or county office."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QStackedLayout, QWidget

from bipdesk.domain.staff import Role
from bipdesk.services.staff import NewAccount
from bipdesk.ui.screens.set_up.begin_page import BeginPage
from bipdesk.ui.screens.set_up.existing_page import ExistingPage
from bipdesk.ui.screens.set_up.needs import MadeVault, VaultMaker
from bipdesk.ui.screens.set_up.office_page import OfficePage
from bipdesk.ui.screens.set_up.officer_page import OfficerPage
from bipdesk.ui.screens.set_up.person_page import PersonPage
from bipdesk.ui.screens.set_up.recovery_code_page import RecoveryCodePage
from bipdesk.ui.screens.set_up.step_page import StepPage
from bipdesk.ui.tasks import Tasks
from bipdesk.ui.theme.look import Look

RECORDS_CODE = (
    "Write this code down or print it, and seal it in an envelope. It opens the records when every "
    "passphrase is forgotten. It is shown this one time."
)


class SetUpPage(QWidget):
    """One step after the other; `done` gets the open desk, `cancel` goes back to the unlock page."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        maker: VaultMaker,
        done: Callable[[object], None],
        cancel: Callable[[], None],
        *,
        may_go_back: bool = True,
    ) -> None:
        """`may_go_back` is False on a computer that has nothing to unlock yet."""
        super().__init__()
        self._look = look
        self._tasks = tasks
        self._maker = maker
        self._done = done
        self._cancel = cancel
        self._stack = QStackedLayout(self)
        self._made: MadeVault | None = None
        self.begin = BeginPage(look)
        self.begin.next_button.clicked.connect(self._on_begin)
        self.begin.back_button.clicked.connect(lambda: self._cancel())
        self.begin.back_button.setVisible(may_go_back)
        self._show(self.begin)

    @property
    def step(self) -> StepPage:
        """Return the step that is shown."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, StepPage)
        return shown

    def _show(self, page: StepPage) -> None:
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.setFocus()

    def _on_begin(self) -> None:
        kind = self.begin.chosen()
        if kind == "look":
            self.begin.set_busy(True, "Inventing…")
            self._tasks.run(self, self._maker.look_around, self._done, self.begin.refuse, self.begin.ready)
        elif kind == "existing":
            page = ExistingPage(self._look, self._tasks, self._maker, self._cancel)
            page.back_button.clicked.connect(lambda: self._show(self.begin))
            self._show(page)
        else:
            self._ask_office(county=kind == "county")

    def _ask_office(self, *, county: bool) -> None:
        office = OfficePage(self._look, self._maker.home(), county=county)
        person = PersonPage(
            self._look, self._tasks, self._maker.judge, office.fields.name.text, county=county
        )
        office.back_button.clicked.connect(lambda: self._show(self.begin))
        office.next_button.clicked.connect(lambda: self._show(person) if office.check() else None)
        person.back_button.clicked.connect(lambda: self._show(office))
        person.next_button.clicked.connect(lambda: self._make(office, person, county))
        self._show(office)
        # Measured while the first step is filled in; the sentence must stand before a passphrase is chosen.
        self._tasks.run(person, self._maker.cost_remark, person.show_cost, person.refuse)

    def _make(self, office: OfficePage, person: PersonPage, county: bool) -> None:
        if not person.check():
            return
        details = office.details()
        if county:
            work = partial(self._maker.create_county, office.path(), details.name, person.person())
        else:
            work = partial(self._maker.create_site, office.path(), details, person.person())
        person.set_busy(True, "Making the keys…")
        self._tasks.run(self, work, partial(self._on_made, person, county), person.refuse, person.ready)

    def _on_made(self, person: PersonPage, county: bool, made: MadeVault) -> None:
        person.passphrase.take()
        self._made = made
        page = RecoveryCodePage(
            self._look,
            made.recovery_code,
            title="Recovery code of the records",
            words=RECORDS_CODE,
            place="Step 3 of 3" if county else "Step 3 of 4",
        )
        page.remark(made.key_store)
        page.confirmed.connect(partial(self._on_written_down, county))
        self._show(page)

    def _on_written_down(self, county: bool) -> None:
        assert self._made is not None  # its code was just shown
        self._tasks.run(self, self._made.desk.recovery.confirm, lambda _changes: None)
        if county:
            self._finish()
        else:
            self._ask_officer()

    def _ask_officer(self) -> None:
        page = OfficerPage(self._look)
        page.back_button.clicked.connect(self._finish)
        page.next_button.clicked.connect(lambda: self._on_officer(page))
        self._show(page)

    def _on_officer(self, page: OfficerPage) -> None:
        if page.account is not None:
            self._finish()
        elif page.check() and self._made is not None:
            staff = self._made.desk.staff
            name, sign_in_name = page.name.text().strip(), page.sign_in_name.text().strip()
            page.set_busy(True, "Reserving…")
            work = partial(staff.add, name, sign_in_name, frozenset({Role.SAFETY_OFFICER}))
            self._tasks.run(self, work, partial(self._on_reserved, page), page.refuse, page.ready)

    def _on_reserved(self, page: OfficerPage, account: NewAccount) -> None:
        page.show_code(account)

    def _finish(self) -> None:
        assert self._made is not None  # nobody comes here before the vault is made
        self._done(self._made.desk)
