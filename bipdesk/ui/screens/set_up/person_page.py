"""Who sets it up: the coordinator, or the first person of a county office."""

from collections.abc import Callable

from bipdesk.services.vault import Person
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.screens.set_up.needs import Judgement
from bipdesk.ui.screens.set_up.passphrase_fields import PassphraseFields
from bipdesk.ui.screens.set_up.step_page import StepPage
from bipdesk.ui.screens.set_up.tie_box import TieBox
from bipdesk.ui.tasks import Tasks
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.text import Role, Text

NAME, SIGN_IN = "Your name", "Sign-in name"
COORDINATOR = (
    "You are the coordinator: accounts, settings, county sync. Nobody can look up your passphrase; without "
    "it only the recovery code of the next step helps."
)
COUNTY = (
    "You have the first account of the county office and can add others. Nobody can look up your passphrase; "
    "without it only the recovery code of the next step helps."
)


class PersonPage(StepPage):
    """Name, sign-in name and a passphrase with its strength in a sentence."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        judge: Callable[[str, tuple[str, ...]], Judgement],
        office_name: Callable[[], str],
        *,
        county: bool,
    ) -> None:
        place = "Step 2 of 3" if county else "Step 2 of 4"
        super().__init__(look, "Your account", COUNTY if county else COORDINATOR, "Make it", place)
        self._rows = FormRows()
        self.name = line_edit(NAME)
        self.sign_in_name = line_edit(SIGN_IN)
        self.passphrase = PassphraseFields(
            look, tasks, judge, lambda: (self.name.text(), self.sign_in_name.text(), office_name())
        )
        grid = FieldGrid(look, narrowest=200, widest=2)
        grid.add(self._rows.add(NAME, self.name, required=True))
        grid.add(self._rows.add(SIGN_IN, self.sign_in_name, required=True))
        self.content.addWidget(grid)
        self.content.addWidget(self.passphrase)
        self._add_cost_and_tie(look)
        self.setFocusProxy(self.name)
        self.buttons_last()

    def _add_cost_and_tie(self, look: Look) -> None:
        self.cost = Text("", Role.SMALL, wrap=True)
        self.cost.set_state("warn")
        self.cost.hide()
        self.tie = TieBox(look)
        for part in (self.cost, self.tie):
            self.content.addWidget(part)

    def show_cost(self, words: str) -> None:
        """Say that each try of a passphrase is cheaper here than it should be; "" says nothing."""
        self.cost.setText(words)
        self.cost.setVisible(bool(words))

    def check(self) -> bool:
        """Say whether the step is complete; what is missing stands under its field."""
        return self._rows.check() and self.passphrase.check()

    def person(self) -> Person:
        """Return who was entered; the fields keep the passphrase until the vault is made."""
        return Person(
            self.name.text().strip(),
            self.sign_in_name.text().strip(),
            self.passphrase.first.text(),
            self.tie.is_ticked(),
        )
