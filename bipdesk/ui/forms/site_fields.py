"""What is asked about the programme itself: in the set-up and on the programme page."""

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.site import DangerPanel, Paper, SiteDetails
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.forms.places import COUNTRIES, likely_paper, regions_of
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.choice import Choice

NAME = "Name of the programme"


class SiteFields(QWidget):
    """Name, country, region and paper."""

    edited = Signal()

    def __init__(self, look: Look, name: str = NAME) -> None:
        """`name` is what the first field is called."""
        super().__init__()
        self.rows = FormRows()
        self.name = line_edit(name)
        self.country = Choice("Country", COUNTRIES)
        self.region = Choice("Region, for public holidays", regions_of("GB"))
        self.paper = Choice("Paper in the printer", tuple((paper.value, paper) for paper in Paper))
        grid = FieldGrid(look, narrowest=200, widest=2)
        grid.add(self.rows.add(name, self.name, required=True))
        grid.add(self.rows.add("Paper in the printer", self.paper))
        grid.add(self.rows.add("Country", self.country))
        grid.add(self.rows.add("Region, for public holidays", self.region))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)
        self.name.textEdited.connect(lambda: self.edited.emit())
        self.country.activated.connect(lambda: self._on_country())
        for choice in (self.region, self.paper):
            choice.activated.connect(lambda: self.edited.emit())

    def show_details(self, details: SiteDetails) -> None:
        """Fill the fields; nothing is emitted."""
        self.name.setText(details.name)
        self.country.set_value(details.country)
        self.region.set_choices(regions_of(details.country))
        self.region.set_value(details.region)
        self.paper.set_value(details.paper)

    def details(self, danger: DangerPanel) -> SiteDetails:
        """Return what is entered, with `danger` as it stands elsewhere."""
        return SiteDetails(
            name=self.name.text().strip(),
            country=str(self.country.value()),
            region=str(self.region.value() or ""),
            paper=cast(Paper, self.paper.value()),
            danger=danger,
        )

    def _on_country(self) -> None:
        country = str(self.country.value())
        self.region.set_choices(regions_of(country))
        self.paper.set_value(Paper(likely_paper(country)))
        self.edited.emit()
