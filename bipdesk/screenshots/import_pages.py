"""The pages of an import, with an invented list as untidy as real ones."""

from pathlib import Path
from tempfile import TemporaryDirectory

from bipdesk.desk import Desk
from bipdesk.ui.screens.import_people.file_field import FileField
from bipdesk.ui.studio import Studio
from bipdesk.ui.widgets.choice import Choice
from bipdesk.workplaces.workplace import workplace

LIST = """Men's list,,,,,,
Name,DOB,Referred by,Date referred,Court case,Status,Wife
"Aldous, Perry",14/03/1985,Dale County Probation,03/02/2025,CR-25-0117,completed,
J. Farrow / Jon Farrow,25/12/1979,Dale County Probation,03/04/2025,CR-25-0122,waiting list,
"Imlay, Grover",07/06/1982,Municipal court,12/05/2025,CR-25-0140,sometimes here,
,,,,,,
"Quayle, Tobias",1990,Dale County Probation,02/06/2025,,referred,
Total,4,,,,,
"""
NOTE = "* pays weekly; ask the treasurer,,,,,,\n"


def draw_import(studio: Studio, desk: Desk) -> None:
    """Draw what each column becomes, and what becomes of each row."""
    studio.sit_down(workplace(desk))
    with TemporaryDirectory(prefix="list-", ignore_cleanup_errors=True) as place:
        path = Path(place, "list.csv")
        path.write_text(LIST + NOTE, encoding="utf-8")
        studio.open_page("import")
        studio.find(FileField).choose(path)
        studio.settle()
    studio.press("Go on to the columns")
    studio.take("import-columns")
    for choice in studio.front().findChildren(Choice):
        if choice.objectName() == "kindChoice":
            choice.set_value("court-ordered")
            choice.activated.emit(choice.currentIndex())
    studio.press("Look at the rows")
    studio.settle()
    studio.take("import-rows")
