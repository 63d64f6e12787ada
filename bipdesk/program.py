"""The locked program: what can be done before anybody has unlocked anything, and what comes of it."""

from dataclasses import dataclass
from pathlib import Path

from bipdesk.desk import Desk
from bipdesk.domain.site import SiteDetails
from bipdesk.library_files import load_library
from bipdesk.services.vault import Created, OpenVault, Person, Surroundings, VaultService


@dataclass(frozen=True, slots=True)
class FirstSignIn:
    """Somebody came in with a first code: she chooses her own passphrase before anything else."""

    vault: OpenVault

    def give_up(self) -> None:
        """Lock again without choosing."""
        self.vault.lock()


@dataclass(frozen=True, slots=True)
class CreatedDesk:
    """A vault just made, and its recovery code."""

    desk: Desk
    recovery_code: str
    key_store: str = ""
    """What this computer's key store said, when the passphrase was to be tied to it."""


class Program:
    """The locked program: what can be done before anybody has unlocked anything."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._vaults = VaultService(surroundings)
        self._library = load_library()

    def create_site(self, folder: Path, details: SiteDetails, person: Person) -> CreatedDesk:
        """Make a programme's vault with its coordinator."""
        created = self._vaults.create_site(folder, details, person)
        return self._created(created)

    def create_county(self, folder: Path, name: str, person: Person) -> CreatedDesk:
        """Make a county office's vault."""
        return self._created(self._vaults.create_county(folder, name, person))

    def _created(self, created: Created) -> "CreatedDesk":
        return CreatedDesk(Desk(created.vault, self._library), created.recovery_code, created.key_store)

    def unlock(self, folder: Path, sign_in_name: str, passphrase: str) -> Desk | FirstSignIn:
        """Unlock a vault."""
        vault = self._vaults.unlock(folder, sign_in_name, passphrase)
        if vault.unlocked.must_choose_passphrase:
            return FirstSignIn(vault)
        return self._desk(vault)

    def recover(self, folder: Path, code: str, sign_in_name: str) -> str:
        """Give a forgotten passphrase a new first code by the recovery code of the records."""
        return self._vaults.recover(folder, code, sign_in_name)

    def choose_passphrase(self, first: FirstSignIn, passphrase: str, tie_to_computer: bool = False) -> Desk:
        """End a first sign-in; what was entered with the first code holds no keys any more."""
        self._vaults.choose_passphrase(first.vault, passphrase, tie_to_computer)
        return self._desk(first.vault)

    def _desk(self, vault: OpenVault) -> Desk:
        try:
            return Desk(vault, self._library)
        except BaseException:
            vault.lock()
            raise
