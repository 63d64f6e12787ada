"""The invented programme in a folder of its own that goes when it has been looked at."""

from pathlib import Path
from tempfile import TemporaryDirectory

from bipdesk.desk import Desk
from bipdesk.domain.clock import SystemClock
from bipdesk.invented.acts import Who
from bipdesk.invented.programme import Invented, invent
from bipdesk.keys.cost import FLOOR
from bipdesk.program import Program
from bipdesk.services.vault import Surroundings


class TemporaryProgramme:
    """Made as of today; removed by `forget`, or at the latest when the program ends."""

    def __init__(self, participants: int = 40) -> None:
        self._place = TemporaryDirectory(prefix="bipdesk-", ignore_cleanup_errors=True)
        self._participants = participants
        self._made: Invented | None = None

    @property
    def folder(self) -> Path:
        """Return the folder in which all of it lies."""
        return Path(self._place.name)

    def make(self) -> Invented:
        """Make it, the first time; this takes several seconds."""
        if self._made is None:
            self._made = invent(self.folder, participants=self._participants)
        return self._made

    def desk(self) -> Desk:
        """Return it open, as its coordinator sees it."""
        made = self.make()
        account = made.accounts[Who.COORDINATOR]
        program = Program(Surroundings(SystemClock(), FLOOR, made.anchors))
        opened = program.unlock(made.folder, account.sign_in_name, account.passphrase)
        assert isinstance(opened, Desk)  # everybody invented has chosen a passphrase
        return opened

    def forget(self) -> None:
        """Remove the folder with everything in it."""
        self._made = None
        self._place.cleanup()
