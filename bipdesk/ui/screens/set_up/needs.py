"""What the set-up and the first sign-in need of the locked program."""

from pathlib import Path
from typing import Protocol

from bipdesk.domain.site import SiteDetails
from bipdesk.services.recovery_codes import RecoveryCodeService
from bipdesk.services.staff import StaffService
from bipdesk.services.vault import Person


class Judgement(Protocol):
    """Whether a passphrase is strong enough, with the sentence to show."""

    @property
    def ok(self) -> bool:
        """Say whether it may be taken."""
        ...

    @property
    def sentence(self) -> str:
        """Return what to show beside it."""
        ...


class NewDesk(Protocol):
    """The desk of a vault that was just made."""

    @property
    def staff(self) -> StaffService:
        """Return who keeps the accounts: the safety officer's is reserved at once."""
        ...

    @property
    def recovery(self) -> RecoveryCodeService:
        """Return who remembers that the recovery code is on paper."""
        ...


class MadeVault(Protocol):
    """A vault just made, and its recovery code."""

    @property
    def desk(self) -> NewDesk:
        """Return the open desk."""
        ...

    @property
    def recovery_code(self) -> str:
        """Return the code in groups, shown this one time."""
        ...

    @property
    def key_store(self) -> str:
        """Return what this computer's key store said, "" when it was not asked."""
        ...


class VaultMaker(Protocol):
    """Makes vaults; all but `home` is slow and called on the database thread."""

    def home(self) -> Path:
        """Return the folder under which new vaults are proposed."""
        ...

    def add_folder(self, folder: Path) -> None:
        """Put a folder that holds a vault into the list of the unlock page. Raises UserError."""
        ...

    def judge(self, passphrase: str, words: tuple[str, ...]) -> Judgement:
        """Judge a passphrase; `words` are what a guesser would try first."""
        ...

    def cost_remark(self) -> str:
        """Measure what a passphrase costs here; return what to say of it, or "". Raises UserError."""
        ...

    def create_site(self, folder: Path, details: SiteDetails, person: Person) -> MadeVault:
        """Make a programme's vault with its coordinator. Raises UserError."""
        ...

    def create_county(self, folder: Path, name: str, person: Person) -> MadeVault:
        """Make a county office's vault. Raises UserError."""
        ...

    def look_around(self) -> object:
        """Make an invented programme in a temporary place and open it; return its desk."""
        ...


class KnownFolder(Protocol):
    """A folder that was unlocked on this computer before."""

    @property
    def words(self) -> str:
        """Return where it is."""
        ...

    @property
    def folder(self) -> Path:
        """Return its path."""
        ...


class Recoverer(Protocol):
    """Makes a new first code for a forgotten passphrase."""

    def folders(self) -> tuple[KnownFolder, ...]:
        """Return the folders to choose from; quick."""
        ...

    def recover(self, folder: Path, code: str, sign_in_name: str) -> str:
        """Return the new first code; slow, called on the database thread. Raises UserError."""
        ...


class ClosedDesk(Protocol):
    """The desk of a safety officer whose side stands but is closed to her."""

    def restore_safety(self, code: str) -> None:
        """Open it by its sealed code; slow, called on the database thread. Raises UserError."""
        ...


class FirstDesk(Protocol):
    """The desk of somebody who has just chosen a passphrase."""

    @property
    def may_make_safety(self) -> bool:
        """Say whether the safety side is to be made now, by her."""
        ...

    def make_safety(self) -> str:
        """Make it and return its recovery code. Slow."""
        ...


class PassphraseChooser(Protocol):
    """Ends a first sign-in; both are called on the database thread."""

    def judge(self, passphrase: str, words: tuple[str, ...]) -> Judgement:
        """Judge a passphrase."""
        ...

    def choose_passphrase(self, passphrase: str, tie_to_computer: bool) -> FirstDesk:
        """Take the person's own passphrase and open the desk. Raises UserError."""
        ...
