"""Draws all pictures: the invented programme is made, worked in, drawn and thrown away."""

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from bipdesk import assets
from bipdesk.desk import Desk
from bipdesk.domain.clock import FixedClock
from bipdesk.invented.acts import Who, moment
from bipdesk.invented.programme import Invented, invent
from bipdesk.invented.staff import Account
from bipdesk.keys.cost import FLOOR
from bipdesk.program import Program
from bipdesk.screenshots.agency_pages import draw_directory
from bipdesk.screenshots.ending_pages import draw_review_sheets
from bipdesk.screenshots.form_pages import draw_blank_forms
from bipdesk.screenshots.goal_pages import draw_goal_sheets
from bipdesk.screenshots.import_pages import draw_import
from bipdesk.screenshots.locked_pages import draw_locked
from bipdesk.screenshots.paper_pages import draw_forms
from bipdesk.screenshots.practice_pages import draw_worksheets
from bipdesk.screenshots.rule_pages import draw_rule_papers
from bipdesk.screenshots.site_pages import (
    draw_coordinator,
    draw_county,
    draw_facilitator,
    draw_officer,
    draw_register_sizes,
    draw_sheet,
)
from bipdesk.screenshots.suitability_pages import draw_suitability
from bipdesk.services.vault import Surroundings
from bipdesk.ui.application import Application
from bipdesk.ui.studio import THEMES, Studio, leave_out_noise

DAY = date(2026, 11, 19)
"""A Thursday with a group in the evening; pictures of another day would be other pictures."""


def draw_all(out: Path) -> int:
    """Draw every screen into `out`, which is made; return the exit code."""
    leave_out_noise()
    pictures = draw(Application(["bipdesk"], assets.read_bytes), out)
    sys.stdout.write(f"Drew {len(pictures)} pictures into {out}.\n")
    return 0


def draw(app: Application, out: Path, themes: Mapping[str, bool] = THEMES) -> list[Path]:
    """Draw every screen into `out` in these themes; return the files."""
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="pictures-", ignore_cleanup_errors=True) as place:
        studio = Studio(app, out, themes)
        made = invent(Path(place), today=DAY)
        _draw(studio, made, Keys(made))
        studio.leave()
    return studio.files


class Keys:
    """Unlocks the invented vaults on the day of the pictures."""

    def __init__(self, made: Invented) -> None:
        self._made = made
        self._program = Program(Surroundings(FixedClock(moment(DAY, 16)), FLOOR, made.anchors))

    def desk(self, who: Who) -> Desk:
        """Return the open desk of one of the staff."""
        return self._unlock(self._made.folder, self._made.accounts[who])

    def county(self) -> Desk:
        """Return the open desk of the county office."""
        assert self._made.county_folder is not None  # a programme of forty has a county
        return self._unlock(self._made.county_folder, self._made.county_account)

    def _unlock(self, folder: Path, account: Account) -> Desk:
        opened = self._program.unlock(folder, account.sign_in_name, account.passphrase)
        assert isinstance(opened, Desk)  # everybody invented has chosen a passphrase
        return opened


def _draw(studio: Studio, made: Invented, keys: Keys) -> None:
    draw_locked(studio, made.folder)
    draw_coordinator(studio, keys.desk(Who.COORDINATOR))
    draw_register_sizes(studio, lambda: keys.desk(Who.COORDINATOR))
    draw_sheet(studio, keys.desk(Who.COORDINATOR))
    draw_forms(studio, keys.desk(Who.COORDINATOR))
    draw_directory(studio, keys.desk(Who.COORDINATOR))
    draw_rule_papers(studio, keys.desk(Who.COORDINATOR), DAY)
    draw_suitability(studio, keys.desk(Who.COORDINATOR))
    draw_blank_forms(studio, keys.desk(Who.COORDINATOR))
    draw_worksheets(studio, keys.desk(Who.COORDINATOR))
    draw_review_sheets(studio, keys.desk(Who.COORDINATOR))
    draw_goal_sheets(studio, keys.desk(Who.COORDINATOR))
    draw_import(studio, keys.desk(Who.COORDINATOR))
    draw_facilitator(studio, keys.desk(Who.FIRST_FACILITATOR))
    draw_officer(studio, keys.desk(Who.OFFICER))
    draw_county(studio, keys.county())
