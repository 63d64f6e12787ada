"""What is asked about the programme itself: in the set-up and on the programme page."""

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.pack import Pack
from bipdesk.domain.site import DangerPanel, Paper, SiteDetails
from bipdesk.domain.suitability import USUAL
from bipdesk.ui.forms.eligibility import offered_eligibility
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.forms.pack_dialog import PackDialog
from bipdesk.ui.forms.packs import offered_packs
from bipdesk.ui.forms.places import COUNTRIES, likely_paper, regions_of
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.choice import Choice

NAME, PACK = "Name of the programme", "Rules the programme keeps"
ELIGIBILITY = "Suitability is judged by"


class SiteFields(QWidget):
    """Name, country, region, paper and the pack of rules."""

    edited = Signal()

    def __init__(self, look: Look, name: str = NAME, *, packs: bool = True) -> None:
        """`name` is what the first field is called; with `packs` one chooses the rules of the place."""
        super().__init__()
        self._look = look
        self._packs = offered_packs()
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
        self.pack = Choice(PACK, tuple((pack.name, pack.id) for pack in (*self._packs, Pack())))
        self._rules = Button("See these rules…", Kind.QUIET, small=True)
        self._rules.clicked.connect(self._on_rules)
        self._pack_row = QWidget()
        pack_column = QVBoxLayout(self._pack_row)
        pack_column.setContentsMargins(0, 0, 0, 0)
        pack_column.setSpacing(look.px(2))
        pack_column.addWidget(self.rows.add(PACK, self.pack))
        pack_column.addWidget(self._rules)
        self.eligibility = Choice(ELIGIBILITY, offered_eligibility())
        self.eligibility.set_value(USUAL)
        self._eligibility_row = self.rows.add(ELIGIBILITY, self.eligibility)
        self.show_packs(packs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        column.addWidget(grid)
        column.addWidget(self._pack_row)
        column.addWidget(self._eligibility_row)
        self.name.textEdited.connect(lambda: self.edited.emit())
        self.country.activated.connect(lambda: self._on_country())
        self.region.activated.connect(lambda: self._on_place())
        for choice in (self.paper, self.pack, self.eligibility):
            choice.activated.connect(lambda: self.edited.emit())

    def show_packs(self, shown: bool) -> None:
        """Offer packs and eligibility files, or not: a county office keeps none of its own."""
        self._pack_row.setVisible(shown)
        self._eligibility_row.setVisible(shown)

    def show_details(self, details: SiteDetails) -> None:
        """Fill the fields; nothing is emitted."""
        self.name.setText(details.name)
        self.country.set_value(details.country)
        self.region.set_choices(regions_of(details.country))
        self.region.set_value(details.region)
        self.paper.set_value(details.paper)
        self.pack.set_value(details.pack)
        self.eligibility.set_value(details.eligibility or USUAL)

    def details(self, danger: DangerPanel) -> SiteDetails:
        """Return what is entered, with `danger` as it stands elsewhere."""
        chosen = str(self.eligibility.value() or "")
        return SiteDetails(
            name=self.name.text().strip(),
            country=str(self.country.value()),
            region=str(self.region.value() or ""),
            paper=cast(Paper, self.paper.value()),
            danger=danger,
            pack=str(self.pack.value() or ""),
            eligibility="" if chosen == USUAL else chosen,
        )

    def suggest_pack(self) -> None:
        """Choose the pack of the place that is entered, or none."""
        self.pack.set_value(self._packs.suggested(str(self.country.value()), str(self.region.value() or "")))

    def _on_rules(self) -> None:
        PackDialog(self._look, self, self._packs.of(str(self.pack.value() or ""))).open()

    def _on_country(self) -> None:
        country = str(self.country.value())
        self.region.set_choices(regions_of(country))
        self.paper.set_value(Paper(likely_paper(country)))
        self._on_place()

    def _on_place(self) -> None:
        self.suggest_pack()
        self.edited.emit()
