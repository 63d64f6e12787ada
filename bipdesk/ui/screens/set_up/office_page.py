"""What the programme or the county office is called, and where its folder is."""

from pathlib import Path

from bipdesk.domain.site import DangerPanel, SiteDetails, emergency_number
from bipdesk.ui.forms.path_field import FolderField
from bipdesk.ui.forms.site_fields import SiteFields
from bipdesk.ui.screens.set_up.step_page import StepPage
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.form_row import FormRow


class OfficePage(StepPage):
    """Name, country, paper and the folder; the folder's name says nothing about the subject."""

    def __init__(self, look: Look, home: Path, *, county: bool) -> None:
        title = "The county office" if county else "The programme"
        named = "The sites see this name" if county else "The name stands on every sheet that is printed"
        words = f"{named}. All but the folder can be changed later."
        super().__init__(look, title, words, "Go on", "Step 1 of 3" if county else "Step 1 of 4")
        self.fields = SiteFields(look, "Name of the office", packs=False) if county else SiteFields(look)
        self.fields.show_details(SiteDetails(""))
        if not county:
            self.fields.suggest_pack()
        self.folder = FolderField(look, "Folder for the encrypted files")
        self.folder.set_folder(_free(home / ("office" if county else "records")))
        self._folder_row = FormRow(
            "Folder for the encrypted files",
            self.folder,
            "It is made if it is not there. Choose a place on this computer, not on a stick.",
        )
        self.content.addWidget(self.fields)
        self.content.addWidget(self._folder_row)
        self.setFocusProxy(self.fields.name)
        self.buttons_last()

    def check(self) -> bool:
        """Say whether the step is complete; what is missing stands under its field."""
        self._folder_row.set_error("" if self.folder.text() else "Choose a folder.")
        return self.fields.rows.check() and bool(self.folder.text())

    def details(self) -> SiteDetails:
        """Return what was entered about the office; whom to call first stands there from the first day."""
        country = self.fields.details(DangerPanel()).country
        return self.fields.details(DangerPanel(emergency_number(country)))

    def path(self) -> Path:
        """Return the folder for the vault."""
        return Path(self.folder.text())


def _free(folder: Path) -> Path:
    """Return the folder, or the first of its name and a number in which nothing lies yet."""
    places = (folder.with_name(f"{folder.name}{number or ''}") for number in (0, *range(2, 100)))
    return next((place for place in places if not place.exists() or not any(place.iterdir())), folder)
